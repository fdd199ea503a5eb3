import SyncProtocol
import TerminalKit
import TestSupport
import Testing
import ThaiText

@testable import FieldTUI

struct OfficerQueueTests {
  private func queue(
    _ rows: [QueueRow] = OfficerSamples.rows, role: Role = .district
  ) -> QueueScreen.Model {
    var model = QueueScreen.Model(role: role, language: .thai)
    model.take(rows)
    return model
  }

  private func names(_ model: QueueScreen.Model) -> [Int] {
    model.shown.map { position in
      OfficerSamples.rows.firstIndex { $0.id == model.rows[position].id }.map { $0 + 1 } ?? 0
    }
  }

  private func type(_ text: String, into model: inout QueueScreen.Model) -> [QueueScreen.Effect] {
    text.unicodeScalars.flatMap { QueueScreen.update(&model, .character($0)) }
  }

  @Test func `what waits is shown, corrected records in front and then the oldest`() {
    #expect(names(queue()) == [3, 2, 1, 4])
  }

  private func text(_ model: QueueScreen.Model) -> String {
    var grid = OfficerSamples.grid(24, 80)
    _ = QueueScreen.view(model, in: grid.area, on: &grid)
    return (0..<24).map { GridText.row($0, of: grid) }.joined(separator: "\n")
  }

  @Test func `a decision that the centre refused is marked, counted, and waits in front`() {
    let refused = OfficerSamples.row(9, "ดาว ไพร (9)", hours: 20, refusal: .staleDecision)
    var model = queue(OfficerSamples.rows + [refused])
    #expect(model.current?.id == refused.id)
    #expect(text(model).contains("! ศูนย์ไม่รับผลตรวจ 1 ราย"))
    #expect(!model.plainShown.contains(refused.id))
    model.mark(refused.id, as: .verify)
    #expect(model.counts.refused == 0)
  }

