import SurveyForms
import TerminalKit

/// The first digit after the review led to a question.
///
/// F9, Enter, 1 finishes an ordinary survey. Where the review begins at a remark or a warning the same
/// three keys lead to a question, and the 1 is meant for a box that is not there: it is held back, and
/// said. Whoever means it types on, or presses it again.
extension FillScreen {
  enum AfterReview: Equatable, Sendable {
    case came
    /// A digit that was not taken yet.
    case held(Key)
  }

  /// What a key does that is held back; nil for one that is taken as always.
  static func guardAfterReview(_ key: Key, in model: inout Model) -> [Effect]? {
    guard let state = model.afterReview else { return nil }
    model.afterReview = nil
    switch state {
    case .came:
      guard model.pressed?.time != nil, let digit = key.digit, digit == 1 || digit == 2,
        let phrase = model.phrase(holdingBack: digit)
      else { return nil }
      model.afterReview = .held(key)
      model.notice = .form(phrase)
      return []
    case .held(let held):
      // Text goes on with what was held back; a choice is made by the second press alone.
      guard model.editor.takesText, case .character = key else { return nil }
      return pressOnPage(held, in: &model) + pressOnPage(key, in: &model)
    }
  }
}

extension FillScreen.Model {
  /// What is said of a digit that is held back; nil where it could do no harm.
  fileprivate func phrase(holdingBack digit: Int) -> FormPhrase? {
    guard editor != .inert else { return nil }
    guard editor.takesText else { return .pressAgain(digit) }
    let isAnswered = entry?.covers.contains { !session.value($0).isEmpty } ?? false
    return isAnswered ? .typeOn(digit) : nil
  }
}

extension QuestionEditor {
  /// Whether a digit is a letter of a text, which is no answer before one goes on.
  fileprivate var takesText: Bool {
    switch self {
    case .longChoice, .manyFound, .place: true
    case .text, .number, .nationalID, .date, .range, .file: true
    case .choice, .manyChoices, .rank, .trigger, .inert: false
    }
  }
}
