/// Paths, literals and calls (XPath 1.0, 2 and 3.1 to 3.3).
extension Parser {
  mutating func parsePath() throws(SyntaxError) -> Expression {
    switch next.kind {
    case .number(let number):
      place += 1
      return .number(number)
    case .text(let text):
      place += 1
      return .text(text)
    case .sign(.slash), .sign(.doubleSlash):
      return .path(try parseAbsolutePath())
    case .sign(.open):
      place += 1
      let inner = try parseExpression()
      try expect(.close)
      return try parseFilter(of: inner)
    case .name(let name) where startsCall(name):
      return try parseFilter(of: try parseCall(name))
    case .sign(.dollar):
      throw SyntaxError(.unsupported("a variable"), at: next.offset)
    case .name, .sign(.dot), .sign(.dotDot), .sign(.at), .sign(.star):
      return .path(LocationPath(.context, try parseSteps()))
    case .sign, .end:
      throw unexpected()
    }
  }

  /// A name before a bracket is a call, but for the node tests `node()` and `text()`.
  private func startsCall(_ name: String) -> Bool {
    guard case .sign(.open) = afterNext.kind else { return false }
    return !Parser.nodeTests.contains(name)
  }

  private static let nodeTests: Set<String> = ["node", "text", "comment", "processing-instruction"]

  private mutating func parseAbsolutePath() throws(SyntaxError) -> LocationPath {
    if isNext(.doubleSlash) { return LocationPath(.root, try parseFollowingSteps()) }
    place += 1
    guard startsStep else { return LocationPath(.root, []) }
    let path = LocationPath(.root, try parseSteps())
    guard path.steps.allSatisfy(\.isPlainName), let place = places(path) else { return path }
    return LocationPath(.root, path.steps, place: place)
  }

  private var startsStep: Bool {
    switch next.kind {
    case .name, .sign(.dot), .sign(.dotDot), .sign(.at), .sign(.star): true
    case .number, .text, .sign, .end: false
    }
  }

  /// Steps behind an expression that gives nodes: `(...)[1]/name`, `current()/../age`.
  private mutating func parseFilter(of start: Expression) throws(SyntaxError) -> Expression {
    let predicates = try parsePredicates()
    let steps = try parseFollowingSteps()
    if predicates.isEmpty, steps.isEmpty { return start }
    if case .path(let path) = start, path.startPredicates.isEmpty, predicates.isEmpty {
      return .path(LocationPath(path.start, path.steps + steps))
    }
    return .path(LocationPath(.nodes(start), steps, startPredicates: predicates))
  }

  private mutating func parseFollowingSteps(
    after first: LocationPath.Step? = nil
  ) throws(SyntaxError) -> [LocationPath.Step] {
    var steps = first.map { [$0] } ?? []
    while true {
      if take(.doubleSlash) {
        steps.append(LocationPath.Step(.descendantOrItself))
      } else if !take(.slash) {
        return steps
      }
      steps.append(try parseStep())
    }
  }

  private mutating func parseSteps() throws(SyntaxError) -> [LocationPath.Step] {
    let first = try parseStep()
    return try parseFollowingSteps(after: first)
  }

  private mutating func parseStep() throws(SyntaxError) -> LocationPath.Step {
    var step: LocationPath.Step
    if take(.dot) {
      step = LocationPath.Step(.itself)
    } else if take(.dotDot) {
      step = LocationPath.Step(.parent)
    } else if take(.at) {
      step = try parseNodeTest(.attribute)
    } else if case .name(let axis) = next.kind, afterNext.kind == .sign(.doubleColon) {
      guard let known = Parser.axes[axis] else {
        throw SyntaxError(.unsupportedAxis(axis), at: next.offset)
      }
      place += 2
      step = try parseNodeTest(known)
    } else {
      step = try parseNodeTest(.child)
    }
    step.predicates = try parsePredicates()
    return step
  }

  private static let axes: [String: LocationPath.Step.Axis] = [
    "child": .child, "attribute": .attribute, "parent": .parent, "self": .itself,
    "descendant-or-self": .descendantOrItself,
  ]

  private mutating func parseNodeTest(
    _ axis: LocationPath.Step.Axis
  ) throws(SyntaxError) -> LocationPath.Step {
    if take(.star) { return LocationPath.Step(axis) }
    guard case .name(let name) = next.kind else { throw unexpected() }
    let offset = next.offset
    place += 1
    guard take(.open) else { return LocationPath.Step(axis, name: name) }
    guard name == "node" else { throw SyntaxError(.unsupported("\(name)()"), at: offset) }
    try expect(.close)
    return LocationPath.Step(axis)
  }

  private mutating func parsePredicates() throws(SyntaxError) -> [Predicate] {
    var predicates: [Predicate] = []
    while take(.openPredicate) {
      predicates.append(Predicate(try parseExpression()))
      try expect(.closePredicate)
    }
    return predicates
  }

  private mutating func parseCall(_ name: String) throws(SyntaxError) -> Expression {
    let offset = next.offset
    place += 2
    var arguments: [Expression] = []
    if !isNext(.close) {
      arguments.append(try parseExpression())
      while take(.comma) { arguments.append(try parseExpression()) }
    }
    try expect(.close)
    if name == "current", arguments.isEmpty { return .path(LocationPath(.current, [])) }
    if name == "instance", arguments.count == 1, case .text(let id) = arguments[0] {
      return .path(LocationPath(.instance(id), []))
    }
    return .call(try resolve(name, arguments, at: offset))
  }

  private func resolve(
    _ name: String, _ arguments: [Expression], at offset: Int
  ) throws(SyntaxError) -> FunctionCall {
    guard let function = library[name] else {
      throw SyntaxError(.unknownFunction(name), at: offset)
    }
    guard function.arity.contains(arguments.count) else {
      throw SyntaxError(.wrongArgumentCount(function: name), at: offset)
    }
    do {
      // Not `??`: a body that went through a generic function is called through two more.
      if let specialise = function.specialise, let special = try specialise(arguments) {
        return FunctionCall(function, arguments, body: special)
      }
      return FunctionCall(function, arguments, body: function.body)
    } catch {
      throw SyntaxError(error.code, at: offset)
    }
  }
}
