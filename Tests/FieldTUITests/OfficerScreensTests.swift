import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

struct OfficerScreensTests {
  @Test func `F1 explains the box of reasons, and the next key gives it back as it was`() {
    var model = OfficerScreens.Model(role: .district, language: .thai)
    _ = OfficerScreens.update(&model, .rows(OfficerSamples.rows))
    _ = OfficerScreens.update(&model, .opened(OfficerSamples.reading()))
    for key in [Key.character("r"), .character("1"), .function(1)] {
      _ = OfficerScreens.update(&model, .key(key))
    }
    var grid = Grid(size: Size(rows: 24, columns: 80))
    _ = OfficerScreens.view(model, in: grid.area, on: &grid)
    #expect(GridText.text(of: grid).contains("Tab ไปที่หมายเหตุ"))
    _ = OfficerScreens.update(&model, .key(.escape))
    guard case .reasons(let box)? = model.review?.overlay else {
      Issue.record("the box is gone")
      return
    }
    #expect(box.body.reasons.count == 1)
  }

  private func officer() -> OfficerScreens.Model {
    var model = OfficerScreens.Model(role: .district, language: .thai)
    _ = OfficerScreens.update(&model, .rows(OfficerSamples.rows))
    return model
  }

  /// Opens a record of the list without anything to look twice at.
  private func open(_ number: Int, in model: inout OfficerScreens.Model) {
    let record = OfficerSamples.reading(
      OfficerSamples.rows[number - 1], isChanged: false, warns: false)
    #expect(OfficerScreens.update(&model, .opened(record)) == [])
  }

  private func type(
    _ text: String, into model: inout OfficerScreens.Model
  ) -> [OfficerScreens.Effect] {
    text.unicodeScalars.flatMap { OfficerScreens.update(&model, .key(.character($0))) }
  }

