import SurveyForms
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

  private static let bindings = [
    (#"<bind nodeset="/data/house" relevant="/data/has = 'yes'"/>"#, 0),
    (#"<bind nodeset="/data/house/person" relevant="/data/has = 'yes'"/>"#, 1),
    (#"<bind nodeset="/data/house/person/name" relevant="/data/has = 'yes'"/>"#, 1),
  ]

  @Test(arguments: bindings)
  func `a repeat that is not relevant is not offered, and nothing can be added to it`(
    bind: String, offers: Int
  ) throws {
    for first in ["<person><name/></person>", ""] {
      var survey = try SmallForm.survey(
        record: """
          <has/><house jr:template=""><no/><person jr:template=""><name/></person></house>\
          <house><no/>\(first)</house><end/>
          """,
        binds: bind,
        body: """
          <input ref="/data/has"><label>มีบ้าน</label></input>
          <group ref="/data/house"><label>บ้าน</label><repeat nodeset="/data/house">
          <input ref="/data/house/no"><label>เลขที่</label></input>
          <group ref="/data/house/person"><label>คน</label><repeat nodeset="/data/house/person">
          <input ref="/data/house/person/name"><label>ชื่อ</label></input>
          </repeat></group></repeat></group>
          <input ref="/data/end"><label>หมายเหตุ</label></input>
          """)
      func offered() -> Int {
        survey.model.entries.count { if case .addAnother = $0.kind { true } else { false } }
      }
      #expect(offered() == offers, "\(first)")
      let draft = survey.model.session.draft()
      #expect(throws: AnswerProblem.notOpen) {
        try survey.model.session.addRepeat("/data/house[1]/person")
      }
      #expect(survey.model.session.draft() == draft)
      survey.model.jump(to: "/data/has")
      survey.answer("yes")
      #expect(offered() == 2)
      survey.model.jump(to: "/data/house[1]/person")
      survey.press(.character("1"))
      #expect(survey.place.hasSuffix("/name"))
    }
  }

  @Test func `a repeat that takes so many is offered until it has them`() throws {
    var survey = try SmallForm.survey(
      record: #"<person jr:template=""><name/></person><person><name/></person><end/>"#,
      binds: #"<bind nodeset="/data/person/name" relevant="position(..) &lt;= 2"/>"#,
      body: """
        <group ref="/data/person"><label>คน</label><repeat nodeset="/data/person">
        <input ref="/data/person/name"><label>ชื่อ</label></input></repeat></group>
        <input ref="/data/end"><label>หมายเหตุ</label></input>
        """)
    survey.model.jump(to: "/data/person")
    survey.press(.character("1"))
    #expect(survey.place == "/data/person[2]/name")
    #expect(survey.model.entries.map(\.path).last == "/data/end")
    #expect(!survey.model.entries.contains { $0.path == "/data/person" })
    survey.press(.function(8), .character("2"))
    #expect(survey.model.session.count(ofRepeat: "/data/person") == 1, "and one can go again")
  }
}
