import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// The day of the survey, which is asked once for a pile of papers.
@Suite struct PaperPileTests {
  private static let question = "/data/certify/survey_date"

  private func record(isNew: Bool = true) throws -> OpenRecord {
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    var record = OpenRecord(
      formID: "affected_person", formVersion: "1", formHash: hash, parent: nil)
    record.isNew = isNew
    return record
  }

  /// Opens a record in the app as if it was just begun, at the question for the day.
  private func begin(_ app: inout AppModel, isNew: Bool = true) throws {
    let survey = try #require(Survey())
    _ = app.update(.opened(survey.model, try record(isNew: isNew)))
  }

  private func filling(_ app: AppModel) throws -> FillScreen.Model {
    guard case .fill(let model, _) = app.screen else {
      throw NotFilling()
    }
    return model
  }

  private struct NotFilling: Error {}

  private func day(_ app: AppModel) throws -> String {
    try filling(app).session.value(Self.question)
  }

  /// Goes to the question and types a day.
  private func answer(_ app: inout AppModel, _ text: String) throws {
    guard case .fill(var model, let record) = app.screen else { throw NotFilling() }
    model.jump(to: Self.question)
    app.screen = .fill(model, record)
    _ = app.type(text)
    _ = app.update(.key(.enter))
  }

  @Test func `the first record asks, and offers today with the space bar`() throws {
    var app = MadeUp.home()
    try begin(&app)
    #expect(try day(app) == "")
    try answer(&app, "")
    #expect(try day(app) == "", "Enter only goes on")
    var model = try filling(app)
    model.jump(to: Self.question)
    #expect(FillPhrase.how(to: model.editor).text(in: .thai).contains("พิมพ์ วันนี้"))
    try answer(&app, " ")
    #expect(try day(app) == "2020-04-20")
  }

  @Test func `the next record takes the day and says so, and it can be changed there`() throws {
    var app = MadeUp.home()
    try begin(&app)
    try answer(&app, "15/4/2563")
    try begin(&app)
    #expect(try day(app) == "2020-04-15")
    let notice = try #require(try filling(app).notice).text(in: .thai)
    #expect(notice.contains("วันพุธที่ 15 เมษายน 2563"))
    let screen = MadeUp.screen(app)
    let rows = (0..<screen.size.rows).map { GridText.row($0, of: screen) }
    #expect(rows.contains { $0.contains("วันที่สำรวจเหมือนรายก่อน") })
    try answer(&app, "16/4/2563")
    try begin(&app)
    #expect(try day(app) == "2020-04-16")
  }

  @Test func `a day that may not stand is not carried on, and an old draft says nothing`() throws {
    var app = MadeUp.home()
    try begin(&app)
    try answer(&app, "15/4/2563")
    try answer(&app, "1/1/2570")
    try begin(&app)
    #expect(try day(app) == "2020-04-15")
    try begin(&app, isNew: false)
    #expect(try day(app) == "", "what is opened again stays as it was")
    try answer(&app, "1/4/2563")
    try begin(&app)
    #expect(try day(app) == "2020-04-15")
  }

  @Test func `another person has another pile`() throws {
    var pile = PaperPile()
    var survey = try #require(Survey())
    _ = try survey.model.session.answer(Self.question, "2020-04-15")
    pile.learn(from: survey.model.session, of: 1)
    #expect(pile.day(for: 1)?.iso == "2020-04-15")
    #expect(pile.day(for: 2) == nil)
    #expect(pile.day(for: nil) == nil)
  }

  @Test func `the day of the pile alone does not mark its page as seen`() throws {
    var survey = try #require(Survey())
    _ = try survey.model.session.answer("/data/q1/first_name", "สมชาย")
    _ = try survey.model.session.answer(Self.question, "2020-04-15")
    let again = try #require(Survey(survey.model.session, place: "/data/q1/first_name"))
    let page = try #require(again.model.sections.first { $0.path == "/data/certify" }?.page)
    #expect(!again.model.reached.contains(page))
  }
}
