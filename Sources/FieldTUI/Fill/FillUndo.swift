import SurveyForms
import TerminalKit

/// Taking back the latest answers, and giving them again.
extension FillScreen {
  static func undo(_ model: inout Model) -> [Effect] {
    if model.editor.undo() { return [] }
    // A secret text and words to find have no history: all of it goes.
    if model.editor.isDirty {
      model.dropUntaken()
      model.startEditing()
      return []
    }
    guard let step = model.steps.popLast() else {
      model.notice = .nothingToUndo
      return []
    }
    model.audit?.noteChanges(from: model.session, to: step.session)
    model.session = step.session
    model.speak(model.language)
    model.refresh()
    model.jump(to: step.place)
    model.notice = .undone
    return [.save(snapshot(of: &model))]
  }
}

extension FillScreen.Model {
  /// Keeps a state to go back to; of a long record fewer, for each is a copy of all its answers.
  mutating func remember(_ step: FillScreen.Step) {
    steps = steps.suffix(max(10, min(99, 100_000 / max(1, session.size)))) + [step]
    stepNumber += 1
  }
}
