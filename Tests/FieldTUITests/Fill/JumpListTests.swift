import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct JumpListTests {
  private func list(_ survey: Survey) throws -> JumpList.Model {
    guard case .jump(let list)? = survey.model.overlay else {
      Issue.record("no list is open")
      return JumpList.Model([], here: "")
    }
    return list
  }

  @Test func `the list names sections, instances and questions, with what is missing or wrong`()
    throws
  {
    var survey = try SmallForm.household()
    survey.model.jump(to: "/data/person[1]/name")
    survey.press(.function(6))
    let rows = try list(survey).rows
    #expect(rows.map(\.text) == ["หัวหน้าครัวเรือน", "หัวหน้าครัวเรือน", "คน 1", "ชื่อ", "หมายเหตุ"])
    #expect(rows.map(\.mark) == [.heading, .empty, .heading, .missing, .empty])
    #expect(survey.text.contains("[*] ชื่อ"))
    survey.press(.enter)
    #expect(survey.place == "/data/person[1]/name", "it opens where the person was")
  }

  @Test func `part of a question's words finds it, and enter goes there`() throws {
    var survey = try #require(Survey())
    survey.press(.function(6))
    for key in keys("ไปรษณี") { survey.press(key) }
    #expect(try list(survey).found.count == 1)
    survey.press(.enter)
    #expect(survey.place == "/data/q1/postcode")
    #expect(survey.model.overlay == nil)
  }

  @Test func `F3 shows only what is missing or wrong`() throws {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/citizen_id")
    survey.answer("1-0000-00001-01-4")
    survey.press(.function(6), .function(3))
    let model = try list(survey)
    #expect(model.found.allSatisfy { model.rows[$0].mark.isOpen })
    #expect(model.found.contains { model.rows[$0].mark == .wrong })
    survey.press(.escape)
    #expect(survey.place == "/data/q1/citizen_id")
  }
}
