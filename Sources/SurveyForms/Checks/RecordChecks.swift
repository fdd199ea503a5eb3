import XPath

/// What can be seen of a form's record and binds without any answer.
extension FormParser {
  /// Nodes that stand twice, that nothing fills in, or that begin with what their type cannot hold.
  mutating func checkRecord(_ element: XMLTree.Element, _ field: FieldID) {
    var seen: Set<String> = []
    for child in element.elements {
      let name = child.name.qualified
      guard let inner = fieldByPath[fields[field.index].path + "/" + name] else { continue }
      let isTemplate = child.attribute("template", in: FormParser.javarosa) != nil
      if !isTemplate, !seen.insert(name).inserted, !fields[inner.index].isRepeat {
        log.add(.duplicateNode, fields[inner.index].path, at: .init(element: child))
      }
      if child.elements.isEmpty { checkLeaf(child, inner) } else { checkRecord(child, inner) }
    }
  }

  private mutating func checkLeaf(_ element: XMLTree.Element, _ id: FieldID) {
    let field = fields[id.index]
    let text = element.text.allSatisfy(\.isWhitespace) ? "" : element.text
    let isFilled =
      !text.isEmpty || field.binding.calculate != nil || field.binding.preload != nil
      || actions.contains { $0.target == id }
    // An XLSForm's attributes and metadata are filled in by the app that sends the record.
    let isOwn = element.name.namespace.isEmpty || element.name.namespace == FormParser.xforms
    if field.question == nil, !isFilled, isOwn, !field.path.contains("/meta/") {
      log.add(.neverAsked, field.path, at: .init(element: element))
    }
    if field.binding.required?.isAlwaysTrue == true, field.binding.readonly?.isAlwaysTrue == true,
      !isFilled
    {
      log.add(.neverAnswerable, field.path, at: .init(element: element))
    }
    if AnswerValue(text, as: field.binding.type, zoneOffset: 0) == nil {
      log.add(
        .badDefault, field.path, text, field.binding.type.rawValue, at: .init(element: element))
    }
  }

  mutating func checkBinds(_ model: XMLTree.Element, _ lists: WrittenLists) {
    var seen: Set<FieldID> = []
    for bind in model.elements where bind.local == "bind" {
      guard let path = bind.attribute("nodeset") ?? bind.attribute("ref"),
        let field = field(path, in: nil)
      else { continue }
      if !seen.insert(field).inserted {
        log.add(.duplicateBind, path, at: .init(element: bind, attribute: "nodeset"))
      }
      let binding = fields[field.index].binding
      let rules = [
        ("relevant", binding.relevant), ("required", binding.required),
        ("readonly", binding.readonly), ("calculate", binding.calculate),
        ("constraint", binding.constraint),
      ]
      for (name, rule) in rules {
        guard let rule else { continue }
        check(rule, of: field, at: .init(element: bind, attribute: name), lists)
      }
    }
  }
}

extension Expression {
  /// Whether it is `true()`.
  var isAlwaysTrue: Bool {
    guard case .call(let call) = self else { return false }
    return call.function.name == "true"
  }
}
