import CNcurses
import TerminalKit

/// Turns what curses reads into keys, and gathers what is pasted and what the terminal answers.
struct KeyDecoder {
  /// Columns of the cursor that the terminal told, not yet taken.
  private var reports: [Int] = []
  /// What came since the paste began.
  private var pasted: String?
  private var sequence = Sequence.none

  /// A sequence that curses does not know: it hands over its letters one by one.
  private enum Sequence {
    case none
    /// An escape: the key when no more comes with it, Alt when a letter does.
    case escape
    /// Parameters until a letter: another key (ECMA-48, 5.4).
    case control
    /// A text until a control: something that the terminal tells (ECMA-48, 5.6).
    case text
    /// The escape that ends such a text together with a backslash.
    case endOfText
  }

  /// The keys that a character or a key code stands for; none inside a paste.
  mutating func keys(for value: UInt32, isCode: Bool) -> [Key] {
    if isCode { return endSequence() + (key(forCode: Int32(bitPattern: value)).map { [$0] } ?? []) }
    guard let scalar = Unicode.Scalar(value) else { return [] }
    guard pasted == nil else {
      pasted?.unicodeScalars.append(scalar)
      return []
    }
    if goesOn(with: scalar) { return [] }
    let before = endSequence()
    if scalar == Self.escape {
      sequence = .escape
      return before
    }
    return before + (key(for: scalar).map { [$0] } ?? [])
  }

  /// Ends a sequence of which no more has come: an escape alone is the key.
  mutating func endSequence() -> [Key] {
    defer { sequence = .none }
    return sequence == .escape ? [.escape] : []
  }

  /// Whether a scalar belongs to a sequence that nobody pressed letter by letter.
  private mutating func goesOn(with scalar: Unicode.Scalar) -> Bool {
    switch (sequence, scalar.value) {
    case (.escape, 0x5B): sequence = .control
    case (.escape, 0x5D): sequence = .text
    case (.control, 0x20...0x3F): break
    case (.escape, 0x20...0x7E), (.escape, 0xA0...): sequence = .none
    case (.control, 0x40...0x7E), (.text, 0x07), (.endOfText, 0x5C): sequence = .none
    case (.text, 0x1B): sequence = .endOfText
    case (.text, 0x20...): break
    default: return false
    }
    return true
  }

  private static let escape: Unicode.Scalar = "\u{1B}"

  /// Ends a paste whose end never came.
  mutating func endPaste() -> Key? {
    defer { pasted = nil }
    return pasted.map { .paste($0) }
  }

  /// The columns that the terminal told since the last time.
  mutating func takeReports() -> [Int] {
    defer { reports = [] }
    return reports
  }

  private mutating func key(forCode code: Int32) -> Key? {
    // What looks like a key inside a paste was not pressed.
    guard pasted == nil || code == Int32(CNCURSES_PASTE_END) else { return nil }
    switch code {
    case Int32(CNCURSES_PASTE_BEGIN):
      pasted = ""
      return nil
    case Int32(CNCURSES_PASTE_END): return endPaste()
    case Int32(CNCURSES_REPORT) + 1...Int32(CNCURSES_REPORT_LAST):
      reports.append(Int(code) - Int(CNCURSES_REPORT))
      return nil
    case KEY_F0 + 1...KEY_F0 + 12:
      return .function(Int(code - KEY_F0))
    case Int32(CNCURSES_KEYPAD) + 1...Int32(CNCURSES_KEYPAD_LAST):
      return Unicode.Scalar(UInt32(code - Int32(CNCURSES_KEYPAD))).map { .character($0) }
    default:
      return Self.codes[code]
    }
  }

  private func key(for scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0A, 0x0D: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
    case 0..<0x20, 0x80..<0xA0: nil
    default: .character(scalar)
    }
  }

  private static let codes: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home,
    KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_ENTER: .enter,
    KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
    KEY_SLEFT: .select(.left), KEY_SRIGHT: .select(.right), KEY_SHOME: .select(.home),
    KEY_SEND: .select(.end), Int32(CNCURSES_WORD_LEFT): .wordLeft,
    Int32(CNCURSES_WORD_RIGHT): .wordRight,
    Int32(CNCURSES_SELECT_WORD_LEFT): .select(.wordLeft),
    Int32(CNCURSES_SELECT_WORD_RIGHT): .select(.wordRight), KEY_RESIZE: .resized,
  ]
}
