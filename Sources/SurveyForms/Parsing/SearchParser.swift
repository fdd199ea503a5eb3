import XPath

/// Reads questions whose choices come from a table beside the form without an itemset: the appearance
/// `search()`, and `select_one_external`.
extension FormParser {
  /// The search in a question's appearance; nil when it has none, or a wrong one.
  mutating func search(
    of element: XMLTree.Element, _ items: [ChoiceSource.Item], _ field: FieldID
  ) -> ChoiceSearch? {
    guard let appearance = element.attribute("appearance"),
      let call = appearance.firstRange(of: "search("),
      let end = appearance.lastIndex(of: ")"), end >= call.upperBound
    else { return nil }
    let place = FindingLog.Place(
      element: element, attribute: "appearance",
      offset: appearance.unicodeScalars.distance(
        from: appearance.startIndex, to: call.lowerBound))
    let texts = arguments(appearance[call.upperBound..<end])
    guard [1, 4, 6].contains(texts.count) else {
      log.add(.wrongArguments, "appearance", "search", at: place)
      return nil
    }
    let arguments = texts.compactMap { read($0, "appearance", at: place) }
    guard arguments.count == texts.count else { return nil }
    guard case .text(let file) = arguments[0].expression else {
      log.add(.unsupported, "appearance", texts[0], at: place)
      return nil
    }
    let table = file.hasSuffix(".csv") ? String(file.dropLast(4)) : file
    readTable(table, at: place)
    // Without its table it is what JavaRosa makes of it; that the file is missing has been said.
    guard case .table? = tables.source(table) else { return nil }
    let reads = Set(
      arguments.dropFirst().flatMap { self.reads(of: $0.dependencies, at: field, in: place) })
    let rest = arguments.dropFirst().map(\.expression)
    noteColumns(of: table, rest, items, at: place)
    return ChoiceSearch(table: table, arguments: rest, items: items, reads: reads.sorted())
  }

  /// What stands between the commas of a call, those within quotes and brackets left alone.
  private func arguments(_ text: Substring) -> [String] {
    var arguments = [""]
    var quote: Character?
    var depth = 0
    for letter in text {
      switch letter {
      case "'", "\"":
        if quote == nil { quote = letter } else if quote == letter { quote = nil }
      case "(", "[": if quote == nil { depth += 1 }
      case ")", "]": if quote == nil { depth -= 1 }
      case "," where quote == nil && depth == 0:
        arguments.append("")
        continue
      default: break
      }
      arguments[arguments.count - 1].append(letter)
    }
    return arguments
  }

  /// Finds columns that the search names and the table lacks.
  private mutating func noteColumns(
    of table: String, _ arguments: [Expression], _ items: [ChoiceSource.Item],
    at place: FindingLog.Place
  ) {
    guard case .table(let rows)? = tables.source(table) else { return }
    var names: [String] = []
    for item in items where !item.isFixed {
      names.append(item.value)
      if case .pieces(let pieces)? = item.label, case .words(let words)? = pieces.first {
        names += ChoiceSearch.columns(words)
      }
    }
    for index in [1, 3] where arguments.indices.contains(index) {
      if case .text(let columns) = arguments[index] { names += ChoiceSearch.columns(columns) }
    }
    for name in names where rows.searchedColumn(name) == nil {
      log.add(.unknownColumn, table, name, at: place)
    }
  }

  /// The choices of a `select_one_external`, which pyxform writes as an input with a query: they are
  /// the rows of `itemsets.csv` that have the list's name.
  mutating func query(of element: XMLTree.Element, _ field: FieldID) -> ChoiceSource {
    guard element.local == "input", let query = element.attribute("query"),
      !query.allSatisfy(\.isWhitespace)
    else { return .none }
    let place = FindingLog.Place(element: element, attribute: "query")
    guard let list = listName(in: query) else {
      log.add(.noItemset, fields[field.index].path, at: place)
      return .none
    }
    // Collect looks in the file alone, also where the form has a list of that name.
    let file = "itemsets.csv"
    readTable("itemsets", named: file, at: place)
    guard case .table(let table)? = tables.source(file) else { return .none }
    let labelColumns = table.labelColumns
    let filter =
      ["'", "\""].reduce(query) { query, quote in
        query.replacing("instance(\(quote)\(list)\(quote))", with: "instance('\(file)')")
      } + "[list_name = '\(list)']"
    guard let nodes = read(filter, "query", at: place),
      let value = read("name", "query", at: place)?.expression
    else { return .none }
    let label =
      table.column("label") == nil && !labelColumns.isEmpty
      ? nil : read("label", "query", at: place)?.expression
    return .itemset(
      ChoiceSource.Itemset(
        nodes: nodes.expression, value: value, label: label, labelColumns: labelColumns,
        reads: reads(of: nodes.dependencies, at: field, in: place)))
  }

  private func listName(in query: String) -> String? {
    // What is no expression is told when the query is read as a whole.
    guard let expression = try? Parser.parse(query) else { return nil }
    for reference in Dependencies(of: expression).references {
      if case .instance(let name) = reference.start { return name }
    }
    return nil
  }
}

extension CSVTable {
  /// The columns `label::LANGUAGE`, by language.
  fileprivate var labelColumns: [String: String] {
    let named = columns.compactMap { column -> (String, String)? in
      guard let mark = column.firstRange(of: "::"),
        collapsed(String(column[..<mark.lowerBound])) == "label"
      else { return nil }
      return (collapsed(String(column[mark.upperBound...])), column)
    }
    return Dictionary(named) { first, _ in first }
  }
}

extension ChoiceSource.Item {
  /// Whether it is a choice itself, and names no columns: its value is a whole number.
  var isFixed: Bool { Int32(collapsed(value)) != nil }
}
