/// Divides a text into lines that fit a width.
public enum TextWrap {
  /// The lines of a text, none wider than `width`; an empty text is one empty line.
  ///
  /// Newlines are kept. Lines end where the breaker allows, and inside a word only when it is wider than
  /// a whole line. Spaces at a line's end are dropped, and break marks never come out.
  public static func lines(
    _ text: String, width: Int, breaker: LineBreaker = .current
  ) -> [String] {
    let width = max(1, width)
    return paragraphs(of: text).flatMap { paragraph in
      var filling = Filling(width: width)
      for piece in pieces(of: paragraph, breaker: breaker) { filling.add(piece) }
      return filling.finished()
    }
  }

  private static func paragraphs(of text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  private static func pieces(
    of scalars: [Unicode.Scalar], breaker: LineBreaker
  ) -> [ArraySlice<Unicode.Scalar>] {
    var pieces: [ArraySlice<Unicode.Scalar>] = []
    var start = 0
    for end in breaker.breaks(scalars) + [scalars.count] where end > start {
      pieces.append(scalars[start..<end])
      start = end
    }
    return pieces
  }
}

/// Lines being filled with pieces that must stay whole where they can.
private struct Filling {
  private let width: Int
  private var lines: [String] = []
  private var line: [Unicode.Scalar] = []
  /// Measures the line with the spaces at its end.
  private var meter = CellMeter()

  init(width: Int) { self.width = width }

  mutating func add(_ piece: ArraySlice<Unicode.Scalar>) {
    let piece = piece.contains(ScalarWidth.breakMark) ? withoutBreakMarks(piece) : piece
    if place(piece) { return }
    endLine()
    if !place(piece) { cut(piece) }
  }

  mutating func finished() -> [String] {
    lines.append(text(of: line))
    return lines
  }

  /// Puts a part behind the line if it fits there, not counting the spaces at its end.
  private mutating func place(_ part: ArraySlice<Unicode.Scalar>) -> Bool {
    var longer = meter
    var needed = 0
    for scalar in part {
      longer.add(scalar)
      if scalar != " " { needed = longer.width }
    }
    guard needed <= width else { return false }
    line += part
    meter = longer
    return true
  }

  /// Cuts what is wider than a line between clusters, never before a vowel that follows its letter.
  private mutating func cut(_ piece: ArraySlice<Unicode.Scalar>) {
    var start = piece.startIndex
    for index in piece.indices.dropFirst() where BreakRules.mayCut(piece, at: index) {
      placeCut(piece[start..<index])
      start = index
    }
    placeCut(piece[start...])
  }

  /// A part that is itself wider than a line is cut between clusters, so that nothing is lost.
  private mutating func placeCut(_ part: ArraySlice<Unicode.Scalar>) {
    if place(part) { return }
    endLine()
    if place(part) { return }
    let borders = Cluster.boundaries(of: Array(part)).map { part.startIndex + $0 }
    for (start, end) in zip(borders, borders.dropFirst()) where !place(part[start..<end]) {
      endLine()
      for scalar in part[start..<end] { meter.add(scalar) }
      line += part[start..<end]
    }
  }

  private mutating func endLine() {
    if line.isEmpty { return }
    lines.append(text(of: line))
    line.removeAll(keepingCapacity: true)
    meter = CellMeter()
  }

  private func withoutBreakMarks(
    _ piece: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    piece.filter { $0 != ScalarWidth.breakMark }[...]
  }

  private func text(of scalars: [Unicode.Scalar]) -> String {
    let end = scalars.lastIndex { $0 != " " }.map { $0 + 1 } ?? 0
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[..<end])
    return text
  }
}
