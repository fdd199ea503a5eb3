import Testing

@testable import TerminalKit

@Suite struct GlyphTests {
  @Test(arguments: [
    ("ผู้ใหญ่บ้าน", 7), ("น้ำ", 2), ("ที่", 1), ("กำนัน", 4), ("เก้า", 3), ("บ้าน 12", 6), ("水", 2), ("", 0),
  ])
  func `a text takes the cells that a terminal gives it`(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func `only the sixteen marks of Thai take no cell`() {
    let marks = (0x0E01...0x0E5B).filter { value in
      Unicode.Scalar(value).map { ScalarWidth.of($0) == 0 } ?? false
    }
    #expect(marks == [0x0E31] + Array(0x0E34...0x0E3A) + Array(0x0E47...0x0E4E))
  }

  @Test func `the cursor steps over sara am together with its consonant`() {
    #expect(Cluster.split("น้ำเก้า").map(\.width) == [2, 1, 1, 1])
  }

  @Test func `a name is never cut between a consonant and its sara am`() {
    #expect(TextWidth.clip("กำนัน", to: 4) == "กำนัน")
    #expect(TextWidth.clip("กำนัน", to: 3) == "กำ…")
    #expect(TextWidth.clip("กำนัน", to: 2) == "…")
    #expect(TextWidth.clip("ที่ดิน", to: 2) == "ที่…")
  }

  @Test(arguments: ["\u{1B}", "\u{7}", "\u{202E}", "\u{E000}", "\u{85}", "\u{FEFF}", "\n"])
  func `what could deceive the reader or the terminal is shown as a box`(scalar: String) {
    #expect(Glyph.split("ก\(scalar)ข").map(\.text) == ["ก", "□", "ข"])
  }

  @Test func `a mark after a box does not hide in it`() {
    #expect(Glyph.split("\u{1B}\u{0E48}").map(\.text) == ["□", "\u{25CC}\u{0E48}"])
  }

  @Test func `a mark without a letter stands on a dotted circle`() {
    #expect(Glyph.split("่า").map(\.text) == ["\u{25CC}\u{0E48}", "า"])
  }

  @Test func `a cell holds no more marks than curses can draw`() {
    let piled = "ก" + String(repeating: "\u{0E48}", count: 9)
    #expect(Glyph.split(piled).first?.text.unicodeScalars.count == 5)
  }
}
