import SurveyForms
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// Forms too long for a page.
@Suite struct LongFormTests {
  /// 120 questions, in no group.
  private func survey(_ language: Language = .thai, binds: String = "") throws -> Survey {
    try SmallForm.survey(
      record: (0..<120).map { "<q\($0)/>" }.joined(), binds: binds,
      body: (0..<120).map {
        "<input ref=\"/data/q\($0)\"><label>คำถามที่ \($0 + 1)</label></input>"
      }.joined(), language: language)
  }

  @Test func `a form without groups has pages that are numbered`() throws {
    var survey = try survey()
    #expect(survey.model.sections.count == 5)
    #expect(survey.text.contains("คำถามที่ 1 1/5"))
    survey.press(.pageDown)
    #expect(survey.place == "/data/q25")
    #expect(survey.text.contains("คำถามที่ 26 2/5"))
  }

  @Test func `the last question of a page leads to the first of the next`() throws {
    var survey = try survey()
    survey.model.jump(to: "/data/q24")
    survey.answer("บ้านโพน")
    #expect(survey.place == "/data/q25")
    #expect(SectionList.state(of: 0, in: survey.model) == .done)
  }

  @Test func `what is kept of the pages is what reading the form anew gives`() throws {
    var survey = try survey(
      binds: """
        <bind nodeset="/data/q80" relevant="/data/q3 = 'ใช่'"/>
        <bind nodeset="/data/q100" required="/data/q3 = 'ใช่'"/>
        """)
    for text in ["ไม่", "ใช่", "ไม่"] {
      survey.model.jump(to: "/data/q3")
      survey.press(.control("u"))
      survey.answer(text)
      #expect(survey.model.sections == survey.model.session.sections())
      #expect(survey.model.problems.count == (text == "ใช่" ? 1 : 0))
    }
  }

  @Test func `F3 goes through thousands of problems one by one`() throws {
    var survey = try survey(
      binds: (0..<120).map { #"<bind nodeset="/data/q\#($0)" required="true()"/>"# }.joined())
    survey.press(.function(9), .escape)
    survey.model.jump(to: "/data/q118")
    survey.press(.function(3))
    #expect(survey.place == "/data/q119")
    survey.press(.function(3))
    #expect(survey.place == "/data/q0", "and round to the first")
  }

  @Test func `a long form at all sizes`() throws {
    for language in Language.allCases {
      for (rows, columns) in EveryScreenTests.sizes {
        var survey = try survey(language)
        survey.model.jump(to: "/data/q60")
        survey.answer("บ้านโพน")
        expectGolden(
          survey.screen(rows: rows, columns: columns),
          "fill-long-\(language.rawValue)-\(columns)x\(rows)")
      }
    }
  }
}

/// Rules of a form that are stopped, on the screen.
@Suite struct StoppedRuleTests {
  private func survey() throws -> Survey {
    let items = (0..<1_000).map { "<item><name>n\($0)</name></item>" }.joined()
    let form = try SmallForm.form(
      record: "<head/><found/><end/>",
      binds: """
        <bind nodeset="/data/found" \
        calculate="count(instance('list')/root/item[contains(name, /data/head)])"/>
        """,
      body: """
        <input ref="/data/head"><label>หัวหน้าครัวเรือน</label></input>
        <input ref="/data/found"><label>จำนวนที่พบ</label></input>
        <input ref="/data/end"><label>หมายเหตุ</label></input>
        """, lists: #"<instance id="list"><root>\#(items)</root></instance>"#)
    var environment = Survey.environment
    environment.mostWork = 300
    return try #require(
      Survey(FormSession(form, environment: environment), profile: nil))
  }

  @Test func `a rule that is stopped is said, and nothing is lost`() throws {
    var survey = try survey()
    #expect(survey.model.notice == .form(.ruleStopped("จำนวนที่พบ")))
    survey.answer("สมชาย")
    #expect(survey.model.notice == nil, "it is said once")
    #expect(survey.model.session.value("/data/head") == "สมชาย")
  }

  @Test func `the review names it, and the record can be finished`() throws {
    var survey = try survey()
    survey.answer("สมชาย")
    survey.press(.function(9))
    #expect(survey.text.contains("จำนวนที่พบ"))
    #expect(survey.text.contains("จบได้"))
    survey.press(.enter, .enter)
    #expect(survey.effects.contains { if case .finish = $0 { true } else { false } })
  }
}
