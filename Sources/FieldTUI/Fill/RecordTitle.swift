import SurveyForms

/// What a record is called in lists.
extension FillScreen.Model {
  /// The record's name, once there is something of a name in it; of a form that gives its records none,
  /// the first answers.
  var title: String {
    guard session.definition.namesRecords else { return firstAnswers }
    let name = session.instanceName
    return name.unicodeScalars.contains { $0.properties.isAlphabetic } ? name : ""
  }

  /// The first two things that the person answered.
  private var firstAnswers: String {
    let answers = sections.indices.lazy.flatMap { entries(ofSection: $0) }.compactMap(nameable)
    let first = Array(answers.prefix(2))
    return first.joined(separator: " · ")
  }

  /// The title to keep: a form that gives its records no names lends its own to one without answers.
  var keptTitle: String {
    title.isEmpty && !session.definition.namesRecords ? session.definition.title : title
  }

  /// An answer that may stand for a record: not what the profile gave, nor anything to be hidden.
  private func nameable(_ entry: PageEntry) -> String? {
    guard !entry.covers.contains(where: prefilled.contains), !entry.isHidden,
      !session.isReadonly(entry.path)
    else { return nil }
    return ShownAnswer.lines(of: entry, in: session, setting).first
  }
}

extension PageEntry {
  /// Whether its answer is shown only to whoever asks for it.
  fileprivate var isHidden: Bool {
    guard case .question(let question) = kind else { return false }
    return question.role == .nationalID || question.control == .secret
      || question.appearance.has("masked")
  }
}
