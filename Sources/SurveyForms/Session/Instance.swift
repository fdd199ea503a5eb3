/// The answers of one record: a tree of nodes in one array.
///
/// A node is known by its place in the array. What is removed leaves a gap that nothing leads to.
struct Instance: Sendable, Equatable {
  struct Node: Sendable, Equatable {
    let field: FieldID
    /// -1 for the root.
    let parent: Int32
    /// Elements and attributes in document order; templates and parked instances are elsewhere.
    var children: [Int32] = []
    var value = AnswerValue.none
    /// What the node's own rule says; what stands above it may still hide it.
    var isRelevant = true
    var isRequired = false
    var isReadonly = false
    /// The place among the siblings of its field, from 1, as of when the nodes were listed.
    var position: Int32 = 1
  }

  /// The instances of a repeat that its count no longer covers, kept in case it rises again.
  struct Parking: Hashable, Sendable {
    let parent: Int32
    let repeating: FieldID
  }

  private(set) var nodes: [Node] = []
  private(set) var nodesByField: [[Int32]]
  private(set) var parked: [Parking: [Int32]] = [:]
  /// Another number whenever instances of a repeat came or went.
  private(set) var shape = 0

  init(fieldCount: Int) {
    nodesByField = Array(repeating: [], count: fieldCount)
  }

  static let root: Int32 = 0

  subscript(node: Int32) -> Node {
    _read { yield nodes[Int(node)] }
    _modify { yield &nodes[Int(node)] }
  }

  /// Sets a fact of a node; whether it was another before.
  mutating func set<Fact: Equatable>(
    _ fact: WritableKeyPath<Node, Fact>, of node: Int32, to new: Fact
  ) -> Bool {
    guard nodes[Int(node)][keyPath: fact] != new else { return false }
    nodes[Int(node)][keyPath: fact] = new
    return true
  }

  /// The nodes of a field, in document order.
  func nodes(of field: FieldID) -> [Int32] { nodesByField[field.index] }

  /// The nodes of a field that stand below a node, or are it.
  func nodes(of field: FieldID, below top: Int32) -> [Int32] {
    let all = nodes(of: field)
    // A repeat of a thousand instances is asked a thousand times for those of one of them.
    guard all.count > 8, let way = way(from: top, to: all[0]) else {
      return all.filter { isInside($0, top) }
    }
    return way.reduce([top]) { nodes, field in
      nodes.flatMap { children(of: $0, field: field) }
    }
  }

  /// The fields from below a node down to that of another one, which may stand below another
  /// instance; nil when no such way begins at the node.
  private func way(from top: Int32, to node: Int32) -> ReversedCollection<[FieldID]>? {
    var fields: [FieldID] = []
    var place = node
    while place >= 0 {
      if self[place].field == self[top].field { return fields.reversed() }
      fields.append(self[place].field)
      place = self[place].parent
    }
    return nil
  }

  func isInside(_ node: Int32, _ top: Int32) -> Bool {
    var place = node
    while place >= 0 {
      if place == top { return true }
      place = self[place].parent
    }
    return false
  }

  func children(of node: Int32, field: FieldID) -> [Int32] {
    self[node].children.filter { self[$0].field == field }
  }

  /// Whether the node and everything above it is relevant.
  func isRelevant(_ node: Int32) -> Bool {
    var place = node
    while place >= 0 {
      guard self[place].isRelevant else { return false }
      place = self[place].parent
    }
    return true
  }

  /// Whether the node or anything above it is locked.
  func isReadonly(_ node: Int32) -> Bool {
    var place = node
    while place >= 0 {
      if self[place].isReadonly { return true }
      place = self[place].parent
    }
    return false
  }

  /// Adds a node without linking it to its parent.
  mutating func append(_ node: Node) -> Int32 {
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  /// Takes back the node that was added last and never linked.
  mutating func removeLast() { nodes.removeLast() }

  /// Lists the nodes of every field anew, after instances came or went.
  mutating func listNodes() {
    shape += 1
    for index in nodesByField.indices { nodesByField[index].removeAll(keepingCapacity: true) }
    guard !nodes.isEmpty else { return }
    list(Instance.root)
  }

  private mutating func list(_ node: Int32) {
    let field = nodes[Int(node)].field.index
    // Of one field the sibling before is the one that was listed before.
    let before = nodesByField[field].last.map { nodes[Int($0)] }
    nodes[Int(node)].position =
      before.map { $0.parent == nodes[Int(node)].parent ? $0.position + 1 : 1 } ?? 1
    nodesByField[field].append(node)
    for child in nodes[Int(node)].children { list(child) }
  }

  /// Lists a new instance that stands behind all others of its repeat; false if there may be some
  /// behind it, in a later instance of what the repeat stands in.
  mutating func listLast(_ node: Int32) -> Bool {
    let parent = self[node].parent
    guard nodesByField[self[parent].field.index].last == parent else { return false }
    shape += 1
    list(node)
    return true
  }

  /// Takes a node and all below it out of the record.
  mutating func unlink(_ node: Int32) {
    self[self[node].parent].children.removeAll { $0 == node }
    listNodes()
  }

  mutating func park(_ instances: [Int32], of repeating: FieldID, below parent: Int32) {
    let parked = Set(instances)
    self[parent].children.removeAll(where: parked.contains)
    self.parked[Parking(parent: parent, repeating: repeating), default: []]
      .insert(contentsOf: instances, at: 0)
  }

  /// Parks an instance that was never linked, behind those parked before.
  mutating func parkLast(_ node: Int32, of repeating: FieldID, below parent: Int32) {
    parked[Parking(parent: parent, repeating: repeating), default: []].append(node)
  }

  /// Takes the first parked instance of a repeat, if there is one.
  mutating func unpark(_ repeating: FieldID, below parent: Int32) -> Int32? {
    let place = Parking(parent: parent, repeating: repeating)
    guard let instance = parked[place]?.first else { return nil }
    parked[place]?.removeFirst()
    return instance
  }
}
