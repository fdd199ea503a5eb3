import SurveyForms

/// Which way of asking a question of a form calls for.
enum QuestionKind: Equatable, Sendable {
  case text(TextQuestion.Kind)
  case number(takesFractions: Bool, groupsThousands: Bool)
  case nationalID
  case date
  case choice
  /// More choices than there are digits.
  case longChoice
  case manyChoices
  /// The name of the question for how many are wanted, if only some are.
  case rank
  case trigger
  /// A photo, a recording: nothing that a terminal can take.
  case unanswerable

  init(_ question: Question, choiceCount: Int) {
    switch question.control {
    case .selectOne: self = choiceCount > 9 ? .longChoice : .choice
    case .selectMany: self = .manyChoices
    case .rank: self = .rank
    case .trigger: self = .trigger
    case .upload: self = .unanswerable
    case .input, .range, .secret: self = Self.typed(question)
    }
  }

  private static func typed(_ question: Question) -> QuestionKind {
    let groupsThousands = question.appearance.has("thousands-sep")
    switch question.type {
    case .int, .long: return .number(takesFractions: false, groupsThousands: groupsThousands)
    case .decimal: return .number(takesFractions: true, groupsThousands: groupsThousands)
    case .date: return .date
    case .time: return .text(.time)
    case .binary: return .unanswerable
    case .string, .boolean, .dateTime, .selectOne, .selectMany, .rank, .geopoint, .geotrace,
      .geoshape, .barcode, .intent:
      return words(question)
    }
  }

  /// XForms have no type for a telephone or an identity number: the name of the question tells.
  private static func words(_ question: Question) -> QuestionKind {
    let name = question.name
    if ["citizen_id", "national_id"].contains(where: name.hasSuffix) { return .nationalID }
    if ["phone", "tel", "mobile"].contains(where: name.hasSuffix) { return .text(.phone) }
    return .text(question.appearance.has("numbers") ? .digits : .words)
  }
}
