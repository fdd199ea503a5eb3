import OfflineStore
import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

/// What was typed and is no answer yet: kept, restored, and never an answer by itself.
@Suite struct UntakenTextTests {
  private func survey(at place: String) throws -> Survey {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/" + place)
    return survey
  }

  private func rest(_ survey: inout Survey) -> FillScreen.Snapshot? {
    guard case .save(let snapshot)? = FillScreen.update(&survey.model, .rest).first else {
      return nil
    }
    _ = FillScreen.update(&survey.model, .saved(snapshot.number))
    return snapshot
  }

  /// The survey as it opens again from what is on the disk.
  private func reopened(_ snapshot: FillScreen.Snapshot) throws -> Survey {
    let form = try #require(Survey.form)
    let session = try FormSession(
      form, draft: snapshot.instance, environment: Survey.environment)
    return try #require(
      Survey(session, place: snapshot.place, pending: snapshot.pending))
  }

  @Test func `half a name is saved at a rest, found again with the cursor behind it, and is said`()
    throws
  {
    var survey = try survey(at: "q1/first_name")
    for key in keys("สมห") { survey.press(key) }
    #expect(GridText.row(0, of: survey.screen()).contains("กำลังพิมพ์"))
    let snapshot = try #require(rest(&survey))
    #expect(snapshot.pending == [PendingText(path: "/data/q1/first_name", text: "สมห")])
    #expect(GridText.row(0, of: survey.screen()).contains("ยังไม่เป็นคำตอบ"))
    #expect(rest(&survey) == nil, "it is there already")
    var again = try reopened(snapshot)
    #expect(again.place == "/data/q1/first_name")
    #expect(again.value("q1/first_name").isEmpty)
    #expect(again.text.contains("ที่พิมพ์ค้างไว้ยังอยู่ในช่อง"))
    again.press(.character("ญ"), .enter)
    #expect(again.value("q1/first_name") == "สมหญ")
    #expect(again.model.texts.isEmpty)
  }

  @Test(arguments: [
    "q1/age", "q1/citizen_id", "q5/registered_on", "q1/addr_province", "income/income_day",
  ])
  func `every kind of field gives its text back`(place: String) throws {
    var survey = try survey(at: "q1/addr_here")
    survey.press(.character("2"))
    survey.model.jump(to: "/data/q5/registered")
    survey.press(.character("1"))
    survey.model.jump(to: "/data/" + place)
    for key in keys("12") { survey.press(key) }
    let snapshot = try #require(rest(&survey))
    let again = try reopened(snapshot)
    #expect(again.model.editor.untaken == survey.model.editor.untaken)
    #expect(again.model.editor.untaken != nil)
    #expect(again.place == "/data/" + place)
  }

  @Test(arguments: [Key.tab, .down, .up, .backTab, .function(9), .pageDown, .function(6), .escape])
  func `going past it does not make it an answer, and does not lose it`(key: Key) throws {
    var first = try survey(at: "q1/last_name")
    for key in keys("ใจ") { first.press(key) }
    var survey = try reopened(try #require(rest(&first)))
    survey.press(key)
    #expect(survey.value("q1/last_name").isEmpty)
    #expect(survey.model.texts == [PendingText(path: "/data/q1/last_name", text: "ใจ")])
    survey.model.overlay = nil
    survey.model.jump(to: "/data/q1/last_name")
    #expect(survey.text.contains("ใจ"))
  }

  @Test func `undo, or taking it back letter by letter, drops it`() throws {
    var first = try survey(at: "q1/last_name")
    for key in keys("ใจ") { first.press(key) }
    let snapshot = try #require(rest(&first))
    for drop in [[Key.function(4)], [.backspace, .backspace, .tab]] {
      var survey = try reopened(snapshot)
      for key in drop { survey.press(key) }
      #expect(survey.model.texts.isEmpty)
      #expect(rest(&survey)?.pending == [], "the disk forgets it too")
    }
  }

  @Test func `a survey with a text that was not taken is not finished, and says where it is`()
    throws
  {
    var survey = try survey(at: "q1/age")
    for key in keys("34") { survey.press(key) }
    let snapshot = try #require(rest(&survey))
    var again = try reopened(snapshot)
    again.press(.function(9))
    guard case .review(let review)? = again.model.overlay else {
      Issue.record("no review")
      return
    }
    let row = try #require(review.rows.first { $0.target == "/data/q1/age" })
    #expect(row.text.contains("“34” พิมพ์ค้างไว้ ยังไม่เป็นคำตอบ") && row.text.hasPrefix("! "))
    #expect(!review.rows.contains { $0.finishes })
    #expect(snapshot.problems == again.model.problems.count)
    let section = try #require(again.model.sections.firstIndex { $0.path == "/data/q1" })
    guard case .wrong = SectionList.state(of: section, in: again.model) else {
      Issue.record("the section is not marked")
      return
    }
  }

  @Test func `an identity number that was not taken is not shown elsewhere`() throws {
    var survey = try survey(at: "q1/citizen_id")
    for key in keys("10000000") { survey.press(key) }
    var again = try reopened(try #require(rest(&survey)))
    again.press(.function(9))
    #expect(again.text.contains("ยังไม่เป็นคำตอบ"))
    #expect(!again.text.contains("10000000") && !again.text.contains("1-0000"))
  }

  @Test
  func `ranks with a gap stay in their boxes, forbid finishing, and become the answer when mended`()
    throws
  {
    var survey = try survey(at: "q6/needs")
    for key in keys("31") + [.down] { survey.press(key) }
    survey.press(.tab)
    #expect(survey.place == "/data/q6/needs", "it holds once")
    #expect(survey.text.contains("ขาดลำดับ 2"))
    survey.press(.tab)
    #expect(survey.place != "/data/q6/needs")
    #expect(survey.value("q6/needs").isEmpty)
    survey.press(.function(9))
    #expect(survey.text.contains("ลำดับที่ใส่ไว้ยังไม่เป็นคำตอบ:"))
    survey.press(.escape)
    let snapshot = try #require(rest(&survey))
    var again = try reopened(snapshot)
    again.model.jump(to: "/data/q6/needs")
    again.press(.down, .down, .character("2"), .enter, .enter)
    #expect(again.value("q6/needs_count") == "3")
    #expect(again.model.texts.isEmpty)
  }

  @Test func `ranks with a gap are kept when the form is left, after a question`() throws {
    var survey = try survey(at: "q6/needs")
    for key in keys("32") { survey.press(key) }
    survey.press(.escape)
    #expect(survey.text.contains("ออก แก้ทีหลัง"))
    survey.press(.character("2"))
    #expect(survey.effects.last == .leave)
    guard case .save(let snapshot)? = survey.effects.dropLast().last else {
      Issue.record("it was left unsaved")
      return
    }
    #expect(snapshot.pending.map(\.path) == ["/data/q6/needs"])
    #expect(snapshot.problems > 0)
  }

  @Test func `each change of ranks is taken back alone`() throws {
    var survey = try survey(at: "q6/needs")
    for key in keys("32") { survey.press(key) }
    survey.press(.function(4))
    guard case .rank(let ranking) = survey.model.editor else { return }
    #expect(ranking.ranking.ranks.compactMap(\.self) == [3])
  }

  @Test func `the numbers stay when the language is switched`() throws {
    var survey = try survey(at: "q6/needs")
    for key in keys("32") { survey.press(key) }
    survey.press(.function(2))
    #expect(survey.text.contains("[ 3]") && survey.text.contains("Vocational training"))
  }

  @Test func `the texts of a repeat go with their instance, and those behind it move up`() throws {
    var survey = try #require(Survey())
    survey.model.pending = [
      "/data/r[1]/a": "one", "/data/r[2]/a": "two", "/data/r[3]/s[2]/a": "three", "/data/b": "b",
    ]
    survey.model.dropTexts(below: "/data/r[2]")
    #expect(
      survey.model.pending == ["/data/r[1]/a": "one", "/data/r[2]/s[2]/a": "three", "/data/b": "b"])
  }
}
