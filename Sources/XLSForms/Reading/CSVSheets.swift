/// Reads sheets written one below the other in a CSV file: the first column names a sheet, the rows
/// below it stand one column to the right.
enum CSVSheets {
  static func read(_ bytes: [UInt8]) throws(WorkbookFailure) -> Workbook {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    var workbook = Workbook()
    for (number, row) in rows(of: text).enumerated() {
      let name = row.first.map(trimmed) ?? ""
      if !name.isEmpty { workbook.sheets.append(Workbook.Sheet(name: name, leftColumns: 1)) }
      let cells = row.dropFirst().map(trimmed)
      guard cells.contains(where: { !$0.isEmpty }), !workbook.sheets.isEmpty else { continue }
      let last = workbook.sheets.count - 1
      add(cells, number + 1, to: &workbook.sheets[last])
    }
    return workbook
  }

  /// Blank rows keep their place, so that findings name the row of the file.
  private static func add(_ cells: [String], _ number: Int, to sheet: inout Workbook.Sheet) {
    if sheet.rows.isEmpty { sheet.firstRow = number }
    while sheet.firstRow + sheet.rows.count < number { sheet.rows.append([]) }
    sheet.rows.append(cells)
  }

  private static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    if next == "\u{FEFF}" { next = scalars.next() }
    while let scalar = next {
      next = scalars.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append(scalar)
        next = scalars.next()
      case "\"" where isQuoted || cell.isEmpty: isQuoted.toggle()
      case "," where !isQuoted:
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\n" where !isQuoted:
        if cell.last == "\r" { cell.removeLast() }
        rows.append(row + [String(cell)])
        row = []
        cell = String.UnicodeScalarView()
      default: cell.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [String(cell)]) }
    return rows
  }
}

/// A text without the blanks around it.
func trimmed(_ text: some StringProtocol) -> String {
  let scalars = text.unicodeScalars
  guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
    let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
  else { return "" }
  return String(String.UnicodeScalarView(scalars[first...last]))
}
