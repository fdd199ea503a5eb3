/// The functions for numbers that need no mathematics library.
enum NumberFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("int", 1) { call throws(EvaluationError) in
      .number(try call.number(0).rounded(.towardZero))
    },
    XPathFunction("floor", 1) { call throws(EvaluationError) in
      .number(try call.number(0).rounded(.down))
    },
    XPathFunction("ceiling", 1) { call throws(EvaluationError) in
      .number(try call.number(0).rounded(.up))
    },
    XPathFunction("round", 1...2) { call throws(EvaluationError) in
      let places = call.count > 1 ? wholeNumber(try call.number(1)) : 0
      return .number(round(try call.number(0), places: places))
    },
    XPathFunction("abs", 1) { call throws(EvaluationError) in
      .number(try call.measure(0).magnitude)
    },
    XPathFunction("count", 1) { call throws(EvaluationError) in
      .number(Double(try call.nodes(0).count))
    },
    XPathFunction("sum", 1) { call throws(EvaluationError) in
      let context = call.context
      let numbers = try call.nodes(0).map { context.value(of: $0).scalarNumber }
      return .number(numbers.reduce(0) { $1.isNaN ? $0 : $0 + $1 })
    },
    XPathFunction("min", 1...Int.max) { call throws(EvaluationError) in
      .number(try call.numbers().min() ?? .nan)
    },
    XPathFunction("max", 1...Int.max) { call throws(EvaluationError) in
      let largest = try call.numbers().max()
      // JavaRosa takes the least positive number for the least of all, and begins with it.
      let least = call.context.repeatsFaults ? Double.leastNonzeroMagnitude : -.infinity
      return .number(largest.map { max($0, least) } ?? .nan)
    },
  ]

  /// Rounds to decimal places; half a unit goes up (XPath 1.0, 4.4), as the digits are written.
  ///
  /// The digits decide and not the binary fraction behind them: 1.005 has three.
  static func round(_ number: Double, places: Int) -> Double {
    guard number.isFinite else { return number }
    guard (-30...30).contains(places) else { return .nan }
    if places < 0 {
      let unit = powerOfTen(-places)
      return (number / unit + 0.5).rounded(.towardZero) * unit
    }
    let digits = numberText(number.magnitude)
    let parts = digits.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count > places else { return number }
    let kept = Double("\(parts[0]).\(parts[1].prefix(places))0") ?? .nan
    let rest = Array(parts[1].utf8.dropFirst(places))
    let isHalf = rest[0] == 0x35 && rest.dropFirst().allSatisfy { $0 == 0x30 }
    let goesAway = rest[0] >= 0x35 && !(isHalf && number < 0)
    let size = goesAway ? kept + 1 / powerOfTen(places) : kept
    // The sum of two decimals has noise in its last place; its digits do not.
    let clean = shortened(size, places: places)
    return number < 0 ? -clean : clean
  }

  private static func shortened(_ number: Double, places: Int) -> Double {
    let scale = powerOfTen(places)
    return scale.isFinite && number * scale < 9e15 ? (number * scale).rounded() / scale : number
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}

/// Rounds to a whole number, half a unit up: -1.5 becomes -1.
func roundHalfUp(_ number: Double) -> Double {
  number.isFinite ? NumberFunctions.round(number, places: 0) : number
}

extension Call {
  /// The numbers among the arguments, node-sets spread out; what is no number is passed over.
  func numbers() throws(EvaluationError) -> [Double] {
    try spread().map(\.scalarNumber).filter { !$0.isNaN }
  }
}
