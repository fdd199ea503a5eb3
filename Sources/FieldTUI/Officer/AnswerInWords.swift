import SurveyForms
import TerminalKit
import ThaiText

/// An answer of a record in the words of its form, in one language.
struct AnswerInWords {
  let session: FormSession
  let language: Language

  /// A session speaks a language of the form; one that the form lacks is replaced by its own.
  init(_ session: FormSession, in language: Language) {
    var session = session
    session.language = session.definition.defaultLanguage ?? ""
    session.speak(language)
    self.session = session
    self.language = language
  }

  func label(_ item: QuestionItem) -> String {
    let label = session.label(item.path)
    return (item.headings + [label]).joined(separator: " › ")
  }

  /// What was answered; nil when nothing was.
  func answer(_ item: QuestionItem) -> String? {
    let value = session.value(item.path)
    guard !value.isEmpty else { return nil }
    switch item.question.control {
    case .selectOne: return choice(value, of: item.path)
    case .input where item.question.itemset != nil: return choice(value, of: item.path)
    case .selectMany: return chosen(value, of: item.path).joined(separator: ", ")
    case .rank: return ranked(value, item)
    case .trigger: return Label("รับทราบแล้ว", "acknowledged").text(in: language)
    case .input, .range, .secret, .upload: return typed(value, item.question)
    }
  }

  private func typed(_ value: String, _ question: Question) -> String {
    switch question.type {
    case .date: return day(value)
    case .dateTime: return day(value) + " " + value.dropFirst(11).prefix(5)
    case .int, .long, .decimal:
      let number = PlainNumber.text(value)
      return question.appearance.has("thousands-sep") ? Digits.grouped(number) : number
    case .string, .boolean, .time, .selectOne, .selectMany, .rank, .geopoint, .geotrace,
      .geoshape, .barcode, .binary, .intent:
      return value
    }
  }

  private func day(_ value: String) -> String {
    guard let day = CivilDate(iso: value) else { return value }
    return language == .thai ? BuddhistDate.full(day) : BuddhistDate.english(day)
  }

  private func choice(_ name: String, of path: String) -> String {
    session.labels(of: [name], at: path).first ?? name
  }

  private func chosen(_ value: String, of path: String) -> [String] {
    session.labels(of: value.split(separator: " ").map(String.init), at: path)
  }

  /// The ranked items with their places; of a ranking that may stop early, those that were ranked.
  private func ranked(_ value: String, _ item: QuestionItem) -> String {
    let all = chosen(value, of: item.path)
    let isSubset = item.question.appearance.has("ranked-subset")
    let wanted = isSubset ? item.countPath.flatMap { Int(session.value($0)) } : nil
    return all.prefix(wanted ?? all.count).enumerated()
      .map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
  }
}
