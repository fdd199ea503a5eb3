/// What predicates keep of a list, by an index of the context where there is one.
extension Evaluator {
  /// The children that a step with predicates keeps; positions count anew below each parent.
  func children(
    of nodes: [NodeID], _ step: LocationPath.Step, at focus: Focus
  ) throws(EvaluationError) -> [NodeID] {
    var kept: [NodeID] = []
    for node in nodes {
      if let found = try lookUp(step, below: node, at: focus) {
        kept += found
        continue
      }
      var children: [NodeID] = []
      context.appendChildren(of: node, named: step.name, to: &children)
      kept += try filter(children, by: step.predicates, at: focus)
    }
    return kept
  }

  /// Filters by the context's index, when the first predicate compares a column with text.
  private func lookUp(
    _ step: LocationPath.Step, below node: NodeID, at focus: Focus
  ) throws(EvaluationError) -> [NodeID]? {
    guard let name = step.name, let predicate = step.predicates.first else { return nil }
    // The rarest value makes the shortest list; which that is, only the index knows.
    var best: (nodes: [NodeID], condition: Int)?
    for (index, condition) in predicate.conditions.enumerated() {
      guard case .column(let column, let expression) = condition,
        case .text(let text) = try scalar(of: expression, at: focus),
        let found = context.children(of: node, named: name, where: column, equals: text)
      else { continue }
      if found.count < best?.nodes.count ?? .max { best = (found, index) }
    }
    guard let best else { return nil }
    var rest = predicate.conditions
    rest.remove(at: best.condition)
    let filtered = try filter(best.nodes, by: rest, at: focus)
    return try filter(filtered, by: Array(step.predicates.dropFirst()), at: focus)
  }

  func filter(
    _ nodes: [NodeID], by predicates: [Predicate], at focus: Focus
  ) throws(EvaluationError) -> [NodeID] {
    var nodes = nodes
    for predicate in predicates where !nodes.isEmpty {
      nodes =
        predicate.mayBePosition
        ? try filter(nodes, byPosition: predicate.expression, at: focus)
        : try filter(nodes, by: predicate.conditions, at: focus)
    }
    return nodes
  }

  private func filter(
    _ nodes: [NodeID], byPosition expression: Expression, at focus: Focus
  ) throws(EvaluationError) -> [NodeID] {
    try context.spend(3 * nodes.count)
    var kept: [NodeID] = []
    for (index, node) in nodes.enumerated() {
      let value = try value(of: expression, at: focus.moved(to: node, index + 1, of: nodes.count))
      if case .number(let number) = value {
        if number == Double(index + 1) { kept.append(node) }
      } else if value.scalarTruth {
        kept.append(node)
      }
    }
    return kept
  }

  private func filter(
    _ nodes: [NodeID], by conditions: [Predicate.Condition], at focus: Focus
  ) throws(EvaluationError) -> [NodeID] {
    if nodes.isEmpty || conditions.isEmpty { return nodes }
    try context.spend(3 * nodes.count * conditions.count)
    var tests: [RowTest] = []
    for condition in conditions {
      switch condition {
      case .column(let column, let expression):
        tests.append(.column(column, try value(of: expression, at: focus)))
      case .other(let expression):
        tests.append(.expression(expression))
      }
    }
    var kept: [NodeID] = []
    for (index, node) in nodes.enumerated()
    where try passes(node, tests, focus.moved(to: node, index + 1, of: nodes.count)) {
      kept.append(node)
    }
    return kept
  }

  /// A condition with its constant side worked out.
  private enum RowTest {
    case column(String, XPathValue)
    case expression(Expression)
  }

  private func passes(
    _ node: NodeID, _ tests: [RowTest], _ focus: Focus
  ) throws(EvaluationError) -> Bool {
    for test in tests {
      switch test {
      case .column(let column, let wanted):
        var found: [NodeID] = []
        context.appendChildren(of: node, named: column, to: &found)
        guard compare(.equal, .nodes(found), wanted) else { return false }
      case .expression(let expression):
        guard try truth(of: expression, at: focus) else { return false }
      }
    }
    return true
  }
}

extension Focus {
  fileprivate func moved(to node: NodeID, _ position: Int, of count: Int) -> Focus {
    var focus = self
    focus.node = node
    focus.position = position
    focus.count = count
    focus.isInPredicate = true
    return focus
  }
}
