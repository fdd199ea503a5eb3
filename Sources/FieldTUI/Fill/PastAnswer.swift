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
}
