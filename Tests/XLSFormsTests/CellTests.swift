import SurveyForms
import Testing
import XLSForms

/// What is wrong with a sheet is told by its cell.
@Suite struct CellTests {
  private func findings(_ table: String) -> [String] {
    Sheets.convert(table).findings.map { "\($0.cell) \($0.code.rawValue)" }
  }

  @Test func `a condition on a question that does not exist is told by its cell`() {
    let table = """
      | survey |
      | | type | name | label | relevant   |
      | | text | job  | อาชีพ  | ${agee} > 1 |
      """
    #expect(findings(table) == ["survey!E3 no-such-question"])
  }

  @Test func `every mistake is told, not only the first`() {
    let table = """
      | survey |
      | | type            | name | label |
      | | text            | 1st  | ก     |
      | | nonsense        | b    | ข     |
      | | select_one jobs | c    | ค     |
      | | begin group     | d    | ง     |
      | | end repeat      |      |       |
      """
    #expect(
      findings(table) == [
        "survey!C3 bad-name", "survey!B4 unknown-question-type", "survey!B5 no-such-list",
        "survey!B7 closes-nothing", "survey!B6 unclosed-group",
      ])
  }

  @Test func `a choice without a name and one that is there twice are told`() {
    let table = """
      | survey |
      | | type            | name | label |
      | | select_one jobs | c    | ค     |
      | choices |
      | | list_name | name   | label    |
      | | jobs      | farmer | เกษตรกร  |
      | | jobs      |        | ค้าขาย    |
      | | jobs      | farmer | ชาวนา    |
      """
    #expect(findings(table) == ["choices!C7 choice-without-name", "choices!C8 choice-twice"])
  }

  @Test func `what is found in the XForm is told by the cell that it comes from`() throws {
    let table = """
      | survey |
      | | type            | name | label | relevant              |
      | | select_one jobs | job  | อาชีพ  |                       |
      | | text            | farm | นา    | ${job} = 'famer'      |
      | | text            | shop | ร้าน   | agee(1) = 2           |
      | choices |
      | | list_name | name   | label    |
      | | jobs      | farmer | เกษตรกร  |
      | | jobs      | trader |          |
      """
    let conversion = Sheets.convert(table)
    let xform = try #require(conversion.xform)
    let found = FormReader.check(Array(xform.utf8)) { _ in nil }.findings
    #expect(
      zip(conversion.cells(of: found), found).map { "\($0) \($1.code.rawValue)" } == [
        "choices!D9 choice-without-label", "survey!E4 unknown-choice", "survey!E5 unknown-function",
      ])
  }

  @Test(arguments: SheetFinding.Code.allCases)
  func `every finding has a sentence in both languages that names the same`(
    code: SheetFinding.Code
  ) {
    #expect(code.words.thai.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) })
    for place in ["{0}", "{1}"] {
      #expect(code.words.thai.contains(place) == code.words.english.contains(place))
    }
  }
}
