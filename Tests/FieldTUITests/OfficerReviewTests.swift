import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

struct OfficerReviewTests {
  private func review(
    _ record: RecordReading = OfficerSamples.reading(), role: Role = .district
  ) -> ReviewScreen.Model {
    ReviewScreen.Model(record, role: role, language: .thai)
  }

  private func plain(_ state: ReviewState = .received, pending: Decision? = nil) -> RecordReading {
    OfficerSamples.reading(
      OfficerSamples.row(1, "สมชาย ใจดี (12)", state: state, pending: pending), isChanged: false,
      warns: false)
  }

  private func type(
    _ text: String, into model: inout ReviewScreen.Model
  ) -> [ReviewScreen.Effect] {
    text.unicodeScalars.flatMap { ReviewScreen.update(&model, .character($0)) }
  }

  private func shown(_ model: ReviewScreen.Model, _ rows: Int = 24, _ columns: Int = 80) -> String {
    var grid = OfficerSamples.grid(rows, columns)
    _ = ReviewScreen.view(model, in: grid.area, on: &grid)
    return GridText.text(of: grid)
  }

  @Test func `one key verifies a record that nothing speaks against, and only once`() {
    var model = review(plain())
    #expect(type("v", into: &model) == [.decide(.verify, DecisionBody())])
    #expect(type("v", into: &model) == [], "it is being saved")
  }

  @Test func `a record with warnings is asked about once`() {
    var model = review(OfficerSamples.reading(isChanged: false))
    #expect(type("v", into: &model) == [])
    #expect(ReviewScreen.update(&model, .enter) == [], "look again is the harmless answer")
    #expect(model.overlay == nil)
    #expect(type("vv", into: &model) == [.decide(.verify, DecisionBody())])
  }

