extension Grid {
  /// The same screen with the letters alone, for a terminal that gives each mark a cell of its own.
  ///
  /// It is hard to read, and straight; what is stored keeps its marks.
  public func withoutMarks() -> Grid {
    var bare = self
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let point = Point(row: row, column: column)
        guard let letter = self[point].scalars.letter else { continue }
        bare.replace(GlyphScalars(letter), at: point)
      }
    }
    return bare
  }

  /// The same screen with each SARA AM drawn as its ring and its stroke.
  ///
  /// Some terminals cut off the ring, which hangs over the cell to the left. The ring moves into
  /// that cell as a mark of its own; no width changes. Only for drawing: text is stored whole.
  public func dividingSaraAm() -> Grid {
    var divided = self
    for row in 0..<size.rows {
      for column in stride(from: 1, to: size.columns, by: 1) {
        let here = Point(row: row, column: column)
        let before = Point(row: row, column: column - 1)
        guard self[here].scalars == .saraAm, let base = ringed(self[before].text) else { continue }
        divided.replace(base, at: before)
        divided.replace(GlyphScalars("\u{0E32}"), at: here)
      }
    }
    return divided
  }

  /// A consonant with the ring below its tone mark; nil when there is no consonant.
  private func ringed(_ text: String) -> GlyphScalars? {
    guard let base = text.unicodeScalars.first, (0x0E01...0x0E2E).contains(base.value) else {
      return nil
    }
    var ringed = GlyphScalars(base)
    ringed.append("\u{0E4D}")
    for mark in text.unicodeScalars.dropFirst() { ringed.append(mark) }
    return ringed
  }
}
