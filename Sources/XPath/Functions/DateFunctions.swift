/// The functions for dates and times of OpenRosa, in the calendar of the clock on the wall.
enum DateFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("today", 0) { call in
      .date(XPathDate(day: call.localNow.day))
    },
    XPathFunction("now", 0) { call in .date(call.localNow) },
    XPathFunction("date", 1) { call throws(EvaluationError) in
      try call.date(0, keepingTime: false)
    },
    XPathFunction("date-time", 1) { call throws(EvaluationError) in
      try call.date(0, keepingTime: true)
    },
    XPathFunction("decimal-date-time", 1) { call throws(EvaluationError) in
      try call.decimalDate { $0.days(zoneOffset: call.context.zoneOffset) }
    },
    XPathFunction("decimal-time", 1, body: decimalTime),
    XPathFunction("format-date", 2, body: format),
    XPathFunction("format-date-time", 2, body: format),
  ]

  @Sendable private static func decimalTime(_ call: Call) throws(EvaluationError) -> XPathValue {
    if case .number(let number) = try call.scalar(0), number.isFinite {
      return .number(number - number.rounded(.down))
    }
    return try call.decimalDate { Double($0.millisecond) / XPathDate.millisecondsADay }
  }

  @Sendable private static func format(_ call: Call) throws(EvaluationError) -> XPathValue {
    guard case .date(let date) = try call.date(0, keepingTime: true) else { return .empty }
    let pattern = try call.text(1)
    guard let text = DatePattern.format(date, as: pattern) else {
      throw .outOfRange(function: call.name)
    }
    return .text(text)
  }
}

extension Call {
  fileprivate var localNow: XPathDate {
    XPathDate(milliseconds: context.now, zoneOffset: context.zoneOffset)
  }

  /// The argument as a date; what is empty stays as it is, and what is no date is a fault.
  func date(_ index: Int, keepingTime: Bool) throws(EvaluationError) -> XPathValue {
    let value = try scalar(index)
    switch value {
    case .date(let date): return .date(keepingTime ? date : XPathDate(day: date.day))
    case .text(""): return value
    case .text(let text):
      guard let date = XPathDate(text, zoneOffset: context.zoneOffset) else {
        throw .notADate(function: name)
      }
      return .date(date)
    case .number(let number):
      if number.isNaN { return value }
      guard number.magnitude <= Double(Int32.max) else { throw .outOfRange(function: name) }
      return .date(
        keepingTime
          ? XPathDate(days: number, zoneOffset: context.zoneOffset) : XPathDate(day: Int(number)))
    case .boolean, .nodes: throw .notADate(function: name)
    }
  }

  fileprivate func decimalDate(
    _ measure: (XPathDate) -> Double
  ) throws(EvaluationError) -> XPathValue {
    let value = try scalar(0)
    if case .number = value { return value }
    switch try date(0, keepingTime: true) {
    case .date(let date): return .number(measure(date))
    case let other: return other
    }
  }
}

extension XPathDate {
  static let millisecondsADay = 86_400_000.0

  /// A moment as days since 1970-01-01T00:00Z.
  init(days: Double, zoneOffset: Int) {
    self.init(
      milliseconds: Int64(days * XPathDate.millisecondsADay), zoneOffset: zoneOffset)
  }

  /// The moment as days since 1970-01-01T00:00Z, the time of day as a fraction.
  public func days(zoneOffset: Int) -> Double {
    let local = Double(day) * XPathDate.millisecondsADay + Double(millisecond)
    return (local - Double(zoneOffset) * 60_000) / XPathDate.millisecondsADay
  }
}
