import Compression
import Testing

@testable import XLSForms

/// Workbooks and the archives they are in, also those that mean harm.
@Suite struct WorkbookTests {
  @Test func `a workbook of a spreadsheet program is read, with shared strings and numbers`() throws
  {
    let sheet = """
      <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="D1" t="inlineStr"><is><t>default</t></is></c></row><row r="3"><c r="A3" t="s"><v>2</v>\
      </c><c r="B3"><v>7.0</v></c><c r="D3" t="b"><v>1</v></c></row></sheetData></worksheet>
      """
    let strings =
      "<sst><si><t>type</t></si><si><r><t>na</t></r><r><t>me</t></r></si><si><t> text </t></si></sst>"
    let workbook = try XLSXSheets.read(Archive.workbook(sheet: sheet, strings: strings).bytes)
    #expect(
      workbook.sheets == [
        Workbook.Sheet(
          name: "survey",
          rows: [["type", "name", "", "default"], [], ["text", "7", "", "TRUE"]])
      ])
  }

  @Test func `deflated bytes are unpacked, by fixed and by own codes`() throws {
    let fixed: [UInt8] = [43, 46, 45, 42, 75, 173, 84, 40, 70, 166, 0]
    #expect(try Deflate.unpack(fixed[...], to: 20) == Array("survey survey survey".utf8))
    let own: [UInt8] = [
      237, 204, 49, 10, 131, 80, 16, 132, 225, 171, 236, 213, 12, 108, 247, 18, 196, 24, 193, 50,
      216, 104, 97, 105, 32, 193, 38, 173, 146, 38, 213, 236, 109, 230, 40, 242, 30, 105, 114, 135,
      129, 101, 139, 159, 225, 35, 86, 34, 24, 19, 99, 32, 118, 98, 102, 140, 196, 43, 23, 124, 137,
      39, 177, 16, 159, 82, 238, 249, 231, 219, 126, 5, 143, 178, 121, 219, 245, 214, 116, 222, 91,
      219, 215, 110, 151, 234, 236, 150, 170, 147, 39, 163, 112, 225, 194, 133, 11, 23, 46, 92, 184,
      112, 225, 194, 133, 11, 23, 254, 143, 31,
    ]
    let words = String(repeating: "ผู้ใหญ่บ้านตอบแบบสอบถาม survey type name label ", count: 40)
    #expect(try Deflate.unpack(own[...], to: 3_720) == Array(words.utf8))
  }

  @Test func `bytes that unpack to more than was announced are refused`() {
    let fixed: [UInt8] = [43, 46, 45, 42, 75, 173, 84, 40, 70, 166, 0]
    #expect(throws: DeflateError.tooLarge) { try Deflate.unpack(fixed[...], to: 19) }
    #expect(throws: DeflateError.damaged) { try Deflate.unpack(fixed[...], to: 21) }
  }

  @Test(arguments: 0..<300)
  func `no bytes whatever end the program`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    let noise = (0..<64).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    // Either is right; what matters is that it returns.
    #expect((try? Deflate.unpack(noise[...], to: 1_000))?.count ?? 1_000 == 1_000)
    var archive = Archive.workbook(sheet: "<worksheet/>", strings: "<sst/>").bytes
    for place in 0..<8 { archive[(seed * 37 + place * 101) % archive.count] ^= noise[place] | 1 }
    #expect((try? XLSXSheets.read(archive))?.sheets.count ?? 1 <= 1)
  }

  @Test func `an archive cut short anywhere is refused`() {
    let whole = Archive.workbook(sheet: "<worksheet/>", strings: "<sst/>").bytes
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: WorkbookFailure.self) { try XLSXSheets.read(Array(whole[..<length])) }
    }
  }

  @Test func `a file that is not what its checksum says is refused`() throws {
    var archive = Archive()
    archive.add("a", "hello")
    archive.entries[0].checksum ^= 1
    let read = try ZIPArchive(archive.bytes)
    #expect(throws: WorkbookFailure.damagedZIP) { try read.file("a") }
  }

  @Test func `files that share bytes, or promise too much, are refused`() throws {
    var shared = Archive()
    shared.add("a", "hello")
    shared.add("b", "world")
    shared.entries[1].start = shared.entries[0].start
    #expect(throws: WorkbookFailure.damagedZIP) { try ZIPArchive(shared.bytes) }
    var bomb = Archive()
    bomb.add("a", "hello")
    bomb.entries[0].size = 60 << 20
    bomb.entries[0].method = 8
    let archive = try ZIPArchive(bomb.bytes)
    #expect(throws: WorkbookFailure.tooLarge) { try archive.file("a") }
  }

  @Test func `a name that climbs out of its folder is only a name`() throws {
    var archive = Archive()
    archive.add("../../etc/passwd", "root")
    let read = try ZIPArchive(archive.bytes)
    #expect(try read.file("xl/workbook.xml") == nil)
    #expect(try read.file("../../etc/passwd") == Array("root".utf8))
  }

  @Test func `cells keep their place where rows are blank`() throws {
    let workbook = try CSVSheets.read(Array("survey\n,type,name\n\n,text,\"a,\n\"\"b\"\n".utf8))
    #expect(workbook.sheets.first?.rows == [["type", "name"], [], ["text", "a,\n\"b"]])
    #expect(workbook.sheets.first?.firstRow == 2)
  }
}

/// A ZIP archive that a test makes, honest or not.
struct Archive {
  struct Entry {
    var name: String
    var content: [UInt8]
    var start = 0
    var size: Int
    var method = 0
    var checksum: UInt32
  }

  var entries: [Entry] = []
  private var files: [UInt8] = []

  mutating func add(_ name: String, _ text: String) {
    let content = Array(text.utf8)
    entries.append(
      Entry(
        name: name, content: content, start: files.count, size: content.count,
        checksum: Deflate.checksum(content)))
    files += [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 22)
    files += little(name.utf8.count, 2) + [0, 0] + Array(name.utf8) + content
  }

  var bytes: [UInt8] {
    var bytes = files
    for entry in entries {
      bytes += [0x50, 0x4B, 1, 2, 0, 0, 0, 0, 0, 0] + little(entry.method, 2)
      bytes += [0, 0, 0, 0] + little(Int(entry.checksum), 4) + little(entry.content.count, 4)
      bytes += little(entry.size, 4) + little(entry.name.utf8.count, 2)
      bytes += Array(repeating: 0, count: 12) + little(entry.start, 4) + Array(entry.name.utf8)
    }
    bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + little(entries.count, 2) + little(entries.count, 2)
    return bytes + little(bytes.count - files.count, 4) + little(files.count, 4) + [0, 0]
  }

  private func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  static func workbook(sheet: String, strings: String) -> Archive {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var archive = Archive()
    archive.add(
      "xl/workbook.xml",
      "<workbook xmlns:r=\"\(relations)\"><sheets><sheet name=\"survey\" r:id=\"r1\"/></sheets></workbook>"
    )
    archive.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
    archive.add("xl/sharedStrings.xml", strings)
    archive.add("xl/worksheets/sheet1.xml", sheet)
    return archive
  }
}