  @Test func `verifying opens the next record that waits once the decision is on disk`() {
    var model = officer()
    open(3, in: &model)
    let third = OfficerSamples.id(3)
    #expect(
      type("v", into: &model) == [
        .decide(.verify, on: third, judged: OfficerSamples.revision(1), body: DecisionBody())
      ])
    #expect(
      OfficerScreens.update(&model, .decided(third, .verify)) == [
        .open(OfficerSamples.id(2))
      ])
    open(2, in: &model)
    #expect(model.review?.notice == .decided(.verify, "น้ำฝน แสนสุข (45)"))
    #expect(model.queue.counts.waiting == 3)
  }

  @Test func `after the last record the queue comes back`() {
    var model = officer()
    open(4, in: &model)
    _ = type("v", into: &model)
    let fourth = OfficerSamples.id(4)
    #expect(
      OfficerScreens.update(&model, .decided(fourth, .verify)).isEmpty)
    #expect(model.review == nil)
  }

  @Test func `a decision that could not be kept leaves everything written in place`() {
    var model = officer()
    open(1, in: &model)
    _ = type("cผิด", into: &model)
    _ = OfficerScreens.update(&model, .key(.enter))
    _ = type("r", into: &model)
    #expect(OfficerScreens.update(&model, .key(.enter)).count == 1)
    #expect(OfficerScreens.update(&model, .failed) == [.load], "perhaps a newer version came in")
    #expect(OfficerScreens.update(&model, .failed) == [], "a look that fails is not tried for ever")
    #expect(model.review?.notice == .notSaved)
    #expect(model.review?.notes.comments.map(\.text) == ["ผิด"])
    #expect(model.review?.isSaving == false)
  }

  @Test func `comments are there again when the record is opened again`() {
    var model = officer()
    open(1, in: &model)
    _ = type("cผิด", into: &model)
    _ = OfficerScreens.update(&model, .key(.escape))
    #expect(OfficerScreens.update(&model, .key(.escape)) == [])
    #expect(model.review == nil)
    #expect(model.queue.commented == [OfficerSamples.id(1)])
    open(1, in: &model)
    #expect(model.review?.notes.comments.map(\.text) == ["ผิด"])
  }

  @Test func `comments that the store kept are there, and those being written stay`() {
    var model = officer()
    open(1, in: &model)
    _ = type("cผิด", into: &model)
    let other = DecisionBody(note: "ดูบัตรแล้ว")
    let stored = [OfficerSamples.id(1): DecisionBody(note: "เก่า"), OfficerSamples.id(2): other]
    #expect(OfficerScreens.update(&model, .remarks(stored)) == [])
    #expect(model.review?.notes.comments.map(\.text) == ["ผิด"])
    #expect(model.queue.commented == [OfficerSamples.id(1), OfficerSamples.id(2)])
    open(2, in: &model)
    #expect(model.review?.notes == other)
  }

  @Test func `what an undone decision said is there again`() {
    var model = officer()
    open(1, in: &model)
    let body = DecisionBody(note: "ดูบัตรแล้ว")
    #expect(OfficerScreens.update(&model, .tookBack(OfficerSamples.id(1))) == [])
    #expect(OfficerScreens.update(&model, .remarks([OfficerSamples.id(1): body])) == [])
    #expect(model.review?.notes == body)
  }

  @Test func `leaving with comments that went nowhere is asked about`() {
    var model = officer()
    open(1, in: &model)
    _ = type("cผิด", into: &model)
    _ = OfficerScreens.update(&model, .key(.escape))
    _ = OfficerScreens.update(&model, .key(.escape))
    #expect(OfficerScreens.update(&model, .key(.escape)) == [])
    #expect(OfficerScreens.update(&model, .key(.enter)) == [], "to stay is the first answer")
    #expect(OfficerScreens.update(&model, .key(.escape)) == [])
    #expect(type("2", into: &model) == [.leave])
  }

  @Test func `leaving without comments asks nothing`() {
    var model = officer()
    #expect(OfficerScreens.update(&model, .key(.escape)) == [.leave])
  }

  @Test func `what was taken back waits again`() {
    var model = officer()
    #expect(type("u", into: &model) == [.undo])
    #expect(OfficerScreens.update(&model, .tookBack(OfficerSamples.id(7))) == [])
    #expect(model.queue.counts.waiting == 5)
    #expect(model.queue.notice == .takenBack("คำแพง วงศ์ไทย (21/4)"))
    #expect(OfficerScreens.update(&model, .tookBack(nil)) == [])
    #expect(model.queue.notice == .nothingToTakeBack)
  }

  @Test func `an open record that came in anew is read again`() {
    var model = officer()
    open(1, in: &model)
    var rows = OfficerSamples.rows
    let old = rows[0]
    rows[0] = QueueRow(
      id: old.id, revision: OfficerSamples.revision(2), village: old.village, place: old.place,
      name: old.name, received: old.received, state: .resubmitted)
    #expect(OfficerScreens.update(&model, .rows(rows)) == [.open(old.id)])
  }

  @Test func `several verified unread are reported when the store has them all`() {
    var model = officer()
    let effects = type("b2", into: &model)
    #expect(effects.count == 2)
    #expect(OfficerScreens.update(&model, .decided(OfficerSamples.id(3), .verify)) == [])
    #expect(model.queue.notice != .bulkDone(2))
    #expect(OfficerScreens.update(&model, .decided(OfficerSamples.id(1), .verify)) == [])
    #expect(model.queue.notice == .bulkDone(2))
  }

  @Test func `F2 switches the language of the queue and of the record over it`() {
    var model = officer()
    open(1, in: &model)
    #expect(OfficerScreens.update(&model, .key(.function(2))) == [.language(.english)])
    #expect(model.review?.language == .english)
    #expect(model.queue.language == .english)
  }

  @Test(arguments: Language.allCases)
  func `every phrase, state, decision and reason has words`(language: Language) {
    for state in ReviewState.allCases { #expect(!state.label.text(in: language).isEmpty) }
    for reason in ReturnReason.allCases { #expect(!reason.label.text(in: language).isEmpty) }
    for decision in Decision.allCases { #expect(!decision.done.text(in: language).isEmpty) }
    let offered = Set(Decision.allCases.flatMap(\.offeredReasons))
    #expect(offered == Set(ReturnReason.allCases), "each reason can be chosen somewhere")
  }
}
