import XPath

/// Looks over a form that was read for what its designer would want to know at the desk.
///
/// Nothing here keeps a form from being used, and the app does without: it is run by `form check`.
extension FormParser {
  mutating func checkAll(_ root: XMLTree.Element, model: XMLTree.Element, body: XMLTree.Element) {
    if let record = model.first("instance")?.elements.first {
      if collapsed(root.first("head")?.first("title")?.text ?? "").isEmpty {
        log.add(.noTitle, record.attribute("id") ?? "", at: .init(element: root))
      }
      checkRecord(record, FieldID(index: 0))
    }
    let lists = lists(of: model)
    checkBinds(model, lists)
    checkTranslations(model)
    checkBody(body, context: nil, inside: nil, lists)
  }
}

/// The lists that stand in the form itself, by id.
struct WrittenLists {
  var items: [String: [XMLTree.Element]] = [:]
  /// What their items have, gathered once: every question of a list asks.
  var columns: [String: Set<String>] = [:]
}

extension FormParser {
  private func lists(of model: XMLTree.Element) -> WrittenLists {
    var lists = WrittenLists()
    for instance in model.elements.filter({ $0.local == "instance" }).dropFirst() {
      guard let id = instance.attribute("id"), let root = instance.elements.first else { continue }
      let items = Array(root.elements)
      lists.items[id] = items
      var columns: Set<String> = []
      for item in items { for cell in item.elements { columns.insert(cell.name.qualified) } }
      lists.columns[id] = columns
    }
    return lists
  }

  /// Begins a record, and says which rules cannot be worked out in it.
  mutating func checkStart(of form: FormDefinition, at record: XMLTree.Element) {
    guard !log.hasErrors else { return }
    let world = SessionEnvironment(now: { 1_587_704_400_000 }, random: { Array(1...16) })
    let faults = FormSession(form, environment: world).faults
    for (field, fault) in faults.sorted(by: { $0.key < $1.key }) {
      let place = bindPlaces[field] ?? .init(element: record)
      let path = fields[field.index].path
      switch fault {
      case .tooMuchWork: log.add(.tooMuchWork, path, at: place)
      case .textTooLong: log.add(.textTooLong, path, at: place)
      case .manyNodes, .notADate, .wrongType, .unknownInstance, .badPattern, .unknownTranslation,
        .outOfRange:
        log.add(.failsAtStart, path, "\(fault)", at: place)
      }
    }
  }
}
