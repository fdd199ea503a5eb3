import SurveyForms
import TerminalKit

/// Taking back the latest answers, and giving them again; each says what it did, where it was done.
extension FillScreen {
  static func undo(_ model: inout Model) -> [Effect] {
    if model.editor.undo() {
      model.notice = .form(.typingUndone)
      return []
    }
    // A secret text and words to find have no history: all of it goes.
    if model.editor.isDirty {
      model.dropUntaken()
      model.startEditing()
      model.notice = .form(.typingCleared)
      return []
    }
    guard let step = model.steps.popLast() else {
      model.notice = .nothingToUndo
      return []
    }
    model.undone.append(Step(session: model.session, place: step.place, deed: step.deed))
    return restore(step, in: &model, isUndo: true)
  }

  static func redo(_ model: inout Model) -> [Effect] {
    if var typed = model.editor.typed, TypedAnswer.redo(&typed) {
      model.editor.typed = typed
      model.notice = .form(.typingRedone)
      return []
    }
    guard !model.editor.isDirty, let step = model.undone.popLast() else {
      model.notice = .form(.nothingToRedo)
      return []
    }
    model.steps.append(Step(session: model.session, place: step.place, deed: step.deed))
    return restore(step, in: &model, isUndo: false)
  }

  private static func restore(_ step: Step, in model: inout Model, isUndo: Bool) -> [Effect] {
    var (left, reached) = (model.session, step.session)
    left.speak(model.language)
    reached.speak(model.language)
    model.notice = .form(step.words(from: left, to: reached, model.setting, isUndo: isUndo))
    model.audit?.noteChanges(from: model.session, to: step.session)
    model.session = reached
    model.refresh()
    let notice = model.notice
    if !model.jump(to: step.place) { model.startEditing() }
    model.notice = notice
    return [.save(snapshot(of: &model))]
  }
}

extension FillScreen.Step {
  /// What going from one state to the other does, in words.
  fileprivate func words(
    from left: FormSession, to reached: FormSession, _ setting: QuestionSetting, isUndo: Bool
  ) -> FormPhrase {
    switch deed {
    case .added(let name): isUndo ? .undidAdding(name) : .redidAdding(name)
    case .removed(let name): isUndo ? .undidRemoving(name) : .redidRemoving(name)
    case .filledAddress: isUndo ? .undidAddress : .redidAddress
    case .answered(let entry):
      answerWords(entry, from: left, to: reached, setting, isUndo: isUndo)
    }
  }

  private func answerWords(
    _ entry: PageEntry, from left: FormSession, to reached: FormSession,
    _ setting: QuestionSetting, isUndo: Bool
  ) -> FormPhrase {
    func shown(_ session: FormSession) -> String {
      let lines = ShownAnswer.lines(of: entry, in: session, setting)
      return TextWidth.clip(lines.joined(separator: " "), to: 28)
    }
    var label = reached.label(entry.path)
    if case .place = entry.kind { label = FillPhrase.place.text(in: setting.language) }
    let question = TextWidth.clip(label, to: 28)
    return isUndo
      ? .undid(question, shown(left), shown(reached))
      : .redid(question, shown(reached))
  }
}

extension FillScreen.Model {
  /// Keeps a state to go back to; of a long record fewer, for each is a copy of all its answers.
  mutating func remember(_ step: FillScreen.Step) {
    steps = steps.suffix(max(10, min(99, 100_000 / max(1, session.size)))) + [step]
    stepNumber += 1
    undone = []
  }
}
