import SurveyForms
import TerminalKit
import ThaiText

/// An answer in words, as the page shows it out of focus and as the review lists it.
enum ShownAnswer {
  /// The answer in one or more lines; none when there is no answer.
  static func lines(
    of entry: PageEntry, in session: FormSession, _ setting: QuestionSetting
  ) -> [String] {
    switch entry.kind {
    case .note, .warning, .addAnother: return []
    case .place(let paths):
      let code = session.value(paths.subdistrict)
      return code.isEmpty ? [] : [PlaceQuestion.text(of: code, setting)]
    case .rank:
      guard case .rank(let model) = FillEditors.editor(of: entry, in: session, setting) else {
        return []
      }
      return RankQuestion.lines(model, in: setting.language)
    case .question(let question):
      let value = session.value(entry.path)
      return value.isEmpty ? [] : [text(value, question, entry.path, session, setting)]
    }
  }

  private static func text(
    _ value: String, _ question: Question, _ path: String, _ session: FormSession,
    _ setting: QuestionSetting
  ) -> String {
    switch question.control {
    case .selectOne, .selectMany, .rank:
      if let area = setting.areas?.area(value), question.itemset?.instance == "thai-areas" {
        return area.name(in: setting.language)
      }
      let names = value.split(separator: " ").map(String.init)
      let choices = session.choices(path)
      return names.map { name in choices.first { $0.name == name }?.label ?? name }
        .joined(separator: ", ")
    case .trigger: return TriggerQuestion.text(isDone: true, in: setting.language)
    case .upload: return value
    case .input, .range, .secret: return typed(value, question, setting.language)
    }
  }

  private static func typed(_ value: String, _ question: Question, _ language: Language) -> String {
    switch QuestionKind(question, choiceCount: 0) {
    case .nationalID: NationalIDQuestion.masked(value)
    case .date: DateQuestion.shown(value, in: language)
    case .number(_, groupsThousands: true): Digits.grouped(value)
    case .text(.phone): PhoneNumber(value).kind == nil ? value : PhoneNumber(value).grouped
    case .text(.time): String(value.prefix(5))
    case .text, .number, .choice, .longChoice, .manyChoices, .rank, .trigger, .unanswerable: value
    }
  }
}
