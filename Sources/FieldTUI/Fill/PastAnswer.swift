import OfflineStore
import SurveyForms

/// An answer of a draft that a newer version of its form has no place for, in words.
enum PastAnswer {
  static func words(
    of answer: FormMove.Answer, in session: FormSession, _ setting: QuestionSetting
  ) -> String {
    let entry = PageEntry(path: answer.path, kind: .question(answer.question), headings: [])
    return ShownAnswer.lines(of: entry, in: session, setting).joined(separator: " ")
  }

  /// What the draft's history says of what was lost in a move.
  static func history(
    of move: FormMove, from session: FormSession, _ setting: QuestionSetting
  ) -> [FormerVersion.Answer] {
    move.lost.map { answer in
      FormerVersion.Answer(
        question: session.label(answer.path), answer: words(of: answer, in: session, setting))
    }
  }

  /// What was typed and not taken at questions that the newer version does not ask.
  static func texts(
    _ pending: [PendingText], of move: FormMove, from session: FormSession,
    _ setting: QuestionSetting
  ) -> [FormerVersion.Answer] {
    let asked = move.session.askedPaths
    let questions = session.sections().flatMap(\.items)
    return pending.filter { !asked.contains($0.path) }.map { text in
      let question = questions.first { $0.path == text.path }?.question
      return FormerVersion.Answer(
        question: session.label(text.path), answer: words(of: text.text, question, setting))
    }
  }

  private static func words(
    of text: String, _ question: Question?, _ setting: QuestionSetting
  ) -> String {
    let isPrivate: Bool
    switch question.map({ QuestionKind($0, choiceCount: 0) }) {
    case .nationalID?, .text(.masked)?, nil: isPrivate = true
    default: isPrivate = false
    }
    return FormPhrase.notTaken(isPrivate ? "" : text).text(in: setting.language)
  }
}

extension FormSession {
  /// The paths of the questions that are asked now.
  var askedPaths: Set<String> { Set(sections().flatMap(\.items).map(\.path)) }
}
