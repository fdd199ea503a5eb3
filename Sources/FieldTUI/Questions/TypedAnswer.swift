import TerminalKit
import ThaiText

/// A field whose text is understood when the person goes on.
///
/// Questions that are typed differ in how they read the text; the keys are the same for all. A text
/// that cannot be read stays in the field with the reason.
enum TypedAnswer {
  struct Model: Equatable, Sendable {
    let path: String
    var field: TextField.Model
    /// The text that stood there before, as shown.
    var accepted: String
    var problem: FillPhrase?
    /// Whether the first letter typed takes the place of what stands there, as half of an old day or
    /// number is neither the old nor the new one.
    let isReplacedByTyping: Bool
    /// How digits typed on the Thai number row are read; nil where words are typed.
    var row: NumberRow?

    init(
      path: String, text: String, limit: Int = 1_000, isReplacedByTyping: Bool = false,
      isSecret: Bool = false, separators: String? = nil
    ) {
      self.path = path
      self.isReplacedByTyping = isReplacedByTyping
      field = TextField.Model(text, isSecret: isSecret, limit: limit)
      accepted = text
      row = separators.map(NumberRow.init)
    }

    /// Whether what stands in the field was typed as Thai letters.
    var isTranslated: Bool { row?.isTranslating ?? false }

    var isDirty: Bool { field.text != accepted }

    /// Whether the cursor still stands behind the text that was there before.
    fileprivate var isUntouched: Bool {
      !isDirty && !field.text.isEmpty && field.cursor == field.text.unicodeScalars.count
    }
  }

  /// Takes a key; `read` turns the text into the value to keep, or says why it cannot.
  static func update(
    _ model: inout Model, _ key: Key, read: (String) throws(FillPhrase) -> String
  ) -> [QuestionEffect] {
    switch key {
    case .enter, .tab, .down: return leave(&model, .goOn, read)
    case .backTab, .up: return leave(&model, .goBack, read)
    default: break
    }
    if case .character = key, model.isReplacedByTyping, model.isUntouched {
      _ = TextField.write(&model.field, .control("a"))
    }
    if model.row?.take(key, into: &model.field) == true {
      model.problem = nil
      return []
    }
    switch TextField.write(&model.field, key) {
    case .changed: model.problem = nil
    case .refusedMark: refuse(.markWithoutLetter, in: &model)
    case .full(let excess): refuse(.tooLong(excess), in: &model)
    case .moved, .ignored: break
    }
    return []
  }

  private static func refuse(_ problem: FillPhrase, in model: inout Model) {
    model.problem = problem
    // The key that was refused is none of those that were pressed.
    model.row?.forget()
  }

  /// Puts another text into the field, as if it had been typed.
  static func replace(_ model: inout Model, with text: String) {
    TextField.overwrite(&model.field, with: text)
    model.problem = nil
  }

  /// Takes back the last words typed in the field; false when there are none.
  static func undo(_ model: inout Model) -> Bool {
    guard TextField.write(&model.field, .control("z")) == .changed else { return false }
    model.row?.forget()
    model.problem = nil
    return true
  }

  /// Types again what was taken back last; false when there is nothing.
  static func redo(_ model: inout Model) -> Bool {
    guard TextField.write(&model.field, .control("y")) == .changed else { return false }
    model.row?.forget()
    model.problem = nil
    return true
  }

  private static func leave(
    _ model: inout Model, _ direction: QuestionEffect, _ read: (String) throws(FillPhrase) -> String
  ) -> [QuestionEffect] {
    guard model.isDirty else { return [direction] }
    let typed = ThaiNormalization.normalize(model.field.text)
    do {
      let value = typed.isEmpty ? "" : try read(typed)
      model.accepted = model.field.text
      model.problem = nil
      return [.answer([Answer(path: model.path, text: value)]), direction]
    } catch {
      model.problem = error
      return []
    }
  }
}
