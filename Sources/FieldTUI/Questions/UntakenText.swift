import TerminalKit

/// What stands in an editor and is no answer yet.
extension QuestionEditor {
  var isDirty: Bool { untaken != nil }

  /// What was typed, as it can be put back: the text, the words to look for, the numbers in the boxes.
  var untaken: String? {
    if let typed { return typed.isDirty ? typed.field.text : nil }
    if case .rank(let model) = self { return model.isDirty ? model.ranking.text : nil }
    return sought.isEmpty ? nil : sought
  }

  /// Whether the text may be shown where the question is not in focus.
  var isPrivate: Bool {
    if case .nationalID = self { return true }
    return typed?.field.isSecret == true
  }

  /// Puts back what was typed before, with the cursor behind it.
  mutating func restore(_ text: String, _ setting: QuestionSetting) {
    if var typed {
      TypedAnswer.replace(&typed, with: text)
      self.typed = typed
    } else if case .rank(var model) = self {
      RankQuestion.restore(text, in: &model)
      self = .rank(model)
    } else if !text.isEmpty {
      _ = update(.paste(text), setting)
    }
  }

  /// Accepts what was typed, if it can be an answer, and asks to go on.
  mutating func leave(_ setting: QuestionSetting) -> [QuestionEffect] {
    guard case .rank(var model) = self else { return update(.tab, setting) }
    defer { self = .rank(model) }
    return RankQuestion.leave(&model, .goOn)
  }

  /// Takes the last change back that was made in it; false when there is none to take back alone.
  mutating func undo() -> Bool {
    if var typed, TypedAnswer.undo(&typed) {
      self.typed = typed
      return true
    }
    guard case .rank(var model) = self, RankQuestion.undo(&model) else { return false }
    self = .rank(model)
    return true
  }

  /// Takes note that what was to be the answer is none; `standing` is the editor of the answer.
  mutating func refuse(standing: QuestionEditor) {
    if case .rank(var model) = self, case .rank(let standing) = standing {
      model.accepted = standing.accepted
      self = .rank(model)
    } else {
      typed?.accepted = standing.typed?.accepted ?? ""
    }
  }

  /// Shows the choices in another language, with the numbers before them as they are.
  mutating func relabel(from other: QuestionEditor) {
    guard case .rank(var model) = self, case .rank(let other) = other else { return }
    model.choices = other.choices
    self = .rank(model)
  }
}
