extension FormSession {
  /// The pages of the form as they are now: what is not relevant is not among them.
  public func sections() -> [Section] {
    let pass = look()
    var sections: [Section] = []
    var loose = SectionBuilder(pass)
    for element in definition.body {
      if case .group(let group) = element {
        if let section = loose.section(title: nil, path: nil) { sections.append(section) }
        loose = SectionBuilder(pass)
        var inner = SectionBuilder(pass)
        inner.add(group.children, below: Instance.root, headings: [])
        let title = pass.text(group.label, at: pass.anchor(group.path))
        if let section = inner.section(title: title, path: group.path) { sections.append(section) }
      } else {
        loose.add([element], below: Instance.root, headings: [])
      }
    }
    if let section = loose.section(title: nil, path: nil) { sections.append(section) }
    return sections
  }
}

extension Pass {
  /// The node that a group's words are relative to.
  fileprivate func anchor(_ path: String?) -> Int32 {
    path.flatMap { form.fieldByPath[$0] }.flatMap { instance.nodes(of: $0).first } ?? Instance.root
  }
}

/// Gathers what is asked on one page.
private struct SectionBuilder {
  private let pass: Pass
  private var items: [QuestionItem] = []
  private var repeats: [RepeatPrompt] = []

  init(_ pass: Pass) {
    self.pass = pass
  }

  func section(title: String?, path: String?) -> Section? {
    guard let first = path ?? items.first?.path ?? repeats.first?.path,
      !items.isEmpty || !repeats.isEmpty
    else { return nil }
    return Section(path: first, title: title, items: items, repeats: repeats)
  }

  /// - Parameter top: The repeat instance that the elements are asked for, or the root.
  mutating func add(_ elements: [FormElement], below top: Int32, headings: [String]) {
    for element in elements {
      switch element {
      case .question(let question): add(question, below: top, headings)
      case .group(let group): add(group, below: top, headings)
      case .repeating(let group): add(group, below: top, headings)
      }
    }
  }

  private mutating func add(_ group: Group, below top: Int32, _ headings: [String]) {
    let anchor = group.path.flatMap { node($0, below: top) } ?? top
    let label = pass.text(group.label, at: anchor)
    add(group.children, below: top, headings: headings + [label].compactMap { $0 })
  }

  private mutating func add(_ question: Question, below top: Int32, _ headings: [String]) {
    guard let node = pass.instance.nodes(of: question.field, below: top).first,
      pass.instance.isRelevant(node)
    else { return }
    let path = pass.instance.path(of: node, in: pass.form)
    items.append(QuestionItem(path: path, question: question, headings: headings))
  }

  private mutating func add(_ group: RepeatGroup, below top: Int32, _ headings: [String]) {
    guard let field = pass.form.fieldByPath[group.path], let parentField = pass.form[field].parent,
      let parent = pass.instance.nodes(of: parentField, below: top).first
        ?? (parentField.index == 0 ? Instance.root : nil),
      pass.instance.isRelevant(parent)
    else { return }
    let instances = pass.instance.children(of: parent, field: field)
    let label = pass.text(group.label, at: instances.first ?? parent)
    let path = pass.instance.path(of: parent, in: pass.form) + "/" + pass.form[field].name
    let outer = repeats.count
    for (index, instance) in instances.enumerated() where pass.instance.isRelevant(instance) {
      let heading = [label, "\(index + 1)"].compactMap { $0 }.joined(separator: " ")
      add(group.children, below: instance, headings: headings + [heading])
    }
    repeats.insert(
      RepeatPrompt(
        path: path, label: label, count: instances.count, place: items.count,
        isOpen: group.isOpen), at: outer)
  }

  private func node(_ path: String, below top: Int32) -> Int32? {
    pass.form.fieldByPath[path].flatMap { pass.instance.nodes(of: $0, below: top).first }
  }
}
