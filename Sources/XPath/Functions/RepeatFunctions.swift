/// The functions for places in lists and repeats.
enum RepeatFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("position", 0...1, readsFocus: true, body: position),
    XPathFunction("last", 0, readsFocus: true) { call in .number(Double(call.focus.count)) },
    XPathFunction("indexed-repeat", 3...11, specialise: checkPaths, body: indexedRepeat),
    XPathFunction("count-non-empty", 1) { call throws(EvaluationError) in
      let evaluator = call.evaluator
      return .number(Double(try call.nodes(0).count { evaluator.isFilled($0) }))
    },
    XPathFunction("randomize", 1...2, readsFocus: true, body: randomize),
    XPathFunction("instance", 1) { call throws(EvaluationError) in
      let id = try call.text(0)
      guard let document = call.context.document(id) else { throw .unknownInstance(id) }
      return .nodes([document])
    },
  ]

  /// In a predicate, the place in the list; else the place of the repeat instance.
  @Sendable private static func position(_ call: Call) throws(EvaluationError) -> XPathValue {
    if call.count == 1 {
      let node = try call.nodes(0).first
      return .number(node.map { Double(call.context.position(of: $0)) } ?? 0)
    }
    return .number(
      Double(
        call.focus.isInPredicate ? call.focus.position : call.context.position(of: call.focus.node))
    )
  }

  /// Every second argument from the second on must be a path that the first begins with.
  @Sendable private static func checkPaths(
    _ arguments: [Expression]
  ) throws(SyntaxError) -> XPathFunction.Body? {
    guard !arguments.count.isMultiple(of: 2), case .path = arguments[0] else {
      throw SyntaxError(.badArgument(function: "indexed-repeat"), at: 0)
    }
    for index in stride(from: 1, to: arguments.count, by: 2) {
      guard case .path = arguments[index] else {
        throw SyntaxError(.badArgument(function: "indexed-repeat"), at: 0)
      }
    }
    return nil
  }

  /// `indexed-repeat(target, repeat, place, inner repeat, place, ...)`.
  @Sendable private static func indexedRepeat(_ call: Call) throws(EvaluationError) -> XPathValue {
    var targets = try call.nodes(everywhere: 0)
    for index in stride(from: 1, to: call.count, by: 2) {
      let place = max(1, wholeNumber(try call.number(index + 1)))
      let context = call.context
      let groups = Set(
        try call.nodes(everywhere: index).filter { context.position(of: $0) == place })
      targets = targets.filter { target in call.evaluator.isInside(target, groups) }
    }
    return .nodes(targets)
  }

  @Sendable private static func randomize(_ call: Call) throws(EvaluationError) -> XPathValue {
    let nodes = try call.nodes(0)
    guard call.count > 1 else {
      let context = call.context
      return .nodes(shuffled(nodes) { context.randomNumber() })
    }
    var generator = ParkMiller(seed: seed(from: try call.scalar(1)))
    return .nodes(shuffled(nodes) { generator.next() })
  }

  /// Fisher and Yates's shuffle, from the inside out, so that a seed gives the order of JavaRosa.
  private static func shuffled(_ nodes: [NodeID], _ random: () -> Double) -> [NodeID] {
    var mixed: [NodeID] = []
    for (place, node) in nodes.enumerated() {
      let other = Int(random() * Double(place + 1))
      mixed.append(node)
      mixed.swapAt(place, other)
    }
    return mixed
  }

  /// A number is its own seed; any other text is hashed to one.
  private static func seed(from value: XPathValue) -> Double {
    let number = value.scalarNumber
    if !number.isNaN { return number.rounded(.towardZero) }
    let text = value.scalarText
    if text.isEmpty { return 0 }
    let bits = SHA256.digest(of: Array(text.utf8)).prefix(8).reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return Double(Int64(bitPattern: bits))
  }
}

/// The random numbers of Park and Miller, which every ODK client uses for a seeded order.
struct ParkMiller {
  private var state: Double

  init(seed: Double) {
    state = seed.isFinite ? seed.truncatingRemainder(dividingBy: 2_147_483_647) : 0
    if state <= 0 { state += 2_147_483_646 }
  }

  mutating func next() -> Double {
    state = (state * 16_807).truncatingRemainder(dividingBy: 2_147_483_647)
    return (state - 1) / 2_147_483_646
  }
}

extension Call {
  /// The nodes of a path over all instances of every repeat, also inside one.
  fileprivate func nodes(everywhere index: Int) throws(EvaluationError) -> [NodeID] {
    guard case .path(let path) = arguments[index] else { throw .wrongType(function: name) }
    return try evaluator.genericNodes(of: path, at: focus)
  }
}

extension Evaluator {
  fileprivate func isInside(_ node: NodeID, _ groups: Set<NodeID>) -> Bool {
    var place: NodeID? = node
    while let current = place {
      if groups.contains(current) { return true }
      place = context.parent(of: current)
    }
    return false
  }

  /// Whether a node has a value or children.
  fileprivate func isFilled(_ node: NodeID) -> Bool {
    if !context.value(of: node).scalarText.isEmpty { return true }
    var children: [NodeID] = []
    context.appendChildren(of: node, named: nil, to: &children)
    return !children.isEmpty
  }
}
