import SurveyForms
import ThaiText

/// What the papers of a pile have in common, kept as long as the same person works: the day of the
/// survey, as it was last given in a new record.
struct PaperPile: Equatable, Sendable {
  private(set) var person: Int64?
  private(set) var day: CivilDate?

  /// Remembers the day that a new record says, once it may stand there.
  mutating func learn(from session: FormSession, of person: Int64?) {
    guard let path = session.path(of: .surveyDate), session.problem(at: path) == nil,
      let day = CivilDate(iso: session.value(of: .surveyDate))
    else { return }
    (self.person, self.day) = (person, day)
  }

  /// The day for the next record of a person.
  func day(for person: Int64?) -> CivilDate? { person == self.person ? day : nil }
}

extension FillScreen.Model {
  /// Begins with the day of the papers before it, and says so.
  mutating func take(_ day: CivilDate) {
    guard let path = session.path(of: .surveyDate), session.value(path).isEmpty else { return }
    // A form that asks for something else than a day keeps its question open.
    guard (try? session.answer(path, day.iso)) != nil else { return }
    refresh()
    startEditing()
    notice = .form(.sameDay(day))
  }
}
