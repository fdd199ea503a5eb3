/// What a row says under a heading: a text, or several by the parts behind `::`.
indirect enum SheetValue: Sendable {
  case text(String)
  case group(Ordered<SheetValue>)

  /// The text, where no language or part is named.
  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var group: Ordered<SheetValue>? {
    if case .group(let group) = self { group } else { nil }
  }

  /// A group whose parts are texts: what a label says in each language.
  var texts: Ordered<String>? { group?.mapValues { $0.text ?? "" } }

  var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .group(let group): group.isEmpty
    }
  }

  /// Takes the other's texts too; a text without a language goes to the default one.
  mutating func merge(_ other: SheetValue, language: String) {
    guard var mine = takeGroup() else {
      guard let its = other.group, its[language] == nil else { return self = other }
      self = .group([language: self])
      return merge(other, language: language)
    }
    switch other {
    case .group(let its):
      for (key, value) in its.pairs {
        if mine[key] == nil {
          mine[key] = value
        } else {
          mine.change(key, from: value) { $0.merge(value, language: language) }
        }
      }
    case .text: if mine[language] == nil { mine[language] = other }
    }
    self = .group(mine)
  }

  /// The group, held by the caller alone, so that a heading more does not copy all before it.
  private mutating func takeGroup() -> Ordered<SheetValue>? {
    guard case .group(let group) = self else { return nil }
    self = .text("")
    return group
  }
}
