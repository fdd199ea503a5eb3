import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct RepeatScreenTests {
  /// Two people, the second with an animal; the focus on the last answer.
  private func household() throws -> Survey {
    var survey = try SmallForm.household()
    survey.model.jump(to: "/data/person[1]/name")
    survey.answer("สมชาย")
    survey.model.jump(to: "/data/person")
    survey.press(.character("1"))
    survey.answer("สมหญิง")
    survey.press(.character("1"))
    survey.answer("ควาย")
    return survey
  }

  @Test func `the offers to add stand where the repeats are, the inner one first`() throws {
    let survey = try SmallForm.household()
    #expect(
      survey.model.entries.map(\.path) == [
        "/data/head", "/data/person[1]/name", "/data/person[1]/animal", "/data/person", "/data/end",
      ])
  }

  @Test func `one digit adds to a repeat in a repeat and goes to its first question`() throws {
    let survey = try household()
    #expect(survey.value("person[2]/animal[1]/kind") == "ควาย")
    #expect(survey.value("person[1]/name") == "สมชาย")
    #expect(survey.model.session.count(ofRepeat: "/data/person[1]/animal") == 0)
  }

  @Test func `what the focus stands in goes after a question, and F4 brings all of it back`() throws
  {
    var survey = try household()
    survey.model.jump(to: "/data/person[2]/name")
    survey.press(.function(8))
    #expect(survey.text.contains("ลบ “คน 2” พร้อมคำตอบ 2 ข้อหรือไม่"))
    let saves = survey.effects.count
    survey.press(.enter)
    #expect(survey.effects.count == saves, "the harmless answer is the first")
    survey.press(.function(8), .character("2"))
    #expect(survey.model.session.count(ofRepeat: "/data/person") == 1)
    #expect(survey.effects.count == saves + 1, "what is left is saved")
    #expect(!survey.text.contains("สมหญิง"))
    survey.press(.function(4))
    #expect(survey.value("person[2]/animal[1]/kind") == "ควาย")
    #expect(survey.place == "/data/person[2]/name")
  }

  @Test func `only the inner instance goes when the focus stands in it`() throws {
    var survey = try household()
    survey.model.jump(to: "/data/person[2]/animal[1]/kind")
    survey.press(.function(8), .character("2"))
    #expect(survey.value("person[2]/name") == "สมหญิง")
    #expect(survey.model.session.count(ofRepeat: "/data/person[2]/animal") == 0)
  }

  @Test func `the last instance can go, and another be added where it was`() throws {
    var survey = try SmallForm.household()
    survey.model.jump(to: "/data/person[1]/name")
    survey.press(.function(8), .character("2"))
    #expect(survey.model.entries.map(\.path) == ["/data/head", "/data/person", "/data/end"])
    survey.model.jump(to: "/data/person")
    survey.press(.character("๑"))
    #expect(survey.place == "/data/person[1]/name")
  }

  @Test func `what the form counts itself cannot be removed, and why is said`() throws {
    var survey = try SmallForm.survey(
      record: "<n/><child><age/></child>",
      binds: #"<bind nodeset="/data/n" type="int"/>"#,
      body: """
        <input ref="/data/n"><label>เด็กกี่คน</label></input>
        <group ref="/data/child"><label>เด็ก</label><repeat nodeset="/data/child" jr:count="/data/n">
        <input ref="/data/child/age"><label>อายุ</label></input></repeat></group>
        """)
    survey.answer("2")
    #expect(survey.model.session.count(ofRepeat: "/data/child") == 2)
    survey.model.jump(to: "/data/child[2]/age")
    survey.press(.function(8))
    #expect(survey.text.contains("จำนวนรายการมาจากคำตอบข้ออื่น"))
    #expect(survey.model.session.count(ofRepeat: "/data/child") == 2)
  }
}
