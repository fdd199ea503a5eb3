import XPath

/// Drives a record by lines of text and prints what comes of it, as JavaRosa's side of a comparison
/// does.
///
/// Answers are put in unchecked: what a rule says about them is asked with `validate`.
package struct FormReplay {
  private var session: FormSession

  package init(_ form: FormDefinition, environment: SessionEnvironment) {
    session = FormSession(form, environment: environment)
  }

  /// Does one step, its fields separated by tabs, and returns the lines to print.
  package mutating func run(_ step: String) -> [String] {
    let fields = step.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    session.forgetFaults()
    switch (fields[0], fields.count) {
    case ("", 1): return []
    case ("set", 3...): return set(fields[1], fields[2])
    case ("add", 2...): return add(fields[1])
    case ("remove", 2...): return remove(fields[1])
    case ("language", 2...): return speak(fields[1])
    case ("dump", _): return dump() + ["--"]
    case ("validate", _): return [validate()]
    case ("eval", 2...): return [evaluate(fields[1])]
    default: return ["error\tstep\t\(fields[0])"]
    }
  }

  private mutating func set(_ path: String, _ text: String) -> [String] {
    guard let node = session.node(path) else { return ["error\tnopath\t\(path)"] }
    guard let value = session.unchecked(text, at: node) else {
      let type = session.model[session.instance[node].field].binding.type
      return ["error\ttype\t‘\(text)’ is not of the type \(type.rawValue)"]
    }
    _ = session.put(value, at: node)
    return faults()
  }

  private mutating func add(_ path: String) -> [String] {
    guard let (parent, field) = session.repeating(path) else { return ["error\tnorepeat\t\(path)"] }
    _ = session.add(field, below: parent)
    return faults()
  }

  private mutating func remove(_ path: String) -> [String] {
    guard let node = session.node(path), session.model[session.instance[node].field].isRepeat else {
      return ["error\tnorepeat\t\(path)"]
    }
    _ = session.remove(node)
    return faults()
  }

  private mutating func speak(_ language: String) -> [String] {
    guard session.definition.languages.contains(language) else {
      return ["error\tlanguage\t\(language)"]
    }
    session.language = language
    return []
  }

  private func faults() -> [String] {
    session.faults.sorted { $0.key < $1.key }.prefix(1).map { field, fault in
      "error\t\(fault)\t\(session.model[field].path)"
    }
  }

  private func dump() -> [String] {
    session.printed().map { node in
      let holder = session.instance[node]
      let facts = [
        session.instance.isRelevant(node), holder.isRequired, session.instance.isReadonly(node),
      ]
      let value = holder.value.text(zoneOffset: session.environment.zoneOffset)
      let path = session.instance.fullPath(of: node, in: session.model)
      return ([path] + facts.map(String.init(describing:)) + [value]).joined(separator: "\t")
    }
  }

  private mutating func validate() -> String {
    guard let (node, problem) = session.firstProblem() else { return "valid" }
    let path = session.instance.fullPath(of: node, in: session.model)
    switch problem {
    case .required: return "invalid\t\(path)\trequired"
    case .constraint: return "invalid\t\(path)\tconstraint"
    }
  }

  private func evaluate(_ source: String) -> String {
    do {
      let expression = try Parser.parse(source)
      let value = try session.look().evaluator.evaluate(expression, at: Pass.id(Instance.root))
      switch value {
      case .nodes(let nodes): return "nodeset\t\(nodes.count)"
      case .boolean: return "Boolean\t\(value.scalarText)"
      case .number: return "Double\t\(value.scalarText)"
      case .date: return "Date\t\(value.scalarText)"
      case .text: return "String\t\(value.scalarText)"
      }
    } catch let error as SyntaxError {
      return "error\tsyntax\t\(error.message)"
    } catch {
      return "error\tevaluation\t\(error)"
    }
  }
}

extension FormSession {
  fileprivate mutating func forgetFaults() { faults = [:] }

  /// The value of a text by the control and the type of its field, whatever is offered.
  func unchecked(_ text: String, at node: Int32) -> AnswerValue? {
    let field = model[instance[node].field]
    guard let control = field.question?.control, control.hasChoices, !text.isEmpty else {
      return AnswerValue(text, as: field.binding.type, zoneOffset: environment.zoneOffset)
    }
    if control == .selectOne { return .text(text) }
    return .text(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

extension FormSession {
  /// The first question that keeps the record from being finished, in the order of the form.
  ///
  /// Where choices are settled only when they are looked at, this is when they are.
  fileprivate mutating func firstProblem() -> (node: Int32, problem: QuestionProblem)? {
    var waiting = look().asked()[...]
    while let node = waiting.popFirst() {
      let isEmptied = environment.clearing == .whenAsked && settle(node)
      if let problem = problem(at: node, in: look(), countsAsAnswered: isEmptied) {
        return (node, problem)
      }
      guard environment.clearing == .whenAsked, !instance[node].value.isEmpty || isEmptied else {
        continue
      }
      // JavaRosa writes every good answer back, which works out anew what reads it, and may bring
      // further questions into sight.
      _ = put(instance[node].value, at: node)
      let asked = look().asked()
      if let here = asked.firstIndex(of: node) { waiting = asked[(here + 1)...] }
    }
    return nil
  }

  /// Drops what is not offered; whether nothing is left of several choices.
  ///
  /// JavaRosa takes an emptied list of choices for an answer, and holds only the constraint
  /// against it.
  private mutating func settle(_ node: Int32) -> Bool {
    guard let question = model[instance[node].field].question, case .itemset = question.choices
    else { return false }
    return change { pass in
      pass.dropsVanished(node) && question.control != .selectOne
        && pass.instance[node].value.isEmpty
    }
  }
}

extension FormSession {
  /// The nodes that a dump prints, in document order: those with nothing below.
  fileprivate func printed() -> [Int32] {
    var found: [Int32] = []
    var waiting = [Instance.root]
    while let node = waiting.popLast() {
      let below = instance[node].children.filter { !model[instance[$0].field].isAttribute }
      if below.isEmpty, !hasTemplateBelow(node) { found.append(node) }
      waiting += below.reversed()
    }
    return found
  }

  /// Whether JavaRosa keeps the template of a repeat below a node: it does so outside of repeats.
  private func hasTemplateBelow(_ node: Int32) -> Bool {
    var place = node
    while place >= 0 {
      if model[instance[place].field].isRepeat { return false }
      place = instance[place].parent
    }
    return model[instance[node].field].children.contains { model[$0].isRepeat }
  }
}
