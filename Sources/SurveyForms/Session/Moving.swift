import XPath

extension FormSession {
  /// Moves the record to another version of its form; the record itself stays as it is.
  ///
  /// Answers go to the question of the same path, and one whose group has changed to the only new
  /// question of the same name. Dynamic defaults of new questions are those of a record that is opened
  /// again: none.
  ///
  /// - Throws: ``DraftProblem/otherForm(id:version:)`` when it is not a version of the same form.
  public func moved(to form: FormDefinition) throws(DraftProblem) -> FormMove {
    guard form.id == definition.id else { throw .otherForm(id: form.id, version: form.version) }
    var fresh = FormSession(empty: form, environment: environment)
    fresh.language = form.languages.contains(language) ? language : fresh.language
    let saved = try SavedRecord(draft(), ofAnyVersionOf: form)
    let renamed = renamedFields(in: form)
    fresh.change { pass in
      pass.open(saved)
      for (old, new) in renamed { pass.carry(values(of: old), to: new) }
      pass.dropWhatDoesNotFit()
      _ = pass.fire(.load)
      pass.runAll()
      if pass.dropWhatIsNotOffered() { pass.runAll() }
      _ = pass.settleIfAtOnce(after: Set(form.model.order.rules.indices), and: [])
    }
    return FormMove(from: self, to: fresh, renamed: renamed)
  }

  /// The nodes that hold an answer that a person gave, in the order of the record.
  fileprivate var answered: [Int32] {
    model.fields.indices.flatMap { index -> [Int32] in
      let field = model.fields[index]
      guard let question = field.question, !question.isNote, field.binding.calculate == nil else {
        return []
      }
      return instance.nodes(of: FieldID(index: index)).filter { !instance[$0].value.isEmpty }
    }
  }

  /// The values of a field outside of repeats.
  private func values(of field: FieldID) -> [String] {
    instance.nodes(of: field).map { instance[$0].value.text(zoneOffset: environment.zoneOffset) }
  }

  /// The questions that went into another group, by their names, which must leave no doubt.
  private func renamedFields(in form: FormDefinition) -> [(old: FieldID, new: FieldID)] {
    let gone = model.questionsByName { form.model.fieldByPath[$0] == nil }
    let new = form.model.questionsByName { model.fieldByPath[$0] == nil }
    return gone.compactMap { name, old in
      guard old.count == 1, let there = new[name], there.count == 1 else { return nil }
      return (old[0], there[0])
    }
  }
}

extension FormModel {
  /// The questions outside of repeats whose path passes, by their names.
  fileprivate func questionsByName(_ passes: (String) -> Bool) -> [String: [FieldID]] {
    let found = fields.indices.filter { index in
      fields[index].question != nil && passes(fields[index].path)
        && !isInRepeat(FieldID(index: index))
    }
    return Dictionary(grouping: found.map(FieldID.init)) { String(self[$0].localName) }
  }
}

extension Pass {
  /// Writes a value that stood in another group.
  fileprivate func carry(_ texts: [String], to field: FieldID) {
    guard let text = texts.first, !text.isEmpty, let node = instance.nodes(of: field).first else {
      return
    }
    instance[node].value = .text(text)
  }

  /// Gives every value the type of its question, and takes away what has no such value.
  fileprivate func dropWhatDoesNotFit() {
    for (index, field) in form.fields.enumerated() where field.question != nil {
      for node in instance.nodes(of: FieldID(index: index)) {
        guard case .text(let text) = instance[node].value else { continue }
        instance[node].value = fitting(text, field.binding.type) ?? .none
      }
    }
  }

  /// Takes out of every answer the choices that its question lacks; whether there were any.
  ///
  /// What a filter does not offer to a hidden question stays, as it does in every record.
  fileprivate func dropWhatIsNotOffered() -> Bool {
    var isAnyGone = false
    for (index, field) in form.fields.enumerated() {
      guard let question = field.question, question.control.hasChoices else { continue }
      for node in instance.nodes(of: FieldID(index: index)) {
        if case .items(let items) = question.choices, !instance.isRelevant(node),
          case .text(let text) = instance[node].value
        {
          let kept = question.control.names(in: text).filter(items.map(\.value).contains)
          instance[node].value = kept.isEmpty ? .none : .text(kept.joined(separator: " "))
        } else if dropsVanished(node) {
          isAnyGone = true
        }
      }
    }
    return isAnyGone
  }

