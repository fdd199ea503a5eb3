/// The functions for answers that are lists of choices, and for the words of choices.
enum SelectionFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("selected", 2, body: selected),
    XPathFunction("is-selected", 2, body: selected),
    XPathFunction("count-selected", 1) { call throws(EvaluationError) in
      .number(Double(StringFunctions.words(of: try call.text(0)).count))
    },
    XPathFunction("selected-at", 2) { call throws(EvaluationError) in
      let names = StringFunctions.words(of: try call.text(0))
      let index = wholeNumber(try call.number(1))
      return names.indices.contains(index) ? .text(String(names[index])) : .empty
    },
    XPathFunction("checklist", 2...Int.max, body: checklist),
    XPathFunction("weighted-checklist", 2...Int.max, body: weightedChecklist),
    XPathFunction("jr:choice-name", 2) { call throws(EvaluationError) in
      let path = StringFunctions.words(of: try call.text(1)).joined()
      let label = call.context.choiceLabel(try call.text(0), question: path, at: call.focus.node)
      return .text(label ?? "")
    },
    XPathFunction("jr:itext", 1) { call throws(EvaluationError) in
      let id = try call.text(0)
      guard let text = call.context.translation(id) else { throw .unknownTranslation(id) }
      return .text(text)
    },
  ]

  @Sendable private static func selected(_ call: Call) throws(EvaluationError) -> XPathValue {
    let name = StringFunctions.words(of: try call.text(1)).joined(separator: " ")
    let answer = try call.text(0)
    return .boolean(StringFunctions.words(of: answer).contains { $0 == name })
  }

  /// Whether between so many and so many of the rest are true; -1 is no limit.
  @Sendable private static func checklist(_ call: Call) throws(EvaluationError) -> XPathValue {
    let least = wholeNumber(try call.number(0))
    let most = wholeNumber(try call.number(1))
    let count = try call.spread(from: 2).count { $0.scalarTruth }
    return .boolean((least < 0 || count >= least) && (most < 0 || count <= most))
  }

  /// Like `checklist`, with a weight behind every condition.
  @Sendable private static func weightedChecklist(
    _ call: Call
  ) throws(EvaluationError) -> XPathValue {
    guard call.count.isMultiple(of: 2) else { throw .wrongType(function: call.name) }
    var weight = 0.0
    for index in stride(from: 2, to: call.count, by: 2) {
      let flags = try call.values(index)
      let weights = try call.values(index + 1)
      guard flags.count == weights.count else { throw .wrongType(function: call.name) }
      for (flag, value) in zip(flags, weights) where flag.scalarTruth {
        weight += value.scalarNumber
      }
    }
    let (least, most) = (try call.number(0), try call.number(1))
    return .boolean(weight >= least && weight <= most)
  }
}

extension Call {
  /// The values of one argument: one for each node, or the value itself.
  func values(_ index: Int) throws(EvaluationError) -> [XPathValue] {
    switch try value(index) {
    case .nodes(let nodes): nodes.map(context.value(of:))
    case let value: [value]
    }
  }
}
