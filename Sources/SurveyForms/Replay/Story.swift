package import XPath

/// A record driven as a test tells a story: answer this, expect that.
///
/// It answers as JavaRosa does: what breaks a rule is refused, and the old value stays.
package struct Story {
  package enum Outcome: String {
    case ok, required, constraint
  }

  /// What is known of a node at one moment.
  package struct Facts {
    package let value: String
    package let isRelevant: Bool
    package let isReadonly: Bool
    package let isRequired: Bool
    package let label: String
    package let choices: [Choice]
  }

  private let form: FormDefinition
  private let environment: SessionEnvironment
  private var session: FormSession

  package init(_ form: FormDefinition, environment: SessionEnvironment) {
    self.form = form
    self.environment = environment
    session = FormSession(form, environment: environment)
  }

  /// Answers as a person does; nil when there is no such node.
  package mutating func answer(_ path: String, _ text: String) -> Outcome? {
    guard let node = session.node(path) else { return nil }
    // A text that is no value of its type is an answer to JavaRosa all the same.
    let value = session.unchecked(text, at: node) ?? .text(text)
    var tried = session
    tried.instance[node].value = value
    if !text.isEmpty, case .constraint = tried.problem(at: node, in: tried.look()) {
      return .constraint
    }
    _ = session.put(value, at: node)
    return .ok
  }

  /// Appends an instance: `/data/house[2]/person`.
  package mutating func addRepeat(_ path: String) -> Bool {
    guard let (parent, field) = session.repeating(path) else { return false }
    _ = session.add(field, below: parent)
    return true
  }

  package mutating func removeRepeat(_ path: String) -> Bool {
    guard let node = session.node(path), session.model[session.instance[node].field].isRepeat
    else { return false }
    _ = session.remove(node)
    return true
  }

  package mutating func speak(_ language: String) { session.language = language }

  /// Begins another record of the same form.
  package mutating func reset() { session = FormSession(form, environment: environment) }

  /// Writes the draft and opens it again.
  package mutating func saveAndReload() throws(DraftProblem) {
    let language = session.language
    session = try FormSession(form, draft: session.draft(), environment: environment)
    session.language = language
  }

  /// Stamps the end, as finishing does.
  package mutating func finish() { session.change { pass in pass.stampEnd() } }

  package func facts(_ path: String) -> Facts? {
    guard let node = session.node(path) else { return nil }
    let holder = session.instance[node]
    return Facts(
      value: session.value(path), isRelevant: session.instance.isRelevant(node),
      isReadonly: session.instance.isReadonly(node), isRequired: holder.isRequired,
      label: session.markup(ofLabel: path), choices: session.choices(path))
  }

  package func count(_ path: String) -> Int { session.count(ofRepeat: path) }

  /// The first problem of the record, in the order of its questions.
  package func firstProblem() -> (path: String, outcome: Outcome)? {
    session.problems().first.map { problem in
      switch problem.problem {
      case .required: (problem.path, .required)
      case .constraint: (problem.path, .constraint)
      }
    }
  }

  /// Every node of the record but attributes, in document order.
  package func nodes() -> [(path: String, value: String, isRelevant: Bool)] {
    session.instance.nodes.indices.map(Int32.init).filter { node in
      session.instance.isInRecord(node) && !session.model[session.instance[node].field].isAttribute
    }.map { node in
      let path = session.instance.localPath(of: node, in: session.model)
      let value = session.instance[node].value.text(zoneOffset: environment.zoneOffset)
      return (path, value, session.instance.isRelevant(node))
    }
  }

  /// What is sent, without the time of finishing unless ``finish()`` was called.
  package func submission() -> [UInt8] {
    var writer = RecordWriter(session, for: .submission)
    return writer.write()
  }

  /// Evaluates an expression at a node; what the record's nodes are is asked of the evaluator.
  package func evaluate(
    _ source: String, at path: String?
  ) throws -> (value: XPathValue, evaluator: Evaluator) {
    let expression = try Parser.parse(source)
    let evaluator = session.look().evaluator
    let node = path.flatMap(session.node).map(Pass.id) ?? NodeID(0)
    return (try evaluator.evaluate(expression, at: node), evaluator)
  }
}

extension Instance {
  /// Whether the node is still linked to the root.
  fileprivate func isInRecord(_ node: Int32) -> Bool {
    var place = node
    while place != Instance.root {
      let parent = self[place].parent
      guard self[parent].children.contains(place) else { return false }
      place = parent
    }
    return true
  }
}
