import XPath

/// What can be seen of an expression from the form around it: names of columns and of choices.
extension FormParser {
  mutating func check(
    _ expression: Expression, of field: FieldID, at place: FindingLog.Place, _ lists: WrittenLists
  ) {
    for reference in Dependencies(of: expression).references {
      guard case .instance(let id) = reference.start, reference.steps.count >= 3,
        case .child(let column) = reference.steps[2],
        let columns = columns(of: id, lists), !columns.contains(column)
      else { continue }
      log.add(.unknownColumn, id, column, at: place.moved(to: column))
    }
    var finder = ChoiceComparisons()
    finder.visit(expression)
    for (path, name) in finder.found {
      guard let asked = target(of: path, from: field), let question = fields[asked.index].question,
        question.control.hasChoices, !name.isEmpty, let names = names(of: question, lists),
        !names.contains(name)
      else { continue }
      log.add(.unknownChoice, question.path, name, at: place.moved(to: name))
    }
  }

  /// The columns of a list whose columns are known.
  func columns(of id: String, _ lists: WrittenLists) -> Set<String>? {
    if let items = lists.items[id] {
      return items.isEmpty ? nil : lists.columns[id]
    }
    return tables.table(id).map { Set($0.columns) }
  }

  /// All names that a question can ever offer, filtered or not; nil when the form cannot know.
  mutating func names(of question: Question, _ lists: WrittenLists) -> Set<String>? {
    switch question.choices {
    case .none, .search: return nil
    case .items(let items): return Set(items.map(\.value))
    case .itemset(let itemset):
      guard let id = question.itemset?.instance, case .path(let value) = itemset.value,
        value.steps.count == 1, let column = value.steps[0].name
      else { return nil }
      let place = Lookup(list: id, column: column)
      if let known = listNames[place] { return known }
      let names =
        lists.items[id].map { items in
          Set(items.compactMap { $0.first(column).map { collapsed($0.text) } })
        } ?? tables.table(id)?.values(of: column)
      listNames[place] = names
      return names
    }
  }

  /// The one field that a path without predicates leads to.
  private func target(of path: LocationPath, from field: FieldID) -> FieldID? {
    var place: FieldID?
    switch path.start {
    case .root: break
    case .context, .current: place = field
    case .instance, .nodes: return nil
    }
    for step in path.steps {
      guard let next = self.field(after: step, from: place) else { return nil }
      place = next
    }
    return place
  }

  private func field(after step: LocationPath.Step, from place: FieldID?) -> FieldID? {
    switch (step.axis, place) {
    case (.child, nil): return fields.first?.name == step.name ? FieldID(index: 0) : nil
    case (.child, let place?): return step.name.flatMap { fields[place.index].childByName[$0] }
    case (.parent, let place?): return fields[place.index].parent
    case (.itself, let place?): return place
    default: return nil
    }
  }
}

/// Finds what expressions compare answers with: `/data/q = 'yes'`, `selected(/data/q, 'yes')`.
private struct ChoiceComparisons {
  private(set) var found: [(LocationPath, String)] = []

  mutating func visit(_ expression: Expression) {
    switch expression {
    case .number, .text, .path: break
    case .call(let call):
      if call.function.name == "selected", call.arguments.count == 2 {
        note(call.arguments[0], call.arguments[1])
      }
      for argument in call.arguments { visit(argument) }
    case .negation(let operand): visit(operand)
    case .comparison(let comparison, let left, let right):
      if comparison == .equal {
        note(left, right)
        note(right, left)
      }
      visit(left)
      visit(right)
    case .arithmetic(_, let left, let right), .and(let left, let right), .or(let left, let right),
      .union(let left, let right):
      visit(left)
      visit(right)
    }
  }

  private mutating func note(_ path: Expression, _ text: Expression) {
    guard case .path(let path) = path, case .text(let text) = text else { return }
    found.append((path, text))
  }
}
