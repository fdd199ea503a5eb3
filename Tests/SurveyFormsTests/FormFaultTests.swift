import Testing

@testable import SurveyForms

/// Rules of a form that cannot be worked out, and what is told of them.
@Suite struct FormFaultTests {
  /// A form of which one rule goes through a list of a thousand.
  private func survey(mostWork: Int, binds: String, body: String = "") throws -> FormSession {
    let items = (0..<1_000).map { "<item><name>n\($0)</name></item>" }.joined()
    let reading = Scenario.read(
      record: "<a/><b/><c/>", binds: binds,
      body: body + """
        <input ref="/data/a"><label>อายุ</label></input>
        <input ref="/data/b"><label>บ้าน</label></input>
        """, lists: #"<instance id="list"><root>\#(items)</root></instance>"#)
    let form = try #require(reading.definition, "\(reading.findings)")
    var environment = Forms.environment
    environment.mostWork = mostWork
    return FormSession(form, environment: environment)
  }

  private let walk = "count(instance('list')/root/item[contains(name, /data/a)])"

  @Test func `a calculation that is stopped is told, and the answer stays`() throws {
    var session = try survey(
      mostWork: 300, binds: #"<bind nodeset="/data/c" calculate="\#(walk)"/>"#)
    try session.answer("/data/a", "7")
    #expect(session.value("/data/a") == "7")
    #expect(session.validate().faults == [FormFault(path: "/data/c", cause: .tooMuchWork)])
    #expect(session.validate().faults.first?.wasStopped == true)
  }

  @Test func `a constraint that is stopped accuses no answer, and is told`() throws {
    var session = try survey(
      mostWork: 300, binds: #"<bind nodeset="/data/b" constraint="\#(walk) &gt; 5000"/>"#)
    try session.answer("/data/b", "ที่ไหนก็ได้")
    let validation = session.validate()
    #expect(validation.problems.isEmpty)
    #expect(validation.faults.map(\.path) == ["/data/b"])
  }

  @Test func `with time enough nothing is told`() throws {
    var session = try survey(
      mostWork: 600_000,
      binds: """
        <bind nodeset="/data/c" calculate="\(walk)"/>
        <bind nodeset="/data/b" constraint="\(walk) &gt; 5000"/>
        """)
    try session.answer("/data/b", "ที่ไหนก็ได้")
    #expect(session.validate().faults.isEmpty)
    #expect(session.validate().problems.map(\.path) == ["/data/b"])
  }

  @Test func `choices that are stopped are told where they are missing`() throws {
    let session = try survey(
      mostWork: 300, binds: "",
      body: """
        <select1 ref="/data/c"><label>เลือก</label>
        <itemset nodeset="instance('list')/root/item[contains(name, /data/a)]">
        <value ref="name"/><label ref="name"/></itemset></select1>
        """)
    #expect(session.choices("/data/c").isEmpty)
    #expect(session.choiceFault("/data/c")?.wasStopped == true)
    #expect(session.choiceFault("/data/a") == nil)
  }

  @Test func `answers are counted without the notes`() throws {
    var session = try survey(
      mostWork: 600_000, binds: #"<bind nodeset="/data/b" readonly="true()"/>"#)
    #expect(session.answeredCount() == 0)
    try session.answer("/data/a", "1")
    #expect(session.answeredCount() == 1)
  }
}