  @Test func `a return without a reason or a comment is not sent`() {
    var model = review(plain())
    #expect(type("r", into: &model) == [])
    #expect(ReviewScreen.update(&model, .enter) == [])
    #expect(shown(model).contains("เลือกเหตุผลอย่างน้อยหนึ่งข้อ"))
    let body = DecisionBody(reasons: [.incomplete, .nameMismatch])
    #expect(
      type("1๓", into: &model) == [
        .keep(DecisionBody(reasons: [.incomplete])), .keep(body),
      ], "Thai digits choose too")
    #expect(ReviewScreen.update(&model, .enter) == [.decide(.return, body)])
  }

  @Test func `digits choose reasons on the number row of the Thai layout`() {
    var model = review(plain())
    #expect(
      type("พ/", into: &model) == [.keep(DecisionBody(reasons: [.idMismatch]))],
      "พ is on the key of r, / on the key of 2")
  }

  @Test func `a comment on a question is enough for a return, and goes with it`() {
    var model = review(plain())
    #expect(ReviewScreen.update(&model, .down) == [])
    #expect(type("c", into: &model) == [])
    let body = DecisionBody(
      comments: [QuestionComment(path: "/data/q1/citizen_id", text: "ดู")])
    #expect(type("ดู", into: &model).last == .keep(body))
    #expect(ReviewScreen.update(&model, .escape) == [])
    #expect(model.notes == body, "leaving the line loses nothing")
    #expect(type("r", into: &model) == [])
    #expect(ReviewScreen.update(&model, .enter) == [.decide(.return, body)])
  }

  @Test func `an emptied comment is taken away`() {
    var model = review(plain())
    #expect(type("cก", into: &model).count == 1)
    #expect(ReviewScreen.update(&model, .backspace) == [.keep(DecisionBody())])
    #expect(ReviewScreen.update(&model, .enter) == [])
    #expect(model.notice == .commentRemoved)
  }

  @Test func `verifying over comments says that the village will not see them`() {
    var model = review(plain())
    _ = type("cผิด", into: &model)
    #expect(ReviewScreen.update(&model, .enter) == [])
    #expect(type("v", into: &model) == [])
    #expect(shown(model).contains("ความเห็น 1 ข้อจะไม่ถึงหมู่บ้าน"))
  }

  @Test(arguments: [
    (ReviewState.verified, "v"), (.locked, "r"), (.rejected, "r"), (.returned, "v"),
    (.received, "t"),
  ])
  func `what the arrows do not allow is refused with its reason`(state: ReviewState, key: String) {
    var model = review(plain(state))
    #expect(type(key, into: &model) == [])
    #expect(model.overlay == nil)
    guard case .refused(.notFrom(state, _)) = model.notice else {
      Issue.record("no reason was given: \(String(describing: model.notice))")
      return
    }
  }

  @Test func `a decision that waits to be sent is undone before another is taken`() {
    var model = review(plain(.received, pending: .verify))
    #expect(type("x", into: &model) == [])
    #expect(model.notice == .refused(.alreadyDecided))
    #expect(type("u", into: &model) == [.undo])
  }

  @Test func `a rejection needs one of its own reasons`() {
    var model = review(plain())
    #expect(type("x", into: &model) == [])
    #expect(ReviewScreen.update(&model, .enter) == [])
    let body = DecisionBody(reasons: [.duplicate])
    #expect(type("2", into: &model) == [.keep(body)])
    #expect(ReviewScreen.update(&model, .enter) == [.decide(.reject, body)])
  }

  @Test func `a verification is withdrawn with a note alone`() {
    var model = review(plain(.verified))
    #expect(type("t", into: &model) == [])
    #expect(ReviewScreen.update(&model, .tab) == [])
    let body = DecisionBody(note: "ผิดคน")
    #expect(type("ผิดคน", into: &model).last == .keep(body))
    #expect(ReviewScreen.update(&model, .enter) == [.decide(.unverify, body)])
  }

  @Test func `a corrected record opens on its changes, and a key shows all`() {
    var model = review()
    #expect(model.listed.map(\.path) == ["/data/q1/age", "/data/q2/rights"])
    #expect(type("o", into: &model) == [])
    #expect(model.listed.count == 5)
    #expect(model.focused?.path == "/data/q1/age", "the focus stays at its question")
    #expect(type("d", into: &model) == [])
    #expect(model.focused?.path == "/data/q2/rights")
    #expect(type("d", into: &model) == [])
    #expect(model.focused?.path == "/data/q1/age", "and goes round")
  }

  @Test func `a national ID is shown whole only in focus, and only when asked for`() {
    var model = review(plain())
    #expect(!shown(model).contains("1-0000-00001-01-3"))
    #expect(shown(model).contains("x-xxxx-xxxx1-01-3"))
    #expect(ReviewScreen.update(&model, .down) == [])
    #expect(type("i", into: &model) == [.revealed(path: "/data/q1/citizen_id")])
    #expect(shown(model).contains("1-0000-00001-01-3"))
    #expect(ReviewScreen.update(&model, .down) == [])
    #expect(!shown(model).contains("1-0000-00001-01-3"))
  }

  @Test func `a newer version replaces the open one and keeps what was written`() {
    var model = review(plain())
    _ = type("cผิด", into: &model)
    var newer = plain(.resubmitted)
    newer.row = QueueRow(
      id: newer.row.id, revision: OfficerSamples.revision(2), village: newer.row.village,
      place: newer.row.place, name: newer.row.name, received: newer.row.received,
      state: .resubmitted)
    model.take(newer)
    #expect(model.notice == .newerRevision)
    #expect(model.notes.comments.map(\.text) == ["ผิด"])
  }

  @Test(arguments: Language.allCases, [(24, 80), (20, 60), (12, 40), (60, 200)])
  func `a corrected record looks right`(language: Language, size: (rows: Int, columns: Int)) {
    var model = review()
    model.language = language
    model.showsOnlyChanges = false
    model.put(2)
    model.notes.remark("ดูบัตรแล้ว", at: "/data/q2/rights")
    var grid = OfficerSamples.grid(size.rows, size.columns)
    _ = ReviewScreen.view(model, in: grid.area, on: &grid)
    expectGolden(grid, "officer-review-\(language.rawValue)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: Language.allCases, [(24, 80), (20, 60), (12, 40)])
  func `the box of reasons looks right`(language: Language, size: (rows: Int, columns: Int)) {
    var model = review()
    model.language = language
    model.notes.remark("เลขไม่ตรงกับบัตร", at: "/data/q1/citizen_id")
    _ = type("r1", into: &model)
    var grid = OfficerSamples.grid(size.rows, size.columns)
    _ = ReviewScreen.view(model, in: grid.area, on: &grid)
    expectGolden(grid, "officer-return-\(language.rawValue)-\(size.columns)x\(size.rows)")
  }
}
