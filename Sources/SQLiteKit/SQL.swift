/// A statement and the values it needs, kept apart.
///
/// What is interpolated is bound and never becomes part of the text, so no answer can turn into a
/// command: `"SELECT title FROM draft WHERE id = \(id)"`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The text, with a `?` where each value goes.
  public private(set) var text: String

  /// The values, in the order of their places.
  public private(set) var values: [SQLValue]

  public init(stringLiteral text: String) {
    self.text = text
    values = []
  }

  /// A statement whose names come from the schema itself; nobody outside of this module can make one.
  init(text: String, values: [SQLValue]) {
    self.text = text
    self.values = values
  }

  public init(stringInterpolation parts: StringInterpolation) {
    text = parts.text
    values = parts.values
  }

  /// Collects the text and the values of one literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var values: [SQLValue] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      values.reserveCapacity(interpolationCount)
    }

    public mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some SQLConvertible) {
      text += "?"
      values.append(value.sqlValue)
    }

    /// Binds a value, or NULL.
    public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
      text += "?"
      values.append(value?.sqlValue ?? .null)
    }

    /// Pastes a number where SQLite takes no bound value, as in a pragma.
    public mutating func appendInterpolation(pasted number: Int) {
      text += String(number)
    }
  }
}
