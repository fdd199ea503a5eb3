/// An expression as the parser understood it: a tree in which every function is already found.
public indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case text(String)
  case path(LocationPath)
  case call(FunctionCall)
  case negation(Expression)
  case arithmetic(ArithmeticOperator, Expression, Expression)
  case comparison(ComparisonOperator, Expression, Expression)
  case and(Expression, Expression)
  case or(Expression, Expression)
  case union(Expression, Expression)
}

extension Expression {
  /// The name, where the expression is nothing but the name of a child: `label`.
  public var childName: String? {
    guard case .path(let path) = self else { return nil }
    return path.onlyName
  }
}

/// `+ - * div mod`.
public enum ArithmeticOperator: Hashable, Sendable {
  case add, subtract, multiply, divide, remainder
}

/// `= != < <= > >=`.
public enum ComparisonOperator: Hashable, Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// A function of the library with its arguments; a class, because an expression is copied whenever it
/// is looked into.
public final class FunctionCall: Hashable, Sendable {
  public let function: XPathFunction
  public let arguments: [Expression]
  /// What runs: the function's own body, or one made for the literals among its arguments.
  let body: XPathFunction.Body

  init(
    _ function: XPathFunction, _ arguments: [Expression], body: @escaping XPathFunction.Body
  ) {
    self.function = function
    self.arguments = arguments
    self.body = body
  }

  /// Whether it is `string()`, `number()` or the like, which read `.` when they have no argument.
  var readsNodeInView: Bool {
    arguments.isEmpty && function.arity == 0...1 && !function.readsFocus
  }

  public static func == (a: FunctionCall, b: FunctionCall) -> Bool {
    a.function.name == b.function.name && a.arguments == b.arguments
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(function.name)
    hasher.combine(arguments)
  }
}

/// Where to start, and the steps from there: `/data/person[age > 60]/name`; a class, as ``FunctionCall``
/// is one.
public final class LocationPath: Hashable, Sendable {
  public enum Start: Hashable, Sendable {
    /// The document of the main instance: `/data/x`.
    case root
    /// The node that the expression is evaluated at; inside a predicate, the node it filters.
    case context
    /// The node that the whole expression is evaluated at: `current()`.
    case current
    /// The document of a secondary instance: `instance('areas')`.
    case instance(String)
    /// The nodes that another expression gives: `randomize(...)`, `(...)`.
    case nodes(Expression)
  }

  public struct Step: Hashable, Sendable {
    public enum Axis: Hashable, Sendable {
      case child, attribute, parent, itself, descendantOrItself
    }

    public var axis: Axis
    /// The name to match as the form writes it, or nil for any.
    public var name: String?
    public var predicates: [Predicate]

    /// Whether it leads to the children of one name, all of them.
    public var isPlainName: Bool { axis == .child && name != nil && predicates.isEmpty }

    public init(_ axis: Axis, name: String? = nil, predicates: [Predicate] = []) {
      self.axis = axis
      self.name = name
      self.predicates = predicates
    }
  }

  public let start: Start
  public let steps: [Step]
  /// The predicates on the start itself, which only `.nodes` can have: `(...)[1]`.
  public let startPredicates: [Predicate]
  /// The number of the field that an absolute path of plain names leads to, from whoever read the
  /// expression (``Parser/parse(_:library:places:)``).
  ///
  /// With it a context can find the node without a walk: ``EvaluationContext/onlyNode(at:)``.
  public let place: Int32?

  /// Whether it is `.` or `current()` and nothing else.
  var isOneself: Bool {
    guard start == .context || start == .current, startPredicates.isEmpty else { return false }
    return steps.allSatisfy { $0.axis == .itself && $0.name == nil && $0.predicates.isEmpty }
  }

  /// The name, where the path is nothing but the name of a child: `label`.
  var onlyName: String? {
    guard case .context = start, steps.count == 1, steps[0].isPlainName else { return nil }
    return steps[0].name
  }

  public init(
    _ start: Start, _ steps: [Step], startPredicates: [Predicate] = [], place: Int32? = nil
  ) {
    self.start = start
    self.steps = steps
    self.startPredicates = startPredicates
    self.place = place
  }

  public static func == (a: LocationPath, b: LocationPath) -> Bool {
    a.start == b.start && a.steps == b.steps && a.startPredicates == b.startPredicates
      && a.place == b.place
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(start)
    hasher.combine(steps)
    hasher.combine(startPredicates)
  }
}

extension LocationPath: CustomStringConvertible {
  /// The path without its predicates, for messages.
  public var description: String {
    var text =
      switch start {
      case .root: ""
      case .context: "."
      case .current: "current()"
      case .instance(let id): "instance('\(id)')"
      case .nodes: "(…)"
      }
    for step in steps {
      switch step.axis {
      case .child: text += "/" + (step.name ?? "*")
      case .attribute: text += "/@" + (step.name ?? "*")
      case .parent: text += "/.."
      case .itself: text += "/."
      case .descendantOrItself: text += "/"
      }
    }
    return text.hasPrefix("./") ? String(text.dropFirst(2)) : text
  }
}