  @Test func `a version beside a verified record waits until it is settled`() {
    let late = OfficerSamples.row(9, "ดาว ไพร (9)", state: .verified, unsettled: .late)
    var model = queue(OfficerSamples.rows + [late])
    #expect(model.counts.waiting == 5)
    #expect(text(model).contains("มี 2 ฉบับ"))
    #expect(ReviewRefusal.of(.return, on: late, by: .district) == nil)
    #expect(
      ReviewRefusal.of(.unverify, on: late, by: .district) == .notFrom(.verified, .unverify))
    model.mark(late.id, as: .return)
    #expect(model.counts.waiting == 4)
    #expect(model.counts[.returned] == 2)
  }

  @Test func `a record that does not open is in the list and says what to do`() {
    let lost = OfficerSamples.row(9, "", isDamaged: true)
    var model = queue([lost])
    #expect(text(model).contains("(เปิดไม่ได้)"))
    #expect(text(model).contains(" ? "), "when it came and its state may be wrong too")
    #expect(QueueScreen.update(&model, .enter) == [])
    #expect(model.notice == .cannotOpen)
    #expect(model.plainShown.isEmpty)
  }

  @Test func `the counts take what was decided here as done`() {
    let counts = queue().counts
    #expect(counts.waiting == 4)
    #expect(counts[.verified] == 2)
    #expect(counts.unsent == 1)
  }

  @Test func `one key goes through the states, the villages and the checks`() {
    var model = queue()
    #expect(type("s", into: &model) == [])
    #expect(names(model) == [7], "decided and not sent")
    #expect(type("a", into: &model) == [])
    #expect(model.shown.count == 8)
    #expect(type("mm", into: &model) == [])
    #expect(names(model) == [3, 2], "moo 2 only")
    #expect(type("w", into: &model) == [])
    #expect(names(model) == [2], "with warnings")
    #expect(type("w", into: &model) == [])
    #expect(names(model) == [], "no double in moo 2")
  }

  @Test(arguments: [("/บุนมี", 4), ("/สมชาย 12", 1), ("/รักถิ่น สมหยิง", 2), ("/[6o,u", 4)])
  func `a person is found by ear, by any of the words, and on the other layout`(
    typed: String, row: Int
  ) {
    var model = queue()
    _ = type(typed, into: &model)
    #expect(names(model) == [row])
  }

  @Test func `a search without tone marks finds while it is typed`() {
    var model = queue()
    #expect(type("/นำฝ", into: &model) == [])
    #expect(names(model) == [3])
    #expect(QueueScreen.update(&model, .enter) == [])
    #expect(QueueScreen.update(&model, .enter) == [.open(OfficerSamples.id(3))])
    #expect(type("/", into: &model) == [])
    #expect(QueueScreen.update(&model, .escape) == [])
    #expect(names(model) == [3, 2, 1, 4])
  }

  @Test(arguments: ["n", "\u{0E37}"])
  func `one key puts the names in Thai order and back, on either layout`(key: String) {
    var model = queue()
    _ = type("a", into: &model)
    let inTurn = model.shown
    _ = type(key, into: &model)
    let keyed = model.shown.map { ThaiCollation.key(of: model.rows[$0].name) }
    #expect(zip(keyed, keyed.dropFirst()).allSatisfy { !($1 < $0) })
    #expect(model.shown.sorted() == inTurn.sorted())
    _ = type(key, into: &model)
    #expect(model.shown == inTurn)
  }

  @Test func `letters are commands with the Thai layout on too`() {
    var model = queue()
    #expect(type("ห", into: &model) == [])
    #expect(model.filter.standing == .unsent, "ห is on the key of s")
    #expect(type("ี", into: &model) == [.undo], "and a mark is on the key of u")
  }

  @Test func `the highlighted record stays highlighted when others come in`() {
    var model = queue()
    #expect(QueueScreen.update(&model, .end) == [])
    let last = model.current?.id
    model.take(OfficerSamples.rows + [OfficerSamples.row(9, "ใหม่ มาแล้ว (1)", hours: -5)])
    #expect(model.current?.id == last)
    #expect(model.shown.count == 5)
  }

  @Test func `only records without a warning or a double are verified unread, after a summary`() {
    var model = queue()
    #expect(type("b", into: &model) == [])
    #expect(QueueScreen.update(&model, .enter) == [], "the harmless answer is the highlighted one")
    #expect(type("b", into: &model) == [])
    #expect(type("2", into: &model) == [.verify([OfficerSamples.id(3), OfficerSamples.id(1)])])
  }

  @Test func `a province reads the queue and verifies nothing`() {
    var model = queue(role: .province)
    #expect(type("b", into: &model) == [])
    #expect(model.overlay == nil)
    #expect(model.notice == .refused(.notYourRole))
  }

  @Test func `ten thousand records are filtered and only the visible are drawn`() {
    let many = (0..<10_000).map {
      OfficerSamples.row($0, "ผู้ตอบ \($0)", moo: $0 % 9, hours: Int64($0))
    }
    var model = queue(many)
    #expect(QueueScreen.update(&model, .end) == [])
    var grid = OfficerSamples.grid(24, 80)
    _ = QueueScreen.view(model, in: grid.area, on: &grid)
    let text = GridText.text(of: grid)
    #expect(text.contains("ผู้ตอบ 9999"))
    #expect(text.contains("10000 จาก 10000"))
    #expect(type("/ผู้ตอบ 4321", into: &model) == [])
    #expect(model.shown.count == 1)
  }

  @Test(arguments: Language.allCases, [(24, 80), (20, 60), (12, 40), (60, 200)])
  func `the queue looks right`(language: Language, size: (rows: Int, columns: Int)) {
    var model = queue()
    model.language = language
    model.commented = [OfficerSamples.id(1)]
    model.filter.standing = .all
    var grid = OfficerSamples.grid(size.rows, size.columns)
    _ = QueueScreen.view(model, in: grid.area, on: &grid)
    expectGolden(grid, "officer-queue-\(language.rawValue)-\(size.columns)x\(size.rows)")
  }
}
