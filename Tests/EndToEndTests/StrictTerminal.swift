import TerminalKit

/// A terminal that understands what curses says to an xterm, and nothing else.
///
/// It keeps the screen as a person sees it. Whatever it does not know is a ``Stray``: a control
/// character, an escape sequence that terminfo does not have, a letter that must not be drawn.
struct StrictTerminal {
  /// Something came out that curses does not send.
  struct Stray: Error, Equatable, CustomStringConvertible {
    var what: String

    var description: String { "not of curses: \(what)" }
  }

  let size: Size
  private let speech: CursesSpeech
  private var cells: [[String]]
  private var row = 0
  private var column = 0
  /// Where the cursor was when it was asked to remember that.
  private var saved = (0, 0)
  private var margins: ClosedRange<Int>
  private var pending: [UInt8] = []
  private var lastText = " "
  /// How often the whole screen was cleared.
  private(set) var clearings = 0

  init(size: Size, speech: CursesSpeech) {
    self.size = size
    self.speech = speech
    cells = Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
    margins = 0...size.rows - 1
  }

  var lines: [String] { cells.map { $0.joined() } }
  var text: String { lines.joined(separator: "\n") }

  /// Takes what the program wrote; an unfinished sequence at its end waits for the rest.
  mutating func take(_ bytes: some Sequence<UInt8>) throws(Stray) {
    pending += bytes
    var place = 0
    while place < pending.count, let length = try takeOne(at: place) { place += length }
    pending.removeFirst(place)
  }

  /// Takes one character or sequence and returns how long it was; nil when its end has not come yet.
  private mutating func takeOne(at place: Int) throws(Stray) -> Int? {
    let byte = pending[place]
    if byte == 0x1B { return try takeEscape(at: place) }
    if byte >= 0x20, byte != 0x7F { return try takeScalar(at: place) }
    switch byte {
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(size.columns - 1, (column / 8 + 1) * 8)
    case 0x0A: moveDown()
    case 0x0D: column = 0
    default: throw Stray(what: "the control character \(byte)")
    }
    return 1
  }

  private mutating func takeScalar(at place: Int) throws(Stray) -> Int? {
    let lead = pending[place]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard pending.count >= place + length else { return nil }
    let bytes = pending[place..<place + length]
    guard let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1
    else { throw Stray(what: "bytes that are no UTF-8") }
    try put(scalar)
    return length
  }

  private mutating func put(_ scalar: Unicode.Scalar) throws(Stray) {
    guard Self.mayBeSeen(scalar) else {
      throw Stray(what: "U+\(String(scalar.value, radix: 16, uppercase: true))")
    }
    let width = ScalarWidth.of(scalar)
    guard width > 0 else { return try mark(scalar) }
    if column + width > size.columns {
      column = 0
      moveDown()
    }
    lastText = String(scalar)
    for offset in 0..<width { cells[row][column + offset] = offset == 0 ? lastText : "" }
    column += width
  }

  /// Marks stand on what was written last, and no more of them than a cell of curses holds.
  private mutating func mark(_ scalar: Unicode.Scalar) throws(Stray) {
    var place = column - 1
    while place > 0, cells[row][place].isEmpty { place -= 1 }
    guard place >= 0 else { throw Stray(what: "a mark without a letter") }
    cells[row][place].unicodeScalars.append(scalar)
    guard cells[row][place].unicodeScalars.count <= 5 else { throw Stray(what: "a heap of marks") }
  }

  /// Letters, marks, numbers, signs and spaces; written without the tables of the program.
  private static func mayBeSeen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0xD800...0xF8FF, 0xFDD0...0xFDEF, 0xFEFF, 0xFFF0...0xFFFB, 0xE0000...0xE0FFF,
      0xF0000...0x10FFFF:
      false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}

