/// A letter and at most four marks, as many as a curses cell holds, in sixteen bytes without a reference.
///
/// A screen holds thousands of them, which are copied and compared at every key; as strings they took
/// most of its time. A scalar takes 21 bits; none is zero, which is drawn as a box.
public struct GlyphScalars: Hashable, Sendable {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0

  init() {}

  init(_ letter: Unicode.Scalar) { head = UInt64(letter.value) }

  /// The first five scalars of a text.
  init(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars { append(scalar) }
  }

  public var isEmpty: Bool { head == 0 }

  /// Whether there is more than the letter.
  var hasMarks: Bool { head >> Self.bits != 0 }

  var letter: Unicode.Scalar? { isEmpty ? nil : Unicode.Scalar(UInt32(head & Self.mask)) }

  /// Adds a scalar behind the others; the sixth and all that follow are left out.
  mutating func append(_ scalar: Unicode.Scalar) {
    let value = UInt64(scalar.value)
    if head >> (2 * Self.bits) == 0 {
      head |= value << (head == 0 ? 0 : hasMarks ? 2 * Self.bits : Self.bits)
    } else if tail >> Self.bits == 0 {
      tail |= value << (tail == 0 ? 0 : Self.bits)
    }
  }

  /// Calls with each scalar's value, the letter first.
  public func forEach(_ body: (UInt32) -> Void) {
    Self.forEach(in: head, body)
    Self.forEach(in: tail, body)
  }

  private static func forEach(in part: UInt64, _ body: (UInt32) -> Void) {
    var rest = part
    while rest != 0 {
      body(UInt32(rest & mask))
      rest >>= bits
    }
  }

  /// The scalars as text.
  public var text: String {
    var text = String.UnicodeScalarView()
    forEach { value in
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  static let saraAm = GlyphScalars("\u{0E33}")

  private static let bits: UInt64 = 21
  private static let mask: UInt64 = (1 << bits) - 1
}
