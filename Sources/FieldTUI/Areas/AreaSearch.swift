import ThaiText

/// The subdistricts that a typed text may mean, the likeliest first.
struct AreaSearch: Equatable {
  /// Codes of six digits.
  var codes: [String]
  /// The text that was looked for when the typed one, read in the other keyboard layout, is meant.
  var readAs: String?
}

extension AreaIndex {
  /// Finds subdistricts by any part of their names, in Thai without tones or in English.
  ///
  /// Several words narrow the search by district and province. What lies in the home district comes
  /// first, then the home province. When nothing fits, letters that sound alike count as one, and
  /// then the text is read as typed on the other keyboard layout. `home` is a code of any length.
  func search(_ typed: String, home: String, limit: Int = 50) -> AreaSearch {
    let words = Self.words(of: typed)
    guard !words.isEmpty else { return AreaSearch(codes: atHome(home, limit: limit)) }
    for isLoose in [false, true] {
      let codes = codes(words, home: home, isLoose: isLoose, limit: limit)
      if !codes.isEmpty { return AreaSearch(codes: codes) }
    }
    guard let meant = otherLayout(typed) else { return AreaSearch(codes: []) }
    let codes = codes(Self.words(of: meant), home: home, isLoose: false, limit: limit)
    return AreaSearch(codes: codes, readAs: codes.isEmpty ? nil : meant)
  }

  private func otherLayout(_ typed: String) -> String? {
    if typed.unicodeScalars.contains(where: \.isThai) {
      return KeyboardLayout.latin(fromThai: typed)
    }
    return KeyboardLayout.suggestThai(for: typed)
  }

  /// The words that were typed, without what only says the kind of area.
  private static func words(of typed: String) -> [String] {
    ThaiNormalization.normalize(typed).split(whereSeparator: { $0 == " " || $0 == "," })
      .map { word in
        let kind = kinds.first { word.hasPrefix($0) && word.count > $0.count }
        return String(word.dropFirst(kind?.count ?? 0))
      }
      .filter { !SearchBytes.folded($0).isEmpty }
  }

  private static let kinds = ["ตำบล", "แขวง", "อำเภอ", "เขต", "จังหวัด", "ต.", "อ.", "จ."]

  /// The subdistricts around the home, when nothing was typed.
  private func atHome(_ home: String, limit: Int) -> [String] {
    nearRows(home).first { !$0.isEmpty }?.prefix(limit).map(code) ?? []
  }

  /// The subdistricts of the home's district, and those of its province.
  private func nearRows(_ home: String) -> [Range<Int>] {
    let rows = table.rows(ofLength: 6)
    return [4, 2].map { length in
      let prefix = Array(home.utf8.prefix(length))
      guard prefix.count == length,
        let first = rows.first(where: { table.code(at: $0).starts(with: prefix) })
      else { return 0..<0 }
      let end = rows[first...].firstIndex { !table.code(at: $0).starts(with: prefix) }
      return first..<(end ?? rows.upperBound)
    }
  }

  private func code(_ row: Int) -> String { String(decoding: table.code(at: row), as: UTF8.self) }

  /// All subdistricts in which every word is found, in nine classes: by distance from the home,
  /// then by how the first word fits.
  private func codes(
    _ words: [String], home: String, isLoose: Bool, limit: Int
  ) -> [String] {
    let needles = words.map { NameNeedle($0, isLoose: isLoose) }
    let above = needles.map(matchesAbove)
    let near = nearRows(home)
    var classes = Array(repeating: [Int](), count: 3 * Self.matchKinds)
    for row in table.rows(ofLength: 6) {
      guard let match = match(row, needles, above) else { continue }
      let distance = near.firstIndex { $0.contains(row) } ?? near.count
      let place = distance * Self.matchKinds + match
      if classes[place].count < limit { classes[place].append(row) }
    }
    return classes.joined().prefix(limit).map(code)
  }

  /// The three of ``NameMatch``, and one for a name that only lies in a district so called.
  private static let matchKinds = 4

  private func match(_ row: Int, _ needles: [NameNeedle], _ above: [Set<Int>]) -> Int? {
    var best = Self.matchKinds - 1
    var parents: [Int]?
    for (needle, areas) in zip(needles, above) {
      if let match = needle.match(row, in: needle.isThai ? thai : english) {
        best = min(best, match.rawValue)
        continue
      }
      guard !areas.isEmpty else { return nil }
      let known = parents ?? parentRows(row)
      parents = known
      guard known.contains(where: areas.contains) else { return nil }
    }
    return best
  }

  private func parentRows(_ row: Int) -> [Int] {
    let code = table.code(at: row)
    return [4, 2].compactMap { table.row(of: code.prefix($0)) }
  }

  /// The districts and provinces whose name fits a word.
  private func matchesAbove(_ needle: NameNeedle) -> Set<Int> {
    Set(
      (0..<table.districtEnd).filter { needle.match($0, in: needle.isThai ? thai : english) != nil }
    )
  }
}
