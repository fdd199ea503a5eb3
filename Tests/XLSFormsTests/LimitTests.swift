import SurveyForms
import Testing

@testable import XLSForms

/// Sheets that are too much are refused before the work is done, each with a sentence.
@Suite struct LimitTests {
  private func findings(_ sheets: String) -> [String] {
    XLSForm.convert(Array(sheets.utf8), .csv, named: "village").findings
      .map { "\($0.cell) \($0.code.rawValue) \($0.subjects.joined(separator: " "))" }
  }

  private let heading = "survey\n,type,name,label\n"

  @Test func `more questions than a record may have are refused at the row that is too many`() {
    let rows = (0..<30_000).map { ",text,q\($0),Q\n" }.joined()
    #expect(findings(heading + rows) == ["survey!B20002 too-many-nodes 20000"])
  }

  @Test func `groups too deep inside of each other are refused at the row that opens the last`() {
    let rows = (0..<100_000).map { ",begin group,g\($0),G\n" }.joined()
    #expect(findings(heading + rows) == ["survey!B66 too-deep 64"])
  }

  @Test func `names that would fill the form with paths are refused`() {
    let name = String(repeating: "g", count: 2_900)
    let groups = (0..<40).map { ",begin group,\(name)\($0),G\n" }.joined()
    let rows = (0..<400).map { ",text,q\($0),Q\n" }.joined()
    let ends = String(repeating: ",end group,,\n", count: 40)
    #expect(findings(heading + groups + rows + ends) == ["survey too-large 32"])
  }

  @Test func `a list that every question writes anew is refused when it is too much together`() {
    let rows = (0..<300).map { ",select_one a,q\($0),Q,search('a')\n" }.joined()
    let choices = (0..<1_000).map { ",a,n\($0),A\n" }.joined()
    let sheets =
      "survey\n,type,name,label,appearance\n\(rows)choices\n,list_name,name,label\n\(choices)"
    #expect(findings(sheets) == ["survey too-many-elements 600000"])
  }

  @Test func `findings beyond five hundred are counted`() {
    let found = findings(heading + (0..<600).map { ",nonsense,q\($0),Q\n" }.joined())
    #expect(found.count == 501)
    #expect(found.last == "survey too-many-findings 100")
  }

  @Test func `the nested brackets of references are gone through once`() {
    let text = String(repeating: "${", count: 200_000) + "q}"
    #expect(References.all(in: text).map(\.name) == ["q"])
    #expect(References.all(in: "${q} ${last-saved#q} ${q$} ${} ${1}").map(\.name) == ["q", "q"])
  }

  @Test func `cells that fill memory are refused, also blank ones`() {
    let blank = heading + String(repeating: "\n", count: 2_100_000) + ",text,q,Q\n"
    #expect(findings(blank) == ["village unreadable-sheet "])
    let row = "<row r=\"%\"><c r=\"ALK%\"><v>1</v></c></row>"
    let rows = (1...2_100).map { row.replacing("%", with: "\($0)") }.joined()
    let archive = Archive.workbook(
      sheet: "<worksheet><sheetData>\(rows)</sheetData></worksheet>", strings: "<sst/>")
    #expect(throws: WorkbookFailure.tooLarge) { try XLSXSheets.read(archive.bytes) }
  }

  @Test(arguments: [
    ([UInt8]("nonsense".utf8), "no workbook"), (Array("PK".utf8), "damaged"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "password"),
  ])
  func `a file that is no workbook is told in whole sentences`(bytes: [UInt8], word: String) throws
  {
    let conversion = XLSForm.convert(bytes, .xlsx, named: "village")
    let finding = try #require(conversion.findings.first)
    #expect(finding.code.rawValue == "unreadable-sheet")
    #expect(finding.words.english.contains(word))
    #expect(finding.words.english.contains("gain"))
    #expect(conversion.xform == nil)
  }

  @Test func `the part of a workbook that is damaged is named`() throws {
    let archive = Archive.workbook(sheet: "<worksheet>", strings: "<sst/>")
    let finding = try #require(
      XLSForm.convert(archive.bytes, .xlsx, named: "village").findings.first)
    #expect(finding.words.english.hasPrefix("The part xl/worksheets/sheet1.xml of this workbook"))
    #expect(finding.words.thai.hasPrefix("ส่วน xl/worksheets/sheet1.xml ของสมุดงานนี้"))
  }

  @Test func `bytes that are no text are told to be saved again`() throws {
    let conversion = XLSForm.convert([0xFF, 0xFE, 0], .csv, named: "village")
    #expect(conversion.findings.first?.words.english.contains("“CSV UTF-8”") == true)
  }
}
