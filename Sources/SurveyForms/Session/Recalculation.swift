import XPath

extension Pass {
  /// Runs rules in their order over every instance of what they belong to, and then what the
  /// instances that this brought or took make necessary.
  func run(_ rules: Set<Int>) {
    var waiting = rules
    for _ in 0..<Pass.mostRounds where !waiting.isEmpty {
      var counted: [RecalculationOrder.Rule] = []
      for index in waiting.sorted() {
        let rule = form.order.rules[index]
        if rule.kind == .count {
          counted.append(rule)
        } else {
          for node in instance.nodes(of: rule.field) { apply(rule, at: node) }
        }
      }
      waiting = counted.filter(count).reduce(into: []) { found, rule in
        found.formUnion(form.order.affected(byInstancesOf: rule.field))
      }
    }
  }

  /// A count may depend on what is inside its repeat, and so bring one instance after another; one
  /// that has not come to rest after so many is the form's mistake.
  private static let mostRounds = 100

  func runAll() { run(Set(form.order.rules.indices)) }

  private func apply(_ rule: RecalculationOrder.Rule, at node: Int32) {
    do {
      let hasChanged = try work(rule, at: node)
      if !faults.isEmpty { faults[rule.field] = nil }
      guard hasChanged else { return }
      touch(node, includingChildren: rule.kind == .relevant || rule.kind == .readonly)
    } catch {
      faults[rule.field] = error
    }
  }

  /// Works out a rule at a node; whether the node is another than before.
  private func work(
    _ rule: RecalculationOrder.Rule, at node: Int32
  ) throws(EvaluationError) -> Bool {
    let place = Pass.id(node)
    switch rule.kind {
    case .relevant:
      return instance.set(
        \.isRelevant, of: node, to: try evaluator.truth(rule.expression, at: place))
    case .required:
      return instance.set(
        \.isRequired, of: node, to: try evaluator.truth(rule.expression, at: place))
    case .readonly:
      return instance.set(
        \.isReadonly, of: node, to: try evaluator.truth(rule.expression, at: place))
    case .calculate:
      let result = try evaluator.scalar(rule.expression, at: place)
      let value = AnswerValue(result, for: form.fields[rule.field.index].binding.type)
      return instance.set(\.value, of: node, to: value)
    case .count: return false
    }
  }

  /// Notes that a node changed; relevance and locks reach down to the leaves.
  private func touch(_ node: Int32, includingChildren: Bool) {
    touched.insert(node)
    guard includingChildren else { return }
    for child in instance[node].children { touch(child, includingChildren: true) }
  }
}

extension Pass {
  /// Writes a value as a person's answer or an action does, and runs what depends on it.
  func set(_ value: AnswerValue, at node: Int32) -> Set<Int> {
    let field = instance[node].field
    instance[node].value = value
    touched.insert(node)
    let affected = form.order.affected(by: [field])
    run(affected)
    return affected
  }

  /// Writes a value as a person or an action does: what waits for the question's change follows.
  func enter(_ value: AnswerValue, at node: Int32) -> Set<Int> {
    let isNew = instance[node].value != value
    var ran = set(value, at: node)
    guard isNew, depth < Pass.mostNested else { return ran }
    depth += 1
    defer { depth -= 1 }
    ran.formUnion(fire(.valueChanged, source: instance[node].field, at: node))
    return ran
  }

  /// Actions that set each other off without end stop here.
  private static let mostNested = 50

  /// Fires the actions of an event, and returns the rules that ran.
  func fire(_ event: FormAction.Event, source: FieldID? = nil, at node: Int32? = nil) -> Set<Int> {
    var ran: Set<Int> = []
    for action in form.actions where action.events.contains(event) && action.source == source {
      do {
        for target in try targets(of: action, near: node) {
          guard let value = try value(of: action, at: target) else { continue }
          ran.formUnion(enter(value, at: target))
        }
      } catch {
        faults[action.target] = error
      }
    }
    return ran
  }

  /// What an action writes; nil when it writes nothing.
  private func value(
    of action: FormAction, at target: Int32
  ) throws(EvaluationError) -> AnswerValue? {
    let type = form[action.target].binding.type
    switch action.kind {
    case .setPosition:
      return environment.position().map { text in
        AnswerValue(entered: .text(text), for: type, zoneOffset: zoneOffset) ?? .text(text)
      }
    case .setValue:
      guard let expression = action.value else { return AnswerValue.none }
      let result = try evaluator.scalar(expression, at: Pass.id(target))
      guard let value = AnswerValue(entered: result, for: type, zoneOffset: zoneOffset) else {
        throw .wrongType(function: "setvalue")
      }
      return value
    }
  }

  /// An action on a field of the same repeat instance goes to that instance; one that is fired by
  /// the form as a whole, to all of them.
  private func targets(
    of action: FormAction, near node: Int32?
  ) throws(EvaluationError) -> [Int32] {
    if let path = action.nodes {
      return try evaluator.nodes(path, at: Pass.id(node ?? Instance.root)).compactMap(self.node)
    }
    guard let node else { return instance.nodes(of: action.target) }
    return nearest(action.target, to: node).map { [$0] } ?? []
  }
}

extension AnswerValue {
  /// What an action writes: the text of the value is read by the field's type, as if it had been
  /// typed; nil if it is none of that type.
  init?(entered result: XPathValue, for type: QuestionType, zoneOffset: Int) {
    let text = AnswerValue(result, for: type).text(zoneOffset: zoneOffset)
    self.init(text, as: type, zoneOffset: zoneOffset)
  }
}
