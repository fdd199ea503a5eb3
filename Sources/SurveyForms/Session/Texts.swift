import XPath

extension Pass {
  /// The words of a label or message at a node, in the session's language.
  func text(_ text: LocalizedText?, at node: Int32, form name: String = "") -> String? {
    switch text {
    case nil: return nil
    case .pieces(let pieces): return self.text(of: pieces, at: node)
    case .translation(let id):
      return form.translations.pieces(id, form: name, in: language).map {
        self.text(of: $0, at: node)
      }
    case .value(let expression): return value(expression, at: node)
    }
  }

  /// Pads in the XML are for the eyes of its writer, so they become one space; lines stay lines.
  func text(of pieces: [TextPiece], at node: Int32) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .output(let expression): text += value(expression, at: node)
      }
    }
    return collapsed(text)
  }

  /// What an `output` shows; nothing where the form's expression has no value.
  private func value(_ expression: Expression, at node: Int32) -> String {
    let outer = textNode
    textNode = node
    defer { textNode = outer }
    if isForReading, let shown = shown(expression, at: node) { return shown }
    // A label is shown with a gap rather than not at all; the fault is found where it is computed.
    guard let value = try? evaluator.scalar(expression, at: Pass.id(node)) else { return "" }
    return value.scalarText
  }

  /// What a reader sees of a single answer; nil of anything else that a form works out.
  private func shown(_ expression: Expression, at node: Int32) -> String? {
    guard case .nodes(let ids)? = try? evaluator.evaluate(expression, at: Pass.id(node)),
      ids.count == 1, let answer = ids.first.flatMap({ self.node($0) }),
      instance.isRelevant(answer)
    else { return nil }
    let field = form[instance[answer].field]
    let value = instance[answer].value
    guard !value.isEmpty else { return "" }
    let text = value.text(zoneOffset: environment.zoneOffset)
    if let words = wording?.words(text, value.type ?? field.binding.type, field.question) {
      return words
    }
    // A designer may calculate styling. What a person answered is no styling, whatever its signs.
    let isAnswered = field.question.map { !$0.isAlwaysReadonly } ?? false
    let plain = value.forExpressions.scalarText
    return isAnswered ? plain.escapedForStyling : plain
  }
}
