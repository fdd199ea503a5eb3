import SurveyForms
import Testing

/// A record that is put away and taken out again.
@Suite struct DraftTests {
  @Test func `a reopened draft is the record that was put away, hidden answers too`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.answer("q1/first_name", "มาลี & <สมชาย> \"ใจดี\"")
    try survey.answer("q1/age", "61")
    try survey.answer("q1/addr_here", "no")
    try survey.answer("q1/addr_province", "47")
    try survey.answer("q1/addr_here", "yes")
    let reopened = try Scenario(reopening: survey)
    #expect(reopened.session.draft() == survey.session.draft())
    #expect(reopened.value("q1/first_name") == "มาลี & <สมชาย> \"ใจดี\"")
    #expect(reopened.value("q1/addr_province") == "47", "hidden, and kept")
    #expect(reopened.session.instanceID == survey.session.instanceID)
    #expect(reopened.problems == survey.problems)
  }

  @Test func `instances that a count hides come back with their answers after reopening`() throws {
    var survey = try Scenario(
      """
      | type         | name   | count     |
      | integer      | people |           |
      | begin repeat | person | ${people} |
      | text         | name   |           |
      | end repeat   |        |           |
      """)
    try survey.answer("people", "3")
    try survey.answer("person[2]/name", "มาลี")
    try survey.answer("person[3]/name", "บุญมา")
    try survey.answer("people", "1")
    var reopened = try Scenario(reopening: survey)
    #expect(reopened.session.count(ofRepeat: "/data/person") == 1)
    try reopened.answer("people", "3")
    #expect(reopened.value("person[2]/name") == "มาลี")
    #expect(reopened.value("person[3]/name") == "บุญมา")
  }

  @Test func `a record reopens whatever its prefixes stand for`() throws {
    var survey = try Scenario(
      record: """
        <jr:visit><x:name xmlns:x="http://www.w3.org/2002/xforms"/><p:day xmlns:p="urn:p" p:kind="1"/>
        </jr:visit>
        """, binds: "",
      body: #"<input ref="/data/jr:visit/x:name"><label>ชื่อ</label></input>"#)
    try survey.answer("jr:visit/x:name", "มาลี")
    let reopened = try Scenario(reopening: survey)
    #expect(reopened.value("jr:visit/x:name") == "มาลี")
    #expect(reopened.session.draft() == survey.session.draft())
  }

  @Test func `a submission that came back opens with what was sent`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.answer("q1/first_name", "มาลี")
    var returned = try Scenario(reopening: survey, bytes: survey.session.submission())
    #expect(returned.value("q1/first_name") == "มาลี")
    let sent = returned.session.instanceID
    returned.session.beginRevision()
    #expect(returned.session.instanceID.hasPrefix("uuid:"))
    #expect(sent == survey.session.instanceID)
  }

  @Test func `a record of another form is refused by name`() throws {
    let survey = try Scenario(
      """
      | type | name |
      | text | head |
      """)
    #expect(throws: DraftProblem.otherForm(id: "village", version: "1")) {
      try FormSession(
        #require(Forms.affectedPerson), draft: survey.session.draft(),
        environment: Forms.environment)
    }
    #expect(throws: DraftProblem.unreadable) {
      try FormSession(
        survey.session.definition, draft: Array("ร่าง".utf8), environment: Forms.environment)
    }
  }
}

extension Scenario {
  fileprivate init(reopening survey: Scenario, bytes: [UInt8]? = nil) throws {
    session = try FormSession(
      survey.session.definition, draft: bytes ?? survey.session.draft(),
      environment: Forms.environment)
  }
}
