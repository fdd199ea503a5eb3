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
  ///
  /// Without raw values: two signs with them are compared as two strings, at every token.
  enum Sign {
    case slash, doubleSlash, dot, dotDot, at, doubleColon, star
    case open, close, openPredicate, closePredicate, comma
    case plus, minus, times, div, mod
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or, union, dollar
  }

  var kind: Kind
  var offset: Int

  /// The token as an error names it.
  var spelling: String {
    switch kind {
    case .number(let number): numberText(number)
    case .text(let text): "'\(text)'"
    case .name(let name): name
    case .sign(let sign): sign.spelling
    case .end: ""
    }
  }

  /// Whether an operator can follow (XPath 1.0, 3.7: what `*` and `and` mean depends on it).
  var endsOperand: Bool {
    switch kind {
    case .number, .text, .name: true
    case .sign(.close), .sign(.closePredicate), .sign(.dot), .sign(.dotDot), .sign(.star): true
    case .sign, .end: false
    }
  }
}

extension Token.Sign {
  var spelling: String {
    switch self {
    case .slash: "/"
    case .doubleSlash: "//"
    case .dot: "."
    case .dotDot: ".."
    case .at: "@"
    case .doubleColon: "::"
    case .star, .times: "*"
    case .open: "("
    case .close: ")"
    case .openPredicate: "["
    case .closePredicate: "]"
    case .comma: ","
    case .plus: "+"
    case .minus: "-"
    case .div: "div"
    case .mod: "mod"
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .and: "and"
    case .or: "or"
    case .union: "|"
    case .dollar: "$"
    }
  }
}
