import SurveyForms
import Testing

/// What only `form check` looks for: a form that has it can be filled in all the same.
@Suite struct DeskCheckTests {
  private let jobs = """
    <instance id="jobs"><root><item><name>farmer</name><label>เกษตรกร</label></item>\
    <item><name>trader</name><label>ค้าขาย</label></item></root></instance>
    """

  private func select(_ nodes: String, value: String = "name", tag: String = "select1") -> String {
    """
    <input ref="/data/age"><label>อายุ</label></input><\(tag) ref="/data/job"><label>อาชีพ</label>\
    <itemset nodeset="\(nodes)"><value ref="\(value)"/><label ref="label"/></itemset></\(tag)>
    """
  }

  @Test func `a form without mistakes has no findings`() {
    let xform = Scenario.xform(
      record: "<age/><job/>", binds: "", body: select("instance('jobs')/root/item"), lists: jobs)
    #expect(FormReader.check(Array(xform.utf8)) { _ in nil }.findings == [])
  }

  @Test func `the fields of an expression that does not parse are pointed at`() throws {
    try MarkedForm(binds: #"<bind nodeset="/data/job" constraint=". &gt; 1 and 1️⃣)"/>"#)
      .expect(.badExpression, "constraint", ")")
    try MarkedForm(binds: #"<bind nodeset="/data/job" constraint=". = 1️⃣'ก"/>"#)
      .expect(.unclosedText, "constraint")
    try MarkedForm(binds: #"<bind nodeset="/data/job" relevant="1️⃣selected(.)"/>"#)
      .expect(.wrongArguments, "relevant", "selected")
  }

  @Test func `a filter by a column that the list lacks is found`() throws {
    try MarkedForm(lists: jobs, body: select("instance('jobs')/root/item[1️⃣tambon = /data/age]"))
      .expect(.unknownColumn, "jobs", "tambon")
  }

  @Test func `a condition on a choice that is never offered is found`() throws {
    try MarkedForm(
      binds: #"<bind nodeset="/data/age" relevant="/data/job = '1️⃣famer'"/>"#, lists: jobs,
      body: select("instance('jobs')/root/item")
    ).expect(.unknownChoice, "/data/job", "famer")
    try MarkedForm(
      binds: #"<bind nodeset="/data/age" relevant="selected(../job, '1️⃣famer')"/>"#, lists: jobs,
      body: select("instance('jobs')/root/item", tag: "select")
    ).expect(.unknownChoice, "/data/job", "famer")
  }

  @Test func `a choice without words or value, or with a space or a twin, is found`() throws {
    func item(_ name: String, _ label: String) -> String {
      "<item><name>\(name)</name><label>\(label)</label></item>"
    }
    func list(_ items: String) -> String {
      "<instance id=\"jobs\"><root>\(items)</root></instance>"
    }
    let one = select("instance('jobs')/root/item")
    let farmer = item("farmer", "เกษตรกร")
    try MarkedForm(lists: list(farmer + "1️⃣" + item("trader", "")), body: one)
      .expect(.choiceWithoutLabel, "trader")
    try MarkedForm(lists: list(farmer + "1️⃣" + item("", "ค้าขาย")), body: one)
      .expect(.choiceWithoutValue)
    try MarkedForm(lists: list(farmer + "1️⃣" + farmer), body: one)
      .expect(.duplicateChoice, "farmer")
    let many = select("instance('jobs')/root/item", tag: "select")
    try MarkedForm(lists: list(farmer + "1️⃣" + item("rice mill", "โรงสี")), body: many)
      .expect(.spaceInChoice, "rice mill")
  }

  @Test func `a text that one language lacks is found there`() throws {
    let texts = """
      <itext><translation lang="ไทย"><text id="job"><value>อาชีพ</value></text></translation>\
      <translation lang="English"><text id="1️⃣job"><value>-</value></text></translation></itext>
      """
    let body =
      #"<input ref="/data/age"><label>อายุ</label></input>"#
      + #"<input ref="/data/job"><label ref="jr:itext('job')"/></input>"#
    try MarkedForm(lists: texts, body: body).expect(.missingTranslation, "job", "English")
  }

  @Test func `a picture that is not beside the form is found`() throws {
    let texts = """
      <itext><translation lang="ไทย"><text id="job"><value>อาชีพ</value>\
      1️⃣<value form="image">jr://images/job.png</value></text></translation></itext>
      """
    let body =
      #"<input ref="/data/age"><label>อายุ</label></input>"#
      + #"<input ref="/data/job"><label ref="jr:itext('job')"/></input>"#
    try MarkedForm(lists: texts, body: body).expect(.missingAttachment, "job.png")
  }

  @Test func `a label that shows a question that does not exist is found`() throws {
    let texts = """
      <itext><translation lang="ไทย"><text id="job"><value>อายุ <output value="../1️⃣agee"/> \
      ทำอะไร</value></text></translation></itext>
      """
    let body =
      #"<input ref="/data/age"><label>อายุ</label></input>"#
      + #"<input ref="/data/job"><label ref="jr:itext('job')"/></input>"#
    try MarkedForm(lists: texts, body: body).expect(.unknownNode, "/data/agee")
  }

  @Test func `a node that nothing fills in is found, and one that nobody can answer`() throws {
    try MarkedForm(record: "<age/><job/>1️⃣<village/>").expect(.neverAsked, "/data/village")
    try MarkedForm(
      record: "<age/>1️⃣<job/>",
      binds: #"<bind nodeset="/data/job" required="true()" readonly="true()"/>"#
    ).expect(.neverAnswerable, "/data/job")
  }

  @Test func `a beginning that its type cannot hold is found`() throws {
    try MarkedForm(
      record: "1️⃣<age>สิบ</age><job/>", binds: #"<bind nodeset="/data/age" type="int"/>"#
    ).expect(.badDefault, "/data/age", "สิบ", "int")
  }

  @Test func `a question of a repeat that is asked outside of it is found`() throws {
    try MarkedForm(
      record: "<person><age/><job/></person>",
      body: #"<group ref="/data/person"><repeat nodeset="/data/person"><input "#
        + #"ref="/data/person/age"><label>อายุ</label></input></repeat></group>"#
        + #"<input ref="1️⃣/data/person/job"><label>อาชีพ</label></input>"#
    ).expect(.outsideRepeat, "/data/person/job", "/data/person")
  }

  @Test(arguments: ["/data/person", "/data/job"])
  func `a repeat within another one that is not below it is refused`(nodeset: String) throws {
    try MarkedForm(
      record: "<person><age/></person><job/>",
      body: #"<group ref="/data/person"><repeat nodeset="/data/person"><input "#
        + #"ref="/data/person/age"><label>อายุ</label></input><repeat nodeset="1️⃣\#(nodeset)" "#
        + #"jr:count="2000"/></repeat></group>"#
        + #"<input ref="/data/job"><label>อาชีพ</label></input>"#
    ).expect(.strayRepeat, nodeset, "/data/person")
  }

  @Test func `a repeat that is counted in two places is found`() throws {
    let question = #"<input ref="/data/person/age"><label>อายุ</label></input>"#
    try MarkedForm(
      record: "<person><age/></person><job/>",
      body: #"<group ref="/data/person"><repeat nodeset="/data/person" jr:count="2">"#
        + #"\#(question)</repeat></group><group ref="/data/person"><repeat nodeset="/data/person" "#
        + #"jr:count="1️⃣900"/></group><input ref="/data/job"><label>อาชีพ</label></input>"#
    ).expect(.countedTwice, "/data/person")
  }

  @Test func `a node that stands twice, and a second bind, are found`() throws {
    try MarkedForm(record: "<age/><job/>1️⃣<age/>").expect(.duplicateNode, "/data/age")
    try MarkedForm(
      binds: #"<bind nodeset="/data/age" type="int"/><bind nodeset="1️⃣/data/age" type="int"/>"#
    ).expect(.duplicateBind, "/data/age")
  }
}
