/// One call of a function while it runs: its arguments, evaluated when asked for.
public struct Call {
  public let name: String
  public let arguments: [Expression]
  public let evaluator: Evaluator
  public let focus: Focus

  public var count: Int { arguments.count }
  public var context: any EvaluationContext { evaluator.context }

  /// The argument's value, which may be a node-set.
  public func value(_ index: Int) throws(EvaluationError) -> XPathValue {
    try evaluator.value(of: arguments[index], at: focus)
  }

  /// The argument's value; a node-set of one node is read, of none is empty text.
  public func scalar(_ index: Int) throws(EvaluationError) -> XPathValue {
    try evaluator.scalar(of: arguments[index], at: focus)
  }

  public func text(_ index: Int) throws(EvaluationError) -> String {
    try scalar(index).scalarText
  }

  public func number(_ index: Int) throws(EvaluationError) -> Double {
    try scalar(index).scalarNumber
  }

  public func truth(_ index: Int) throws(EvaluationError) -> Bool {
    try evaluator.truth(of: arguments[index], at: focus)
  }

  /// The argument's nodes; a value of another type is the fault of the form.
  public func nodes(_ index: Int) throws(EvaluationError) -> [NodeID] {
    guard case .nodes(let nodes) = try value(index) else {
      throw .wrongType(function: name)
    }
    return nodes
  }

  /// The texts of all arguments from an index on put together; no answer is as long as the limit.
  public func joined(from first: Int = 0, separator: String = "") throws(EvaluationError) -> String
  {
    var joined = ""
    for (index, value) in try spread(from: first).enumerated() {
      if index > 0 { joined += separator }
      joined += value.scalarText
      guard joined.utf8.count <= Call.longestText else { throw .textTooLong }
    }
    try context.spend(joined.utf8.count / 16)
    return joined
  }

  /// In bytes.
  ///
  /// Sixty calculations that each double the one before would fill any memory.
  static let longestText = 1 << 18

  /// The values of all arguments from an index on, node-sets spread out.
  public func spread(from first: Int = 0) throws(EvaluationError) -> [XPathValue] {
    var values: [XPathValue] = []
    for index in arguments.indices.dropFirst(first) {
      let value = try value(index)
      if case .nodes(let nodes) = value {
        for node in nodes { values.append(context.value(of: node)) }
      } else {
        values.append(value)
      }
    }
    return values
  }
}
