import SurveyForms
import TerminalKit

extension FillScreen {
  /// Does what the question in focus asked for: keeps answers first, then moves.
  static func apply(_ asked: [QuestionEffect], in model: inout Model) -> [Effect] {
    var effects: [Effect] = []
    var isNew = false
    for request in asked {
      switch request {
      case .answer(let answers):
        guard keep(answers, in: &model) else { return effects }
        isNew = true
        let isCleared = answers.allSatisfy(\.text.isEmpty)
        model.chosen =
          isCleared ? .form(.wasCleared) : .chosen(in: model.editor, model.setting)
        for answer in answers {
          guard let source = answer.source else { continue }
          effects.append(
            .attach(model.record, path: answer.path, name: answer.text, source: source))
        }
        effects.append(.save(snapshot(of: &model)))
      case .say(let phrase): model.notice = phrase
      case .goOn:
        model.setAside()
        goOn(&model, isNew: isNew)
      case .goBack:
        model.setAside()
        markAsked(&model)
        if !model.holdsForWarning() { model.goBack() }
      }
    }
    return effects
  }

  /// Puts answers into the session; false when one is refused, which stays in its field.
  private static func keep(_ answers: [Answer], in model: inout Model) -> Bool {
    guard let entry = model.entry else { return false }
    let step = Step(session: model.session, place: entry.path, deed: .answered(entry))
    let known = model.warnings
    var changes = Changes()
    do throws(AnswerProblem) {
      for answer in answers { changes.add(try model.session.answer(answer.path, answer.text)) }
    } catch {
      model.session = step.session
      if model.editor.typed == nil { model.notice = phrase(for: error) }
      model.editor.typed?.problem = phrase(for: error)
      model.editor.refuse(standing: model.standingEditor)
      return false
    }
    model.dropUntaken()
    model.remember(step)
    model.refresh(after: changes)
    model.noteRaised(known: known)
    return true
  }

  static func phrase(for problem: AnswerProblem) -> FillPhrase {
    switch problem {
    // Letters were refused before: what is left is a number that has no room.
    case .wrongType(.int): NumberPhrase.tooLarge.asFillPhrase
    case .wrongType(.long): NumberPhrase.tooManyDigits.asFillPhrase
    case .wrongType(.decimal): .notANumber
    case .wrongType(.date): .noSuchDay
    case .wrongType(.time): .notATime
    case .wrongType: .wrongType
    case .notOffered: .notOffered
    case .readonly, .notOpen, .noSuchQuestion: .locked
    }
  }

  /// Goes on, except once from a question that has a problem or raised a warning, which is then shown.
  private static func goOn(_ model: inout Model, isNew: Bool) {
    // What stands there and is no answer has held the question already.
    if model.editor.isDirty {
      markAsked(&model)
      return model.goOn()
    }
    let paths = model.entry?.covers ?? []
    let isFirstTime = !paths.allSatisfy(model.asked.contains)
    markAsked(&model)
    for path in paths {
      switch model.problems[path] {
      case .constraint where isNew: model.notice = .enterAgain
      case .required where isFirstTime: model.notice = .form(.mustAnswerOrGoOn)
      case .constraint, .required, nil: continue
      }
      return
    }
    if !model.holdsForWarning() { model.goOn() }
  }

  /// Takes back an answer whose file could not be kept: a name without its file is no answer.
  static func takeBack(
    _ path: String, because reason: Label, in model: inout Model
  ) -> [Effect] {
    model.notice = .said(reason)
    do {
      try model.session.answer(path, "")
    } catch {
      // It is not asked any more, and so is not sent either.
      return []
    }
    model.refresh()
    if model.entry?.path == path { model.startEditing() }
    return [.save(snapshot(of: &model))]
  }

  private static func markAsked(_ model: inout Model) {
    model.asked.formUnion(model.entry?.covers ?? [])
  }
}
