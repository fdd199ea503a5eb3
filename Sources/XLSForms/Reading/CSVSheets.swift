import SurveyForms

/// Reads sheets written one below the other in a CSV file: the first column names a sheet, the rows
/// below it stand one column to the right.
struct CSVSheets {
  private var workbook = Workbook()
  private var budget = CellBudget()
  /// The row of the file that was read last, from 1.
  private var number = 0

  static func read(_ bytes: [UInt8]) throws(WorkbookFailure) -> Workbook {
    guard bytes.count <= XMLTree.byteLimit else { throw .tooLarge }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .notText }
    var sheets = CSVSheets()
    try sheets.readRows(bytes)
    return sheets.workbook
  }

  private mutating func add(_ row: [String]) throws(WorkbookFailure) {
    number += 1
    let name = row.first.map(trimmed) ?? ""
    if !name.isEmpty {
      try budget.take([name])
      workbook.sheets.append(Workbook.Sheet(name: name, leftColumns: 1))
    }
    let cells = row.dropFirst().map(trimmed)
    guard cells.contains(where: { !$0.isEmpty }), !workbook.sheets.isEmpty else { return }
    let last = workbook.sheets.count - 1
    if workbook.sheets[last].rows.isEmpty { workbook.sheets[last].firstRow = number }
    // Blank rows keep their place, so that findings name the row of the file.
    let blank = number - workbook.sheets[last].firstRow - workbook.sheets[last].rows.count
    try budget.take(cells, blankRows: blank)
    workbook.sheets[last].rows += Array(repeating: [], count: blank)
    workbook.sheets[last].rows.append(cells)
  }

  /// Goes by bytes: all that separates cells is ASCII, which no other character has a byte of.
  private mutating func readRows(_ bytes: [UInt8]) throws(WorkbookFailure) {
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text() -> String { String(decoding: cell, as: UTF8.self) }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\"") where isQuoted && place < bytes.count && bytes[place] == byte:
        cell.append(byte)
        place += 1
      case UInt8(ascii: "\"") where isQuoted || cell.isEmpty: isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        guard row.count < CellBudget.cellLimit else { throw .tooLarge }
        row.append(text())
        cell.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\n") where !isQuoted && row.isEmpty && cell.isEmpty: number += 1
      case UInt8(ascii: "\n") where !isQuoted:
        if cell.last == UInt8(ascii: "\r") { cell.removeLast() }
        try add(row + [text()])
        row.removeAll(keepingCapacity: true)
        cell.removeAll(keepingCapacity: true)
      default: cell.append(byte)
      }
    }
    if !row.isEmpty || !cell.isEmpty { try add(row + [text()]) }
  }
}

/// A text without the blanks around it.
func trimmed(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  let end = scalars.index(after: last)
  if first == scalars.startIndex, end == scalars.endIndex { return String(text) }
  return String(String.UnicodeScalarView(scalars[first..<end]))
}
