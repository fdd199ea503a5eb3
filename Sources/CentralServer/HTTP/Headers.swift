/// The header lines of a request, by lower-case name, repeated ones kept.
struct Headers: Equatable, Sendable {
  private var values: [String: [String]] = [:]

  init(_ lines: [(name: String, value: String)] = []) {
    for line in lines { add(line.name, line.value) }
  }

  mutating func add(_ name: String, _ value: String) {
    values[name.lowercased(), default: []].append(value)
  }

  /// Every value sent under a name, in the order of the request.
  func all(_ name: String) -> [String] { values[name.lowercased()] ?? [] }

  /// The value of a header that may be sent only once; nil when it is missing or repeated.
  subscript(_ name: String) -> String? {
    let found = all(name)
    return found.count == 1 ? found[0] : nil
  }
}
