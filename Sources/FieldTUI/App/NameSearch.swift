import ThaiText

/// Names folded once for a search in which tones, spaces and the keyboard layout do not matter.
struct NameSearch: Equatable, Sendable {
  private let folded: [String]
  private let loose: [String]

  init(_ names: [String]) {
    folded = names.map(ThaiFolding.fold)
    loose = names.map(ThaiFolding.foldLoosely)
  }

  /// The positions of the names that hold a text, in order; of all when the text is empty.
  ///
  /// When none holds it, letters that sound alike count as one, and then the text is read as typed on
  /// the other keyboard layout.
  func positions(of typed: String) -> [Int] {
    for reading in Self.readings(of: typed) {
      for (names, wanted) in [
        (folded, ThaiFolding.fold(reading)), (loose, ThaiFolding.foldLoosely(reading)),
      ] {
        let found = names.indices.filter { wanted.isEmpty || names[$0].contains(wanted) }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// A typed text as it stands, and as it was meant when the other layout was on.
  static func readings(of typed: String) -> [String] {
    let isThai = typed.unicodeScalars.contains(where: \.isThai)
    let other =
      isThai ? KeyboardLayout.latin(fromThai: typed) : KeyboardLayout.suggestThai(for: typed)
    return [typed] + (other.map { [$0] } ?? [])
  }
}
