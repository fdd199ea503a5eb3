/// A JSON value that was read, for files whose shape is followed rather than declared.
extension JSON: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
      return
    }
    // Each kind is tried in turn: a value of another kind is no failure.
    if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Double.self) {  // as above
      self = .number(value)
    } else if let value = try? container.decode(String.self) {  // as above
      self = .text(value)
    } else if let value = try? container.decode([JSON].self) {  // as above
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  var string: String? { if case .text(let text) = self { text } else { nil } }
  var integer: Int? { if case .number(let number) = self { Int(number) } else { nil } }
  var items: [JSON] { if case .list(let items) = self { items } else { [] } }
  var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

  /// A member of an object; nil when there is none, or in anything else.
  subscript(key: String) -> JSON? { members[key] }
}

extension JSON: ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }

  /// A whole number.
  init(_ number: Int) { self = .number(Double(number)) }

  /// A string, or null in its absence.
  static func optional(_ text: String?) -> JSON { text.map { .text($0) } ?? .null }
}
