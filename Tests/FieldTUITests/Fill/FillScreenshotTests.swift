import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// How the main pages look at the sizes that must be perfect and must work, in both languages.
@Suite struct FillScreenshotTests {
  private func shoot(_ name: String, at place: String, _ act: (inout Survey) -> Void) throws {
    try shoot(name) { language in
      var survey = try #require(Survey(language: language))
      survey.model.jump(to: "/data/" + place)
      act(&survey)
      return survey
    }
  }

  private func shoot(_ name: String, _ make: (Language) throws -> Survey) throws {
    for language in Language.allCases {
      let survey = try make(language)
      for (rows, columns) in EveryScreenTests.sizes {
        expectGolden(
          survey.screen(rows: rows, columns: columns),
          "\(name)-\(language.rawValue)-\(columns)x\(rows)")
      }
    }
  }

  @Test func `the list of all questions, searched`() throws {
    try shoot("fill-jump", at: "q1/first_name") { survey in
      survey.press(.function(6))
      for key in keys("บ้าน") { survey.press(key) }
    }
  }

  @Test func `an answer that the disk did not take`() throws {
    try shoot("fill-not-saved", at: "q1/first_name") { survey in
      survey.saves = false
      survey.answer("สมชาย")
      _ = FillScreen.update(&survey.model, .saveFailed(survey.model.saving.asked))
    }
  }

  private func returned(_ language: Language) throws -> Survey {
    var first = try #require(Survey(language: language))
    first.model.jump(to: "/data/q1/last_name")
    first.answer("ศรีสุข")
    let comment = QuestionComment(path: "/data/q1/last_name", text: "ตามบัตรสะกดว่า ศรีสุขใจ")
    let former = first.model.session
    return try #require(
      Survey(
        former, language: language, comments: [comment], former: former,
        place: "/data/q1/last_name"))
  }

  @Test func `a record that came back, with the officer's words`() throws {
    try shoot("fill-returned") { try returned($0) }
  }

  @Test func `the review of a record that came back`() throws {
    try shoot("fill-returned-review") { language in
      var survey = try returned(language)
      survey.press(.function(9))
      return survey
    }
  }

  @Test func `whether a person of the household is to go`() throws {
    try shoot("fill-remove") { language in
      var survey = try SmallForm.household()
      survey.model.speak(language)
      survey.model.jump(to: "/data/person[1]/name")
      survey.answer("สมชาย")
      survey.model.jump(to: "/data/person[1]/name")
      survey.press(.function(8))
      return survey
    }
  }

  @Test func `an identity number half typed`() throws {
    try shoot("fill-national-id", at: "q1/citizen_id") { survey in
      for key in keys("147050000") { survey.press(key) }
    }
  }

  @Test func `a place being looked for`() throws {
    try shoot("fill-place", at: "q1/addr_here") { survey in
      survey.press(.character("2"), .enter)
      for key in keys("หนองบัว") { survey.press(key) }
    }
  }

  @Test func `a place that is not found, and the box before it is left behind`() throws {
    try shoot("fill-place-nothing", at: "q1/addr_here") { survey in
      survey.press(.character("2"), .enter)
      survey.answer("พังโครน")
    }
    try shoot("fill-abandon", at: "q1/age") { survey in
      survey.answer("abc")
      survey.press(.escape)
    }
  }

  @Test func `the explanations of the review and of the list of questions`() throws {
    try shoot("fill-help-review", at: "q1/age") { $0.press(.function(9), .function(1)) }
    try shoot("fill-help-jump", at: "q1/age") { $0.press(.function(6), .function(1)) }
  }

  @Test func `a day typed in the common era`() throws {
    try shoot("fill-date", at: "certify/survey_date") { survey in
      survey.press(.control("u"))
      for key in keys("10/4/2020") { survey.press(key) }
    }
  }

  @Test func `needs being ranked`() throws {
    try shoot("fill-rank", at: "q6/needs") { survey in
      for key in keys("41") + [.down] + keys("44") + [.down] + keys("12") { survey.press(key) }
    }
  }

  @Test func `needs in the order of their ranks`() throws {
    try shoot("fill-rank-order", at: "q6/needs") { survey in
      for key in keys("31") + [.down] + keys("2") + [.function(5), .home] { survey.press(key) }
    }
  }

  @Test func `needs and their answer on the page and in the review`() throws {
    try shoot("fill-rank-review", at: "q6/needs") { survey in
      for key in keys("31") + [.down] + keys("2") + [.tab, .function(9), .end, .up] {
        survey.press(key)
      }
    }
  }

  @Test func `a single choice and its warning`() throws {
    try shoot("fill-choice", at: "q2/rights") { survey in
      survey.press(.character("1"))
      survey.model.jump(to: "/data/q3/impact")
      survey.press(.character("2"))
      survey.model.jump(to: "/data/q3/impact")
    }
  }

  @Test func `the review of a record that is hardly begun`() throws {
    try shoot("fill-review", at: "q1/first_name") { survey in
      survey.answer("สมชาย")
      survey.press(.function(9))
    }
  }

  @Test func `the explanation of a question`() throws {
    try shoot("fill-help", at: "q6/needs") { $0.press(.function(1)) }
  }
}
