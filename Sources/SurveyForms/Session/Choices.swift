import XPath

extension Pass {
  /// What a question offers now, in order.
  func choices(of question: Question, at node: Int32) -> [Choice] {
    switch question.choices {
    case .none: return []
    case .items(let items): return written(items, at: node)
    case .search(let search): return choices(of: search, at: node)
    case .itemset(let itemset):
      return nodes(of: itemset, at: node).map { choice(of: itemset, at: $0, for: node) }
    }
  }

  /// The choice of a name, if it is offered now.
  func choice(_ name: String, of question: Question, at node: Int32) -> Choice? {
    switch question.choices {
    case .none: return nil
    case .items(let items):
      return items.first { $0.value == name }
        .map { Choice(name: name, words: text($0.label, at: node)) }
    case .search(let search): return choices(of: search, at: node).first { $0.name == name }
    case .itemset(let itemset):
      return items([name], of: itemset, at: node)[name]
        .map { choice(of: itemset, at: $0, for: node) }
    }
  }

  /// The names that a question offers now.
  func names(of question: Question, at node: Int32) -> [String] {
    switch question.choices {
    case .none: []
    case .items(let items): items.map(\.value)
    case .search(let search): choices(of: search, at: node).map(\.name)
    case .itemset(let itemset):
      nodes(of: itemset, at: node).map { name(of: itemset, at: $0) }
    }
  }

  /// Those of some names that a question offers now.
  ///
  /// A list is read only as far as it takes to find them.
  func offered(among names: [String], by question: Question, at node: Int32) -> Set<String> {
    guard case .itemset(let itemset) = question.choices else {
      return Set(names).intersection(self.names(of: question, at: node))
    }
    return Set(items(names, of: itemset, at: node).keys)
  }

  /// The items that have some names.
  private func items(
    _ names: [String], of itemset: ChoiceSource.Itemset, at node: Int32
  ) -> [String: NodeID] {
    let items = nodes(of: itemset, at: node)
    var missing = Set(names)
    if let column = itemset.value.childName,
      let rows = form.tables.rows(having: missing, in: column, among: items)
    {
      return rows
    }
    var found: [String: NodeID] = [:]
    for item in items where !missing.isEmpty {
      if let name = missing.remove(name(of: itemset, at: item)) { found[name] = item }
    }
    return found
  }

  func count(of question: Question, at node: Int32) -> Int {
    switch question.choices {
    case .none: 0
    case .items(let items): items.count
    case .search(let search): choices(of: search, at: node).count
    case .itemset(let itemset): nodes(of: itemset, at: node).count
    }
  }

  private func nodes(of itemset: ChoiceSource.Itemset, at node: Int32) -> [NodeID] {
    do {
      return try evaluator.nodes(itemset.nodes, at: Pass.id(node))
    } catch {
      faults[instance[node].field] = error
      return []
    }
  }

  private func name(of itemset: ChoiceSource.Itemset, at item: NodeID) -> String {
    // An item without the value's node has no name, and is offered as JavaRosa does: as nothing.
    (try? evaluator.scalar(itemset.value, at: item))?.scalarText ?? ""
  }

  private func choice(
    of itemset: ChoiceSource.Itemset, at item: NodeID, for node: Int32
  ) -> Choice {
    let outer = textNode
    textNode = node
    defer { textNode = outer }
    let name = name(of: itemset, at: item)
    // A label that cannot be read leaves the name, which is still something to choose by.
    let label =
      translatedLabel(of: itemset, at: item)
      ?? itemset.label.flatMap { try? evaluator.scalar($0, at: item) }
    return Choice(name: name, words: label.map { collapsed($0.scalarText) })
  }
}

extension Pass {
  /// The label in the session's language, where the list has a column for it; in any language, where
  /// it has no column for all of them.
  private func translatedLabel(of itemset: ChoiceSource.Itemset, at item: NodeID) -> XPathValue? {
    let columns = itemset.labelColumns
    let other = itemset.label == nil ? columns.min { $0.key < $1.key }?.value : nil
    guard let column = columns[language] ?? other else { return nil }
    var cells: [NodeID] = []
    appendChildren(of: item, named: column, to: &cells)
    return cells.first.map(value)
  }
}

extension Pass {
  /// Clears what is no longer offered, and whatever that changes, until all answers stand.
  ///
  /// - Parameter rules: The rules that ran; the questions whose filters read their results are
  ///   looked at.
  func settleChoices(after rules: Set<Int>, and changed: [FieldID]) -> [Int32] {
    if form.filteredQuestions.isEmpty { return [] }
    var cleared: [Int32] = []
    var waiting = fieldsChanged(by: rules).union(changed)
    while !waiting.isEmpty {
      let questions = form.choiceReaders(of: waiting)
      waiting = []
      for field in questions {
        let lost = instance.nodes(of: field).filter { dropsVanished($0) }
        guard !lost.isEmpty else { continue }
        cleared += lost
        let affected = form.order.affected(by: [field])
        run(affected)
        waiting.formUnion(fieldsChanged(by: affected))
        waiting.insert(field)
      }
    }
    return cleared
  }

  private func fieldsChanged(by rules: Set<Int>) -> Set<FieldID> {
    var fields: Set<FieldID> = []
    for index in rules {
      let rule = form.order.rules[index]
      switch rule.kind {
      case .calculate: fields.insert(rule.field)
      case .relevant, .count: fields.formUnion(descendants(of: rule.field, in: form.fields))
      case .required, .readonly: break
      }
    }
    return fields
  }

  /// Takes out of an answer what its question does not offer; whether anything was taken.
  ///
  /// A hidden question keeps its answer: it is looked at again when it comes back into sight.
  func dropsVanished(_ node: Int32) -> Bool {
    guard let question = form[instance[node].field].question, clearsVanished(of: question),
      case .text(let text) = instance[node].value, instance.isRelevant(node)
    else { return false }
    let isOne = question.takesOne
    let chosen = isOne ? [text] : text.split(whereSeparator: \.isWhitespace).map(String.init)
    let offered = offered(among: chosen, by: question, at: node)
    let kept = chosen.filter(offered.contains)
    guard kept.count < chosen.count else { return false }
    instance[node].value = kept.isEmpty ? .none : .text(kept.joined(separator: " "))
    touched.insert(node)
    return true
  }
}

extension Pass {
  /// To JavaRosa an input with a query is one, and takes any text.
  private func clearsVanished(of question: Question) -> Bool {
    question.control.hasChoices
      || question.control == .input && !repeatsFaults
        && question.choices.reads != nil
  }
}

extension Question {
  /// Whether the answer is one choice at most.
  fileprivate var takesOne: Bool { control == .selectOne || control == .input }
}

extension Control {
  var hasChoices: Bool {
    switch self {
    case .selectOne, .selectMany, .rank: true
    case .input, .trigger, .range, .secret, .upload: false
    }
  }
}

extension FormModel {
  /// The questions whose choices depend on one of the fields, or that are one of them and may just
  /// have come into sight, in form order.
  func choiceReaders(of changed: Set<FieldID>) -> [FieldID] {
    if filteredQuestions.isEmpty { return [] }
    return Set(changed.flatMap { choiceReaders[$0] ?? [] }).sorted()
  }
}
