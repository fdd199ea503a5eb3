import XPath

/// What a node holds, with the type that an expression sees.
///
/// A field's type and the type of what was calculated for it may differ, as they may in JavaRosa: a
/// calculation without a type that gives a number stays a number.
enum AnswerValue: Hashable, Sendable {
  case none
  case text(String)
  case whole(Int)
  case decimal(Double)
  case boolean(Bool)
  case date(Int)
  case dateTime(XPathDate)
  case time(XPathDate)

  /// As it is written into a record and printed by `form replay`.
  func text(zoneOffset: Int) -> String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .whole(let number): String(number)
    case .decimal(let number): decimalText(number)
    case .boolean(let truth): truth ? "1" : "0"
    case .date(let day): XPathDate(day: day).text
    case .dateTime(let moment): moment.text + "T" + clockText(moment, zoneOffset)
    case .time(let moment): clockText(moment, zoneOffset)
    }
  }

  /// As an expression reads it.
  var forExpressions: XPathValue {
    switch self {
    case .none: .empty
    case .text(let text): .text(text)
    case .whole(let number): .number(Double(number))
    case .decimal(let number): .number(number)
    case .boolean(let truth): .boolean(truth)
    case .date(let day): .date(XPathDate(day: day))
    case .dateTime(let moment), .time(let moment): .date(moment)
    }
  }

  var isEmpty: Bool { self == .none }

  /// The type of a day or a time, which a calculation may give without the form naming it.
  var type: QuestionType? {
    switch self {
    case .date: .date
    case .dateTime: .dateTime
    case .time: .time
    case .none, .text, .whole, .decimal, .boolean: nil
    }
  }
}

extension AnswerValue {
  /// The value that a text stands for in a field of a type, or nil if it stands for none.
  init?(_ text: String, as type: QuestionType, zoneOffset: Int) {
    if text.isEmpty {
      self = .none
      return
    }
    switch type {
    case .int:
      guard let number = Int32(text) else { return nil }
      self = .whole(Int(number))
    case .long:
      guard let number = Int(text) else { return nil }
      self = .whole(number)
    case .decimal:
      guard let number = Double(text), number.isFinite else { return nil }
      self = .decimal(number)
    case .boolean:
      guard let truth = ["1": true, "0": false, "true": true, "false": false][text] else {
        return nil
      }
      self = .boolean(truth)
    case .date:
      guard !text.contains("T"), let date = XPathDate(text, zoneOffset: zoneOffset) else {
        return nil
      }
      self = .date(date.day)
    case .dateTime:
      guard let date = XPathDate(text, zoneOffset: zoneOffset) else { return nil }
      self = .dateTime(date)
    case .time:
      guard let time = XPathDate(time: text, zoneOffset: zoneOffset) else { return nil }
      self = .time(time)
    case .geopoint, .geotrace, .geoshape:
      guard let places = placesText(text, isOne: type == .geopoint) else { return nil }
      self = .text(places)
    case .string, .selectOne, .selectMany, .rank, .barcode, .binary, .intent:
      self = .text(text)
    }
  }

  /// What a field of a type keeps of the result of a calculation.
  init(_ result: XPathValue, for type: QuestionType) {
    switch result {
    case .text(let text) where text.isEmpty: self = .none
    case .number(let number) where number.isNaN: self = .none
    case .boolean(let truth): self = .boolean(truth)
    case _ where type == .boolean: self = .boolean(result.scalarTruth)
    case .number(let number): self = AnswerValue(number, for: type)
    // Also in a number's field, as JavaRosa keeps it: the next rule reads the text.
    case .text(let text):
      let isPlace = [.geopoint, .geotrace, .geoshape].contains(type)
      self = .text(isPlace ? placesText(text, isOne: type == .geopoint) ?? text : text)
    case .date(let date):
      switch type {
      case .date: self = .date(date.day)
      case .time: self = .time(date)
      default: self = .dateTime(date)
      }
    case .nodes: self = .none
    }
  }

  private init(_ number: Double, for type: QuestionType) {
    let isWhole = (number - number.rounded(.towardZero)).magnitude < 1e-9
    if type == .int {
      self = .whole(Int(Int32(clamping: wholeNumber(number))))
    } else {
      self = isWhole || type == .long ? .whole(wholeNumber(number)) : .decimal(number)
    }
  }
}

/// The number cut to a whole one; what lies outside of 64 bits is moved to their edge.
private func wholeNumber(_ number: Double) -> Int {
  if number >= 0x1p63 { return .max }
  return number <= -0x1p63 ? .min : Int(number)
}

/// `09:30:00.000+07:00`.
private func clockText(_ moment: XPathDate, _ zoneOffset: Int) -> String {
  func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }
  let seconds = moment.millisecond / 1000
  let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
  let fraction = "." + padded(moment.millisecond % 1000, 3)
  let minutes = abs(zoneOffset)
  let zone =
    zoneOffset == 0
    ? "Z" : (zoneOffset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2)
  return clock.joined(separator: ":") + fraction + zone
}
