import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// A whole survey typed as a village head types it.
@Suite struct WholeSurveyTests {
  private func filled() throws -> Survey {
    var survey = try #require(Survey())
    survey.press(.character("2"), .character("1"))
    survey.answer("สมชาย")
    survey.answer("ใจดี")
    survey.answer("0812345678")
    survey.press(.enter)
    survey.answer("1000000001013")
    survey.answer("42")
    survey.answer("12/3")
    survey.press(.enter, .enter, .enter)
    survey.answer("5")
    survey.press(.enter, .character("3"))
    survey.press(.enter, .enter, .enter, .character("3"))
    // Hours were cut, and nobody is named who cut them: the warning keeps the page.
    survey.press(.enter, .character("2"))
    survey.press(.character(" "), .down, .character(" "), .enter)
    survey.answer("300")
    survey.answer("9000")
    survey.press(.character("1"), .enter)
    survey.answer("20/4/2563")
    survey.press(.character("1"))
    return survey
  }

  @Test func `it comes to a review without problems and ends with a submission`() throws {
    var survey = try filled()
    #expect(survey.text.contains("ตอบครบแล้ว"))
    #expect(survey.text.contains("เสร็จแล้ว พร้อมส่ง"))
    survey.press(.enter, .enter)
    guard case .finish(let snapshot, let submission, _)? = survey.effects.last else {
      Issue.record("it did not finish")
      return
    }
    #expect(snapshot.problems == 0)
    #expect(snapshot.title == "สมชาย ใจดี (12/3)")
    let text = String(decoding: submission, as: UTF8.self)
    #expect(text.contains("<citizen_id>1000000001013</citizen_id>"))
    #expect(text.contains("<needs_count>2</needs_count>"))
    #expect(!text.contains("<other_impact>"), "what is not asked is not sent")
  }

  @Test func `a record that came back shows its pages as done, but the one that lacks an answer`()
    throws
  {
    let sent = try filled().model.session
    var correction = sent
    _ = try correction.answer("/data/q1/age", "")
    let survey = try #require(Survey(correction, former: sent, place: "/data/grp/affected_group"))
    let states = survey.model.sections.indices.map { SectionList.state(of: $0, in: survey.model) }
    let personal = try #require(survey.model.sections.firstIndex { $0.path == "/data/q1" })
    #expect(states[personal] == .notReached)
    #expect(states.count { $0 == .done || $0 == .warned } == states.count - 1)
  }

  @Test func `with a problem left it cannot finish and each problem is a jump`() throws {
    var survey = try filled()
    survey.press(.escape)
    survey.model.jump(to: "/data/q1/age")
    survey.press(.backspace, .backspace, .tab, .function(9))
    #expect(survey.text.contains("ต้องแก้ 1 ข้อ"))
    #expect(!survey.text.contains("[ เสร็จแล้ว พร้อมส่ง ]"))
    survey.press(.enter)
    #expect(survey.place == "/data/q1/age")
    #expect(!survey.effects.contains { if case .finish = $0 { true } else { false } })
  }

  @Test func `the review hides the identity number`() throws {
    let survey = try filled()
    #expect(survey.text.contains("*-****-****1-01-3"))
    #expect(!survey.text.contains("1-0000-00001-01-3"))
  }

  @Test func `a returned record shows the comment, the old answer and the next flagged question`()
    throws
  {
    var first = try filled()
    first.press(.enter, .enter)
    guard case .finish(_, let submission, _)? = first.effects.last else {
      Issue.record("it did not finish")
      return
    }
    let form = try #require(Survey.form)
    let session = try FormSession(form, draft: submission, environment: Survey.environment)
    let comments = [
      QuestionComment(path: "/data/q1/age", text: "ตรวจอายุกับบัตรอีกครั้ง"),
      QuestionComment(path: "/data/income/income_day", text: "รายได้ต่อวันหรือต่อเดือน"),
    ]
    var survey = try #require(Survey(session, comments: comments, former: session))
    #expect(survey.place == "/data/q1/age", "it opens at the first")
    #expect(survey.text.contains("เจ้าหน้าที่: ตรวจอายุกับบัตรอีกครั้ง"))
    survey.press(.backspace, .backspace)
    survey.answer("43")
    #expect(survey.text.contains("คำตอบเดิม: 42"))
    survey.press(.function(3))
    #expect(survey.place == "/data/income/income_day")
    survey.press(.function(3))
    #expect(survey.place == "/data/q1/age", "after the last comes the first")
  }
}
