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

  /// Pads and breaks of lines in the XML are for the eyes of its writer, so they become one space.
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
    // A label is shown with a gap rather than not at all; the fault is found where it is computed.
    guard let value = try? evaluator.scalar(expression, at: Pass.id(node)) else { return "" }
    return value.scalarText
  }
}
