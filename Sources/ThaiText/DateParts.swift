/// The numbers and words of a typed date, in order, without the words that every date may have.
struct DateParts {
  enum Field: Equatable {
    case number(String)
    case word(String)
  }

  var fields: [Field] = []

  /// Splits a text at everything that is neither a letter, a mark nor a digit.
  ///
  /// A dot inside a word belongs to it, as in ก.พ.
  init(_ typed: String) {
    var run = String.UnicodeScalarView()
    var isNumber = false
    func field() -> Field? {
      let text = String(run)
      if run.isEmpty || text.allSatisfy({ $0 == "." }) { return nil }
      return isNumber ? .number(text) : .word(text)
    }
    for scalar in Digits.ascii(ThaiNormalization.normalize(typed)).unicodeScalars {
      let isDigit = scalar.isASCIIDigit
      let belongs = isDigit ? run.isEmpty || isNumber : Self.isWord(scalar, after: run, isNumber)
      if !belongs {
        if let field = field() { fields.append(field) }
        run = String.UnicodeScalarView()
      }
      guard isDigit || Self.isLetter(scalar) || scalar == "." && !run.isEmpty else { continue }
      if run.isEmpty { isNumber = isDigit }
      run.append(scalar)
    }
    if let field = field() { fields.append(field) }
    fields.removeAll { Self.fillers.contains($0) }
    unglueWeekday()
  }

  /// Takes the day of the week from the front, if it is there.
  mutating func takeWeekday() -> Int? {
    guard case .word(let name)? = fields.first, let weekday = Calendar.weekday(named: name) else {
      return nil
    }
    fields.removeFirst()
    return weekday
  }

  /// `วันศุกร์ที่` is written as one word, and so is `ศุกร์ที่`.
  private mutating func unglueWeekday() {
    guard case .word(var word)? = fields.first else { return }
    if word.hasPrefix("วัน") { word.removeFirst("วัน".count) }
    if word.hasSuffix("ที่") { word.removeLast("ที่".count) }
    if word.isEmpty { fields.removeFirst() } else { fields[0] = .word(word) }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isThai && !scalar.isThaiDigit || scalar.properties.isAlphabetic
  }

  private static func isWord(
    _ scalar: Unicode.Scalar, after run: String.UnicodeScalarView, _ isNumber: Bool
  ) -> Bool {
    guard !run.isEmpty else { return isLetter(scalar) }
    return !isNumber && (isLetter(scalar) || scalar == ".")
  }

  private static let fillers: Set<Field> = [
    .word("วันที่"), .word("ที่"), .word("เดือน"), .word("พ.ศ."), .word("พศ"), .word("พ.ศ"),
    .word("ค.ศ."), .word("คศ"), .word("ค.ศ"), .word("ปี"), .word("BE"), .word("B.E."), .word("CE"),
    .word("C.E."), .word("AD"),
    .word("A.D."), .word("th"), .word("st"), .word("nd"), .word("rd"),
  ]
}

extension DateParts.Field: Hashable {}
