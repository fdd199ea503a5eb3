import XPath

extension FormSession {
  /// The answer as records have it; "" for none, also of a question that is hidden and was answered.
  public func value(_ path: String) -> String {
    node(path).map { instance[$0].value.text(zoneOffset: environment.zoneOffset) } ?? ""
  }

  /// Whether the question is asked now.
  public func isRelevant(_ path: String) -> Bool { node(path).map(instance.isRelevant) ?? false }

  public func isRequired(_ path: String) -> Bool {
    node(path).map { instance[$0].isRequired } ?? false
  }

  /// Whether the question is locked, by itself or by what it stands in.
  public func isReadonly(_ path: String) -> Bool { node(path).map(instance.isReadonly) ?? false }

  /// The question's words in the session's language, with the answers that they mention.
  public func label(_ path: String) -> String { styledLabel(path).plain }

  public func hint(_ path: String) -> String? { styledHint(path)?.plain }

  /// What the designer says to the person who asks, beside the question: the hint's `guidance`.
  public func guidance(_ path: String) -> String? { styledGuidance(path)?.plain }

  /// The question's words with the designer's bold and colours.
  public func styledLabel(_ path: String) -> StyledText {
    StyledText(markup: markup(ofLabel: path, in: look().forReading()))
  }

  public func styledHint(_ path: String) -> StyledText? { styledHint(path, form: "") }

  public func styledGuidance(_ path: String) -> StyledText? { styledHint(path, form: "guidance") }

  /// The question's words as the designer wrote them.
  func markup(ofLabel path: String, in pass: Pass? = nil) -> String {
    guard let node = node(path) else { return "" }
    let field = instance[node].field
    let words = model[field].question?.label ?? model.groupLabels[field]
    return (pass ?? look()).text(words, at: node) ?? ""
  }

  private func styledHint(_ path: String, form name: String) -> StyledText? {
    guard let node = node(path) else { return nil }
    let words = model[instance[node].field].question?.hint
    let text = look().forReading().text(words, at: node, form: name) ?? ""
    return text.isEmpty ? nil : StyledText(markup: text)
  }

  /// What the question offers now, in order, in the session's language, with the
  /// answers that their words mention.
  public func choices(_ path: String) -> [Choice] {
    guard let node = node(path), let question = model[instance[node].field].question else {
      return []
    }
    return look().forReading().choices(of: question, at: node)
  }

  /// How many choices the question offers now, without making their words.
  public func choiceCount(_ path: String) -> Int {
    guard let node = node(path), let question = model[instance[node].field].question else {
      return 0
    }
    return look().count(of: question, at: node)
  }

  /// Why the question offers nothing, if a fault of the form keeps its choices back.
  public func choiceFault(_ path: String) -> FormFault? {
    guard let node = node(path), let question = model[instance[node].field].question else {
      return nil
    }
    let pass = look()
    _ = pass.count(of: question, at: node)
    return pass.faults[question.field].map { FormFault(path: question.path, cause: $0) }
  }

  /// The words of some of the choices, in the order of the names; a name that is not offered now
  /// stands for itself.
  public func labels(of names: [String], at path: String) -> [String] {
    guard let node = node(path), let question = model[instance[node].field].question else {
      return names
    }
    let pass = look().forReading()
    return names.map { name in
      pass.choice(name, of: question, at: node)?.label ?? name
    }
  }

  /// How many instances a repeat has: `/data/person`.
  public func count(ofRepeat path: String) -> Int {
    repeating(path).map { instance.children(of: $0.parent, field: $0.field).count } ?? 0
  }

  /// How many nodes the record has.
  public var size: Int { instance.nodes.count }

  /// The record's name for lists, as the form makes it; "" if it makes none.
  public var instanceName: String { text(of: model.identity.instanceName) }

  /// `uuid:` and the record's own UUID, the same as long as it lives.
  public var instanceID: String { text(of: model.identity.instanceID) }

  private func text(of field: FieldID?) -> String {
    guard let node = field.map(instance.nodes(of:))?.first else { return "" }
    return instance[node].value.text(zoneOffset: environment.zoneOffset)
  }
}
