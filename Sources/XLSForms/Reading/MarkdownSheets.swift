import SurveyForms

/// Reads sheets written as a table between bars: `| survey | | |` begins a sheet, the rows below it
/// leave the first column empty.
enum MarkdownSheets {
  static func read(_ bytes: [UInt8]) throws(WorkbookFailure) -> Workbook {
    guard bytes.count <= XMLTree.byteLimit else { throw .tooLarge }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notText }
    var workbook = Workbook()
    var budget = CellBudget()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard let cells = cells(of: line), let name = cells.first else { continue }
      try budget.take(cells)
      if !name.isEmpty {
        workbook.sheets.append(Workbook.Sheet(name: name, firstRow: number + 2, leftColumns: 1))
      }
      let rest = Array(cells.dropFirst())
      guard rest.contains(where: { !$0.isEmpty }), !workbook.sheets.isEmpty else { continue }
      workbook.sheets[workbook.sheets.count - 1].rows.append(rest)
    }
    return workbook
  }

  /// The cells between the first bar and the last; nil for a line that is no row.
  private static func cells(of line: Substring) -> [String]? {
    var line = line
    if trimmed(line).hasPrefix("#") { return nil }
    if let hash = line.lastIndex(of: "#"), let bar = line.lastIndex(of: "|"), bar < hash {
      line = line[...bar]
    }
    guard let first = line.firstIndex(of: "|"), let last = line.lastIndex(of: "|"), first < last,
      line[..<first].allSatisfy(\.isWhitespace)
    else { return nil }
    let inside = line[line.index(after: first)..<last]
    if inside.allSatisfy({ $0 == "|" || $0 == "-" }), !inside.isEmpty { return nil }
    var cells = [""]
    var isEscaped = false
    for letter in inside {
      if letter == "|", !isEscaped {
        cells.append("")
      } else {
        if letter == "|" { cells[cells.count - 1].removeLast() }
        cells[cells.count - 1].append(letter)
      }
      isEscaped = letter == "\\"
    }
    return cells.map(trimmed)
  }
}
