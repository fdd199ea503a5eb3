/// The number of a node in the tree that expressions are evaluated over.
///
/// Only the ``EvaluationContext`` that gave a number knows what it stands for: an element, an
/// attribute, or the document above an instance's root element.
public struct NodeID: Hashable, Sendable {
  public var rawValue: Int32

  public init(_ rawValue: Int32) {
    self.rawValue = rawValue
  }
}
