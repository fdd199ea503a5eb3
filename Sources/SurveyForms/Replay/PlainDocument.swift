package import XPath

/// Any XML document as expressions see it, with no form around it: every value is text.
package final class PlainDocument {
  private struct Node {
    let name: String
    let parent: Int32
    var children: [Int32] = []
    var attributes: [(name: String, node: Int32)] = []
    var text = ""
  }

  private var nodes = [Node(name: "", parent: -1)]
  private let prefixes: [String: String]
  package let now: Int64
  package let zoneOffset: Int

  /// - Parameters:
  ///   - bytes: The document; with none there is a document node alone.
  ///   - namespaces: The prefixes that expressions use, and what they stand for.
  ///   - environment: The clock.
  /// - Returns: Nil if the bytes are not XML.
  package init?(
    _ bytes: [UInt8], namespaces: [String: String] = [:], environment: SessionEnvironment
  ) {
    prefixes = Dictionary(namespaces.map { ($1, $0) }, uniquingKeysWith: min)
    now = environment.now()
    zoneOffset = environment.zoneOffset
    guard !bytes.isEmpty else { return }
    // Where the XML is damaged does not matter here: there is nothing to evaluate over.
    guard let tree = try? XMLTree(bytes) else { return nil }
    nodes[0].children = [add(tree.root, below: 0)]
  }

  private func add(_ element: XMLTree.Element, below parent: Int32) -> Int32 {
    let index = Int32(nodes.count)
    nodes.append(Node(name: name(element.name), parent: parent, text: element.text))
    for attribute in element.attributes {
      let place = Int32(nodes.count)
      nodes.append(Node(name: name(attribute.name), parent: index, text: attribute.value))
      nodes[Int(index)].attributes.append((name(attribute.name), place))
    }
    for child in element.elements {
      let place = add(child, below: index)
      nodes[Int(index)].children.append(place)
    }
    if !nodes[Int(index)].children.isEmpty, element.text.allSatisfy(\.isWhitespace) {
      nodes[Int(index)].text = ""
    }
    return index
  }

  private func name(_ name: XMLTree.Name) -> String {
    prefixes[name.namespace].map { $0 + ":" + name.local } ?? name.qualified
  }

  /// The node at a path of names with positions, `/root/a[2]`; `*[2]` is the second element child.
  package func node(at path: String) -> NodeID? {
    var place = NodeID(0)
    for step in path.split(separator: "/") {
      let name = step.prefix { $0 != "[" }
      let position = Int(step.dropFirst(name.count + 1).dropLast()) ?? 1
      var found: [NodeID] = []
      appendChildren(of: place, named: name == "*" ? nil : String(name), to: &found)
      guard found.indices.contains(position - 1) else { return nil }
      place = found[position - 1]
    }
    return place
  }
}

extension PlainDocument: EvaluationContext {
  package func document(_ instance: String?) -> NodeID? { instance == nil ? NodeID(0) : nil }

  package func appendChildren(of node: NodeID, named name: String?, to nodes: inout [NodeID]) {
    for child in self.nodes[Int(node.rawValue)].children
    where name == nil || self.nodes[Int(child)].name == name {
      nodes.append(NodeID(child))
    }
  }

  package func attribute(of node: NodeID, named name: String) -> NodeID? {
    nodes[Int(node.rawValue)].attributes.first { $0.name == name }.map { NodeID($0.node) }
  }

  package func parent(of node: NodeID) -> NodeID? {
    let parent = nodes[Int(node.rawValue)].parent
    return parent < 0 ? nil : NodeID(parent)
  }

  package func name(of node: NodeID) -> String { nodes[Int(node.rawValue)].name }

  package func position(of node: NodeID) -> Int {
    guard let parent = parent(of: node) else { return 1 }
    var siblings: [NodeID] = []
    appendChildren(of: parent, named: name(of: node), to: &siblings)
    return (siblings.firstIndex(of: node) ?? 0) + 1
  }

  package func value(of node: NodeID) -> XPathValue { .text(text(node.rawValue)) }

  /// The text of a node and of all below it (XPath 1.0, 5.2).
  private func text(_ node: Int32) -> String {
    let node = nodes[Int(node)]
    return node.children.reduce(node.text) { $0 + text($1) }
  }

  package func randomNumber() -> Double { Double.random(in: 0..<1) }

  package func newUUID() -> String {
    uuidText((0..<16).map { _ in UInt8.random(in: .min ... .max) })
  }
}
