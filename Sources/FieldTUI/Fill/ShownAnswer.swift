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
      if let area = setting.areas?.area(value), question.choosesAreas {
        return area.name(in: setting.language)
      }
      let names =
        question.control == .selectOne
        ? [value] : value.split(separator: " ").map(String.init)
      return session.labels(of: names, at: path).joined(separator: ", ")
    case .trigger: return TriggerQuestion.text(isDone: true, in: setting.language)
    case .upload: return FormPhrase.fileKept(value).text(in: setting.language)
    case .input where question.itemset != nil:
      return session.labels(of: [value], at: path).joined()
    case .input, .range, .secret: return typed(value, question, setting.language)
    }
  }

  private static func phone(_ value: String) -> String {
    let number = PhoneNumber(value)
    return number.kind == nil || number.hasOtherWords ? value : number.grouped
  }

  private static func typed(_ value: String, _ question: Question, _ language: Language) -> String {
    switch QuestionKind(question, choiceCount: 0) {
    case .nationalID: NationalIDQuestion.masked(value)
    case .date(let precision): DateQuestion.shown(value, in: language, precision: precision)
    case .truth: (value == "1" ? FormPhrase.yes : .no).text(in: language)
    case .text(.masked): FormPhrase.masked.text(in: language)
    case .text(.place(let kind)):
      Coordinates.words(value, as: kind)?.text(in: language) ?? value
    case .number(_, groupsThousands: true): Digits.grouped(PlainNumber.text(value))
    case .number, .range: PlainNumber.text(value)
    case .text(.phone): phone(value)
    case .text(.time): String(value.prefix(5))
    case .text, .choice, .longChoice, .manyChoices, .manyFound, .rank, .trigger,
      .file:
      value
    }
  }
}
