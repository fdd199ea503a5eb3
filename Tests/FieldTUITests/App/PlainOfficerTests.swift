import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// An officer's screens as lines, and lines as their keys.
@Suite struct PlainOfficerTests {
  private var model = OfficerScreens.Model(role: .district, language: .thai)
  private var effects: [OfficerScreens.Effect] = []
  private var read: RevisionHash?

  init() { _ = OfficerScreens.update(&model, .rows(OfficerSamples.rows)) }

  private mutating func say(_ line: String) {
    for key in PlainOfficer.keys(for: line, in: model) {
      effects += OfficerScreens.update(&model, .key(key))
    }
  }

  private mutating func said() -> String {
    PlainOfficer.lines(of: model, read: &read).joined(separator: "\n")
  }

  @Test mutating func `the queue is a numbered list, and a number opens a record`() throws {
    let queue = said()
    #expect(queue.contains("\n1 น้ำฝน แสนสุข (45)"))
    #expect(queue.contains("ม.2 พังโคน"))
    say("2")
    guard case .open(let id)? = effects.last else {
      Issue.record("nothing is opened")
      return
    }
    #expect(id == model.queue.current?.id)
    say("แสนสุข")
    #expect(model.queue.shown.count == 1 && model.queue.searching == nil)
  }

  @Test mutating func `a record is read once, then answer by answer, and verified by a word`() {
    let reading = OfficerSamples.reading(OfficerSamples.rows[0], isChanged: false, warns: false)
    _ = OfficerScreens.update(&model, .opened(reading))
    let all = said()
    #expect(all.contains("== สมชาย ใจดี (12)") && all.contains("x-xxxx-xxxx1-01-3"))
    #expect(!all.contains("1-0000-00001-01-3"))
    say("2")
    #expect(said().hasPrefix("2 "), "only the answer in focus is said again")
    say(":ความเห็น")
    say("ดูบัตรแล้ว")
    #expect(said().contains("> ดูบัตรแล้ว"))
    effects = []
    say(":ส่งกลับ")
    #expect(said().contains("[ ] 1 "))
    say("1 3")
    #expect(said().contains("[x] 3 "))
    say("โทรหาแล้ว")
    say("")
    guard case .decide(.return, _, _, let body)? = effects.last else {
      Issue.record("nothing was decided: \(effects)")
      return
    }
    #expect(body.note == "โทรหาแล้ว" && body.reasons.count == 2 && body.comments.count == 1)
  }

  @Test mutating func `help says the commands, in the language of the screen`() {
    say(":ช่วย")
    #expect(said().contains(":ตรวจหลายราย"))
    say("")
    #expect(model.queue.overlay == nil)
    say(":state")
    #expect(model.queue.filter.standing != .waiting, "English words work too")
  }
}
