/// The paths an expression reads, which say when its value has to be worked out again.
public struct Dependencies: Hashable, Sendable {
  /// A path without its predicates; what those read is listed beside it.
  public struct Reference: Hashable, Sendable {
    public var start: Start
    public var steps: [Step]

    public init(start: Start, steps: [Step]) {
      self.start = start
      self.steps = steps
    }

    /// The last step tells paths apart well enough, and the rest is compared.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(steps.count)
      hasher.combine(steps.last)
    }

    public enum Start: Hashable, Sendable {
      /// The document of the main instance.
      case root
      /// The node that the expression belongs to: `.`, `../x`, `current()/../x`.
      case node
      /// The document of a secondary instance.
      case instance(String)
    }

    public enum Step: Hashable, Sendable {
      case child(String)
      case anyChild
      case attribute(String)
      case parent
      /// The node and all below it: `//`.
      case descendants
    }
  }

  public private(set) var references: Set<Reference> = []
  /// The places of the paths that have one (``LocationPath/place``), which are not among the
  /// references.
  public private(set) var places: [Int32] = []
  /// The names of the functions called, for what they say about time, chance and languages.
  public private(set) var functions: Set<String> = []

  public init(of expression: Expression) {
    collect(expression, focus: Reference(start: .node, steps: []))
  }

  /// Whether two evaluations over the same nodes can differ, by the clock or the dice.
  public var isVolatile: Bool {
    !functions.isDisjoint(with: ["now", "today", "random", "uuid"])
  }
}

extension Dependencies {
  private mutating func collect(_ expression: Expression, focus: Reference?) {
    switch expression {
    case .number, .text: break
    case .path(let path): collect(path, focus: focus)
    case .call(let call):
      functions.insert(call.function.name)
      for argument in call.arguments { collect(argument, focus: focus) }
      if call.readsNodeInView { insert(focus) }
      insert(Dependencies.named(by: call))
    case .negation(let operand): collect(operand, focus: focus)
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right), .union(let left, let right):
      collect(left, focus: focus)
      collect(right, focus: focus)
    }
  }

  /// What a call names in a text: the question of `jr:choice-name`, the table of `pulldata`.
  private static func named(by call: FunctionCall) -> Reference? {
    switch call.function.name {
    case "jr:choice-name":
      guard call.arguments.count == 2, case .text(let source) = call.arguments[1],
        let path = path(in: source)
      else { return nil }
      return path.start.reference(focus: Reference(start: .node, steps: [])).map { first in
        path.steps.reduce(into: first) { $0.take($1) }
      }
    case "pulldata":
      guard case .text(let table)? = call.arguments.first else { return nil }
      return Reference(start: .instance(table), steps: [])
    default: return nil
    }
  }

  /// The path that a quoted path is; a text that is none names nothing.
  private static func path(in source: String) -> LocationPath? {
    // Evaluating the call says what is wrong with the text, so this need not.
    guard case .path(let path)? = try? Parser.parse(source) else { return nil }
    return path
  }

  private mutating func insert(_ reference: Reference?) {
    if let reference { references.insert(reference) }
  }

  /// - Parameter focus: Where `.` is, or nil when it is not known which node that is.
  private mutating func collect(_ path: LocationPath, focus: Reference?) {
    if let place = path.place {
      places.append(place)
      return
    }
    var reference: Reference?
    switch path.start {
    case .root: reference = Reference(start: .root, steps: [])
    case .context: reference = focus
    case .current: reference = Reference(start: .node, steps: [])
    case .instance(let id): reference = Reference(start: .instance(id), steps: [])
    case .nodes(let start):
      collect(start, focus: focus)
      reference = Dependencies.nodes(of: start, focus: focus)
    }
    for predicate in path.startPredicates { collect(predicate.expression, focus: reference) }
    for step in path.steps {
      reference?.take(step)
      for predicate in step.predicates { collect(predicate.expression, focus: reference) }
    }
    insert(reference)
  }

  /// Where the nodes of a start such as `randomize(/data/x)` lie, when one path says so.
  private static func nodes(of start: Expression, focus: Reference?) -> Reference? {
    switch start {
    case .call(let call): call.arguments.first.flatMap { nodes(of: $0, focus: focus) }
    case .path(let path):
      path.start.reference(focus: focus).map { first in
        path.steps.reduce(into: first) { $0.take($1) }
      }
    default: nil
    }
  }
}

extension LocationPath.Start {
  fileprivate func reference(focus: Dependencies.Reference?) -> Dependencies.Reference? {
    switch self {
    case .root: Dependencies.Reference(start: .root, steps: [])
    case .context: focus
    case .current: Dependencies.Reference(start: .node, steps: [])
    case .instance(let id): Dependencies.Reference(start: .instance(id), steps: [])
    case .nodes: nil
    }
  }
}

extension Dependencies.Reference {
  fileprivate mutating func take(_ step: LocationPath.Step) {
    switch step.axis {
    case .child: steps.append(step.name.map { .child($0) } ?? .anyChild)
    case .attribute: steps.append(.attribute(step.name ?? "*"))
    case .parent:
      if case .child = steps.last { steps.removeLast() } else { steps.append(.parent) }
    case .itself: break
    case .descendantOrItself: steps.append(.descendants)
    }
  }
}
