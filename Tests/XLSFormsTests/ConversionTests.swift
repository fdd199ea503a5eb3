import Testing
import XLSForms

/// What pyxform makes of the same sheets; `Scripts/compare-pyxform` asks it about hundreds more.
@Suite struct ConversionTests {
  @Test func `our survey becomes the XForm that pyxform made, byte for byte`() throws {
    let sheets = try Sheets.file("forms/affected-person/affected-person.csv")
    let conversion = XLSForm.convert(sheets, .csv, named: "affected-person")
    let made = try Sheets.file("forms/affected-person/affected-person.xml")
    #expect(conversion.findings == [])
    #expect(conversion.xform == String(decoding: made, as: UTF8.self))
  }

  @Test func `a reference becomes a path, relative within its own repeat`() throws {
    let table = """
      | survey |
      | | type         | name   | label     | relevant    | calculation  |
      | | begin repeat | person | คน        |             |              |
      | | integer      | age    | อายุ       |             |              |
      | | text         | job    | อาชีพ      | ${age} > 15 |              |
      | | end repeat   |        |           |             |              |
      | | calculate    | sum    |           |             | sum(${age})  |
      """
    #expect(
      try Sheets.line("\"/data/person/job\" type", of: table)
        == #"<bind nodeset="/data/person/job" type="string" relevant=" ../age  &gt; 15"/>"#)
    #expect(
      try Sheets.line("\"/data/sum\"", of: table)
        == #"<bind nodeset="/data/sum" type="string" calculate="sum( /data/person/age )"/>"#)
  }

  @Test func `a repeat has its template before its first instance`() throws {
    let table = """
      | survey |
      | | type         | name   | label |
      | | begin repeat | person | คน    |
      | | text         | name   | ชื่อ    |
      | | end repeat   |        |       |
      """
    let xform = try #require(Sheets.convert(table).xform)
    let parts = xform.split(separator: "<person>")
    #expect(parts.count == 2)
    #expect(parts[0].contains(#"<person jr:template="">"#))
  }

  @Test func `a label in two languages goes into the texts, and a gap becomes a hyphen`() throws {
    let table = """
      | survey |
      | | type | name | label::ไทย (th) | label::English (en) |
      | | text | job  | อาชีพ           | Job                 |
      | | text | note | หมายเหตุ         |                     |
      | settings |
      | | default_language |
      | | ไทย (th)         |
      """
    let xform = try #require(Sheets.convert(table).xform)
    #expect(xform.contains(#"<translation lang="ไทย (th)" default="true()">"#))
    #expect(xform.contains("<value>-</value>"))
    #expect(try Sheets.line("<input ref=\"/data/job\"", of: table) == #"<input ref="/data/job">"#)
    #expect(xform.contains(#"<label ref="jr:itext('/data/job:label')"/>"#))
  }

  @Test func `choices become a list, a filter a condition on it`() throws {
    let table = """
      | survey |
      | | type               | name   | label  | choice_filter        |
      | | text               | tambon | ตำบล    |                      |
      | | select_one village | home   | หมู่บ้าน  | tambon = ${tambon}   |
      | choices |
      | | list_name | name | label      | tambon |
      | | village   | 1    | บ้านหนองน้ำ | 01     |
      """
    #expect(
      try Sheets.line("<itemset", of: table)
        == #"<itemset nodeset="instance('village')/root/item[tambon =  /data/tambon ]">"#)
    #expect(try Sheets.line("<tambon>", of: table) == "<tambon>01</tambon>")
  }

  @Test func `a default that has to be worked out is set when the record begins`() throws {
    let table = """
      | survey |
      | | type    | name | label | default  |
      | | integer | a    | ก     | 1 + 1    |
      | | date    | b    | ข     | 2020-4-1 |
      """
    #expect(
      try Sheets.line("setvalue", of: table)
        == #"<setvalue ref="/data/a" event="odk-instance-first-load" value="1 + 1"/>"#)
    #expect(try Sheets.line("<b>", of: table) == "<b>2020-4-1</b>")
  }

  @Test func `a value in a label is shown by an output`() throws {
    let table = """
      | survey |
      | | type | name | label               |
      | | text | head | ชื่อ                  |
      | | note | ask  | ${head} < 3 "คน" ใช่ไหม |
      """
    #expect(
      try Sheets.line("<output", of: table)
        == #"<label><output value=" /data/head "/> &lt; 3 &quot;คน&quot; ใช่ไหม </label>"#)
  }

  @Test func `an entity is made of the record, with its binds on attributes`() throws {
    let table = """
      | survey |
      | | type | name | label | save_to |
      | | text | head | ชื่อ    | head    |
      | entities |
      | | dataset    | label   |
      | | households | ${head} |
      """
    #expect(
      try Sheets.line("<entity", of: table)
        == #"<entity dataset="households" create="1" id="">"#)
    #expect(
      try Sheets.line("uuid()", of: table)
        == #"<setvalue ref="/data/meta/entity/@id" event="odk-instance-first-load" value="uuid()"/>"#
    )
  }
}
