import Glibc

/// The functions of a mathematics library (XPath 3.0).
enum MathFunctions {
  static let all = binary + unary.map(function)

  private static let binary: [XPathFunction] = [
    XPathFunction("pi", 0) { _ in .number(.pi) },
    XPathFunction("pow", 2) { call throws(EvaluationError) in
      .number(Glibc.pow(try call.measure(0), try call.measure(1)))
    },
    XPathFunction("atan2", 2) { call throws(EvaluationError) in
      .number(Glibc.atan2(try call.measure(0), try call.measure(1)))
    },
    XPathFunction("exp10", 1) { call throws(EvaluationError) in
      .number(Glibc.pow(10, try call.measure(0)))
    },
  ]

  private typealias Unary = @Sendable (Double) -> Double

  private static let unary: [(String, Unary)] = [
    ("sqrt", { (x: Double) in sqrt(x) }), ("exp", { (x: Double) in exp(x) }),
    ("log", { (x: Double) in log(x) }), ("log10", { (x: Double) in log10(x) }),
    ("sin", { (x: Double) in sin(x) }), ("cos", { (x: Double) in cos(x) }),
    ("tan", { (x: Double) in tan(x) }), ("asin", { (x: Double) in asin(x) }),
    ("acos", { (x: Double) in acos(x) }), ("atan", { (x: Double) in atan(x) }),
  ]

  private static func function(_ name: String, _ body: @escaping Unary) -> XPathFunction {
    XPathFunction(name, 1) { call throws(EvaluationError) in .number(body(try call.measure(0))) }
  }

  static func sine(_ angle: Double) -> Double { sin(angle) }
  static func cosine(_ angle: Double) -> Double { cos(angle) }
  static func arccosine(_ ratio: Double) -> Double { acos(ratio) }
}

extension Call {
  /// The argument as a number, a date with its time of day as a fraction.
  func measure(_ index: Int) throws(EvaluationError) -> Double {
    if case .date(let date) = try value(index) { return date.days(zoneOffset: context.zoneOffset) }
    return try number(index)
  }
}
