/// Saved bytes, checked to be a record of a form.
struct SavedRecord {
  let root: XMLTree.Element
  /// Those of the root element that the record keeps.
  let attributes: [XMLTree.Attribute]

  init(_ bytes: [UInt8], of form: FormDefinition) throws(DraftProblem) {
    // Which byte is damaged helps nobody: a draft is not written by hand.
    guard let tree = try? XMLTree(bytes) else { throw .unreadable }
    root = tree.root
    attributes = root.attributes
    let id = root.attribute("id") ?? ""
    let version = root.attribute("version") ?? ""
    guard id == form.id, version == form.version else {
      throw .otherForm(id: id, version: version)
    }
  }

  /// A record of any version of the form, which is to become one of this version.
  init(_ bytes: [UInt8], ofAnyVersionOf form: FormDefinition) throws(DraftProblem) {
    // Which byte is damaged helps nobody: a draft is not written by hand.
    guard let tree = try? XMLTree(bytes) else { throw .unreadable }
    root = tree.root
    attributes = root.attributes.filter {
      !($0.name.namespace.isEmpty && $0.name.local == "version")
    }
    let id = root.attribute("id") ?? ""
    guard id == form.id else {
      throw .otherForm(id: id, version: root.attribute("version") ?? "")
    }
  }
}

extension Pass {
  /// Fills the record with what was saved.
  ///
  /// What the file lacks begins as the form begins it.
  func open(_ saved: SavedRecord) {
    _ = build(form.template, below: -1)
    fill(Instance.root, from: saved.root, saved.attributes)
    instance.listNodes()
  }

  private func fill(
    _ node: Int32, from element: XMLTree.Element, _ attributes: [XMLTree.Attribute]? = nil
  ) {
    let field = form[instance[node].field]
    for attribute in attributes ?? element.attributes { fillAttribute(attribute, of: node) }
    let elements = Dictionary(grouping: element.elements) { form.childName(of: $0, in: field) }
    if field.children.allSatisfy({ form[$0].isAttribute }) {
      instance[node].value = value(of: element, in: field)
    }
    for child in field.children where !form[child].isAttribute {
      fill(child, below: node, from: elements[form[child].name] ?? [])
    }
  }

  private func fill(_ field: FieldID, below node: Int32, from elements: [XMLTree.Element]) {
    guard form[field].isRepeat else {
      if let element = elements.first, let child = instance.children(of: node, field: field).first {
        fill(child, from: element)
      }
      return
    }
    for present in instance.children(of: node, field: field) { instance.unlink(present) }
    for element in elements {
      if element.attribute("parked", in: RecordWriter.draftNamespace) != nil {
        fillParked(field, below: node, from: element)
      } else if let child = addInstance(of: field, below: node) {
        fill(child, from: element)
      }
    }
  }

  /// Parked instances stand behind the others in a draft, and are never linked.
  private func fillParked(_ field: FieldID, below node: Int32, from element: XMLTree.Element) {
    guard let template = form.repeatTemplates[field] else { return }
    let child = build(template, below: node)
    fill(child, from: element)
    instance.parkLast(child, of: field, below: node)
  }

  private func fillAttribute(_ attribute: XMLTree.Attribute, of node: Int32) {
    let name = attribute.name.qualified
    guard
      let child = instance[node].children.first(where: {
        form[instance[$0].field].isAttribute && form[instance[$0].field].name == name
      })
    else { return }
    instance[child].value = attribute.value.isEmpty ? .none : .text(attribute.value)
  }

  private func value(of element: XMLTree.Element, in field: Field) -> AnswerValue {
    let text = element.text
    if element.attribute("type", in: RecordWriter.draftNamespace) == "boolean" {
      return .boolean(text == "1")
    }
    return AnswerValue(text, as: field.binding.type, zoneOffset: zoneOffset) ?? .text(text)
  }
}

extension FormModel {
  /// The name that the form gives to a saved element, which may have another prefix there.
  fileprivate func childName(of element: XMLTree.Element, in field: Field) -> String {
    if field.childByName[element.name.qualified] != nil { return element.name.qualified }
    let match = field.children.first { self[$0].localName == element.name.local }
    return match.map { self[$0].name } ?? element.name.qualified
  }
}
