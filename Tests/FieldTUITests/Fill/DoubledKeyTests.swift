import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// A key that arrives twice, by a worn switch, a trembling hand or a key held down.
@Suite struct DoubledKeyTests {
  private func survey(at place: String) throws -> Survey {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/" + place)
    return survey
  }

  @Test(arguments: [
    ("grp/affected_group", "2", "q1/title"), ("q2/rights", "3", "q3/employer"),
    ("q5/registered", "1", "q5/registered_on"),
    ("certify/certified", "1", "certify/informant_self"),
  ])
  func `a digit that arrives twice answers one question`(
    place: String, digit: Unicode.Scalar, next: String
  ) throws {
    for delay in [0, 30, 120, 249] {
      var survey = try survey(at: place)
      survey.press(.character(digit), at: 5_000)
      let (draft, notice) = (survey.model.session.draft(), survey.model.notice)
      survey.press(.character(digit), at: 5_000 + delay)
      #expect(survey.model.session.draft() == draft, "\(delay) ms")
      #expect(survey.model.editor.isDirty == false)
      #expect(survey.model.notice == notice, "what was chosen is still said")
    }
  }

  @Test func `another digit, or the same one later, is taken`() throws {
    var survey = try survey(at: "grp/affected_group")
    survey.press(.character("2"), at: 5_000)
    survey.press(.character("1"), at: 5_010)
    #expect(!survey.value("q1/title").isEmpty)
    survey = try self.survey(at: "grp/affected_group")
    survey.press(.character("2"), at: 5_000)
    survey.press(.character("2"), at: 5_250)
    #expect(!survey.value("q1/title").isEmpty)
  }

  @Test func `what a digit chose is said at the next question`() throws {
    var survey = try survey(at: "q1/title")
    survey.press(.character("2"))
    #expect(survey.place == "/data/q1/first_name")
    #expect(survey.text.contains("เลือก 2 นาง"))
    survey.press(.character("ม"))
    #expect(!survey.text.contains("เลือก 2 นาง"))
    survey.model.jump(to: "/data/q1/title")
    survey.press(.backspace)
    #expect(survey.text.contains("ลบคำตอบแล้ว"))
  }

  @Test func `Enter held down at the end of a page stops at the review`() throws {
    var survey = try survey(at: "certify/paper_signed")
    survey.press(.character("1"), at: 1_000)
    survey.press(.escape, at: 3_000)
    survey.model.jump(to: "/data/certify/paper_signed")
    for repeated in 0..<90 { survey.press(.enter, at: 5_000 + repeated * 33) }
    guard case .review(let review)? = survey.model.overlay else {
      Issue.record("no review")
      return
    }
    #expect(review.confirm == nil)
    #expect(!survey.effects.contains { if case .finish = $0 { true } else { false } })
  }

  @Test func `a tick that arrives twice stays`() throws {
    var survey = try SmallForm.survey(
      record: "<needs/>",
      body: "<select ref=\"/data/needs\"><label>สิ่งที่ขาด</label>"
        + (1...4).map { "<item><label>สิ่ง \($0)</label><value>n\($0)</value></item>" }.joined()
        + "</select>")
    survey.press(.character("3"), at: 100)
    survey.press(.character("3"), at: 180)
    #expect(survey.value("needs") == "n3")
    survey.press(.character(" "), at: 900)
    survey.press(.character(" "), at: 950)
    #expect(survey.value("needs").isEmpty)
    survey.press(.character("3"), at: 2_000)
    survey.press(.character("4"), at: 2_040)
    #expect(survey.value("needs") == "n3 n4")
  }

  @Test func `Esc that arrives twice closes one thing`() throws {
    var survey = try survey(at: "q1/title")
    for opener in [Key.function(9), .function(6), .function(1), .character(" ")] {
      survey.press(opener, at: 1_000)
      survey.press(.escape, at: 2_000)
      survey.press(.escape, at: 2_060)
      #expect(!survey.effects.contains(.leave), "\(opener)")
      #expect(survey.model.overlay == nil && !survey.model.editor.isOpen)
    }
  }

  @Test func `adding another one twice adds one`() throws {
    var survey = try SmallForm.household()
    survey.model.jump(to: "/data/person")
    survey.press(.character("1"), at: 100)
    survey.press(.character("1"), at: 150)
    #expect(survey.model.session.count(ofRepeat: "/data/person") == 2)
    #expect(survey.model.editor.typed?.field.text.isEmpty == true)
  }

  @Test func `the digit of the menu answers nothing in the survey that it opened`() throws {
    var model = MadeUp.home()
    _ = model.update(.key(.character("1"), at: 1_000))
    let survey = try #require(Survey())
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    let record = OpenRecord(
      formID: "affected_person", formVersion: "1", formHash: hash, parent: nil)
    _ = model.update(.opened(survey.model, record))
    #expect(model.update(.key(.character("1"), at: 1_120)).isEmpty)
    #expect(!model.update(.key(.character("1"), at: 1_400)).isEmpty, "later it is an answer")
  }

  @Test func `a key of a line of text never bounces`() throws {
    var survey = try survey(at: "grp/affected_group")
    survey.press(.character("2"), .character("2"))
    #expect(!survey.value("q1/title").isEmpty)
  }
}
