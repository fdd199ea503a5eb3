/// What an expression amounts to: the four types of XPath 1.0, and dates.
///
/// Dates are a type of their own because JavaRosa has it so: a date compares and adds as its day
/// number, and reads as ISO 8601.
public enum XPathValue: Hashable, Sendable {
  case boolean(Bool)
  case number(Double)
  case text(String)
  case date(XPathDate)
  case nodes([NodeID])

  /// What an empty node reads as.
  public static let empty = XPathValue.text("")
}

extension XPathValue {
  /// The value as text, as `string()` gives it; node-sets must be read through an ``Evaluator``.
  public var scalarText: String {
    switch self {
    case .boolean(let truth): truth ? "true" : "false"
    case .number(let number): numberText(number)
    case .text(let text): text
    case .date(let date): date.text
    case .nodes: ""
    }
  }

  /// The value as a number, as `number()` gives it: NaN where there is none.
  public var scalarNumber: Double {
    switch self {
    case .boolean(let truth): truth ? 1 : 0
    case .number(let number): number
    case .text(let text): readNumber(text)
    case .date(let date): Double(date.day)
    case .nodes: .nan
    }
  }

  /// The value as a truth value, as `boolean()` gives it.
  public var scalarTruth: Bool {
    switch self {
    case .boolean(let truth): truth
    case .number(let number): !number.isNaN && number.magnitude > numberTolerance
    case .text(let text): !text.isEmpty
    case .date: true
    case .nodes(let nodes): !nodes.isEmpty
    }
  }
}
