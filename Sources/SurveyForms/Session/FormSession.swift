import XPath

/// One record while it is filled in: a form, and the answers so far.
///
/// A value. A copy is a step back to return to, and two sessions share nothing. Paths carry a
/// position where a repeat is, `/data/person[2]/age`; a position that is left out is the first.
public struct FormSession: Sendable {
  public let definition: FormDefinition
  let environment: SessionEnvironment
  var instance: Instance
  /// Rules of the form that could not be worked out, by the field they belong to.
  var faults: [FieldID: EvaluationError] = [:]

  /// The language of labels, choices and messages; a name that the form lacks shows the default.
  public var language: String
  /// How the words of the form say the answers that they mention; nil says them as records have them.
  public var wording: ValueWording?

  /// Begins a record: defaults, preloads, first-load actions and every calculation.
  public init(_ form: FormDefinition, environment: SessionEnvironment) {
    self.init(empty: form, environment: environment)
    change { pass in
      pass.mostWork *= 5
      _ = pass.build(form.model.template, below: -1)
      pass.instance.listNodes()
      pass.preload()
      _ = pass.fire(.firstLoad)
      _ = pass.fire(.load)
      pass.runAll()
      _ = pass.settleIfAtOnce(after: Set(form.model.order.rules.indices), and: [])
    }
  }

  /// Opens saved bytes again: what ``draft()`` wrote, or a submission that was sent back.
  ///
  /// - Throws: ``DraftProblem``; a draft of another version of the form is refused too.
  public init(
    _ form: FormDefinition, draft: [UInt8], environment: SessionEnvironment
  ) throws(DraftProblem) {
    let saved = try SavedRecord(draft, of: form)
    self.init(empty: form, environment: environment)
    change { pass in
      pass.mostWork *= 5
      pass.open(saved)
      _ = pass.fire(.load)
      pass.runAll()
      _ = pass.settleIfAtOnce(after: Set(form.model.order.rules.indices), and: [])
    }
  }

  /// The same record as it was before the first answer: defaults, preloads and calculations alone.
  public func asBegun() -> FormSession { FormSession(definition, environment: environment) }

  init(empty form: FormDefinition, environment: SessionEnvironment) {
    definition = form
    self.environment = environment
    instance = Instance(fieldCount: form.model.fields.count)
    language = form.defaultLanguage ?? form.languages.first ?? ""
  }
}

extension FormSession {
  var model: FormModel { definition.model }

  /// Runs a change with the record taken out of the session, so that it is never copied.
  @discardableResult
  mutating func change<T>(_ body: (Pass) throws -> T) rethrows -> T {
    let pass = Pass(self, taking: instance)
    pass.faults = faults
    instance = Instance(fieldCount: 0)
    defer {
      instance = pass.instance
      faults = pass.faults
    }
    return try body(pass)
  }

  /// Looks at the record without changing it.
  func look() -> Pass { Pass(self, taking: instance) }

  func node(_ path: String) -> Int32? { instance.node(at: path, in: model) }
}

extension Pass {
  /// Clears vanished choices, unless the session waits until they are looked at.
  func settleIfAtOnce(after rules: Set<Int>, and changed: [FieldID]) -> [Int32] {
    switch environment.clearing {
    case .atOnce: settleChoices(after: rules, and: changed)
    case .whenAsked: []
    }
  }
}
