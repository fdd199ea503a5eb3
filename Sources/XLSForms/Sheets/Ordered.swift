/// Values by name, in the order in which the names came.
struct Ordered<Value> {
  private(set) var keys: [String] = []
  private var values: [String: Value] = [:]

  var isEmpty: Bool { keys.isEmpty }

  subscript(key: String) -> Value? {
    get { values[key] }
    set {
      if values[key] == nil, newValue != nil { keys.append(key) }
      if newValue == nil { keys.removeAll { $0 == key } }
      values[key] = newValue
    }
  }

  /// Changes a value where it lies, so that a long one is not copied; it begins as `fallback`.
  mutating func change(
    _ key: String, from fallback: @autoclosure () -> Value, _ change: (inout Value) -> Void
  ) {
    if values[key] == nil { keys.append(key) }
    change(&values[key, default: fallback()])
  }

  /// The names with their values.
  var pairs: [(key: String, value: Value)] {
    keys.compactMap { key in values[key].map { (key, $0) } }
  }

  /// Takes the other's values; a name that is known keeps its place.
  mutating func update(_ other: Ordered<Value>) {
    for (key, value) in other.pairs { self[key] = value }
  }

  func mapValues<Other>(_ change: (Value) -> Other) -> Ordered<Other> {
    var mapped = Ordered<Other>()
    for (key, value) in pairs { mapped[key] = change(value) }
    return mapped
  }
}

extension Ordered: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, Value)...) {
    for (key, value) in elements { self[key] = value }
  }
}

extension Ordered: Sendable where Value: Sendable {}
