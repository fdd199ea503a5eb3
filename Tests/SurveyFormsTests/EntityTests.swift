import Testing

@testable import SurveyForms

/// What a record says of entities (ODK XForms, entities): the forms are as pyxform 4.5.0 writes them.
@Suite struct EntityTests {
  private static let uuid = "07070707-0707-4707-8707-070707070707"

  private func survey(record: String, binds: String, body: String, trees: String = "") throws
    -> Scenario
  {
    let xml = """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
      xmlns:jr="http://openrosa.org/javarosa" \
      xmlns:entities="http://www.opendatakit.org/xforms/entities">
      <h:head><h:title>ต้นไม้</h:title><model entities:entities-version="2025.1.0">
      <instance><data id="trees" version="1">\(record)</data></instance>\(binds)</model></h:head>
      <h:body>\(body)</h:body></h:html>
      """
    let reading = FormReader.read(Array(xml.utf8)) { name in
      name == "trees.csv" ? Array(trees.utf8) : nil
    }
    let form = try #require(reading.definition, "\(reading.findings)")
    var environment = Forms.environment
    environment.random = { Array(repeating: 7, count: 16) }
    var scenario = try Scenario(form)
    scenario.session = FormSession(form, environment: environment)
    return scenario
  }

  private func sent(_ survey: Scenario) -> String {
    String(decoding: survey.session.submission(), as: UTF8.self)
  }

  @Test func `a new entity has an id of its own, and is made only when the form says so`() throws {
    var survey = try survey(
      record: """
        <species/><age/>\
        <meta><entity dataset="trees" create="1" id=""><label/></entity><instanceID/></meta>
        """,
      binds: """
        <bind nodeset="/data/species" type="string" entities:saveto="species"/>
        <bind nodeset="/data/age" type="int" entities:saveto="age"/>
        <bind nodeset="/data/meta/entity/@create" calculate="if(/data/age &gt; 3, '1', '')" \
        readonly="true()" type="string"/>
        <bind nodeset="/data/meta/entity/@id" readonly="true()" type="string"/>
        <setvalue ref="/data/meta/entity/@id" event="odk-instance-first-load" value="uuid()"/>
        <bind nodeset="/data/meta/entity/label" calculate="/data/species" readonly="true()" \
        type="string"/>
        <bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>
        """,
      body: """
        <input ref="/data/species"><label>พันธุ์</label></input>
        <input ref="/data/age"><label>อายุ</label></input>
        """)
    try survey.answer("species", "มะม่วง")
    #expect(sent(survey).contains(#"create="""#))
    try survey.answer("age", "5")
    #expect(
      sent(survey).contains(
        #"<entity dataset="trees" create="1" id="\#(Self.uuid)"><label>มะม่วง</label></entity>"#))
    #expect(!sent(survey).contains("saveto"), "that is the form's, not the record's")
    let again = try FormSession(
      survey.session.definition, draft: survey.session.draft(), environment: Forms.environment)
    #expect(again.value("/data/meta/entity/@id") == Self.uuid, "a draft keeps the id")
  }

  @Test func `an entity that changes is named with the version that was seen`() throws {
    let column = { (name: String, source: String) in
      """
      <bind nodeset="/data/meta/entity/@\(name)" readonly="true()" type="string" \
      calculate="instance('trees')/root/item[name = /data/tree]/\(source)"/>
      """
    }
    var survey = try survey(
      record: """
        <tree/><age/><meta><entity dataset="trees" update="1" baseVersion="" trunkVersion="" \
        branchId="" id=""><label/></entity><instanceID/></meta>
        """,
      binds: """
        <instance id="trees" src="jr://file-csv/trees.csv"/>
        <bind nodeset="/data/age" type="int" entities:saveto="age"/>
        \(column("baseVersion", "__version"))\(column("trunkVersion", "__trunkVersion"))
        \(column("branchId", "__branchId"))
        <bind nodeset="/data/meta/entity/@id" readonly="true()" type="string" \
        calculate="/data/tree"/>
        <bind nodeset="/data/meta/entity/label" calculate="concat(/data/age, ' ปี')" type="string"/>
        """,
      body: """
        <select1 ref="/data/tree"><label>ต้นใด</label><itemset nodeset="instance('trees')/root/item">
        <value ref="name"/><label ref="label"/></itemset></select1>
        <input ref="/data/age"><label>อายุ</label></input>
        """,
      trees: """
        name,label,__version,__trunkVersion,__branchId
        a1,มะม่วงหน้าวัด,3,2,b7
        a2,มะขาม,1,,

        """)
    try survey.answer("tree", "a1")
    try survey.answer("age", "12")
    #expect(
      sent(survey).contains(
        #"<entity dataset="trees" update="1" baseVersion="3" trunkVersion="2" branchId="b7" id="a1">"#
          + "<label>12 ปี</label></entity>"))
    try survey.answer("tree", "a2")
    #expect(
      sent(survey).contains(#"baseVersion="1" trunkVersion="" branchId="" id="a2""#))
  }

  @Test func `a record may make an entity in every instance of a repeat, and one of its own`()
    throws
  {
    let entity = #"<entity dataset="trees" create="1" id=""><label/></entity>"#
    var survey = try survey(
      record: """
        <tree jr:template=""><species/><meta>\(entity)</meta></tree>\
        <tree><species/><meta>\(entity)</meta></tree><owner/>\
        <meta><entity dataset="people" create="1" id=""><label/></entity><instanceID/></meta>
        """,
      binds: """
        <setvalue ref="/data/tree/meta/entity/@id" event="odk-instance-first-load" value="uuid()"/>
        <bind nodeset="/data/tree/meta/entity/label" calculate="../../../species" type="string"/>
        <setvalue ref="/data/meta/entity/@id" event="odk-instance-first-load" value="uuid()"/>
        <bind nodeset="/data/meta/entity/label" calculate="/data/owner" type="string"/>
        """,
      body: """
        <group ref="/data/tree"><label>ต้นไม้</label><repeat nodeset="/data/tree">
        <input ref="/data/tree/species"><label>พันธุ์</label></input>
        <setvalue ref="/data/tree/meta/entity/@id" event="odk-new-repeat" value="uuid()"/>
        </repeat></group>
        <input ref="/data/owner"><label>เจ้าของ</label></input>
        """)
    try survey.session.addRepeat("/data/tree")
    try survey.answer("tree[1]/species", "มะม่วง")
    try survey.answer("tree[2]/species", "มะขาม")
    try survey.answer("owner", "บุญมี")
    for (list, label) in [("trees", "มะม่วง"), ("trees", "มะขาม"), ("people", "บุญมี")] {
      #expect(
        sent(survey).contains(
          #"<entity dataset="\#(list)" create="1" id="\#(Self.uuid)"><label>\#(label)</label></entity>"#
        ))
    }
    try survey.session.removeRepeat("/data/tree[1]")
    #expect(!sent(survey).contains("มะม่วง"), "what is not there makes no entity")
  }
}
