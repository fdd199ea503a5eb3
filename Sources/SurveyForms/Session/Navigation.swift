extension FormSession {
  /// The pages of the form as they are now: what is not relevant is not among them.
  public func sections() -> [Section] {
    let pass = look().forReading()
    return definition.layout.pages.indices.compactMap { section($0, pass) }
  }

  /// The pages as they are after a change, of which `sections` are those before it: only what the
  /// change touched is read anew.
  public func sections(_ sections: [Section], after changes: Changes) -> [Section] {
    let pass = look().forReading()
    var byPage = Dictionary(uniqueKeysWithValues: sections.map { ($0.page, $0) })
    for page in changes.pages { byPage[page] = section(page, pass) }
    return byPage.values.sorted { $0.page < $1.page }
  }

  private func section(_ number: Int, _ pass: Pass) -> Section? {
    let page = definition.layout.pages[number]
    var builder = SectionBuilder(pass, self)
    builder.add(page.elements, below: Instance.root, headings: [])
    guard let first = builder.first else { return nil }
    return Section(
      page: number, path: page.path ?? first,
      title: page.title.flatMap { pass.words($0.words, at: pass.anchor($0.path)) },
      part: page.part, items: builder.items, repeats: builder.repeats)
  }
}

extension Pass {
  /// A heading, which has a style of its own.
  fileprivate func words(_ text: LocalizedText?, at node: Int32) -> String? {
    self.text(text, at: node).map(StyledText.plain)
  }

  /// The node that a group's words are relative to.
  fileprivate func anchor(_ path: String?) -> Int32 {
    path.flatMap { form.fieldByPath[$0] }.flatMap { instance.nodes(of: $0).first } ?? Instance.root
  }
}

/// Gathers what is asked on one page.
private struct SectionBuilder {
  private let pass: Pass
  private let session: FormSession
  private(set) var items: [QuestionItem] = []
  private(set) var repeats: [RepeatPrompt] = []

  init(_ pass: Pass, _ session: FormSession) {
    self.pass = pass
    self.session = session
  }

  /// The path of the first thing on the page; nil when nothing is on it now, as where the form itself
  /// counts a repeat and there is none.
  var first: String? { items.first?.path ?? repeats.first(where: \.isOpen)?.path }

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
    let label = pass.words(group.label, at: anchor)
    add(group.children, below: top, headings: headings + [label].compactMap { $0 })
  }

  private mutating func add(_ question: Question, below top: Int32, _ headings: [String]) {
    guard let node = pass.instance.nodes(of: question.field, below: top).first,
      pass.instance.isRelevant(node)
    else { return }
    let path = pass.instance.path(of: node, in: pass.form)
    items.append(
      QuestionItem(
        path: path, question: question, headings: headings, isNote: saysOnly(question, at: node)))
  }

  /// A locked field is a note until it shows a value or can be in the way of finishing.
  private func saysOnly(_ question: Question, at node: Int32) -> Bool {
    let binding = pass.form[question.field].binding
    return question.isNote && pass.instance[node].value.isEmpty && binding.calculate == nil
      && binding.required == nil && binding.constraint == nil
  }

  private mutating func add(_ group: RepeatGroup, below top: Int32, _ headings: [String]) {
    guard let field = pass.form.fieldByPath[group.path], let parentField = pass.form[field].parent,
      let parent = pass.instance.nodes(of: parentField, below: top).first
        ?? (parentField.index == 0 ? Instance.root : nil),
      pass.instance.isRelevant(parent)
    else { return }
    let instances = pass.instance.children(of: parent, field: field)
    let takesMore = group.isOpen && session.wouldAsk(aNew: field, below: parent)
    guard
      takesMore || instances.isEmpty && !group.isOpen
        || instances.contains(where: pass.instance.isRelevant)
    else { return }
    let label = pass.words(group.label, at: instances.first ?? parent)
    let path = pass.instance.path(of: parent, in: pass.form) + "/" + pass.form[field].name
    let outer = repeats.count
    for (index, instance) in instances.enumerated() where pass.instance.isRelevant(instance) {
      let heading = [label, "\(index + 1)"].compactMap { $0 }.joined(separator: " ")
      add(group.children, below: instance, headings: headings + [heading])
    }
    repeats.insert(
      RepeatPrompt(
        path: path, label: label, count: instances.count, place: items.count,
        isOpen: group.isOpen, takesMore: takesMore), at: outer)
  }

  private func node(_ path: String, below top: Int32) -> Int32? {
    pass.form.fieldByPath[path].flatMap { pass.instance.nodes(of: $0, below: top).first }
  }
}
