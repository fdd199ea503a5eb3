/// Text that means harm to a terminal: another one each time, the same for the same seed.
///
/// Each holds at least one thing that must not reach a terminal as it is.
public struct HostileText: Sendable {
  /// Where a text goes, which decides what can be in it.
  public enum Road: Sendable {
    /// Any bytes, such as those of a list beside a form.
    case bytes
    /// What a string may hold, such as a name or a remark.
    case string
    /// What XML may hold, such as a label.
    case markup
  }

  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next(_ road: Road) -> [UInt8] {
    var text: [UInt8] = []
    for _ in 0...random(6) { text += piece(road) }
    return text + evil(road) + (random(2) == 0 ? [] : piece(road))
  }

  public mutating func string(_ road: Road = .string) -> String {
    String(decoding: next(road), as: UTF8.self)
  }

  private mutating func piece(_ road: Road) -> [UInt8] {
    switch random(5) {
    case 0: return evil(road)
    case 1: return Array("น้ำใจ".utf8)
    case 2: return Array("บ้าน 12/3 ".utf8)
    case 3: return Array("ก".utf8) + marks(random(4) == 0 ? 60 : 3)
    default: return Array("Somchai".utf8)
    }
  }

  private mutating func evil(_ road: Road) -> [UInt8] {
    let isMarkup = if case .markup = road { true } else { false }
    let isBytes = if case .bytes = road { true } else { false }
    switch random(isMarkup ? 4 : isBytes ? 8 : 7) {
    case 0: return utf8(0x80 + random(0x20))
    case 1:
      return utf8([0x202A, 0x202E, 0x2066, 0x2069, 0x200F, 0x061C, 0x200B, 0xFEFF][random(8)])
    case 2: return utf8([0xE000, 0xF8FF, 0xF0000, 0x10FFFD, 0xFDD0, 0x1FFFF, 0xE0041][random(7)])
    case 3: return Array("ก".utf8) + marks(200) + utf8(0x9B) + Array("2J".utf8)
    case 4: return [[0, 7, 8, 9, 10, 12, 13, 14, 15, 24, 26, 127][random(12)]]
    case 5: return Array(Self.sequences[random(Self.sequences.count)].utf8)
    case 6: return [0x1B] + Array(Self.openings[random(Self.openings.count)].utf8)
    default: return Self.broken[random(Self.broken.count)]
    }
  }

  private mutating func marks(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { _ in utf8([0x0E48, 0x0E34, 0x0301, 0x0E31, 0x20DD][random(5)]) }
  }

  /// What a terminal would obey: write the clipboard, take a title, answer, reset, clear, move.
  private static let sequences = [
    "\u{1B}]52;c;cm0gLXJmIH4=\u{7}", "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://x\u{1B}\\",
    "\u{1B}c", "\u{1B}[2J", "\u{1B}[3J", "\u{1B}[1;1H", "\u{1B}[?1000h", "\u{1B}[6n", "\u{1B}[c",
    "\u{1B}[?1049l", "\u{1B}[8m", "\u{1B}[31m", "\u{1B}P$q\"p\u{1B}\\", "\u{1B}_x\u{1B}\\",
    "\u{1B}^x\u{1B}\\", "\u{1B}[20t", "\u{1B}#8", "\u{1B}%@", "\u{1B}(0lqk", "\u{1B}[999999999b",
    "\u{1B}[201~", "\u{1B}[4h", "\u{1B}[5i", "\u{9D}52;c;eA==\u{9C}", "\u{9B}31m",
  ]

  private static let openings = ["", "[", "[?", "]", "P", "O", "[1;", "N", "\u{1B}[", "Z"]

  /// Bytes that are no UTF-8: too long, half, half of a pair, above the last.
  private static let broken: [[UInt8]] = [
    [0xC0, 0x9B], [0xE0, 0x80, 0x9B], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x9B], [0xFF],
    [0xE0, 0xB8], [0xC1, 0xBF], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80, 0x1B, 0x5B], [0xFE],
  ]

  private func utf8(_ value: Int) -> [UInt8] {
    Unicode.Scalar(UInt32(value)).map { Array(String($0).utf8) } ?? []
  }

  /// SplitMix64.
  private mutating func random(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(count))
  }
}
