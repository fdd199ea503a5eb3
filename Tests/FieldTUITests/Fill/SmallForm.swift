import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

/// A form of a few lines of XForm on the screen.
enum SmallForm {
  static func survey(
    record: String, binds: String = "", body: String, lists: String = "", version: String = "1",
    language: Language = .thai
  ) throws -> Survey {
    let form = try form(record: record, binds: binds, body: body, lists: lists, version: version)
    let session = FormSession(form, environment: Survey.environment)
    return try #require(Survey(session, language: language, profile: nil))
  }

  static func form(
    record: String, binds: String = "", body: String, lists: String = "", version: String = "1"
  ) throws -> FormDefinition {
    let xml = """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
      xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">
      <h:head><h:title>ครัวเรือน</h:title><model>
      <instance><data id="household" version="\(version)">\(record)</data></instance>
      \(lists)\(binds)</model></h:head><h:body>\(body)</h:body></h:html>
      """
    let reading = FormReader.read(Array(xml.utf8)) { _ in nil }
    return try #require(reading.definition, "\(reading.findings)")
  }

  /// A household with its people, each with their animals.
  static func household() throws -> Survey {
    try survey(
      record: """
        <head/><person jr:template=""><name/><animal jr:template=""><kind/></animal></person>\
        <person><name/></person><end/>
        """,
      binds: #"<bind nodeset="/data/person/name" required="true()"/>"#,
      body: """
        <input ref="/data/head"><label>หัวหน้าครัวเรือน</label></input>
        <group ref="/data/person"><label>คน</label><repeat nodeset="/data/person">
          <input ref="/data/person/name"><label>ชื่อ</label></input>
          <group ref="/data/person/animal"><label>สัตว์</label><repeat nodeset="/data/person/animal">
            <input ref="/data/person/animal/kind"><label>ชนิด</label></input>
          </repeat></group>
        </repeat></group>
        <input ref="/data/end"><label>หมายเหตุ</label></input>
        """)
  }
}
