import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// F9, Enter, 1 finishes an ordinary survey; where the review begins elsewhere it writes nothing.
@Suite struct AfterReviewTests {
  private func returned(at path: String) throws -> Survey {
    var first = try #require(Survey())
    first.model.jump(to: "/data/q1/title")
    first.press(.character("2"))
    for (path, text) in [
      ("first_name", "มาลี"), ("citizen_id", "1000000001013"), ("age", "42"), ("house_no", "12"),
    ] {
      first.model.jump(to: "/data/q1/" + path)
      first.answer(text)
    }
    let former = first.model.session
    let comment = QuestionComment(path: "/data/" + path, text: "ตรวจกับบัตร")
    return try #require(Survey(former, comments: [comment], former: former))
  }

  private func press(_ keys: [Key], in survey: inout Survey) {
    for (number, key) in keys.enumerated() { survey.press(key, at: 10_000 + number * 400) }
  }

  @Test(arguments: [
    "q1/citizen_id", "q1/title", "q1/age", "q1/house_no", "q1/first_name", "q2/rights",
    "certify/certified", "q6/needs",
  ])
  func `the keys that finish an ordinary survey change nothing at a remark`(path: String) throws {
    for digit in ["1", "2", "๑", "ๅ"] as [Unicode.Scalar] {
      var survey = try returned(at: path)
      survey.model.jump(to: "/data/grp/affected_group")
      let draft = survey.model.session.draft()
      press([.function(9), .enter], in: &survey)
      #expect(survey.place == "/data/" + path)
      let editor = survey.model.editor
      survey.press(.character(digit), at: 12_000)
      survey.press(.character(digit), at: 12_100)
      if survey.value(path).isEmpty, editor.typed != nil { continue }
      #expect(survey.model.editor == editor, "\(digit)")
      #expect(survey.model.notice != nil)
      press([.enter, .function(9)], in: &survey)
      #expect(survey.model.session.draft() == draft)
    }
  }

  @Test func `whoever types on after the first digit has typed both`() throws {
    var survey = try returned(at: "q1/age")
    survey.model.jump(to: "/data/grp/affected_group")
    press([.function(9), .enter] + keys("17") + [.enter], in: &survey)
    #expect(survey.value("q1/age") == "17")
  }

  @Test func `a choice is made by the second press, or by another digit at once`() throws {
    var survey = try returned(at: "q1/title")
    survey.model.jump(to: "/data/grp/affected_group")
    press([.function(9), .enter] + keys("11"), in: &survey)
    #expect(survey.text.contains("เลือก 1 นาย"))
    survey = try returned(at: "q1/title")
    survey.model.jump(to: "/data/grp/affected_group")
    press([.function(9), .enter] + keys("3"), in: &survey)
    #expect(survey.text.contains("เลือก 3 นางสาว"))
  }

  @Test func `a line of text answers at once`() throws {
    var survey = try returned(at: "q1/title")
    survey.model.jump(to: "/data/grp/affected_group")
    survey.press(.function(9), .enter, .character("1"))
    #expect(survey.text.contains("เลือก 1 นาย"))
  }
}
