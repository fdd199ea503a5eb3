import SurveyForms

/// Which way of asking a question of a form calls for.
enum QuestionKind: Equatable, Sendable {
  case text(TextQuestion.Kind)
  case number(takesFractions: Bool, groupsThousands: Bool)
  case range(RangeBounds, takesFractions: Bool)
  case nationalID
  case date(DatePrecision)
  case choice
  /// Yes or no: a question of the type `boolean`.
  case truth
  /// More choices than there are digits, or a list that the form wants shut until it is used.
  case longChoice
  case manyChoices
  /// A long list of which any number are ticked.
  case manyFound
  /// The name of the question for how many are wanted, if only some are.
  case rank
  case trigger
  /// A photo, a recording, a document.
  case file(MediaKind)

  /// - Parameter choiceCount: How many choices there are, or any number above nine for many.
  init(_ question: Question, choiceCount: Int) {
    switch question.control {
    case .selectOne:
      self = choiceCount > 9 || question.isSearched ? .longChoice : .choice
    case .selectMany:
      self = choiceCount > Self.mostTicks || question.isSearched ? .manyFound : .manyChoices
    case .rank: self = .rank
    case .trigger: self = .trigger
    case .upload: self = .file(MediaKind(question.mediaType))
    case .range:
      let takesFractions = question.type == .decimal
      self =
        question.range.map { .range($0, takesFractions: takesFractions) } ?? Self.typed(question)
    case .secret: self = .text(.masked)
    case .input where question.itemset != nil: self = choiceCount > 9 ? .longChoice : .choice
    case .input: self = Self.typed(question)
    }
  }

  /// How many boxes to tick fit on a page with their question.
  static let mostTicks = 20

  private static func typed(_ question: Question) -> QuestionKind {
    let groupsThousands = question.appearance.has("thousands-sep")
    switch question.type {
    case .int, .long: return .number(takesFractions: false, groupsThousands: groupsThousands)
    case .decimal: return .number(takesFractions: true, groupsThousands: groupsThousands)
    case .date, .dateTime: return .date(DatePrecision(question))
    case .time: return .text(.time)
    case .boolean: return .truth
    case .binary: return .file(.any)
    case .geopoint: return .text(.place(.point))
    case .geotrace: return .text(.place(.line))
    case .geoshape: return .text(.place(.area))
    case .string, .selectOne, .selectMany, .rank, .barcode, .intent: return words(question)
    }
  }

  /// XForms have no type for a telephone or an identity number: the role of the question tells.
  private static func words(_ question: Question) -> QuestionKind {
    if question.appearance.has("masked") { return .text(.masked) }
    if question.role == .nationalID { return .nationalID }
    if question.role == .phone { return .text(.phone) }
    return .text(question.appearance.has("numbers") ? .digits : .words)
  }
}

extension Question {
  /// Whether the form wants part of a name typed rather than a digit, however few there are.
  fileprivate var isSearched: Bool { ["search", "autocomplete"].contains(where: appearance.has) }

  /// Whether the form wants its list of choices shut while the question is not in focus.
  var isShutList: Bool { appearance.has("minimal") || isSearched }
}
