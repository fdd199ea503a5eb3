/// A table of a CSV file, kept as the bytes of the file and where its cells begin.
///
/// 8,441 areas take half a megabyte so, and a tenth of what as many strings would take.
struct CSVTable: Sendable {
  let columns: [String]
  private let bytes: [UInt8]
  /// For every row the starts of its cells, then the place after the row's end mark.
  private let bounds: [UInt32]
  private var indexes: [Int: CellIndex] = [:]

  /// The number of rows under the heading.
  let count: Int

  /// Nil if the bytes are not a table: empty, not UTF-8, or with a quote that is never closed.
  init?(_ bytes: [UInt8]) {
    guard bytes.count < Int(UInt32.max), var scan = CSVScan(bytes) else { return nil }
    var heading: [UInt32] = []
    scan.row(into: &heading)
    columns = (0..<heading.count - 1).map {
      cellText(bytes, Int(heading[$0])..<Int(heading[$0 + 1]) - 1)
    }
    guard !columns.isEmpty, columns.allSatisfy({ !$0.isEmpty }) else { return nil }
    let width = columns.count + 1
    var bounds: [UInt32] = []
    bounds.reserveCapacity(bytes.count / 8)
    while !scan.isAtEnd {
      let first = bounds.count
      scan.row(into: &bounds)
      let found = bounds.count - first
      if found == 2, bounds[first + 1] - bounds[first] <= 1 {
        bounds.removeLast(found)
      } else if found > width {
        bounds.removeLast(found - width)
      } else if found < width {
        bounds += repeatElement(bounds[bounds.count - 1], count: width - found)
      }
    }
    guard !scan.isBroken else { return nil }
    self.bytes = bytes
    self.bounds = bounds
    count = bounds.count / width
  }

  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  func text(row: Int, column: Int) -> String { cellText(bytes, range(row, column)) }

  /// Whether a cell has a text, letter for letter, without making a string of it.
  func has(_ text: [UInt8], row: Int, column: Int) -> Bool {
    let range = range(row, column)
    if range.count == text.count, bytes[range].elementsEqual(text) { return true }
    guard let first = bytes[range].first, first == CSVScan.quote else { return false }
    return self.text(row: row, column: column).utf8.elementsEqual(text)
  }

  private func range(_ row: Int, _ column: Int) -> Range<Int> {
    let place = row * (columns.count + 1) + column
    let start = Int(bounds[place])
    return start..<max(start, Int(bounds[place + 1]) - 1)
  }

  /// Makes looking up rows by a column fast.
  mutating func addIndex(of name: String) {
    guard let column = column(name), indexes[column] == nil else { return }
    var index = CellIndex(count: count)
    for row in (0..<count).reversed() { index.add(row, hash(row, column)) }
    indexes[column] = index
  }

  /// The rows whose cell has this text, in order; nil without an index, or when they are so many
  /// that going through all rows is as fast.
  func rows(where name: String, equals text: String) -> [Int]? {
    guard let column = column(name), let index = indexes[column] else { return nil }
    let wanted = Array(text.utf8)
    var rows: [Int] = []
    var row = index.first(fnv(wanted[...]))
    while let candidate = row {
      if bytes[range(candidate, column)].elementsEqual(wanted)
        || self.text(row: candidate, column: column) == text
      {
        rows.append(candidate)
        if rows.count > CSVTable.manyRows { return nil }
      }
      row = index.next(candidate)
    }
    return rows
  }

  private static let manyRows = 600

  private func hash(_ row: Int, _ column: Int) -> UInt64 {
    let range = range(row, column)
    guard let first = bytes[range].first, first == CSVScan.quote else { return fnv(bytes[range]) }
    return fnv(Array(text(row: row, column: column).utf8)[...])
  }
}

/// The text of a cell: without its quotes, and with doubled quotes made one.
private func cellText(_ bytes: [UInt8], _ range: Range<Int>) -> String {
  guard !range.isEmpty, bytes[range.lowerBound] == CSVScan.quote else {
    return String(decoding: bytes[range], as: UTF8.self)
  }
  var cell: [UInt8] = []
  var isQuoteOpen = false
  for byte in bytes[range].dropFirst() {
    if byte == CSVScan.quote, !isQuoteOpen {
      isQuoteOpen = true
      continue
    }
    isQuoteOpen = false
    cell.append(byte)
  }
  return String(decoding: cell, as: UTF8.self)
}

/// Fowler, Noll and Vo's hash, 64 bits.
private func fnv(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.withUnsafeBufferPointer { buffer in
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in buffer { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}

/// Rows in chains by the hash of a cell; within a chain in the order of the table.
private struct CellIndex: Sendable {
  private var heads: [Int32]
  private var links: [Int32]

  init(count: Int) {
    var size = 16
    while size < count { size *= 2 }
    heads = Array(repeating: -1, count: size)
    links = Array(repeating: -1, count: count)
  }

  mutating func add(_ row: Int, _ hash: UInt64) {
    let slot = Int(hash & UInt64(heads.count - 1))
    links[row] = heads[slot]
    heads[slot] = Int32(row)
  }

  func first(_ hash: UInt64) -> Int? { place(heads[Int(hash & UInt64(heads.count - 1))]) }
  func next(_ row: Int) -> Int? { place(links[row]) }
  private func place(_ row: Int32) -> Int? { row < 0 ? nil : Int(row) }
}
