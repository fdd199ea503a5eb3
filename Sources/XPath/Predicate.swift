/// The condition in brackets behind a step, taken apart so that long lists can be filtered fast.
///
/// `[level = 'district' and parent = /data/province]` becomes two conditions on columns, whose
/// right sides do not depend on the row: they are evaluated once and looked up in an index.
public struct Predicate: Hashable, Sendable {
  public let expression: Expression
  let conditions: [Condition]

  /// One of the conditions joined by `and`.
  enum Condition: Hashable, Sendable {
    case column(String, equals: Expression)
    case other(Expression)
  }

  init(_ expression: Expression) {
    self.expression = expression
    conditions = Predicate.split(expression)
  }

  /// Whether a single number may stand here, which means a position.
  var mayBePosition: Bool {
    switch expression {
    case .number, .negation, .arithmetic, .call, .path: true
    case .text, .comparison, .and, .or, .union: false
    }
  }

  private static func split(_ expression: Expression) -> [Condition] {
    switch expression {
    case .and(let left, let right):
      split(left) + split(right)
    case .comparison(.equal, let left, let right):
      if let column = left.childName, !right.dependsOnFocus {
        [.column(column, equals: right)]
      } else if let column = right.childName, !left.dependsOnFocus {
        [.column(column, equals: left)]
      } else {
        [.other(expression)]
      }
    default:
      [.other(expression)]
    }
  }
}

extension Expression {
  /// Whether the value can be another for the next node of a list.
  var dependsOnFocus: Bool {
    switch self {
    case .number, .text: false
    case .path(let path):
      switch path.start {
      case .root, .current, .instance: false
      case .context: true
      case .nodes(let start): start.dependsOnFocus
      }
    case .call(let call):
      call.function.readsFocus || call.arguments.contains { $0.dependsOnFocus }
        || call.readsNodeInView
    case .negation(let operand): operand.dependsOnFocus
    case .arithmetic(_, let left, let right), .comparison(_, let left, let right),
      .and(let left, let right), .or(let left, let right), .union(let left, let right):
      left.dependsOnFocus || right.dependsOnFocus
    }
  }
}
