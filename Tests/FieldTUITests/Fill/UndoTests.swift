import TerminalKit
import Testing

@testable import FieldTUI

/// F4 takes back and F7 gives again, and each says what it did.
@Suite struct UndoTests {
  private func survey(at place: String) throws -> Survey {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/" + place)
    return survey
  }

  @Test func `undo says what it took back on another page, and redo brings it back`() throws {
    var survey = try survey(at: "q1/title")
    survey.press(.character("2"))
    survey.answer("มาลี")
    let whole = survey.model.session.draft()
    survey.model.jump(to: "/data/income/income_day")
    survey.press(.function(4))
    #expect(survey.place == "/data/q1/first_name")
    #expect(survey.text.contains("เอา “มาลี” ออกแล้ว · F7 ทำซ้ำ"))
    survey.press(.function(4))
    #expect(survey.place == "/data/q1/title")
    #expect(survey.text.contains("เอา “นาง” ออกแล้ว"))
    #expect(GridText.row(23, of: survey.screen(columns: 120)).contains("F7 ทำซ้ำ"))
    survey.press(.function(7), .control("y"))
    #expect(survey.model.session.draft() == whole)
    #expect(survey.place == "/data/q1/first_name")
    #expect(survey.text.contains("ทำซ้ำ “ชื่อตัว”: “มาลี”"))
    guard case .save(let snapshot)? = survey.effects.last else {
      Issue.record("what was redone is not saved")
      return
    }
    #expect(snapshot.instance == whole)
    survey.press(.function(7))
    #expect(survey.text.contains("ไม่มีอะไรให้ทำซ้ำ"))
  }

  @Test func `an answer that was changed says what it is again`() throws {
    var survey = try survey(at: "q1/title")
    survey.press(.character("2"))
    survey.model.jump(to: "/data/q1/title")
    survey.press(.character("3"), .function(4))
    #expect(survey.text.contains("กลับเป็น “นาง”"))
  }

  @Test func `a new answer ends what could be redone`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.answer("มาลี")
    survey.press(.function(4))
    survey.answer("มานี")
    survey.press(.function(7))
    #expect(survey.value("q1/first_name") == "มานี")
  }

  @Test func `the number of a card is not said whole`() throws {
    var survey = try survey(at: "q1/citizen_id")
    survey.answer("1000000001013")
    survey.press(.function(4))
    #expect(survey.value("q1/citizen_id").isEmpty)
    #expect(survey.text.contains("*-****-****1-01-3"))
    survey.press(.down, .function(7))
    #expect(survey.value("q1/citizen_id") == "1000000001013")
    let status = GridText.row(22, of: survey.screen())
    #expect(!status.contains("0000") && status.contains("1-01-3"))
  }

  @Test func `what is typed is undone and redone in its field first`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.answer("มาลี")
    survey.model.jump(to: "/data/q1/last_name")
    for key in keys("ใจดี") { survey.press(key) }
    survey.press(.function(4))
    #expect(survey.model.editor.typed?.field.text.isEmpty == true)
    #expect(survey.text.contains("ย้อนข้อความที่พิมพ์ในช่อง"))
    survey.press(.function(7))
    #expect(survey.model.editor.typed?.field.text == "ใจดี")
    survey.press(.function(4), .function(4))
    #expect(survey.value("q1/first_name").isEmpty, "then the answer before it")
  }

  @Test func `an instance that was added or removed is named`() throws {
    var survey = try SmallForm.household()
    survey.model.jump(to: "/data/person")
    survey.press(.character("1"))
    survey.answer("สมหญิง")
    survey.model.jump(to: "/data/person[2]/name")
    survey.press(.function(8), .character("2"), .function(4))
    #expect(survey.text.contains("เอา “คน 2” กลับมาแล้ว"))
    #expect(survey.value("person[2]/name") == "สมหญิง")
    survey.press(.function(4), .function(4))
    #expect(survey.text.contains("ย้อนการเพิ่ม “คน”"))
    survey.press(.function(7), .function(7))
    #expect(survey.value("person[2]/name") == "สมหญิง")
  }
}
