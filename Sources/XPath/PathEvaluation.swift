/// Where paths lead (XPath 1.0, 2).
extension Evaluator {
  /// Returns the relevant nodes that a path leads to, in document order.
  func nodes(of path: LocationPath, at focus: Focus) throws(EvaluationError) -> [NodeID] {
    if let node = try onlyNode(of: path, at: focus) {
      return context.isRelevant(node) ? [node] : []
    }
    if let step = path.onlyName { return try children(of: focus.node, named: step) }
    var (nodes, taken) = try start(of: path, at: focus)
    for step in path.steps.dropFirst(taken) {
      nodes = try take(step, from: nodes, at: focus)
    }
    return nodes.allSatisfy(context.isRelevant) ? nodes : nodes.filter(context.isRelevant)
  }

  /// The relevant children of a name: what a choice's value and label are, 100,000 times in a list.
  private func children(
    of node: NodeID, named name: String
  ) throws(EvaluationError) -> [NodeID] {
    var nodes: [NodeID] = []
    context.appendChildren(of: node, named: name, to: &nodes)
    try context.spend(nodes.count)
    return nodes.allSatisfy(context.isRelevant) ? nodes : nodes.filter(context.isRelevant)
  }

  /// The node of a path that is one node without looking; nil when the path has to be walked.
  func onlyNode(of path: LocationPath, at focus: Focus) throws(EvaluationError) -> NodeID? {
    if let place = path.place {
      try context.spend(1)
      return context.onlyNode(at: place)
    }
    guard path.isOneself else { return nil }
    try context.spend(1)
    return path.start == .current ? focus.current : focus.node
  }

  /// Where to begin, and how many steps are done by beginning there.
  private func start(
    of path: LocationPath, at focus: Focus
  ) throws(EvaluationError) -> ([NodeID], Int) {
    switch path.start {
    case .context: return ([focus.node], 0)
    case .current: return ([focus.current], 0)
    case .root:
      guard let document = context.document(nil) else { return ([], 0) }
      return followOwnBranch(from: document, path.steps, at: focus)
    case .instance(let id):
      guard let document = context.document(id) else { throw .unknownInstance(id) }
      return ([document], 0)
    case .nodes(let start):
      guard case .nodes(let found) = try value(of: start, at: focus) else {
        throw .wrongType(function: "/")
      }
      return (try filter(found, by: path.startPredicates, at: focus), 0)
    }
  }

  /// Returns the nodes of a path over all instances of every repeat.
  func genericNodes(of path: LocationPath, at focus: Focus) throws(EvaluationError) -> [NodeID] {
    var (nodes, taken) = try start(of: path, at: focus)
    if path.start == .root, let document = context.document(nil) {
      (nodes, taken) = ([document], 0)
    }
    for step in path.steps.dropFirst(taken) {
      nodes = try take(step, from: nodes, at: focus)
    }
    return nodes
  }

  /// Follows an absolute path as far as it goes the same way as the node in view.
  ///
  /// So a path into the node's own repeat means this instance of it. Not so the path of the repeat
  /// itself: `count(/data/person)` inside a person counts all of them.
  private func followOwnBranch(
    from document: NodeID, _ steps: [LocationPath.Step], at focus: Focus
  ) -> ([NodeID], Int) {
    var branch = branch(to: focus.node, below: document)
    if branch.isEmpty { branch = self.branch(to: focus.current, below: document) }
    var reached = document
    var taken = 0
    while taken < branch.count, taken < steps.count - 1, steps[taken].axis == .child,
      steps[taken].predicates.isEmpty, steps[taken].name == context.name(of: branch[taken])
    {
      reached = branch[taken]
      taken += 1
    }
    return ([reached], taken)
  }

  /// The nodes from the root element down to a node; empty when it lies in another instance.
  private func branch(to node: NodeID, below document: NodeID) -> [NodeID] {
    var branch: [NodeID] = []
    var place = node
    while place != document {
      branch.append(place)
      guard let parent = context.parent(of: place) else { return [] }
      place = parent
    }
    return branch.reversed()
  }

  private func take(
    _ step: LocationPath.Step, from nodes: [NodeID], at focus: Focus
  ) throws(EvaluationError) -> [NodeID] {
    if step.axis == .child, !step.predicates.isEmpty {
      return try children(of: nodes, step, at: focus)
    }
    let found = step.axis == .parent ? parents(of: nodes) : nodes
    var reached: [NodeID] = []
    for node in found {
      switch step.axis {
      case .child: context.appendChildren(of: node, named: step.name, to: &reached)
      case .attribute:
        if let name = step.name, let attribute = context.attribute(of: node, named: name) {
          reached.append(attribute)
        }
      case .parent, .itself:
        if step.name == nil || step.name == context.name(of: node) { reached.append(node) }
      case .descendantOrItself: appendDescendants(of: node, to: &reached)
      }
    }
    try context.spend(reached.count)
    return try filter(reached, by: step.predicates, at: focus)
  }

  private func parents(of nodes: [NodeID]) -> [NodeID] {
    var seen: Set<NodeID> = []
    return nodes.compactMap(context.parent(of:)).filter { seen.insert($0).inserted }
  }

  private func appendDescendants(of node: NodeID, to nodes: inout [NodeID]) {
    nodes.append(node)
    var children: [NodeID] = []
    context.appendChildren(of: node, named: nil, to: &children)
    for child in children { appendDescendants(of: child, to: &nodes) }
  }
}
