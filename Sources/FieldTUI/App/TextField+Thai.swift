import TerminalKit
import ThaiText

extension TextField {
  /// Takes a key in a field for words, whose spelling is mended as it is typed.
  static func write(_ model: inout Model, _ key: Key) -> Outcome {
    update(&model, key) { ThaiNormalization.normalize($0, keepingEnds: true) }
  }

  /// Puts another text in the place of all that was typed, as a change that can be undone.
  static func overwrite(_ model: inout Model, with text: String) {
    _ = write(&model, .control("a"))
    _ = write(&model, text.isEmpty ? .delete : .paste(text))
  }
}
