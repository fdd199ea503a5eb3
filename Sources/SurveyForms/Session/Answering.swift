import XPath

extension FormSession {
  /// Takes an answer, in the form that records have: ISO dates, names separated by spaces.
  ///
  /// What breaks the question's rule is kept and reported by ``problem(at:)``: a draft may hold
  /// errors. Everything that depends on the answer is worked out before this returns.
  ///
  /// - Parameter text: "" takes the answer back, which is always allowed.
  @discardableResult
  public mutating func answer(_ path: String, _ text: String) throws(AnswerProblem) -> Changes {
    guard let node = node(path), let question = model[instance[node].field].question else {
      throw .noSuchQuestion
    }
    guard !instance.isReadonly(node), !question.isAlwaysReadonly else { throw .readonly }
    let value = try value(of: text, for: question, at: node)
    return put(value, at: node)
  }

  private func value(
    of text: String, for question: Question, at node: Int32
  ) throws(AnswerProblem) -> AnswerValue {
    guard question.control.hasChoices, !text.isEmpty else {
      guard let value = AnswerValue(text, as: question.type, zoneOffset: environment.zoneOffset)
      else { throw .wrongType(question.type) }
      return value
    }
    let isOne = question.control == .selectOne
    let chosen = isOne ? [text] : text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard question.control != .selectMany else {
      let offered = look().names(of: question, at: node)
      guard chosen.allSatisfy(offered.contains) else { throw .notOffered }
      // In the order of the form, so that the same choices are always the same answer.
      return .text(offered.filter(chosen.contains).joined(separator: " "))
    }
    let offered = look().offered(among: chosen, by: question, at: node)
    guard chosen.allSatisfy(offered.contains) else { throw .notOffered }
    return .text(chosen.joined(separator: " "))
  }

  /// Writes a value and everything that follows from it.
  mutating func put(_ value: AnswerValue, at node: Int32) -> Changes {
    let field = instance[node].field
    return changes { pass in
      let ran = pass.enter(value, at: node)
      return (pass.settleIfAtOnce(after: ran, and: [field]), ran, [field])
    }
  }

  /// Runs a change and says what it touched.
  mutating func changes(
    _ body: (Pass) -> (cleared: [Int32], rules: Set<Int>, fields: [FieldID])
  ) -> Changes {
    let layout = definition.layout
    return change { pass in
      let shape = pass.instance.shape
      let (cleared, rules, fields) = body(pass)
      var changes = Changes()
      changes.pages =
        pass.instance.shape == shape
        ? layout.pages(of: pass.touched.map { pass.instance[$0].field })
        : Set(layout.pages.indices)
      changes.cleared = cleared.map { pass.instance.path(of: $0, in: pass.form) }
      changes.paths = Set(pass.touched.map { pass.instance.path(of: $0, in: pass.form) })
      let sources = pass.touched.map { pass.instance[$0].field } + fields
      let questions =
        rules.isEmpty && fields.isEmpty ? [] : pass.form.choiceReaders(of: Set(sources))
      for node in questions.flatMap(pass.instance.nodes(of:)) {
        changes.paths.insert(pass.instance.path(of: node, in: pass.form))
      }
      return changes
    }
  }
}

extension FormSession {
  /// Adds an instance at the end of a repeat: `/data/person`, `/data/house[2]/person`; none where
  /// nobody would be asked in it.
  @discardableResult
  public mutating func addRepeat(_ path: String) throws(AnswerProblem) -> Changes {
    guard let (parent, field) = repeating(path) else { throw .noSuchQuestion }
    guard isOpen(field), wouldAsk(aNew: field, below: parent) else { throw .notOpen }
    return add(field, below: parent)
  }

  /// Whether anything would be asked in a new instance of a repeat.
  ///
  /// Where that is ruled, only the instance can tell, for its rules may read its own place: it is tried
  /// on a copy.
  func wouldAsk(aNew field: FieldID, below parent: Int32) -> Bool {
    guard instance.isRelevant(parent) else { return false }
    if isAlwaysAsked(field) { return true }
    let last = instance.children(of: parent, field: field).last
    var trial = self
    _ = trial.add(field, below: parent)
    guard let new = trial.instance.children(of: parent, field: field).last, new != last else {
      return true
    }
    return trial.isAsked(new)
  }

  /// Whether no rule can hide all that is asked in something.
  private func isAlwaysAsked(_ field: FieldID) -> Bool {
    guard model[field].binding.relevant == nil else { return false }
    return model[field].question != nil || model[field].children.contains(where: isAlwaysAsked)
  }

  /// Whether an instance has anything that a person sees: a question, or a repeat in it to add to.
  private func isAsked(_ node: Int32) -> Bool {
    guard instance[node].isRelevant else { return false }
    let field = model[instance[node].field]
    return field.question != nil || field.children.contains { model[$0].isRepeat }
      || instance[node].children.contains(where: isAsked)
  }

  /// Removes an instance of a repeat with all its answers: `/data/person[2]`.
  @discardableResult
  public mutating func removeRepeat(_ path: String) throws(AnswerProblem) -> Changes {
    guard let node = node(path), model[instance[node].field].isRepeat else {
      throw .noSuchQuestion
    }
    guard isOpen(instance[node].field) else { throw .notOpen }
    return remove(node)
  }

  mutating func add(_ field: FieldID, below parent: Int32) -> Changes {
    changes { pass in
      guard let node = pass.addInstance(of: field, below: parent) else { return ([], [], []) }
      pass.touched.insert(node)
      var ran = pass.fire(.newRepeat, source: field, at: node)
      let affected = pass.form.order.affected(
        byInstancesOf: field, forgetsGroups: pass.environment.repeatsFaults)
      pass.run(affected)
      ran.formUnion(affected)
      return (pass.settleIfAtOnce(after: ran, and: []), ran, [field])
    }
  }

  mutating func remove(_ node: Int32) -> Changes {
    let field = instance[node].field
    return changes { pass in
      let parent = pass.instance[node].parent
      pass.instance.unlink(node)
      pass.touched.insert(parent)
      let affected = pass.form.order.affected(
        byInstancesOf: field, areNew: false, forgetsGroups: pass.environment.repeatsFaults)
      pass.run(affected)
      return (pass.settleIfAtOnce(after: affected, and: []), affected, [field])
    }
  }

  private func isOpen(_ field: FieldID) -> Bool { !model.countedRepeats.contains(field) }

  /// The parent node and the field of a repeat's path without a position at its end.
  func repeating(_ path: String) -> (parent: Int32, field: FieldID)? {
    guard let slash = path.lastIndex(of: "/"), let parent = node(String(path[..<slash])) else {
      return nil
    }
    let name = path[path.index(after: slash)...].prefix { $0 != "[" }
    let field = model[instance[parent].field].childByName[String(name)]
    guard let field, model[field].isRepeat else { return nil }
    return (parent, field)
  }
}
