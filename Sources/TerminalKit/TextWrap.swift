/// Divides a text into lines that fit a width.
public enum TextWrap {
  /// The lines of a text, none wider than `width`; an empty text is one empty line.
  ///
  /// Newlines are kept. Lines end where the breaker allows, and inside a word only when it is wider than
  /// a whole line. Spaces at a line's end are dropped, and break marks never come out.
  public static func lines(
    _ text: String, width: Int, breaker: LineBreaker = .spelling
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
  ) -> [[Unicode.Scalar]] {
    var pieces: [[Unicode.Scalar]] = []
    var start = 0
    for end in breaker.breaks(scalars) + [scalars.count] where end > start {
      pieces.append(scalars[start..<end].filter { $0 != ScalarWidth.breakMark })
      start = end
    }
    return pieces
  }
}

/// Lines being filled with pieces that must stay whole where they can.
private struct Filling {
  let width: Int
  var lines: [String] = []
  var line = ""

  init(width: Int) { self.width = width }

  mutating func add(_ piece: [Unicode.Scalar]) {
    if fits(line + string(piece)) {
      line += string(piece)
      return
    }
    if !line.isEmpty { endLine() }
    if fits(string(piece)) {
      line = string(piece)
    } else {
      cut(piece)
    }
  }

  func finished() -> [String] { lines + [trimmed(line)] }

  /// Cuts what is wider than a line between clusters, never before a vowel that follows its letter.
  private mutating func cut(_ piece: [Unicode.Scalar]) {
    var start = 0
    for index in piece.indices.dropFirst() where LineBreaker.mayCut(piece[index - 1], piece[index])
    {
      place(piece[start..<index])
      start = index
    }
    place(piece[start...])
  }

  private mutating func place(_ part: ArraySlice<Unicode.Scalar>) {
    if !line.isEmpty, !fits(line + string(part)) { endLine() }
    line += string(part)
  }

  private mutating func endLine() {
    lines.append(trimmed(line))
    line = ""
  }

  private func fits(_ text: String) -> Bool { TextWidth.of(trimmed(text)) <= width }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }
}