  /// A text as a value of a type; `10.0` is a whole number too.
  private func fitting(_ text: String, _ type: QuestionType) -> AnswerValue? {
    if let value = AnswerValue(text, as: type, zoneOffset: zoneOffset) { return value }
    guard type == .int || type == .long, let number = Double(text), number == number.rounded(),
      let whole = Int(exactly: number)
    else { return nil }
    return AnswerValue(String(whole), as: type, zoneOffset: zoneOffset)
  }
}

extension FormMove {
  fileprivate init(
    from old: FormSession, to new: FormSession, renamed: [(old: FieldID, new: FieldID)]
  ) {
    let places = Dictionary(
      renamed.map { (old.model[$0.old].path, new.model[$0.new].path) },
      uniquingKeysWith: { first, _ in first })
    var kept: [Answer] = []
    var changed: [Answer] = []
    var lost: [Answer] = []
    for node in old.answered {
      guard let question = old.model[old.instance[node].field].question else { continue }
      let path = old.instance.path(of: node, in: old.model)
      let wanted = places[question.path] ?? path
      // A repeat may have become a group, or the other way: the path is the new form's own.
      let newPath = new.node(wanted).map { new.instance.path(of: $0, in: new.model) } ?? wanted
      let reason = FormMove.reason(of: question, at: path, in: old, newPath, in: new)
      let isLost = reason?.isLoss ?? false
      let answer = Answer(
        question: question, path: path, newPath: isLost ? nil : newPath, reason: reason)
      if reason == nil {
        kept.append(answer)
      } else if isLost {
        lost.append(answer)
      } else {
        changed.append(answer)
      }
    }
    session = new
    (self.kept, self.changed, self.lost) = (kept, changed, lost)
    let known = Set(places.values)
    added = new.sections().flatMap(\.items).filter { item in
      !item.question.isNote && old.model.fieldByPath[item.question.path] == nil
        && !known.contains(item.question.path)
    }.map(\.path)
  }

  private static func reason(
    of question: Question, at path: String, in old: FormSession, _ newPath: String,
    in new: FormSession
  ) -> Reason? {
    guard let node = new.node(newPath), let asked = new.model[new.instance[node].field].question
    else { return new.isAsked(newPath) ? .noInstance : .noQuestion }
    if new.model[asked.field].binding.calculate != nil { return .calculated }
    let (before, after) = (old.value(path), new.value(newPath))
    if after.isEmpty { return asked.control.hasChoices ? .notOffered : .otherKind }
    if old.isRelevant(path), !new.isRelevant(newPath) { return .hidden }
    if before != after { return .otherValue }
    if question.path != asked.path { return .otherPlace }
    if old.markup(ofLabel: path) != new.markup(ofLabel: newPath) { return .otherWords }
    let names = question.control.names(in: before)
    guard question.control.hasChoices, asked.control.hasChoices,
      old.labels(of: names, at: path) != new.labels(of: names, at: newPath)
    else { return nil }
    return .otherChoiceWords
  }
}

extension FormMove.Reason {
  /// Whether the answer is not in the new record.
  public var isLoss: Bool {
    switch self {
    case .otherPlace, .otherWords, .otherChoiceWords, .otherValue, .hidden: false
    case .noQuestion, .otherKind, .notOffered, .calculated, .noInstance: true
    }
  }
}

extension FormSession {
  /// Whether the form asks at a path, in whatever instance.
  fileprivate func isAsked(_ path: String) -> Bool {
    var plain = ""
    var isInside = false
    for character in path {
      if character == "[" { isInside = true }
      if !isInside { plain.append(character) }
      if character == "]" { isInside = false }
    }
    return model.fieldByPath[plain].map { model[$0].question != nil } ?? false
  }
}

extension Control {
  /// The names of the choices in an answer.
  fileprivate func names(in value: String) -> [String] {
    self == .selectOne ? [value] : value.split(separator: " ").map(String.init)
  }
}
