import XPath

/// What can be seen of the choices of a question.
extension FormParser {
  mutating func checkItems(
    of element: XMLTree.Element, _ question: Question, _ lists: WrittenLists
  ) {
    let isMany = question.control == .selectMany || question.control == .rank
    for item in element.elements where item.local == "item" {
      let value = collapsed(item.first("value")?.text ?? "")
      check(value, isMany, label: item.first("label"), at: item)
    }
    guard let itemset = element.first("itemset"), case .itemset(let source) = question.choices
    else { return }
    let place = FindingLog.Place(element: itemset, attribute: "nodeset")
    check(source.nodes, of: question.field, at: place, lists)
    guard let list = question.itemset?.instance, let columns = columns(of: list, lists),
      case .path(let value) = source.value, let name = value.steps.first?.name
    else { return }
    let label = labelColumn(of: source)
    for (column, part) in [(name, "value"), (label ?? name, "label")]
    where !columns.contains(column) {
      let element = itemset.first(part) ?? itemset
      log.add(.unknownColumn, list, column, at: .init(element: element, attribute: "ref"))
    }
    let isFiltered = hasPredicates(source.nodes)
    checkList(list, value: name, label: label, isMany, isFiltered, lists, at: place)
  }

  private mutating func check(
    _ value: String, _ isMany: Bool, label: XMLTree.Element?, at item: XMLTree.Element
  ) {
    if value.isEmpty { return log.add(.choiceWithoutValue, at: .init(element: item)) }
    if isMany, value.contains(" ") { log.add(.spaceInChoice, value, at: .init(element: item)) }
    let hasWords = label.map {
      $0.attribute("ref") != nil || !$0.elements.isEmpty || !collapsed($0.text).isEmpty
    }
    if hasWords != true { log.add(.choiceWithoutLabel, value, at: .init(element: item)) }
  }

  /// Checks a list once, for the first question that takes its choices from it.
  private mutating func checkList(
    _ list: String, value: String, label: String?, _ isMany: Bool, _ isFiltered: Bool,
    _ lists: WrittenLists, at place: FindingLog.Place
  ) {
    guard checkedLists.insert(list).inserted else { return }
    guard let items = lists.items[list] else {
      return checkTable(list, value, label, isFiltered, at: place)
    }
    var names: Set<String> = []
    for item in items {
      let name = collapsed(item.first(value)?.text ?? "")
      check(name, isMany, label: label.map { item.first($0) } ?? item.first(value), at: item)
      if !isFiltered, !name.isEmpty, !names.insert(name).inserted {
        log.add(.duplicateChoice, name, at: .init(element: item))
      }
      let id = label == "itextId" ? item.first("itextId") : nil
      if let id, !translations.contains(id.text) {
        log.add(.unknownText, id.text, at: .init(element: id))
      }
    }
  }

  private mutating func checkTable(
    _ list: String, _ value: String, _ label: String?, _ isFiltered: Bool,
    at place: FindingLog.Place
  ) {
    guard let table = tables.table(list), let column = table.column(value) else { return }
    let words = label.flatMap(table.column)
    var names: Set<String> = []
    for row in 0..<table.count {
      let name = table.text(row: row, column: column)
      if name.isEmpty { log.add(.choiceWithoutValue, at: place) }
      if !isFiltered, !name.isEmpty, !names.insert(name).inserted {
        log.add(.duplicateChoice, name, at: place)
      }
      if let words, !name.isEmpty, table.text(row: row, column: words).isEmpty {
        log.add(.choiceWithoutLabel, name, at: place)
      }
    }
  }

  /// The column of the label: `label`, or `itextId` in `jr:itext(itextId)`.
  private func labelColumn(of source: ChoiceSource.Itemset) -> String? {
    switch source.label {
    case .path(let path)? where path.steps.count == 1: return path.steps[0].name
    case .call(let call)? where call.function.name == "jr:itext":
      guard case .path(let path)? = call.arguments.first else { return nil }
      return path.steps.last?.name
    default: return nil
    }
  }

  private func hasPredicates(_ nodes: Expression) -> Bool {
    switch nodes {
    case .path(let path):
      return !path.startPredicates.isEmpty || path.steps.contains { !$0.predicates.isEmpty }
    case .call(let call): return call.arguments.contains(where: hasPredicates)
    default: return true
    }
  }
}

extension SecondaryInstances {
  /// The table of an id, if that list is one.
  func table(_ id: String) -> CSVTable? {
    guard case .table(let table)? = source(id) else { return nil }
    return table
  }
}

extension CSVTable {
  func values(of name: String) -> Set<String>? {
    column(name).map { column in Set((0..<count).map { text(row: $0, column: column) }) }
  }
}
