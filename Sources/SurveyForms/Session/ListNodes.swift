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
      table.appendChildren(of: local, named: name, startingAt: start, to: &nodes)
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

extension SecondaryInstances {
  /// The first of a list's rows that has each of some texts in a column; nil when the nodes are not
  /// rows of one table with that column.
  func rows(
    having texts: Set<String>, in column: String, among nodes: [NodeID]
  ) -> [String: NodeID]? {
    guard let first = nodes.first, first.rawValue >= Self.firstNode else { return nil }
    let (source, _) = locate(first.rawValue)
    guard case .table(let table) = sources[source], let column = table.column(column)
    else { return nil }
    var missing = texts.map { (text: $0, bytes: Array($0.utf8)) }
    var rows: [String: NodeID] = [:]
    let (start, count, width) = (start(of: source), sources[source].count, table.columns.count)
    for node in nodes where !missing.isEmpty {
      let local = Int(node.rawValue - start)
      guard (0..<count).contains(local), case .row(let row) = TablePlace(local, columns: width)
      else { return nil }
      missing.removeAll { wanted in
        guard table.has(wanted.bytes, row: row, column: column) else { return false }
        rows[wanted.text] = node
        return true
      }
    }
    return rows
  }
}

extension CSVTable {
  /// The numbers of a node's children, by name.
  fileprivate func appendChildren(
    of local: Int, named name: String?, startingAt start: Int32, to nodes: inout [NodeID]
  ) {
    let width = columns.count
    func append(_ place: TablePlace) {
      nodes.append(NodeID(start + Int32(place.local(columns: width))))
    }
    switch TablePlace(local, columns: width) {
    case .document:
      if name == nil || name == "root" { append(.root) }
    case .root:
      guard name == nil || name == "item" else { return }
      nodes.reserveCapacity(nodes.count + count)
      for row in 0..<count { append(.row(row)) }
    case .row(let row):
      if let name {
        if let column = column(name) { append(.cell(row: row, column: column)) }
      } else {
        for column in 0..<width { append(.cell(row: row, column: column)) }
      }
    case .cell: break
    }
  }
}
