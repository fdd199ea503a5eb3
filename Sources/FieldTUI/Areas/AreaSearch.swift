import ThaiText

/// The subdistricts that a typed text may mean, the likeliest first.
struct AreaSearch: Equatable {
  /// Codes of six digits.
  var codes: [String]
  /// The text that was looked for when the typed one, read in the other keyboard layout, is meant.
  var readAs: String?
}

extension AreaIndex {
  /// Finds subdistricts by any part of their names, in Thai without tones or in English, or by the
  /// beginning of their postcode or code.
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
        let name = String(word.dropFirst(kind?.count ?? 0))
        return nicknames[ThaiFolding.fold(name)] ?? name
      }
      .filter { !SearchBytes.folded($0).isEmpty }
  }

  /// What everybody calls two provinces.
  private static let nicknames = [
    "กทม": "กรุงเทพ", "โคราช": "นครราชสีมา", "korat": "nakhonratchasima",
  ]

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

  /// All subdistricts in which every word is found, by distance from the home and then by how well
  /// the best word fits.
  private func codes(
    _ words: [String], home: String, isLoose: Bool, limit: Int
  ) -> [String] {
    guard !words.isEmpty else { return [] }
    let fits = words.map { matches(NameNeedle($0, isLoose: isLoose), isLoose: isLoose) }
    let near = nearRows(home)
    let kinds = Int(NameMatch.none)
    var classes = Array(repeating: [Int](), count: 3 * kinds)
    for row in table.rows(ofLength: 6) {
      var best = NameMatch.none
      var isMissing = false
      for fit in fits {
        best = min(best, fit[row])
        isMissing = isMissing || fit[row] == NameMatch.none
      }
      guard !isMissing else { continue }
      let distance = near.firstIndex { $0.contains(row) } ?? near.count
      let place = distance * kinds + Int(best)
      if classes[place].count < limit { classes[place].append(row) }
    }
    return classes.joined().prefix(limit).map(code)
  }

  /// The subdistricts whose postcode or code begins with these digits.
  private func numbered(_ digits: [UInt8]) -> [UInt8] {
    var matches = [UInt8](repeating: NameMatch.none, count: table.count)
    for row in table.rows(ofLength: 6) {
      let numbers = table.postcodes(at: row).split(separator: 0x20) + [table.code(at: row)]
      if numbers.contains(where: { $0.starts(with: digits) }) { matches[row] = NameMatch.start }
    }
    return matches
  }

  /// How well a word fits each area; one that fits an area fits what lies in it a little.
  private func matches(_ needle: NameNeedle, isLoose: Bool) -> [UInt8] {
    if needle.isNumber { return numbered(needle.bytes) }
    let latin = isLoose ? english.loosened() : english
    var matches = needle.matches(in: needle.isThai ? thai : latin)
    for row in table.provinceEnd..<matches.count where matches[row] == NameMatch.none {
      if matches[table.parent(of: row)] != NameMatch.none { matches[row] = NameMatch.around }
    }
    return matches
  }
}
