import FoundationEssentials

/// A JSON value to be printed.
enum JSON: Encodable {
  case null
  case text(String)
  case number(Double)
  case truth(Bool)
  case list([JSON])
  case object([String: JSON])

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  /// A number, or the name of what JSON has no number for.
  init(_ number: Double) {
    self =
      number.isFinite
      ? .number(number) : .text(number.isNaN ? "NaN" : number < 0 ? "-Infinity" : "Infinity")
  }

  /// The value in one line.
  var line: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
