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

  /// Both together; a text without a language goes to the default one.
  func merged(with other: SheetValue, language: String) -> SheetValue {
    switch (self, other) {
    case (.group(var mine), .group(let its)):
      for (key, value) in its.pairs {
        mine[key] = mine[key].map { $0.merged(with: value, language: language) } ?? value
      }
      return .group(mine)
    case (.text, .group(let its)):
      if its[language] != nil { return other }
      return SheetValue.group([language: self]).merged(with: other, language: language)
    case (.group(var mine), .text):
      if mine[language] == nil { mine[language] = other }
      return .group(mine)
    case (.text, .text): return other
    }
  }
}
