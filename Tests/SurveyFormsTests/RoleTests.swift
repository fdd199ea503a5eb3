import SurveyForms
import Testing

/// What questions are about: by the form's word, else by their names.
@Suite struct RoleTests {
  private static let namespace = #"xmlns:ft="urn:fieldtui:form""#

  private static func body(_ names: String...) -> String {
    names.map { #"<input ref="/data/\#($0)"><label>x</label></input>"# }.joined()
  }

  @Test func `a bind says what its question is about, whatever the question is called`() throws {
    let story = try Scenario(
      record: "<pid/><no/>",
      binds: #"<bind \#(Self.namespace) nodeset="/data/pid" ft:role="national-id"/>"#
        + #"<bind \#(Self.namespace) nodeset="/data/no" ft:role="house-number"/>"#,
      body: Self.body("pid", "no"))
    #expect(story.session.path(of: .nationalID) == "/data/pid")
    #expect(story.session.role(at: "/data/no") == .houseNumber)
    #expect(story.session.path(of: .phone) == nil)
    #expect(story.session.definition.question(of: .nationalID)?.name == "pid")
  }

  @Test func `an attribute of another namespace is no role`() throws {
    let story = try Scenario(
      record: "<pid/>",
      binds: ##"<bind xmlns:ft="urn:else" nodeset="/data/pid" ft:role="national-id"/>"##,
      body: Self.body("pid"))
    #expect(story.session.path(of: .nationalID) == nil)
  }

  @Test func `a form without roles is understood by its names`() throws {
    let story = try Scenario(
      record: "<father_citizen_id/><mobile/><moo/><warn_far/><warn_no_id/>",
      binds: #"<bind nodeset="/data/warn_far" readonly="true()"/>"#
        + #"<bind nodeset="/data/warn_no_id" readonly="true()"/>"#,
      body: Self.body("father_citizen_id", "mobile", "moo", "warn_far", "warn_no_id"))
    let roles = ["father_citizen_id", "mobile", "moo", "warn_far", "warn_no_id"].map {
      story.session.role(at: "/data/" + $0)
    }
    #expect(roles == [.nationalID, .phone, .cardMoo, .warning, .graveWarning])
    #expect(story.warnings == ["warn_far", "warn_no_id"])
  }

  @Test func `a role that the form gives is taken from the name`() throws {
    let story = try Scenario(
      record: "<phone/><reach/><age/>",
      binds: #"<bind \#(Self.namespace) nodeset="/data/reach" ft:role="phone"/>"#,
      body: Self.body("phone", "reach", "age"))
    #expect(story.session.path(of: .phone) == "/data/reach")
    #expect(story.session.role(at: "/data/phone") == nil)
    #expect(story.session.path(of: .age) == "/data/age")
  }

  @Test func `an answer by its role is that of a question that is asked now`() throws {
    var story = try Scenario(
      record: "<has/><citizen_id/>",
      binds: #"<bind nodeset="/data/citizen_id" relevant="/data/has = 'yes'"/>"#,
      body: Self.body("has", "citizen_id"))
    try story.answer("has", "yes")
    try story.answer("citizen_id", "1000000001013")
    #expect(story.session.value(of: .nationalID) == "1000000001013")
    try story.answer("has", "no")
    #expect(story.session.value(of: .nationalID) == "")
    #expect(story.session.path(of: .nationalID) == "/data/citizen_id")
  }

  @Test func `within a repeat a role is found beside a question`() throws {
    var story = try Scenario(
      """
      | type         | name         |
      | begin repeat | person       |
      | text         | why          |
      | text         | no_id_reason |
      | end repeat   | person       |
      """)
    _ = try story.session.addRepeat("/data/person")
    let place = "/data/person[2]/why"
    #expect(
      story.session.paths(of: .noIDReason, beside: place) == ["/data/person[2]/no_id_reason"])
    #expect(story.session.path(of: .noIDReason) == "/data/person[1]/no_id_reason")
  }

  @Test func `a ranking finds the question for how many are wanted by role or by name`() throws {
    let ranks = ["a", "b"].map {
      #"<rank ref="/data/\#($0)"><label>x</label><item><label>i</label>"#
        + "<value>i</value></item></rank>"
    }
    let types =
      #"<bind nodeset="/data/a" type="odk:rank"/><bind nodeset="/data/b" type="odk:rank"/>"#
    func paths(_ record: String, _ binds: String, _ names: String...) throws -> [String?] {
      let body = ranks[0] + ranks[1] + names.map { Self.body($0) }.joined()
      let story = try Scenario(record: record, binds: types + binds, body: body)
      return story.session.sections().flatMap(\.items).prefix(2).map(\.countPath)
    }
    let roles = ["m", "n"].map {
      #"<bind \#(Self.namespace) nodeset="/data/\#($0)" ft:role="rank-count"/>"#
    }.joined()
    #expect(try paths("<a/><m/><b/><n/>", roles, "m", "n") == ["/data/m", "/data/n"])
    #expect(
      try paths("<a/><b/><a_count/><b_count/>", "", "a_count", "b_count")
        == ["/data/a_count", "/data/b_count"])
    #expect(try paths("<a/><b/>", "") == [nil, nil])
  }

  @Test func `a role that nobody knows is said at the desk`() throws {
    try MarkedForm(
      binds:
        #"<bind \#(Self.namespace) nodeset="/data/age" ft:role="1️⃣nationalid"/>"#
    ).expect(.unknownRole, "nationalid")
  }
}
