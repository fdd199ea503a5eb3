import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// How the main pages look at the sizes that must be perfect and must work, in both languages.
@Suite struct FillScreenshotTests {
  static let sizes = [(24, 80, ""), (20, 60, "-narrow"), (12, 40, "-smallest")]

  private func shoot(_ name: String, at place: String, _ act: (inout Survey) -> Void) throws {
    for language in Language.allCases {
      for (rows, columns, suffix) in Self.sizes {
        var survey = try #require(Survey(language: language))
        survey.model.jump(to: "/data/" + place)
        act(&survey)
        expectGolden(
          survey.screen(rows: rows, columns: columns), "\(name)-\(language.rawValue)\(suffix)")
      }
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

  @Test func `a day typed in the common era`() throws {
    try shoot("fill-date", at: "certify/survey_date") { survey in
      survey.press(.control("u"))
      for key in keys("10/4/2020") { survey.press(key) }
    }
  }

  @Test func `needs being ranked`() throws {
    try shoot("fill-rank", at: "q6/needs") { survey in
      survey.press(.character(" "), .down, .character(" "), .character("1"))
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
