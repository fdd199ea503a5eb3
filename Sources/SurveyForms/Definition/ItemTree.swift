/// A secondary instance written as XML, in the form or in a file beside it.
struct ItemTree: Sendable {
  struct Node: Sendable {
    let name: String
    let parent: Int32
    /// The nodes below, without gaps: the children of a node follow each other in ``children``.
    var children: Range<Int32> = 0..<0
    var attributes: [(name: String, node: Int32)] = []
    let text: String
  }

  /// The document is 0, the root element 1.
  private(set) var nodes: [Node] = [Node(name: "", parent: -1, text: "")]
  private(set) var children: [Int32] = []

  /// - Parameters:
  ///   - id: The `id` of the `instance` element around the list, which the document stands for:
  ///     `instance('a')/@id`.
  ///   - isEmpty: Whether the elements are wanted without their attributes and texts.
  init(_ root: XMLTree.Element?, id: String = "", isEmpty: Bool = false) {
    nodes[0].children = add(root.map { [$0] } ?? [], below: 0, isEmpty)
    nodes[0].attributes = [("id", Int32(nodes.count))]
    nodes.append(Node(name: "id", parent: 0, text: id))
  }

  private mutating func add(
    _ elements: [XMLTree.Element], below parent: Int32, _ isEmpty: Bool
  ) -> Range<Int32> {
    let first = Int32(nodes.count)
    for element in elements {
      let hasText = !isEmpty && element.elements.isEmpty
      nodes.append(
        Node(name: element.name.qualified, parent: parent, text: hasText ? element.text : ""))
    }
    let start = Int32(children.count)
    children += first..<first + Int32(elements.count)
    let end = Int32(children.count)
    for (offset, element) in elements.enumerated() {
      let node = first + Int32(offset)
      nodes[Int(node)].children = add(Array(element.elements), below: node, isEmpty)
      for attribute in isEmpty ? [] : element.attributes {
        nodes[Int(node)].attributes.append((attribute.name.qualified, Int32(nodes.count)))
        nodes.append(Node(name: attribute.name.qualified, parent: node, text: attribute.value))
      }
    }
    return start..<end
  }
}
