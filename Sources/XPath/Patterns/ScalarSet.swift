/// A set of Unicode scalars: what one place of a pattern accepts.
struct ScalarSet: Sendable {
  var ranges: [ClosedRange<UInt32>]
  /// Classes of Unicode, such as all letters.
  var properties: [Property] = []
  var isNegated = false
  var ignoresCase = false

  /// A class that is not a handful of ranges.
  enum Property: Equatable, Sendable {
    case letter, upper, lower, digit, mark, thai, punctuation, symbol, space
    indirect case not(Property)
  }

  init(_ ranges: ClosedRange<UInt32>...) {
    self.ranges = ranges
  }

  init(_ scalar: Unicode.Scalar) {
    ranges = [scalar.value...scalar.value]
  }

  init(_ property: Property) {
    ranges = []
    properties = [property]
  }

  mutating func formUnion(_ other: ScalarSet) {
    ranges += other.isNegated ? other.complement : other.ranges
    properties += other.properties
  }

  /// The ranges between the ranges.
  private var complement: [ClosedRange<UInt32>] {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { gaps.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { gaps.append(next...0x10FFFF) }
    return gaps
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    (has(scalar) || (ignoresCase && hasOtherCase(of: scalar))) != isNegated
  }

  private func has(_ scalar: Unicode.Scalar) -> Bool {
    for range in ranges where range.contains(scalar.value) { return true }
    for property in properties where property.holds(for: scalar) { return true }
    return false
  }

  /// Java folds only the letters of ASCII unless told otherwise.
  private func hasOtherCase(of scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII, scalar.properties.isAlphabetic else { return false }
    return has(Unicode.Scalar(UInt8(scalar.value) ^ 0x20))
  }

  static let digits = ScalarSet(0x30...0x39)
  static let wordLetters = ScalarSet(0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A)
  static let spaces = ScalarSet(0x09...0x0D, 0x20...0x20)
  static let lineBreaks = ScalarSet(0x0A...0x0A, 0x0D...0x0D, 0x85...0x85, 0x2028...0x2029)

  var inverted: ScalarSet {
    var set = self
    set.isNegated.toggle()
    return set
  }
}

extension ScalarSet.Property {
  func holds(for scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .thai: (0x0E01...0x0E3A).contains(scalar.value) || (0x0E40...0x0E5B).contains(scalar.value)
    case .space: scalar.properties.isWhitespace
    case .not(let property): !property.holds(for: scalar)
    case .letter, .upper, .lower, .digit, .mark, .punctuation, .symbol:
      holds(for: scalar.properties.generalCategory)
    }
  }

  private func holds(for category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .titlecaseLetter: self == .letter || self == .upper
    case .lowercaseLetter: self == .letter || self == .lower
    case .modifierLetter, .otherLetter: self == .letter
    case .decimalNumber, .letterNumber, .otherNumber: self == .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self == .mark
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self == .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self == .symbol
    default: false
    }
  }

  /// The class of a name as in `\p{L}`, or nil.
  init?(named name: String) {
    switch name {
    case "L", "IsL", "IsAlphabetic", "Alpha": self = .letter
    case "Lu", "IsLu", "Upper": self = .upper
    case "Ll", "IsLl", "Lower": self = .lower
    case "N", "Nd", "IsN", "IsNd", "IsDigit", "Digit": self = .digit
    case "M", "Mn", "IsM", "IsMn": self = .mark
    case "P", "IsP", "IsPunctuation", "Punct": self = .punctuation
    case "S", "IsS": self = .symbol
    case "Z", "Zs", "IsWhite_Space", "Space": self = .space
    case "IsThai", "InThai", "script=Thai", "sc=Thai": self = .thai
    default: return nil
    }
  }
}
