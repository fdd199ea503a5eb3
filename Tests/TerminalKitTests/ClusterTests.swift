import FoundationEssentials
import Glibc
import Testing

@testable import TerminalKit

@Suite struct ClusterTests {
  @Test func `a mark and sara am belong to whatever stands before them`() {
    #expect(Cluster.pieces(of: "น้ำ1ำ ่า") == ["น้ำ", "1ำ", " ่", "า"])
    #expect(Cluster.pieces(of: "") == [])
  }

  @Test(arguments: ["👨‍👩‍👧ก", "🇹🇭ที่", "e\u{301}ำ", "ก\r\nข", "ກຳ", "\u{200B}่ก", "क्षि", "ก\u{200D}า"])
  func `other scripts are divided as Unicode says`(text: String) {
    #expect(Cluster.pieces(of: text) == text.map(String.init))
  }

  @Test func `every text in the repository is divided as Unicode says`() throws {
    let words = Set(try Repository.texts().flatMap { $0.split { $0 <= 0x20 || $0 == 0x2C } })
    let thai = words.filter { $0.contains { $0 >= 0x80 } }
    #expect(thai.count > 8_000)
    for word in thai.map({ String(decoding: $0, as: UTF8.self) }) {
      try #require(Cluster.pieces(of: word) == word.map(String.init), "\(word)")
    }
  }

  @Test func `our widths of Thai are those of the C library`() throws {
    let unicode = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let before = uselocale(unicode)
    defer {
      uselocale(before)
      freelocale(unicode)
    }
    // The header hides it from Swift, which defines no level of POSIX.
    typealias Width = @convention(c) (Int32) -> Int32
    let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Width.self)
    for value in Int32(0x0E01)...0x0E5B {
      let theirs = Int(wcwidth(value))
      guard theirs >= 0, let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      #expect(ScalarWidth.of(scalar) == theirs, "U+0\(String(value, radix: 16))")
    }
  }

  @Test(arguments: [
    ("น้ำดื่ม", 1, "", 0), ("น้ำดื่ม", 3, "น้ำดื่", 3), ("กำนัน", 3, "กำนั", 3), ("ที่", 9, "ที่", 1),
  ])
  func `a text is cut after a whole cluster`(text: String, cells: Int, kept: String, used: Int) {
    #expect(TextWidth.cut(text, to: cells) == (kept, used))
  }
}

/// The texts of the repository that tests stand in.
enum Repository {
  /// The contents of every source, form, list and document.
  static func texts() throws -> [Data] {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/"
    let names = try ["Sources", "Tests", "docs", "forms"].flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: root + folder).map { "\(folder)/\($0)" }
    }
    let texts = names.filter { name in
      [".swift", ".md", ".csv", ".xml", ".screen", ".json"].contains { name.hasSuffix($0) }
    }
    return try texts.map { try Data(contentsOf: URL(filePath: root + $0)) }
  }
}
