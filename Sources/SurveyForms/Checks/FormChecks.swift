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
}

extension FormParser {
  private func lists(of model: XMLTree.Element) -> WrittenLists {
    var lists = WrittenLists()
    for instance in model.elements.filter({ $0.local == "instance" }).dropFirst() {
      guard let id = instance.attribute("id"), let root = instance.elements.first else { continue }
      lists.items[id] = root.elements
    }
    return lists
  }

  /// The field below another whose own name is this, whatever its prefix.
  func question(at path: String) -> Question? {
    fieldByPath[path].flatMap { fields[$0.index].question }
  }
}
