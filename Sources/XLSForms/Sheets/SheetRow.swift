/// A row of a sheet with its headings taken apart.
struct SheetRow: Sendable {
  /// The row's number in the file, from 1.
  var number: Int
  /// The row's number as a sheet counts whose heading is row 1, for the names that come from it.
  var ordinal: Int
  var values = Ordered<SheetValue>()
  /// The column of each heading's first part, from 0.
  var columns: [String: Int] = [:]

  func text(_ key: String) -> String? { values[key]?.text }
  func group(_ key: String) -> Ordered<SheetValue>? { values[key]?.group }
}

/// A sheet, row by row, by its headings.
struct SheetTable: Sendable {
  let name: String
  /// The first part of every heading.
  var headings: [String] = []
  /// The headings that mean the same as one before them.
  var doubles: [String] = []
  var rows: [SheetRow] = []

  init(_ sheet: Workbook.Sheet, _ headings: SheetHeadings, language: String, collapses: Bool) {
    name = sheet.name
    let heading = sheet.rows.first ?? []
    let usesDoubleColons = heading.contains { $0.contains("::") }
    let parts = heading.map { cell in
      let clean = collapsedBlanks(cell)
      return clean.isEmpty
        ? nil : headings.parts(of: clean, usesDoubleColons: usesDoubleColons)
    }
    self.headings = parts.compactMap { $0?.first }
    var seen: Set<[String]> = []
    for case let (heading, parts?) in zip(heading, parts) where !seen.insert(parts).inserted {
      doubles.append(heading)
    }
    var columns: [String: Int] = [:]
    for case let (column, parts?) in parts.enumerated() {
      let place = column + sheet.leftColumns
      columns[parts.joined(separator: "::")] = place
      if columns[parts[0]] == nil { columns[parts[0]] = place }
    }
    for (index, cells) in sheet.rows.enumerated().dropFirst() {
      var row = SheetRow(number: sheet.firstRow + index, ordinal: index + 1)
      row.columns = columns
      for (column, cell) in cells.enumerated() where column < parts.count && !cell.isEmpty {
        guard let parts = parts[column] else { continue }
        row.add(straightened(cell, collapses), parts, language)
      }
      rows.append(row)
    }
  }
}

extension SheetRow {
  fileprivate mutating func add(_ text: String, _ parts: [String], _ language: String) {
    guard parts.count > 1 else { return values[parts[0]] = .text(text) }
    let inner = parts.dropFirst().reversed().reduce(SheetValue.text(text)) { inner, part in
      .group([part: inner])
    }
    guard values[parts[0]] != nil else { return values[parts[0]] = inner }
    values.change(parts[0], from: inner) { $0.merge(inner, language: language) }
  }
}

/// Several blanks made one.
private func collapsedBlanks(_ text: String) -> String {
  let text = trimmed(text)
  let isClean = !zip(text.utf8, text.utf8.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  return isClean ? text : text.split(separator: " ").joined(separator: " ")
}

/// Curly quotes, which word processors make, are straight in expressions.
private func straightened(_ text: String, _ collapses: Bool) -> String {
  let text = (collapses ? collapsedBlanks(text) : text)
  // The first bytes of all that is replaced below; most texts have neither.
  guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return text }
  return String(
    text.map { letter in
      switch letter {
      case "‘", "’": "'"
      case "“", "”": "\""
      case "\u{A0}": " "
      default: letter
      }
    })
}
