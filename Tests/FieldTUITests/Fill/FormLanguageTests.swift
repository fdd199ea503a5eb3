import SurveyForms
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

@Suite struct FormLanguageTests {
  private func survey(_ names: [String], language: Language = .thai) throws -> Survey {
    let texts = names.map { name in
      """
      <translation lang="\(name)"><text id="a"><value>Asked in \(name)</value></text></translation>
      """
    }
    return try SmallForm.survey(
      record: "<a/><b/>",
      body: #"<input ref="/data/a"><label ref="jr:itext('a')"/></input>"#,
      lists: "<itext>\(texts.joined())</itext>", language: language)
  }

  @Test(arguments: [
    ("Thai", Language.thai), ("thai", .thai), ("ไทย", .thai), ("ภาษาไทย (th)", .thai),
    ("th", .thai),
    ("TH", .thai), ("th-TH", .thai), ("Thai (Siam)", .thai), ("English (EN)", .english),
    ("English", .english), ("ENGLISH", .english), ("en", .english), ("English (en-US)", .english),
    ("อังกฤษ", .english), ("Inglés (en)", .english),
  ])
  func `a form's language is known by its code and by its name`(name: String, language: Language) {
    #expect(FormLanguage.name(of: language, among: ["Melayu (ms)", name]) == name)
    #expect(FormLanguage.name(of: language.other, among: ["Melayu (ms)", name]) == nil)
  }

  @Test(arguments: ["မြန်မာ (my)", "Melayu (ms)", "دری (prs)", "Deutsch", "default", "Ilocano"])
  func `another language is none of the screens'`(name: String) {
    for language in Language.allCases {
      #expect(FormLanguage.name(of: language, among: [name]) == nil)
    }
  }

  @Test func `F2 switches a form that speaks the screens' two languages alone`() throws {
    var survey = try survey(["Thai", "English"])
    #expect(survey.text.contains("Asked in Thai"))
    #expect(!survey.text.contains("F2 เลือกภาษา"))
    survey.press(.function(2))
    #expect(survey.text.contains("Asked in English"))
  }

  @Test func `any language is chosen from a list, and the screens follow where they can`() throws {
    var survey = try survey(["English (en)", "Thai", "မြန်မာ (my)", "Melayu (ms)", "دری (prs)"])
    #expect(survey.text.contains("ภาษา: Thai · F2 เลือกภาษา (มี 5)"))
    survey.press(.function(2))
    #expect(survey.text.contains("Melayu (ms)"))
    survey.press(.character("4"))
    #expect(survey.text.contains("Asked in Melayu (ms)"))
    #expect(survey.model.language == .thai)
    #expect(survey.effects.contains(.formLanguage("Melayu (ms)")))
    survey.press(.function(2), .character("3"))
    #expect(survey.text.contains("Asked in မြန်မာ (my)"))
    survey.press(.function(2), .character("1"))
    #expect(survey.text.contains("Asked in English (en)"))
    #expect(survey.model.language == .english)
    #expect(survey.effects.contains(.formLanguage(nil)))
    survey.press(.function(2), .escape)
    #expect(survey.text.contains("Asked in English (en)"))
  }

  @Test func `a form without the screens' languages is read in its own, and the screens switch`()
    throws
  {
    var survey = try survey(["Melayu (ms)", "မြန်မာ (my)"])
    #expect(survey.text.contains("Asked in Melayu (ms)"))
    survey.press(.function(2))
    #expect(survey.text.contains("English (เฉพาะคำของโปรแกรม)"))
    survey.press(.character("4"))
    #expect(survey.model.language == .english)
    #expect(survey.text.contains("Asked in Melayu (ms)"))
  }

  @Test func `a language that was chosen is kept over an undo and another opening`() throws {
    var survey = try survey(["Thai", "Melayu (ms)"])
    survey.press(.function(2), .character("2"))
    survey.answer("Mali")
    survey.press(.function(4))
    #expect(survey.model.session.language == "Melayu (ms)")
    var again = try self.survey(["Thai", "Melayu (ms)"])
    again.model.prefer("Melayu (ms)")
    #expect(again.text.contains("Asked in Melayu (ms)"))
    again.model.prefer("Latin")
    #expect(again.model.session.language == "Melayu (ms)", "the form lost it: as it was")
  }

  @Test(arguments: [(24, 80), (20, 60), (12, 40)])
  func `the list of languages looks right`(rows: Int, columns: Int) throws {
    var survey = try survey(["Thai", "မြန်မာ (my)", "Melayu (ms)"])
    expectGolden(survey.screen(rows: rows, columns: columns), "fill-others-\(columns)x\(rows)")
    survey.press(.function(2))
    expectGolden(survey.screen(rows: rows, columns: columns), "fill-languages-\(columns)x\(rows)")
  }
}
