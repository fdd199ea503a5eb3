extension Cluster {
  /// The offsets between scalars at which the cursor may stand, the ends included.
  ///
  /// They are the borders of Unicode's extended grapheme clusters (UAX 29). Nearly every text is
  /// plain and divided by one rule; the rest is left to the standard library, which is slower.
  public static func boundaries(of scalars: [Unicode.Scalar]) -> [Int] {
    guard !scalars.isEmpty else { return [0] }
    guard scalars.allSatisfy(isPlain) else { return unicodeBoundaries(of: scalars) }
    return [0] + scalars.indices.dropFirst().filter { !joins(scalars[$0]) } + [scalars.count]
  }

  /// The text cut at its boundaries, with everything that is in it.
  public static func pieces(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    let boundaries = boundaries(of: scalars)
    return zip(boundaries, boundaries.dropFirst()).map { start, end in
      String(String.UnicodeScalarView(scalars[start..<end]))
    }
  }

  /// Whether one rule divides a text: a mark and SARA AM belong to what stands before them.
  static func isPlain(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isPlain) }

  /// Printable ASCII, the Thai block, and the signs and lines that screens are made of.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x0E01...0x0E5B, 0x2010...0x2027, 0x2190...0x21FF, 0x2500...0x25CC: true
    default: false
    }
  }

  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{0E33}" || ScalarWidth.of(scalar) == 0
  }

  private static func unicodeBoundaries(of scalars: [Unicode.Scalar]) -> [Int] {
    var boundaries = [0]
    for character in String(String.UnicodeScalarView(scalars)) {
      boundaries.append((boundaries.last ?? 0) + character.unicodeScalars.count)
    }
    return boundaries
  }
}
