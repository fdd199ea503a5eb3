/// How many cells a scalar takes, from a table of our own.
///
/// Layouts must not depend on the machine, so the C library is not asked; a test compares the
/// two over all of Thai.
public enum ScalarWidth {
  /// 0 for a mark that stands on the letter before it, 2 for an East Asian letter or a picture, else 1.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if (0x0E00...0x0E7F).contains(value) { return isThaiMark(value) ? 0 : 1 }
    if scalar == breakMark { return 0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(scalar) ? 2 : 1
    }
  }

  /// Zero-width space, which only says that a line may break; it is never drawn.
  static let breakMark: Unicode.Scalar = "\u{200B}"

  /// Whether a scalar may reach the terminal as it is.
  ///
  /// Controls move the cursor, bidirectional marks reorder what was checked, and private-use glyphs
  /// look different on every machine: an answer that holds one shows a box in its place.
  static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    if (0x20..<0x7F).contains(scalar.value) { return true }
    // All of assigned Thai, which is nearly all that is drawn: the look-up below is slow.
    if (0x0E01...0x0E3A).contains(scalar.value) || (0x0E3F...0x0E5B).contains(scalar.value) {
      return true
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator,
      .paragraphSeparator:
      return false
    default:
      return true
    }
  }

  private static func isThaiMark(_ value: UInt32) -> Bool {
    value == 0x0E31 || (0x0E34...0x0E3A).contains(value) || (0x0E47...0x0E4E).contains(value)
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x1100 else { return false }
    return scalar.properties.isEmojiPresentation
      || wideRanges.contains { $0.contains(scalar.value) }
  }

  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}
