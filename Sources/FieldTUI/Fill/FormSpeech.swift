import SurveyForms
import TerminalKit

extension FormSession {
  /// Speaks to a person who reads the screens in a language: the form in the same one, unless another was
  /// chosen for it or it has none, and the answers within its words as the screens say them.
  mutating func speak(_ language: Language, form chosen: String? = nil) {
    let names = definition.languages
    let own = chosen.flatMap { names.contains($0) ? $0 : nil }
    if let name = own ?? FormLanguage.name(of: language, among: names) { self.language = name }
    wording = ValueWording { value, type, question in
      Self.words(for: value, type, question, in: language)
    }
  }

  /// A day or a time as the page shows it when it is an answer.
  private static func words(
    for value: String, _ type: QuestionType, _ question: Question?, in language: Language
  ) -> String? {
    switch type {
    case .date, .dateTime:
      let precision = question.map(DatePrecision.init) ?? (type == .dateTime ? .moment : .day)
      return DateQuestion.shown(value, in: language, precision: precision)
    case .time: return value.prefix(5) + (language == .thai ? " น." : "")
    case .string, .int, .long, .decimal, .boolean, .selectOne, .selectMany, .rank, .geopoint,
      .geotrace, .geoshape, .barcode, .binary, .intent:
      return nil
    }
  }
}
