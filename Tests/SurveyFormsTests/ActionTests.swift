import SurveyForms
import Testing

/// What a form writes by itself, and what it makes of lists and counts of other kinds.
@Suite struct ActionTests {
  @Test func `an action that changes an answer sets off what waits for that answer`() throws {
    var survey = try Scenario(
      record: "<province/><district/><road/>",
      binds: "",
      body: """
        <input ref="/data/province"><setvalue event="xforms-value-changed" ref="/data/district"/></input>
        <input ref="/data/district"><setvalue event="xforms-value-changed" ref="/data/road"/></input>
        <input ref="/data/road"/>
        """)
    try survey.answer("road", "ถนนสุขเกษม")
    try survey.answer("province", "สกลนคร")
    #expect(survey.value("road") == "ถนนสุขเกษม", "the district was empty before and did not change")
    try survey.answer("district", "พังโคน")
    try survey.answer("road", "ถนนนิตโย")
    try survey.answer("province", "นครพนม")
    #expect(survey.value("district").isEmpty && survey.value("road").isEmpty)
  }

  @Test func `a setvalue can choose the instance that it writes`() throws {
    let survey = try Scenario(
      record: "<person><name/></person><person><name/></person>",
      binds: """
        <setvalue event="odk-instance-first-load" ref="/data/person[position() = 2]/name">มาลี</setvalue>
        """,
      body: "<repeat nodeset=\"/data/person\"><input ref=\"/data/person/name\"/></repeat>")
    #expect(survey.value("person[1]/name").isEmpty)
    #expect(survey.value("person[2]/name") == "มาลี")
  }

  @Test func `a count may ask what is inside of its own repeat`() throws {
    var survey = try Scenario(
      record: "<wanted/><person jr:template=\"\"><more/></person><person><more/></person>",
      binds: """
        <bind nodeset="/data/wanted" type="int" calculate="count(/data/person[more = 'yes']) + 1"/>
        """,
      body: """
        <group ref="/data/person"><repeat nodeset="/data/person" jr:count="/data/wanted">
        <input ref="/data/person/more"/></repeat></group>
        """)
    try survey.answer("person[1]/more", "yes")
    try survey.answer("person[2]/more", "yes")
    #expect(survey.session.count(ofRepeat: "/data/person") == 3)
  }

  @Test func `a list of places is read from GeoJSON`() throws {
    let places = """
      {"type": "FeatureCollection", "features": [{"type": "Feature", "id": "w1",
       "geometry": {"type": "Point", "coordinates": [104.15, 17.16]}, "properties": {"name": "บ่อน้ำ"}}]}
      """
    let xform = Scenario.xform(
      record: "<well/><place/>",
      binds: """
        <bind nodeset="/data/place" calculate="instance('wells')/root/item[id = /data/well]/geometry"/>
        """,
      body: "<input ref=\"/data/well\"/>",
      lists: "<instance id=\"wells\" src=\"jr://file/wells.geojson\"/>")
    let reading = FormReader.read(Array(xform.utf8)) { _ in Array(places.utf8) }
    var survey = try Scenario(#require(reading.definition, "\(reading.findings)"))
    try survey.answer("well", "w1")
    #expect(survey.value("place") == "17.16 104.15 0 0")
  }

  @Test func `a rule that names nothing keeps a form at the desk, though others would run it`()
    throws
  {
    let reading = Scenario.read(
      record: "<age/><job/>", binds: "<bind nodeset=\"/data/job\" relevant=\"/data/agee > 15\"/>",
      body: "<input ref=\"/data/job\"/>")
    #expect(reading.definition == nil)
    #expect(reading.runnable != nil)
  }

  @Test func `a less-than sign in a rule is read as its writer meant it`() throws {
    var survey = try Scenario(
      record: "<age/><school/>",
      binds: """
        <bind nodeset="/data/age" type="int"/><bind nodeset="/data/school" relevant="/data/age < 18"/>
        """,
      body: "<input ref=\"/data/age\"/><input ref=\"/data/school\"/>")
    try survey.answer("age", "9")
    #expect(survey.visible == ["age", "school"])
  }
}
