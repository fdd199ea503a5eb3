/// What an expression is evaluated over: the nodes of a form, and the facts of one pass.
///
/// Nodes are numbers, so that nothing is allocated for a node that is only looked at. Conform a
/// final class, or a struct of at most three words: the evaluator keeps the context in an
/// existential. The time and the random numbers are fixed by the conforming type for one pass, so
/// that all expressions of a pass see the same.
public protocol EvaluationContext {
  /// The document above the root element of an instance: the main one for nil, else the secondary
  /// one of that id. Nil where there is none.
  func document(_ instance: String?) -> NodeID?
  /// Appends the child elements of a node in document order: those of a name, or all for nil.
  /// Templates of repeats are not children.
  func appendChildren(of node: NodeID, named name: String?, to nodes: inout [NodeID])
  /// The attribute of an element.
  func attribute(of node: NodeID, named name: String) -> NodeID?
  /// Nil for a document.
  func parent(of node: NodeID) -> NodeID?
  /// The name as the form writes it; "" for a document.
  func name(of node: NodeID) -> String
  /// The place among the siblings of the same name, from 1.
  func position(of node: NodeID) -> Int
  /// The value of the node by its type, `.empty` when it has none; never `.nodes`.
  func value(of node: NodeID) -> XPathValue
  /// Whether the node and everything above it is relevant; what is not, is left out of node-sets.
  func isRelevant(_ node: NodeID) -> Bool

  /// The children of a node that have a name and, in a column, this text; nil when there is no
  /// index to answer it and the evaluator has to look at every child.
  ///
  /// A child without that column has an empty text in it. The result is in document order.
  func children(
    of node: NodeID, named name: String, where column: String, equals text: String
  ) -> [NodeID]?

  /// The node of a path's ``LocationPath/place`` when there is one and no more; nil when the path
  /// has to be walked.
  func onlyNode(at place: Int32) -> NodeID?

  /// Notes so many nodes visited or letters made, so that no form can hang or swallow a laptop.
  ///
  /// - Throws: ``EvaluationError/tooMuchWork`` when there was more of it than one pass may do.
  func spend(_ work: Int) throws(EvaluationError)

  /// The moment of this pass, in milliseconds since 1970-01-01T00:00Z.
  var now: Int64 { get }
  /// Local time minus UTC, in minutes: 420 in Thailand.
  var zoneOffset: Int { get }
  /// Whether JavaRosa's known faults are wanted too, to compare with it.
  var repeatsFaults: Bool { get }
  /// A number from 0 up to 1, another at each call.
  func randomNumber() -> Double
  /// A new UUID in lower case, without a prefix.
  func newUUID() -> String
  /// `property('username')` and the like; "" when unknown.
  func property(_ name: String) -> String
  /// The text of a translation id in the language in use, for `jr:itext`.
  func translation(_ id: String) -> String?
  /// The label of a choice of the question at the path, for `jr:choice-name`.
  func choiceLabel(_ value: String, question path: String, at node: NodeID) -> String?
}

extension EvaluationContext {
  public func attribute(of node: NodeID, named name: String) -> NodeID? { nil }
  public func isRelevant(_ node: NodeID) -> Bool { true }
  public func onlyNode(at place: Int32) -> NodeID? { nil }
  public func spend(_ work: Int) throws(EvaluationError) {}
  public var repeatsFaults: Bool { false }
  public func property(_ name: String) -> String { "" }
  public func translation(_ id: String) -> String? { nil }
  public func choiceLabel(_ value: String, question path: String, at node: NodeID) -> String? {
    nil
  }
  public func children(
    of node: NodeID, named name: String, where column: String, equals text: String
  ) -> [NodeID]? { nil }
}
