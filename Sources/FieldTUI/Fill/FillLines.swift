import SurveyForms

/// What a line of text does to a form in one step: a whole answer, or a move.
extension FillScreen {
  enum Line: Equatable, Sendable {
    /// Keeps these answers together, so that one undo takes all of them back.
    case answer([Answer], goesOn: Bool)
    case goOn, goBack, nextFlagged
    /// Goes to the question with this path.
    case goTo(String)
    /// Adds an instance to the repeat with this path.
    case add(String)
  }

  static func take(_ line: Line, in model: inout Model) -> [Effect] {
    model.notice = nil
    let known = model.faults
    defer { model.say(newIn: known) }
    switch line {
    case .answer(let answers, let goesOn): return keep(answers, goesOn: goesOn, in: &model)
    case .goOn: return apply([.goOn], in: &model)
    case .goBack: return apply([.goBack], in: &model)
    case .nextFlagged:
      model.overlay = nil
      model.mayCallAllMissing()
      model.jumpToFlagged()
    case .goTo(let path):
      model.overlay = nil
      model.jump(to: path)
    case .add(let path): return addInstance(of: path, in: &model)
    }
    return []
  }

  private static func keep(
    _ answers: [Answer], goesOn: Bool, in model: inout Model
  ) -> [Effect] {
    let path = model.entry?.path
    let effects = apply([.answer(answers)] + (goesOn ? [.goOn] : []), in: &model)
    // The field shows what is kept now, also where the page stays at the question.
    if model.entry?.path == path, !effects.isEmpty { model.startEditing() }
    return effects
  }
}

extension FillScreen.Model {
  /// From now on every missing answer may be called a problem, as in the review.
  mutating func mayCallAllMissing() { asked.formUnion(problems.keys) }
}
