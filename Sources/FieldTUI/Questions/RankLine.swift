import ThaiText

/// A ranking typed as one line of text.
extension RankQuestion {
  /// Reads a line into the numbers of the boxes; what cannot be read changes nothing.
  ///
  /// Two ways are understood, and never mixed:
  /// - `2 - 1 - - 3`: the boxes from top to bottom, a dash for an empty one; boxes that the line does
  ///   not reach are empty. A lone number is not read: it could be a row as well as a rank.
  /// - `3=1 1=2`: row 3 gets rank 1 and row 1 rank 2, every other row keeps its number; `5=-` empties
  ///   row 5.
  ///
  /// Gaps and doubles are read as they stand: they are judged when the question is left.
  static func read(line: String, into ranks: [Int?]) throws(FillPhrase) -> [Int?] {
    let words = Digits.ascii(line).split { $0 == " " || $0 == "," }.map(String.init)
    let count = ranks.count
    guard let first = words.first else { throw RankPhrase.lineNotUnderstood(line).said }
    if words.contains(where: { $0.contains("=") }) {
      var changed = ranks
      var rows: Set<Int> = []
      for word in words {
        let (row, rank) = try pair(word, count)
        guard rows.insert(row).inserted else { throw RankPhrase.lineNotUnderstood(word).said }
        changed[row] = rank
      }
      return changed
    }
    guard words.count > 1 || count == 1 else { throw RankPhrase.lineNotUnderstood(first).said }
    guard words.count <= count else { throw RankPhrase.noSuchRow(words.count, of: count).said }
    var boxes: [Int?] = []
    for word in words { boxes.append(try rank(word, count)) }
    return boxes + Array(repeating: nil, count: count - boxes.count)
  }

  private static func pair(_ word: String, _ count: Int) throws(FillPhrase) -> (Int, Int?) {
    let sides = word.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard sides.count == 2, let row = number(sides[0]) else {
      throw RankPhrase.lineNotUnderstood(word).said
    }
    guard (1...count).contains(row) else { throw RankPhrase.noSuchRow(row, of: count).said }
    return (row - 1, try rank(sides[1], count))
  }

  private static func rank(_ word: String, _ count: Int) throws(FillPhrase) -> Int? {
    if ["-", "–", "—", "_"].contains(word) { return nil }
    guard let rank = number(word) else { throw RankPhrase.lineNotUnderstood(word).said }
    guard (1...count).contains(rank) else { throw RankPhrase.noSuchRank(rank, of: count).said }
    return rank
  }

  /// Digits alone: `Int` reads signs too.
  private static func number(_ word: String) -> Int? {
    word.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(word) : nil
  }
}
