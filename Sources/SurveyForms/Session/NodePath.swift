extension Instance {
  /// The node of a path with positions; a step without one means the first.
  func node(at path: String, in form: FormModel) -> Int32? {
    if let field = form.fieldByPath[path], nodesByField[field.index].count == 1 {
      return nodesByField[field.index][0]
    }
    let steps = path.split(separator: "/")
    guard !nodes.isEmpty, let first = steps.first,
      split(first).name == form[self[Instance.root].field].name
    else { return nil }
    var node = Instance.root
    for step in steps.dropFirst() {
      let (name, position) = split(step)
      guard let field = child(name, of: form[self[node].field], in: form) else { return nil }
      // All nodes of a field stand below the only node of the field around it.
      let isOnly = nodes(of: self[node].field).count == 1
      let found = isOnly ? nodes(of: field) : children(of: node, field: field)
      guard found.indices.contains(position - 1) else { return nil }
      node = found[position - 1]
    }
    return node
  }

  private func child(_ name: String, of field: Field, in form: FormModel) -> FieldID? {
    guard name.hasPrefix("@") else { return field.childByName[name] }
    return form.fieldByPath[field.path + "/" + name]
  }

  private func split(_ step: Substring) -> (name: String, position: Int) {
    guard let bracket = step.firstIndex(of: "["), step.hasSuffix("]") else {
      return (String(step), 1)
    }
    let position = Int(step[step.index(after: bracket)...].dropLast())
    return (String(step[..<bracket]), position ?? 0)
  }

  /// The path of a node, with a position at every repeat: `/data/person[2]/age`.
  func path(of node: Int32, in form: FormModel) -> String {
    path(of: node, in: form) { form[$0].isRepeat }
  }

  /// The path of a node with a position at every step below the root, as JavaRosa prints it.
  func fullPath(of node: Int32, in form: FormModel) -> String {
    path(of: node, in: form) { form[$0].parent != nil }
  }

  /// The path of a node by names without prefixes, with a position at every repeat.
  func localPath(of node: Int32, in form: FormModel) -> String {
    path(of: node, in: form, named: { String(form[$0].localName) }) { form[$0].isRepeat }
  }

  private func path(
    of node: Int32, in form: FormModel, named: ((FieldID) -> String)? = nil,
    numbered: (FieldID) -> Bool
  ) -> String {
    var path = ""
    var place = node
    while place >= 0 {
      let field = self[place].field
      let position = numbered(field) ? "[\(self[place].position)]" : ""
      path =
        "/" + (form[field].isAttribute ? "@" : "") + (named?(field) ?? form[field].name) + position
        + path
      place = self[place].parent
    }
    return path
  }
}
