/// Works out the values of expressions over one context.
///
/// Cheap to make. Nothing is kept between two evaluations, so the context may change in between.
public struct Evaluator {
  public let context: any EvaluationContext

  public init(_ context: any EvaluationContext) {
    self.context = context
  }

  /// Returns the value of an expression of a question, a bind or an itemset.
  ///
  /// - Parameter node: What `.` and `current()` are, and which repeat absolute paths stay in.
  public func evaluate(
    _ expression: Expression, at node: NodeID
  ) throws(EvaluationError) -> XPathValue {
    try value(of: expression, at: Focus(node))
  }

  /// Returns the value read as one value: a node-set of one node is that node's value.
  public func scalar(
    _ expression: Expression, at node: NodeID
  ) throws(EvaluationError) -> XPathValue {
    try scalar(of: expression, at: Focus(node))
  }

  /// Returns whether a `relevant`, `required`, `readonly` or `constraint` holds.
  public func truth(_ expression: Expression, at node: NodeID) throws(EvaluationError) -> Bool {
    try truth(of: expression, at: Focus(node))
  }

  /// Returns the nodes an itemset's nodeset names, in their order.
  public func nodes(_ expression: Expression, at node: NodeID) throws(EvaluationError) -> [NodeID] {
    guard case .nodes(let nodes) = try evaluate(expression, at: node) else {
      throw .wrongType(function: "nodeset")
    }
    return nodes
  }
}

/// The node in view: what `.`, `current()`, `position()` and `last()` mean just now.
public struct Focus: Sendable {
  public var node: NodeID
  /// The node that the whole expression is evaluated at.
  public var current: NodeID
  public var position = 1
  public var count = 1
  /// Whether the node is one of a list that a predicate filters.
  public var isInPredicate = false

  public init(_ node: NodeID) {
    self.node = node
    current = node
  }
}

extension Evaluator {
  func value(of expression: Expression, at focus: Focus) throws(EvaluationError) -> XPathValue {
    switch expression {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .path(let path): return .nodes(try nodes(of: path, at: focus))
    case .call(let call):
      return try call.body(
        Call(name: call.function.name, arguments: call.arguments, evaluator: self, focus: focus))
    case .negation(let operand): return .number(-(try number(of: operand, at: focus)))
    case .arithmetic(let sign, let left, let right):
      return .number(
        calculate(sign, try number(of: left, at: focus), try number(of: right, at: focus)))
    case .comparison(let sign, let left, let right):
      return .boolean(
        compare(sign, try value(of: left, at: focus), try value(of: right, at: focus)))
    case .and(let left, let right):
      guard try truth(of: left, at: focus) else { return .boolean(false) }
      return .boolean(try truth(of: right, at: focus))
    case .or(let left, let right):
      if try truth(of: left, at: focus) { return .boolean(true) }
      return .boolean(try truth(of: right, at: focus))
    case .union(let left, let right):
      return .nodes(try union(of: left, right, at: focus))
    }
  }

  func scalar(of expression: Expression, at focus: Focus) throws(EvaluationError) -> XPathValue {
    if case .path(let path) = expression, let node = try onlyNode(of: path, at: focus) {
      return context.isRelevant(node) ? context.value(of: node) : .empty
    }
    let value = try value(of: expression, at: focus)
    guard case .nodes(let nodes) = value else { return value }
    guard let first = nodes.first else { return .empty }
    guard nodes.count == 1 else {
      if case .path(let path) = expression { throw .manyNodes(path: path.description) }
      throw .manyNodes(path: "")
    }
    return context.value(of: first)
  }

  func number(of expression: Expression, at focus: Focus) throws(EvaluationError) -> Double {
    try scalar(of: expression, at: focus).scalarNumber
  }

  func truth(of expression: Expression, at focus: Focus) throws(EvaluationError) -> Bool {
    try scalar(of: expression, at: focus).scalarTruth
  }

  private func calculate(_ sign: ArithmeticOperator, _ left: Double, _ right: Double) -> Double {
    switch sign {
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .remainder: left.truncatingRemainder(dividingBy: right)
    }
  }

  /// The nodes of both, without repetition, in the order of their numbers.
  private func union(
    of left: Expression, _ right: Expression, at focus: Focus
  ) throws(EvaluationError) -> [NodeID] {
    guard case .nodes(let first) = try value(of: left, at: focus),
      case .nodes(let second) = try value(of: right, at: focus)
    else { throw .wrongType(function: "|") }
    return Set(first + second).sorted { $0.rawValue < $1.rawValue }
  }
}
