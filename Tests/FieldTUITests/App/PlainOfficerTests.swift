import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// An officer's screens as lines.
@Suite struct PlainOfficerTests {
  private func officer(opening reading: RecordReading? = nil) -> Talking {
    var queue = OfficerScreens.Model(role: .district, language: .thai)
    _ = OfficerScreens.update(&queue, .rows(OfficerSamples.rows))
    if let reading { _ = OfficerScreens.update(&queue, .opened(reading)) }
    var model = MadeUp.home()
    model.screen = .officer(queue)
    return Talking(model)
  }

  private static let plain = OfficerSamples.reading(
    OfficerSamples.rows[0], isChanged: false, warns: false)

  @Test func `the queue is a numbered list, and a number opens a record`() throws {
    var talk = officer()
    let queue = talk.prompt
    #expect(queue.contains("\n1 น้ำฝน แสนสุข (45)"))
    #expect(queue.contains("ม.2 พังโคน"))
    for line in ["99", "2 รายการ", "ไม่มีชื่อนี้", "", ":verify", ":ลบทั้งหมด"] {
      #expect(talk.say(line).hasPrefix("! "), "\(line)")
    }
    #expect(talk.effects == [])
    talk.say("2")
    guard case .openReview(let id)? = talk.effects.last else {
      Issue.record("nothing is opened")
      return
    }
    #expect(id == talk.officer?.queue.current?.id)
    talk.say("แสนสุข")
    #expect(talk.officer?.queue.shown.count == 1)
  }

  @Test func `a record is read once, then answer by answer, and returned with reasons`() {
    var talk = officer(opening: Self.plain)
    let all = talk.prompt
    #expect(all.contains("== สมชาย ใจดี (12)") && all.contains("x-xxxx-xxxx1-01-3"))
    #expect(!all.contains("1-0000-00001-01-3"))
    #expect(talk.say("2").hasPrefix("2 "), "only the answer in focus is said again")
    talk.say(":ความเห็น")
    talk.say("ดูบัตรแล้ว")
    #expect(talk.say(":ที่ไหน").contains("> ดูบัตรแล้ว"))
    talk.effects = []
    #expect(talk.say(":ส่งกลับ").contains("[ ] 1 "))
    #expect(talk.say("1 3").contains("= 3 "))
    talk.say("โทรหาแล้ว")
    for line in ["9", "99", ":ส่งกลับ", "", ":ตก", "1"] {
      let said = talk.say(line)
      #expect(said.hasPrefix("! ") || said.hasPrefix("? "), "\(line): \(said)")
    }
    talk.say(":ตกลง")
    guard case .decide(.return, _, _, let body)? = talk.effects.last else {
      Issue.record("nothing was decided: \(talk.effects)")
      return
    }
    #expect(body.note == "โทรหาแล้ว" && body.reasons.count == 2 && body.comments.count == 1)
  }

  @Test func `no beginning of a word and no stray line decides about a record`() {
    var talk = officer(opening: Self.plain)
    for line in [":ตรวจ", ":v", "ตรวจแล้ว", "1 ผ่าน", "", "ไม่", ":ไม่", "99"] {
      talk.say(line)
      #expect(!talk.effects.contains { if case .decide = $0 { true } else { false } }, "\(line)")
    }
    talk.say(":ตรวจแล้ว")
    #expect(
      talk.effects.contains { if case .decide(.verify, _, _, _) = $0 { true } else { false } })
  }

  @Test func `help says the commands, in the language of the screen`() {
    var talk = officer()
    #expect(talk.say(":ช่วย").contains(":ตรวจหลายราย"))
    talk.say(":state")
    #expect(talk.officer?.queue.filter.standing != .waiting, "English words work too")
  }
}
