import CNcurses
import TerminalKit
import Testing

@testable import NcursesTerminal

@Suite struct KeyDecoderTests {
  /// What a decoder makes of scalars that come one by one.
  private func keys(_ text: String, in decoder: inout KeyDecoder) -> [Key] {
    text.unicodeScalars.flatMap { decoder.keys(for: $0.value, isCode: false) }
  }

  private func keys(code: CInt, in decoder: inout KeyDecoder) -> [Key] {
    decoder.keys(for: UInt32(bitPattern: code), isCode: true)
  }

  @Test func `Thai letters and marks are a key each`() {
    var decoder = KeyDecoder()
    #expect(
      keys("น้ำ", in: &decoder) == [.character("น"), .character("\u{0E49}"), .character("\u{0E33}")])
  }

  @Test func `controls are keys by name, and those without a name are none`() {
    var decoder = KeyDecoder()
    #expect(
      keys("\r\t\u{1B}\u{7F}\u{08}\u{1A}", in: &decoder)
        == [.enter, .tab, .escape, .backspace, .backspace, .control("z")])
    #expect(keys("\u{0}\u{1C}\u{85}", in: &decoder) == [])
  }

  @Test func `codes of curses are keys, and unknown ones are none`() {
    var decoder = KeyDecoder()
    #expect(keys(code: KEY_F0 + 9, in: &decoder) == [.function(9)])
    #expect(keys(code: KEY_NPAGE, in: &decoder) == [.pageDown])
    #expect(keys(code: KEY_BTAB, in: &decoder) == [.backTab])
    #expect(keys(code: KEY_MOUSE, in: &decoder) == [])
  }

  @Test func `a paste is one key, and nothing in it is pressed`() {
    var decoder = KeyDecoder()
    #expect(keys(code: CInt(CNCURSES_PASTE_BEGIN), in: &decoder) == [])
    #expect(keys("บ้าน\rเลขที่ ๙\u{1B}", in: &decoder) == [])
    #expect(keys(code: KEY_F0 + 9, in: &decoder) == [])
    #expect(
      keys(code: CInt(CNCURSES_PASTE_END), in: &decoder) == [.paste("บ้าน\rเลขที่ ๙\u{1B}")])
    #expect(keys("ก", in: &decoder) == [.character("ก")])
  }

  @Test func `a paste whose end never comes is not lost`() {
    var decoder = KeyDecoder()
    #expect(decoder.endPaste() == nil)
    _ = keys(code: CInt(CNCURSES_PASTE_BEGIN), in: &decoder)
    _ = keys("สมชาย", in: &decoder)
    #expect(decoder.endPaste() == .paste("สมชาย"))
    #expect(keys("ก", in: &decoder) == [.character("ก")])
  }

  @Test func `an escape is a key, at the end of what came too`() {
    var decoder = KeyDecoder()
    #expect(keys("\u{1B}", in: &decoder) == [])
    #expect(decoder.endSequence() == [.escape])
    #expect(decoder.endSequence() == [])
    #expect(keys("\u{1B}\u{1B}\r", in: &decoder) == [.escape, .escape, .enter])
    #expect(keys("\u{1B}", in: &decoder) + keys(code: KEY_UP, in: &decoder) == [.escape, .up])
  }

  @Test func `Alt with a letter does nothing, and does not leave the screen`() {
    var decoder = KeyDecoder()
    #expect(keys("\u{1B}5\u{1B}ก\u{1B}x", in: &decoder) == [])
    #expect(decoder.endSequence() == [])
    #expect(keys("5", in: &decoder) == [.character("5")])
  }

  @Test(arguments: ["\u{1B}[99~", "\u{1B}[1;2P", "\u{1B}[?1;2c", "\u{1B}]11;rgb:0000/00\u{07}"])
  func `a sequence that nobody knows is neither Esc nor typed`(sequence: String) {
    var decoder = KeyDecoder()
    #expect(keys(sequence + "ก", in: &decoder) == [.character("ก")])
  }

  @Test func `a text of the terminal's may end with an escape`() {
    var decoder = KeyDecoder()
    #expect(keys("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\ก", in: &decoder) == [.character("ก")])
  }

  @Test func `a sequence that breaks off takes nothing with it`() {
    var decoder = KeyDecoder()
    #expect(keys("\u{1B}[1", in: &decoder) == [])
    #expect(decoder.endSequence() == [])
    #expect(keys("2", in: &decoder) == [.character("2")])
    #expect(keys("\u{1B}[\r", in: &decoder) == [.enter])
  }

  @Test func `the keypad beside the letters types its signs`() {
    var decoder = KeyDecoder()
    #expect(keys(code: CInt(CNCURSES_KEYPAD) + 0x37, in: &decoder) == [.character("7")])
  }

  @Test func `what the terminal answers is not typed`() {
    var decoder = KeyDecoder()
    #expect(keys(code: CInt(CNCURSES_REPORT) + 2, in: &decoder) == [])
    #expect(keys(code: CInt(CNCURSES_REPORT) + 3, in: &decoder) == [])
    #expect(decoder.takeReports() == [2, 3])
    #expect(decoder.takeReports() == [])
  }
}