extension StrictTerminal {
  private mutating func takeEscape(at place: Int) throws(Stray) -> Int? {
    guard let sequence = try EscapeSequence(pending[place...]) else { return nil }
    guard speech.knows(sequence) else { throw Stray(what: sequence.description) }
    act(sequence)
    return sequence.bytes.count
  }

  /// What a known sequence does to the picture; looks and modes do nothing to it.
  private mutating func act(_ sequence: EscapeSequence) {
    let number = sequence.numbers.first ?? 0
    let count = max(1, number)
    switch (sequence.opening, sequence.final) {
    case ("[", "H"):
      row = min(size.rows, max(1, number)) - 1
      column = min(size.columns, max(1, sequence.numbers.dropFirst().first ?? 1)) - 1
    case ("[", "G"): column = min(size.columns, count) - 1
    case ("[", "d"): row = min(size.rows, count) - 1
    case ("[", "A"): row = max(0, row - count)
    case ("[", "B"): row = min(size.rows - 1, row + count)
    case ("[", "C"): column = min(size.columns - 1, column + count)
    case ("[", "D"): column = max(0, min(column, size.columns - 1) - count)
    case ("[", "J"): clear(number == 2 ? 0..<size.rows : row + 1..<size.rows, isAll: number == 2)
    case ("[", "K"): blank(number == 1 ? 0..<column + 1 : column..<size.columns)
    case ("[", "X"): blank(column..<column + count)
    case ("[", "P"): shift(by: -count)
    case ("[", "@"): shift(by: count)
    case ("[", "L"): scroll(by: -count, from: row)
    case ("[", "M"): scroll(by: count, from: row)
    case ("[", "S"): scroll(by: count, from: margins.lowerBound)
    case ("[", "T"): scroll(by: -count, from: margins.lowerBound)
    case ("[", "b"): for _ in 0..<count { repeatLast() }
    case ("[", "Z"): column = max(0, (column - 1) / 8 * 8)
    case ("[", "r"):
      let bottom = sequence.numbers.dropFirst().first ?? size.rows
      margins = max(0, count - 1)...max(count - 1, min(size.rows, bottom) - 1)
      (row, column) = (0, 0)
    case ("", "7"): saved = (row, column)
    case ("", "8"): (row, column) = saved
    case ("", "M"): if row == margins.lowerBound { scroll(by: -1, from: row) } else { row -= 1 }
    default: break
    }
  }

  private mutating func clear(_ rows: Range<Int>, isAll: Bool) {
    if isAll { clearings += 1 } else { blank(column..<size.columns) }
    for row in rows { cells[row] = Array(repeating: " ", count: size.columns) }
  }

  private mutating func blank(_ columns: Range<Int>) {
    for column in columns.clamped(to: 0..<size.columns) { cells[row][column] = " " }
  }

  private mutating func repeatLast() {
    guard column < size.columns else { return }
    cells[row][column] = lastText
    column += 1
  }

  private mutating func shift(by count: Int) {
    var line = cells[row]
    let blanks = Array(repeating: " ", count: min(abs(count), size.columns - column))
    if count > 0 {
      line.insert(contentsOf: blanks, at: column)
      cells[row] = Array(line.prefix(size.columns))
    } else {
      line.removeSubrange(column..<column + blanks.count)
      cells[row] = line + blanks
    }
  }

  private mutating func moveDown() {
    if row == margins.upperBound {
      scroll(by: 1, from: margins.lowerBound)
    } else {
      row = min(size.rows - 1, row + 1)
    }
  }

  /// Moves the lines from one to the lower margin up, or down by a negative count.
  private mutating func scroll(by count: Int, from top: Int) {
    guard margins.contains(top) else { return }
    let blank = Array(repeating: " ", count: size.columns)
    for _ in 0..<min(abs(count), margins.upperBound - top + 1) {
      cells.remove(at: count > 0 ? top : margins.upperBound)
      cells.insert(blank, at: count > 0 ? margins.upperBound : top)
    }
  }
}
