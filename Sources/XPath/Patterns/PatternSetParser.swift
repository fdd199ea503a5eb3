/// Sets of letters: `[ก-ฮ0-9]`, `\d`, `\p{L}`.
extension PatternParser {
  /// Reads what follows `[`, up to its `]`.
  mutating func parseClass() throws(PatternError) -> ScalarSet {
    let isNegated = take("^")
    var set = ScalarSet()
    var isFirst = true
    while isFirst || next != "]" {
      guard next != nil else { throw PatternError("a class is not closed") }
      if next == "[" { throw PatternError("a class inside a class is not supported") }
      if next == "&", place + 1 < source.count, source[place + 1] == "&" {
        throw PatternError("intersections of classes are not supported")
      }
      isFirst = false
      set.formUnion(try parseClassItem())
    }
    place += 1
    set.isNegated = isNegated
    return folded(set)
  }

  /// A letter, a range, or a set such as `\d`.
  private mutating func parseClassItem() throws(PatternError) -> ScalarSet {
    let first = try parseClassAtom()
    guard next == "-", place + 1 < source.count, source[place + 1] != "]" else { return first }
    guard let low = first.single else { return first }
    place += 1
    guard let high = try parseClassAtom().single else {
      throw PatternError("a range ends in a class")
    }
    guard low <= high else { throw PatternError("a range goes from high to low") }
    return ScalarSet(low...high)
  }

  private mutating func parseClassAtom() throws(PatternError) -> ScalarSet {
    let scalar = try takeAny()
    return scalar == "\\" ? try parseEscapedSet() : ScalarSet(scalar)
  }

  /// Reads what follows a backslash, and stands for one letter.
  mutating func parseEscapedSet() throws(PatternError) -> ScalarSet {
    let scalar = try takeAny()
    switch scalar {
    case "d": return .digits
    case "D": return ScalarSet.digits.inverted
    case "w": return .wordLetters
    case "W": return ScalarSet.wordLetters.inverted
    case "s": return .spaces
    case "S": return ScalarSet.spaces.inverted
    case "t": return ScalarSet("\t")
    case "n": return ScalarSet("\n")
    case "r": return ScalarSet("\r")
    case "f": return ScalarSet("\u{C}")
    case "x": return try parseHexadecimal(digits: 2)
    case "u": return try parseHexadecimal(digits: 4)
    case "p": return ScalarSet(try parseProperty())
    case "P": return ScalarSet(.not(try parseProperty()))
    case "a"..."z", "A"..."Z", "0"..."9":
      throw PatternError("\\\(scalar) is not supported")
    default: return ScalarSet(scalar)
    }
  }

  private mutating func parseHexadecimal(digits count: Int) throws(PatternError) -> ScalarSet {
    var digits = String.UnicodeScalarView()
    if take("{") {
      while let scalar = next, scalar != "}" {
        digits.append(scalar)
        place += 1
      }
      guard take("}") else { throw PatternError("a number of a letter is not closed") }
    } else {
      for _ in 0..<count { digits.append(try takeAny()) }
    }
    guard let value = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(value) else {
      throw PatternError("a number of a letter is none")
    }
    return ScalarSet(scalar)
  }

  private mutating func parseProperty() throws(PatternError) -> ScalarSet.Property {
    var name = String.UnicodeScalarView()
    if take("{") {
      while let scalar = next, scalar != "}" {
        name.append(scalar)
        place += 1
      }
      guard take("}") else { throw PatternError("the name of a class is not closed") }
    } else {
      name.append(try takeAny())
    }
    guard let property = ScalarSet.Property(named: String(name)) else {
      throw PatternError("the class \(String(name)) is not supported")
    }
    return property
  }
}

extension ScalarSet {
  /// The only scalar of the set, if it has one.
  fileprivate var single: UInt32? {
    guard ranges.count == 1, properties.isEmpty, !isNegated, ranges[0].count == 1 else {
      return nil
    }
    return ranges[0].lowerBound
  }
}
