import XPath

/// The nodes of the lists beside a record, as expressions walk over them.
extension SecondaryInstances {
  func appendChildren(of node: Int32, named name: String?, to nodes: inout [NodeID]) {
    let (source, local) = locate(node)
    let start = start(of: source)
    switch sources[source] {
    case .tree(let tree):
      for index in tree.nodes[local].children {
        let child = tree.children[Int(index)]
        if name == nil || tree.nodes[Int(child)].name == name {
          nodes.append(NodeID(start + child))
        }
      }
    case .table(let table):
      let places = table.children(of: local, named: name)
      nodes.reserveCapacity(nodes.count + places.count)
      for place in places { nodes.append(NodeID(start + Int32(place))) }
    }
  }

  func attribute(of node: Int32, named name: String) -> NodeID? {
    let (source, local) = locate(node)
    guard case .tree(let tree) = sources[source] else { return nil }
    let found = tree.nodes[local].attributes.first { $0.name == name }
    return found.map { NodeID(start(of: source) + $0.node) }
  }

  func parent(of node: Int32) -> NodeID? {
    let (source, local) = locate(node)
    switch sources[source] {
    case .tree(let tree):
      let parent = tree.nodes[local].parent
      return parent < 0 ? nil : NodeID(start(of: source) + parent)
    case .table(let table):
      let width = table.columns.count
      let above: TablePlace
      switch TablePlace(local, columns: width) {
      case .document: return nil
      case .root: above = .document
      case .row: above = .root
      case .cell(let row, _): above = .row(row)
      }
      return NodeID(start(of: source) + Int32(above.local(columns: width)))
    }
  }

  func name(of node: Int32) -> String {
    let (source, local) = locate(node)
    switch sources[source] {
    case .tree(let tree): return tree.nodes[local].name
    case .table(let table):
      switch TablePlace(local, columns: table.columns.count) {
      case .document: return ""
      case .root: return "root"
      case .row: return "item"
      case .cell(_, let column): return table.columns[column]
      }
    }
  }

  func position(of node: Int32) -> Int {
    let (source, local) = locate(node)
    switch sources[source] {
    case .table(let table):
      guard case .row(let row) = TablePlace(local, columns: table.columns.count) else { return 1 }
      return row + 1
    case .tree(let tree):
      guard let parent = parent(of: node) else { return 1 }
      var siblings: [NodeID] = []
      appendChildren(of: parent.rawValue, named: tree.nodes[local].name, to: &siblings)
      return (siblings.firstIndex(of: NodeID(node)) ?? 0) + 1
    }
  }

  func text(of node: Int32) -> String {
    let (source, local) = locate(node)
    switch sources[source] {
    case .tree(let tree): return tree.nodes[local].text
    case .table(let table):
      guard case .cell(let row, let column) = TablePlace(local, columns: table.columns.count)
      else { return "" }
      return table.text(row: row, column: column)
    }
  }

  func rows(
    below node: Int32, named name: String, where column: String, equals text: String
  ) -> [NodeID]? {
    let (source, local) = locate(node)
    guard local == 1, name == "item", case .table(let table) = sources[source] else { return nil }
    let width = table.columns.count
    return table.rows(where: column, equals: text)?.map {
      NodeID(start(of: source) + Int32(TablePlace.row($0).local(columns: width)))
    }
  }
}

extension CSVTable {
  /// The numbers of a node's children, by name.
  fileprivate func children(of local: Int, named name: String?) -> [Int] {
    let width = columns.count
    switch TablePlace(local, columns: width) {
    case .document:
      return name == nil || name == "root" ? [TablePlace.root.local(columns: width)] : []
    case .root:
      guard name == nil || name == "item" else { return [] }
      return (0..<count).map { TablePlace.row($0).local(columns: width) }
    case .row(let row):
      guard let name else {
        return (0..<width).map { TablePlace.cell(row: row, column: $0).local(columns: width) }
      }
      return column(name).map { [TablePlace.cell(row: row, column: $0).local(columns: width)] }
        ?? []
    case .cell: return []
    }
  }
}
