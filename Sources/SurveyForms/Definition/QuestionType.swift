/// What kind of value a node holds: the `type` of its bind.
public enum QuestionType: String, Sendable, Equatable, CaseIterable {
  case string, int, long, decimal, boolean, date, time, dateTime
  case selectOne = "select1"
  case selectMany = "select"
  case rank = "odk:rank"
  case geopoint, geotrace, geoshape, barcode, binary, intent

  /// The type that a bind names, with or without a prefix such as `xsd:`; nil if there is none such.
  init?(bind name: String) {
    if let type = QuestionType(rawValue: name) {
      self = type
      return
    }
    let local = name.split(separator: ":").last.map(String.init) ?? name
    switch local {
    case "integer": self = .int
    case "double", "float": self = .decimal
    case "rank": self = .rank
    case "anyURI": self = .binary
    case "normalizedString", "token", "text": self = .string
    case "select": self = .selectMany
    case "select1": self = .selectOne
    default:
      guard let type = QuestionType(rawValue: local) else { return nil }
      self = type
    }
  }
}
