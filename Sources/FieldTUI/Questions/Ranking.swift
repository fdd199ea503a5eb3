/// Some of a list's items in order of importance; ties and gaps cannot happen.
struct Ranking: Equatable, Sendable {
  /// Every item, in the order of the form.
  let items: [String]
  /// The wanted ones, the most important first.
  private(set) var ranked: [String] = []

  init(items: [String]) { self.items = items }

  /// Opens a stored order, of which only the first `count` items are wanted.
  init(items: [String], order: String, count: Int) {
    self.items = items
    let names = order.split(separator: " ").map(String.init).filter(items.contains)
    ranked = Array(names.prefix(max(0, count)))
  }

  /// What is not wanted, in the order of the form.
  var rest: [String] { items.filter { !ranked.contains($0) } }

  /// What is stored: every item, the ranked ones first; nothing when none is ranked.
  var order: String { ranked.isEmpty ? "" : (ranked + rest).joined(separator: " ") }

  /// Puts an item at a place counted from 1; a place past the end means the end.
  mutating func put(_ item: String, at place: Int) {
    ranked.removeAll { $0 == item }
    ranked.insert(item, at: min(max(0, place - 1), ranked.count))
  }

  mutating func takeOut(_ item: String) { ranked.removeAll { $0 == item } }
}
