import XPath

extension FormSession {
  /// What keeps the answer out of a finished record; nil when it may stand, or is not asked.
  public func problem(at path: String) -> QuestionProblem? {
    node(path).flatMap { problem(at: $0, in: look()) }
  }

  /// Every problem of the record, in the order of the questions.
  public func problems() -> [(path: String, problem: QuestionProblem)] { validate().problems }

  /// Every problem of the record, and every rule of the form that could not be worked out.
  public func validate() -> Validation {
    let pass = look()
    pass.faults = faults
    let problems = pass.asked().compactMap { node in
      problem(at: node, in: pass).map { (instance.path(of: node, in: model), $0) }
    }
    let found = pass.faults.sorted { $0.key.index < $1.key.index }
    return Validation(
      problems: problems, faults: found.map { FormFault(path: model[$0].path, cause: $1) })
  }

  /// How many questions that are asked now have an answer.
  public func answeredCount() -> Int {
    look().asked().count { node in
      model[instance[node].field].question?.isNote == false && !instance[node].value.isEmpty
    }
  }

  /// The warnings that show now: relevant notes named `warn_`, with their words.
  public func warnings() -> [(path: String, text: String)] {
    guard [.warning, .graveWarning].contains(where: { model.questionsByRole[$0] != nil }) else {
      return []
    }
    let pass = look().forReading()
    return pass.asked().compactMap { node in
      guard let question = model[instance[node].field].question, question.isWarning else {
        return nil
      }
      return (
        instance.path(of: node, in: model),
        StyledText.plain(pass.text(question.label, at: node) ?? "")
      )
    }
  }

  func problem(
    at node: Int32, in pass: Pass, countsAsAnswered: Bool = false
  ) -> QuestionProblem? {
    guard instance.isRelevant(node) else { return nil }
    let binding = model[instance[node].field].binding
    if instance[node].value.isEmpty, !countsAsAnswered {
      guard instance[node].isRequired else { return nil }
      return .required(message: message(binding.requiredMessage, at: node, in: pass))
    }
    guard let rule = binding.constraint else { return nil }
    do {
      if try pass.evaluator.truth(rule, at: Pass.id(node)) { return nil }
    } catch {
      // A rule that has no value cannot accuse an answer; the form's fault is told by itself.
      pass.faults[instance[node].field] = error
      return nil
    }
    return .constraint(message: message(binding.constraintMessage, at: node, in: pass))
  }

  /// The words of a rule, without their styling: they are shown as what is wrong.
  private func message(_ text: LocalizedText?, at node: Int32, in pass: Pass) -> String? {
    pass.forReading().text(text, at: node).map(StyledText.plain)
  }
}

extension Pass {
  /// The nodes of the questions that are relevant, in the order in which they are asked.
  func asked() -> [Int32] {
    var found: [Int32] = []
    collect(body, below: Instance.root, into: &found)
    return found
  }

  private func collect(_ elements: [FormElement], below top: Int32, into found: inout [Int32]) {
    for element in elements {
      switch element {
      case .question(let question):
        let nodes = instance.nodes(of: question.field, below: top)
        if let node = nodes.first, instance.isRelevant(node) { found.append(node) }
      case .group(let group):
        collect(group.children, below: top, into: &found)
      case .repeating(let group):
        guard let field = form.fieldByPath[group.path] else { continue }
        for instance in instance.nodes(of: field, below: top) {
          collect(group.children, below: instance, into: &found)
        }
      }
    }
  }
}
