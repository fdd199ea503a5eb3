/// The lists beside the record, and which node numbers belong to which.
///
/// The numbers below ``firstNode`` are the record's own; every list has a range of them above.
struct SecondaryInstances: Sendable {
  enum Source: Sendable {
    case table(CSVTable)
    case tree(ItemTree)

    /// How many nodes it has: a table has a document, a root, rows, and the cells of each.
    var count: Int {
      switch self {
      case .table(let table): 2 + table.count * (table.columns.count + 1)
      case .tree(let tree): tree.nodes.count
      }
    }
  }

  static let firstNode: Int32 = 1 << 24

  private(set) var sources: [Source] = []
  private var starts: [Int32] = []
  private var byID: [String: Int] = [:]
  private var end = firstNode

  mutating func add(_ source: Source, id: String) {
    byID[id] = sources.count
    sources.append(source)
    starts.append(end)
    end += Int32(source.count)
  }

  func contains(_ id: String) -> Bool { byID[id] != nil }

  func source(_ id: String) -> Source? { byID[id].map { sources[$0] } }

  func document(_ id: String) -> Int32? { byID[id].map { starts[$0] } }

  /// The source of a node, and the node's number within it.
  func locate(_ node: Int32) -> (source: Int, local: Int) {
    var source = starts.count - 1
    while source > 0, starts[source] > node { source -= 1 }
    return (source, Int(node - starts[source]))
  }

  func start(of source: Int) -> Int32 { starts[source] }

  mutating func addIndex(of column: String, in id: String) {
    guard let place = byID[id], case .table(var table) = sources[place] else { return }
    table.addIndex(of: column)
    sources[place] = .table(table)
  }
}

/// A node of a table: which row, and which cell of it.
enum TablePlace: Equatable {
  case document
  case root
  case row(Int)
  case cell(row: Int, column: Int)

  init(_ local: Int, columns: Int) {
    switch local {
    case 0: self = .document
    case 1: self = .root
    default:
      let (row, rest) = (local - 2).quotientAndRemainder(dividingBy: columns + 1)
      self = rest == 0 ? .row(row) : .cell(row: row, column: rest - 1)
    }
  }

  func local(columns: Int) -> Int {
    switch self {
    case .document: 0
    case .root: 1
    case .row(let row): 2 + row * (columns + 1)
    case .cell(let row, let column): 2 + row * (columns + 1) + 1 + column
    }
  }
}
