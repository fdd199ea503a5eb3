import XPath

/// Choices that are looked up with `search()`.
extension Pass {
  func choices(of search: ChoiceSearch, at node: Int32) -> [Choice] {
    // JavaRosa knows no search: to it they are the choices that are written there.
    if repeatsFaults { return written(search.items, at: node) }
    do {
      var found: [Choice] = []
      for item in search.items {
        found += item.isFixed ? written([item], at: node) : try rows(of: search, item, at: node)
      }
      return found
    } catch {
      faults[instance[node].field] = error
      return []
    }
  }

  func written(_ items: [ChoiceSource.Item], at node: Int32) -> [Choice] {
    items.map { Choice(name: $0.value, words: text($0.label, at: node)) }
  }

  /// The rows that fit, each value once, in the order of the column `sortby` if there is one.
  private func rows(
    of search: ChoiceSearch, _ item: ChoiceSource.Item, at node: Int32
  ) throws(EvaluationError) -> [Choice] {
    guard case .table(let table)? = form.tables.source(search.table),
      let value = table.searchedColumn(item.value)
    else { return [] }
    var texts: [String] = []
    for argument in search.arguments {
      texts.append(try evaluator.scalar(argument, at: Pass.id(node)).scalarText)
    }
    try spend(table.count)
    var rows = Array(0..<table.count)
    if texts.count >= 3 { filter(&rows, of: table, texts) }
    if texts.count == 5 {
      let column = table.searchedColumn(texts[3])
      rows.removeAll { row in column.map { table.text(row: row, column: $0) } != texts[4] }
    }
    sort(&rows, of: table)
    let words = text(item.label, at: node) ?? ""
    let labels = ChoiceSearch.columns(words).filter { $0 != item.value }
      .compactMap { name in table.searchedColumn(name).map { (name: name, column: $0) } }
    var seen: Set<String> = []
    return rows.compactMap { row in
      let name = table.text(row: row, column: value)
      guard !name.isEmpty, seen.insert(name).inserted else { return nil }
      return Choice(name: name, words: label(labels, row, of: table))
    }
  }

  private func filter(_ rows: inout [Int], of table: CSVTable, _ texts: [String]) {
    let names = ChoiceSearch.columns(texts[1])
    // Without a column to look in, nothing is asked of the rows.
    guard !names.isEmpty else { return }
    let comparison = ChoiceSearch.Comparison(rawValue: texts[0].lowercased()) ?? .contains
    let columns = names.compactMap(table.searchedColumn)
    let wanted = texts[2].asciiLowercased
    rows.removeAll { row in
      !columns.contains { column in
        comparison.accepts(table.text(row: row, column: column).asciiLowercased, wanted)
      }
    }
  }

  private func sort(_ rows: inout [Int], of table: CSVTable) {
    guard let column = table.searchedColumn("sortby") else { return }
    let keyed = rows.map { (row: $0, key: Double(table.text(row: $0, column: column)) ?? 0) }
    rows = keyed.sorted { ($0.key, $0.row) < ($1.key, $1.row) }.map(\.row)
  }

  /// `บ้านโพน (district: พังโคน)`: the first column, and the others with their names.
  private func label(
    _ columns: [(name: String, column: Int)], _ row: Int, of table: CSVTable
  ) -> String? {
    guard let first = columns.first else { return nil }
    let rest = columns.dropFirst().map {
      " (\($0.name): \(table.text(row: row, column: $0.column)))"
    }
    let words = table.text(row: row, column: first.column) + rest.joined()
    return words.allSatisfy(\.isWhitespace) ? nil : words
  }
}

extension String {
  /// As SQLite compares with `LIKE`: small and large letters of ASCII are the same.
  fileprivate var asciiLowercased: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
