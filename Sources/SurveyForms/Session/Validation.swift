import XPath

extension FormSession {
  /// What keeps the answer out of a finished record; nil when it may stand, or is not asked.
  public func problem(at path: String) -> QuestionProblem? {
    node(path).flatMap { problem(at: $0, in: look()) }
  }

  /// Every problem of the record, in form order, with the path of its question.
  public func problems() -> [(path: String, problem: QuestionProblem)] {
    let pass = look()
    return leaves().compactMap { node in
      problem(at: node, in: pass).map { (instance.path(of: node, in: model), $0) }
    }
  }

  /// The warnings that show now: relevant notes named `warn_`, with their words.
  public func warnings() -> [(path: String, text: String)] {
    let pass = look()
    return leaves().compactMap { node in
      guard let question = model[instance[node].field].question, question.isWarning,
        instance.isRelevant(node)
      else { return nil }
      return (instance.path(of: node, in: model), pass.text(question.label, at: node) ?? "")
    }
  }

  /// The nodes in document order.
  func leaves() -> [Int32] {
    var found: [Int32] = []
    var waiting = [Instance.root]
    while let node = waiting.popLast() {
      let children = instance[node].children
      if children.isEmpty { found.append(node) }
      waiting += children.reversed()
    }
    return found
  }

  func problem(at node: Int32, in pass: Pass) -> QuestionProblem? {
    guard instance.isRelevant(node) else { return nil }
    let binding = model[instance[node].field].binding
    if instance[node].value.isEmpty {
      guard instance[node].isRequired else { return nil }
      return .required(message: pass.text(binding.requiredMessage, at: node))
    }
    guard let rule = binding.constraint else { return nil }
    // A rule that has no value cannot accuse an answer; the form's fault is shown by itself.
    guard (try? pass.evaluator.truth(rule, at: Pass.id(node))) == false else { return nil }
    return .constraint(message: pass.text(binding.constraintMessage, at: node))
  }
}
