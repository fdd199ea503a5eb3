import XPath

/// Reads the choices of a question: written into it, or taken from a list.
extension FormParser {
  mutating func choices(of element: XMLTree.Element, _ field: FieldID) -> ChoiceSource {
    if let itemset = element.first("itemset") { return self.itemset(itemset, field) }
    let items = element.elements.filter { $0.local == "item" }
    if items.isEmpty {
      log.add(.noChoices, fields[field.index].path, at: .init(element: element))
    }
    var names = Set<String>(minimumCapacity: items.count)
    let choices = items.map { item in
      let value = item.first("value")?.text ?? ""
      let name = collapsed(
        value.utf8.contains(UInt8(ascii: "\n")) ? value.filter { !$0.isNewline } : value)
      if !names.insert(name).inserted {
        log.add(.duplicateChoice, name, at: .init(element: item))
      }
      return ChoiceSource.Item(value: name, label: item.first("label").flatMap { text(of: $0) })
    }
    return search(of: element, choices, field).map(ChoiceSource.search) ?? .items(choices)
  }

  private mutating func itemset(_ element: XMLTree.Element, _ field: FieldID) -> ChoiceSource {
    let value = element.first("value").flatMap { expression($0, "ref") }
    guard let nodes = read(element, "nodeset"), let value else {
      log.add(.noItemset, fields[field.index].path, at: .init(element: element))
      return .none
    }
    let place = FindingLog.Place(element: element, attribute: "nodeset")
    let label = element.first("label").flatMap { expression($0, "ref") }
    return .itemset(
      ChoiceSource.Itemset(
        nodes: nodes.expression, value: value, label: label,
        reads: reads(of: nodes.dependencies, at: field, in: place)))
  }

  func source(of choices: ChoiceSource, _ element: XMLTree.Element) -> ItemsetSource? {
    guard case .itemset(let itemset) = choices else { return nil }
    var instance: String?
    for reference in Dependencies(of: itemset.nodes).references {
      if case .instance(let id) = reference.start { instance = id }
    }
    return ItemsetSource(
      instance: instance, filteredBy: itemset.reads.map { fields[$0.index].path })
  }
}
