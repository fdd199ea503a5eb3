/// A word or sign of an expression, and where it stands.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(Double)
    case text(String)
    /// A name, with its prefix if it has one: `jr:itext`, `/data/x-y.1`.
    case name(String)
    case sign(Sign)
    case end
  }

  /// The operators and brackets; `and` is a sign only where an operator can stand.
  enum Sign: String, CaseIterable {
    case slash = "/"
    case doubleSlash = "//"
    case open = "("
    case close = ")"
    case openPredicate = "["
    case closePredicate = "]"
    case dot = "."
    case dotDot = ".."
    case at = "@"
    case comma = ","
    case doubleColon = "::"
    case star = "*"
    case plus = "+"
    case minus = "-"
    case times = "×"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and = "and"
    case or = "or"
    case div = "div"
    case mod = "mod"
    case union = "|"
    case dollar = "$"
  }

  var kind: Kind
  var offset: Int

  /// The token as an error names it.
  var spelling: String {
    switch kind {
    case .number(let number): numberText(number)
    case .text(let text): "'\(text)'"
    case .name(let name): name
    case .sign(.times): "*"
    case .sign(let sign): sign.rawValue
    case .end: ""
    }
  }

  /// Whether an operator can follow (XPath 1.0, 3.7: what `*` and `and` mean depends on it).
  var endsOperand: Bool {
    switch kind {
    case .number, .text, .name: true
    case .sign(let sign):
      [.close, .closePredicate, .dot, .dotDot, .star].contains(sign)
    case .end: false
    }
  }
}
