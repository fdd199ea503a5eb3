/// The functions of XPath 1.0 for truth values and types, and the conditionals of OpenRosa.
enum CoreFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("true", 0) { _ in .boolean(true) },
    XPathFunction("false", 0) { _ in .boolean(false) },
    XPathFunction("boolean", 1) { call throws(EvaluationError) in .boolean(try call.truth(0)) },
    XPathFunction("not", 1) { call throws(EvaluationError) in .boolean(!(try call.truth(0))) },
    XPathFunction("number", 0...1) { call throws(EvaluationError) in
      .number(try call.subject().scalarNumber)
    },
    XPathFunction("string", 0...1) { call throws(EvaluationError) in
      .text(try call.subject().scalarText)
    },
    XPathFunction("boolean-from-string", 1) { call throws(EvaluationError) in
      let text = try call.text(0)
      return .boolean(text == "1" || text.lowercased() == "true")
    },
    XPathFunction("if", 3) { call throws(EvaluationError) in
      try call.value(call.truth(0) ? 1 : 2)
    },
    XPathFunction("coalesce", 2, body: coalesce),
    XPathFunction("once", 1, readsFocus: true, body: once),
    XPathFunction("depend", 1...Int.max) { call throws(EvaluationError) in try call.value(0) },
    XPathFunction("name", 0...1, body: name),
    XPathFunction("local-name", 0...1) { call throws(EvaluationError) in
      let name = try name(call).scalarText
      return .text(name.split(separator: ":").last.map(String.init) ?? "")
    },
  ]

  /// The first value that is something: not "" and not NaN; the second is not looked at before.
  @Sendable private static func coalesce(_ call: Call) throws(EvaluationError) -> XPathValue {
    switch try call.scalar(0) {
    case .text(""): return try call.value(1)
    case .number(let number) where number.isNaN: return try call.value(1)
    case let value: return value
    }
  }

  /// The value that the question already has, or else a new one.
  @Sendable private static func once(_ call: Call) throws(EvaluationError) -> XPathValue {
    let old =
      call.context.isRelevant(call.focus.node) ? call.context.value(of: call.focus.node) : .empty
    return old.scalarText.isEmpty ? try call.value(0) : old
  }

  @Sendable private static func name(_ call: Call) throws(EvaluationError) -> XPathValue {
    let node = call.count == 0 ? call.focus.node : try call.nodes(0).first
    return .text(node.map(call.context.name(of:)) ?? "")
  }
}

extension Call {
  /// The first argument, or the node in view when there is none (XPath 1.0, 4.2).
  func subject() throws(EvaluationError) -> XPathValue {
    count == 0 ? context.value(of: focus.node) : try scalar(0)
  }
}
