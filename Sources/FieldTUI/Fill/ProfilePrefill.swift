package import OfflineStore
package import SurveyForms
import ThaiText

/// The answers that the surveyor's profile gives to every new record.
package enum ProfilePrefill {
  /// Answers what the profile knows and the form asks, and returns the paths so answered.
  ///
  /// A form asks for them by the roles of its questions. What it does not take is left for the person.
  @discardableResult
  package static func apply(_ profile: Profile, to session: inout FormSession) -> Set<String> {
    var tried: Set<String> = []
    // An answer may bring further questions: a community is asked its name, a village its number.
    while let (path, text) = answers(profile, in: session.sections()).first(where: {
      tried.insert($0.path).inserted
    }) {
      // Not taken, for example a position of another kind of place: the person answers it.
      _ = try? session.answer(path, value(text, at: path, in: session))
    }
    return known(profile, in: session, session.sections())
  }

  /// The paths whose answers are what the profile says.
  static func known(
    _ profile: Profile, in session: FormSession, _ sections: [Section]
  ) -> Set<String> {
    let same = answers(profile, in: sections).filter { path, text in
      session.value(path) == value(text, at: path, in: session)
    }
    return Set(same.map(\.path))
  }

  private static func answers(
    _ profile: Profile, in sections: [Section]
  ) -> [(path: String, text: String)] {
    let area = profile.area.map { String(describing: $0) } ?? ""
    let known: [QuestionRole: String] = [
      .siteKind: profile.siteKind, .siteProvince: String(area.prefix(2)),
      .siteDistrict: area.count >= 4 ? String(area.prefix(4)) : "",
      .siteSubdistrict: area.count >= 6 ? String(area.prefix(6)) : "",
      .siteMoo: profile.moo.map(String.init) ?? "", .siteName: profile.villageName,
      .surveyorName: profile.name, .surveyorPosition: profile.position,
    ]
    return sections.lazy.flatMap(\.items).compactMap { item in
      guard let text = item.question.role.flatMap({ known[$0] }), !text.isEmpty else { return nil }
      return (item.path, text)
    }
  }

  /// A position may be kept by its words; the form wants the choice's name.
  private static func value(_ text: String, at path: String, in session: FormSession) -> String {
    guard session.role(at: path) == .surveyorPosition else { return text }
    let choices = session.choices(path)
    let wanted = ThaiFolding.fold(text)
    return choices.first { $0.name == text || ThaiFolding.fold($0.label) == wanted }?.name ?? text
  }
}
