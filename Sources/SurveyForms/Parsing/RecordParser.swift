/// Reads the primary instance: which fields there are, and how a record begins.
extension FormParser {
  /// Returns the root element of the record.
  mutating func readRecord(_ model: XMLTree.Element) -> XMLTree.Element? {
    guard let instance = model.first("instance"), let record = instance.elements.first else {
      log.add(.noInstance, at: .init(element: model))
      return nil
    }
    if record.attribute("id")?.isEmpty ?? true {
      log.add(.noFormID, record.local, at: .init(element: record), stops: false)
    }
    let count = min(record.size, FormParser.mostFields)
    fields.reserveCapacity(count)
    fieldByPath.reserveCapacity(count)
    addField(record, below: nil)
    return record
  }

  @discardableResult
  private mutating func addField(_ element: XMLTree.Element, below parent: FieldID?) -> FieldID {
    let field = field(named: element.name.qualified, below: parent, isAttribute: false)
    for attribute in element.attributes where attribute.name.namespace != FormParser.javarosa {
      _ = self.field(named: attribute.name.qualified, below: field, isAttribute: true)
    }
    for child in element.elements { addField(child, below: field) }
    return field
  }

  /// The field of a name below another; made if it is new, for a repeat and its template share one.
  private mutating func field(
    named name: String, below parent: FieldID?, isAttribute: Bool
  ) -> FieldID {
    let path = (parent.map { fields[$0.index].path } ?? "") + (isAttribute ? "/@" : "/") + name
    if let known = fieldByPath[path] { return known }
    let id = FieldID(index: fields.count)
    fields.append(Field(name: name, path: path, parent: parent, isAttribute: isAttribute))
    fieldByPath[path] = id
    if let parent {
      fields[parent.index].children.append(id)
      if !isAttribute { addName(name, of: id, below: parent) }
    }
    return id
  }

  /// Lets a field be found by its name, and by the name without its prefix where no other has that.
  private mutating func addName(_ name: String, of field: FieldID, below parent: FieldID) {
    fields[parent.index].childByName[name] = field
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return }
    let local = String(name[name.utf8.index(after: colon)...])
    guard fields[parent.index].childByName[local] == nil else { return }
    fields[parent.index].childByName[local] = field
  }

  /// The beginning of a record below an element; templates of repeats are gathered beside it.
  func template(
    of element: XMLTree.Element, _ field: FieldID, _ repeats: inout [FieldID: Template]
  ) -> Template {
    let inner = element.elements
    var template = Template(field: field, text: inner.isEmpty ? element.text : "")
    if isBlank(template.text) { template.text = "" }
    for attribute in element.attributes where attribute.name.namespace != FormParser.javarosa {
      let path = fields[field.index].path + "/@" + attribute.name.qualified
      guard let child = fieldByPath[path] else { continue }
      template.children.append(Template(field: child, text: attribute.value))
    }
    for child in inner {
      guard let id = fields[field.index].childByName[child.name.qualified] else { continue }
      let below = self.template(of: child, id, &repeats)
      let isTemplate = child.attribute("template", in: FormParser.javarosa) != nil
      if fields[id.index].isRepeat, isTemplate || repeats[id] == nil { repeats[id] = below }
      if !isTemplate { template.children.append(below) }
    }
    return template
  }

  /// The namespaces that the names of the record need.
  func namespaces(of record: XMLTree.Element) -> [XMLNamespace] {
    var found: [XMLNamespace] = []
    collect(record, &found)
    return found
  }

  private func collect(_ element: XMLTree.Element, _ found: inout [XMLNamespace]) {
    collect(element.name, &found)
    // What JavaRosa says in attributes is the form's, and no part of the record.
    for attribute in element.attributes where attribute.name.namespace != FormParser.javarosa {
      collect(attribute.name, &found)
    }
    for child in element.elements { collect(child, &found) }
  }

  private func collect(_ name: XMLTree.Name, _ found: inout [XMLNamespace]) {
    let isPlain = name.prefix.isEmpty && ["", FormParser.xforms].contains(name.namespace)
    guard !isPlain, !found.contains(where: { $0.prefix == name.prefix }) else { return }
    found.append(XMLNamespace(prefix: name.prefix, uri: name.namespace))
  }
}
