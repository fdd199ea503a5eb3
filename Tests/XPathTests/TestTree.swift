import XPath

/// A tree written as XML in a test, over which expressions are evaluated.
///
/// Reads elements, attributes and text, and nothing else of XML.
final class TestTree: EvaluationContext {
  private struct Node {
    var name = ""
    var parent: Int?
    var children: [Int] = []
    var attributes: [String: Int] = [:]
    var text = ""
  }

  private var nodes: [Node] = []
  private var documents: [String: Int] = [:]
  var typed: [String: XPathValue] = [:]
  var irrelevant: Set<String> = []
  var now: Int64 = 1_586_500_200_000  // 2020-04-10T06:30:00Z
  var zoneOffset = 420
  var randomNumbers: [Double] = [0.5]

  init(_ xml: String, instances: [String: String] = [:]) {
    documents[""] = read(xml)
    for (id, xml) in instances { documents[id] = read(xml) }
  }

  private func add(_ name: String, below parent: Int?) -> Int {
    nodes.append(Node(name: name, parent: parent))
    return nodes.count - 1
  }

  private func read(_ xml: String) -> Int {
    let document = add("", below: nil)
    var open = document
    for piece in xml.split(separator: "<").dropFirst(xml.hasPrefix("<") ? 0 : 1) {
      let halves = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let tag = halves[0]
      if tag.hasPrefix("/") {
        open = nodes[open].parent ?? document
      } else {
        open = start(tag, below: open)
        if tag.hasSuffix("/") { open = nodes[open].parent ?? document }
      }
      if halves.count == 2, halves[1].contains(where: { !$0.isWhitespace }) {
        nodes[open].text += halves[1]
      }
    }
    return document
  }

  private func start(_ tag: Substring, below parent: Int) -> Int {
    let words = tag.split(separator: " ")
    let name = String(words[0]).replacing("/", with: "")
    let element = add(name, below: parent)
    nodes[parent].children.append(element)
    for word in words.dropFirst() where word.contains("=") {
      let parts = word.split(separator: "=")
      let attribute = add(String(parts[0]), below: element)
      nodes[attribute].text = parts[1].filter { $0 != "\"" && $0 != "/" }
      nodes[element].attributes[String(parts[0])] = attribute
    }
    return element
  }

  /// The only node that a path of names such as `/data/person[2]/age` leads to.
  func node(_ path: String) throws -> NodeID {
    let found = try Evaluator(self).nodes(Parser.parse(path), at: NodeID(0))
    guard let node = found.first, found.count == 1 else {
      throw EvaluationError.manyNodes(path: path)
    }
    return node
  }

  func document(_ instance: String?) -> NodeID? {
    documents[instance ?? ""].map { NodeID(Int32($0)) }
  }

  func appendChildren(of node: NodeID, named name: String?, to list: inout [NodeID]) {
    for child in nodes[Int(node.rawValue)].children
    where name == nil || nodes[child].name == name {
      list.append(NodeID(Int32(child)))
    }
  }

  func attribute(of node: NodeID, named name: String) -> NodeID? {
    nodes[Int(node.rawValue)].attributes[name].map { NodeID(Int32($0)) }
  }

  func parent(of node: NodeID) -> NodeID? {
    nodes[Int(node.rawValue)].parent.map { NodeID(Int32($0)) }
  }

  func name(of node: NodeID) -> String { nodes[Int(node.rawValue)].name }

  func position(of node: NodeID) -> Int {
    guard let parent = parent(of: node) else { return 1 }
    var twins: [NodeID] = []
    appendChildren(of: parent, named: name(of: node), to: &twins)
    return (twins.firstIndex(of: node) ?? 0) + 1
  }

  func value(of node: NodeID) -> XPathValue {
    typed[name(of: node)] ?? .text(nodes[Int(node.rawValue)].text)
  }

  func isRelevant(_ node: NodeID) -> Bool { !irrelevant.contains(name(of: node)) }
  func randomNumber() -> Double { randomNumbers.first ?? 0 }
  func newUUID() -> String { "00000000-0000-4000-8000-000000000000" }
  func property(_ name: String) -> String { name == "username" ? "somchai" : "" }
  func translation(_ id: String) -> String? { id == "greeting" ? "สวัสดี" : nil }
  func choiceLabel(_ value: String, question path: String, at node: NodeID) -> String? {
    path == "/data/title" && value == "mr" ? "นาย" : nil
  }
}

extension TestTree {
  /// The value of an expression, at the document or at the node of a path.
  func value(_ source: String, at path: String? = nil) throws -> XPathValue {
    let node = try path.map(node) ?? NodeID(0)
    return try Evaluator(self).scalar(Parser.parse(source), at: node)
  }
}

/// The value of an expression that needs no nodes.
func value(_ source: String) throws -> XPathValue {
  try TestTree("<data/>").value(source)
}
