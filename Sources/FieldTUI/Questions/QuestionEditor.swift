import SurveyForms
import TerminalKit

/// The question in focus: one of the ways of asking, with what was done in it so far.
enum QuestionEditor: Equatable, Sendable {
  case text(TextQuestion.Model)
  case number(NumberQuestion.Model)
  case nationalID(NationalIDQuestion.Model)
  case date(DateQuestion.Model)
  case choice(ChoiceQuestion.Model)
  case longChoice(LongChoiceQuestion.Model)
  case manyChoices(ManyChoicesQuestion.Model)
  case place(PlaceQuestion.Model)
  case rank(RankQuestion.Model)
  case trigger(TriggerQuestion.Model)
  case range(RangeQuestion.Model)
  case manyFound(ManyFoundQuestion.Model)
  case file(FileQuestion.Model)
  /// Something that takes the focus and no answer: what cannot be answered here, adding another.
  case inert

  /// - Parameter time: When the key came, in milliseconds; nil where nobody knows.
  mutating func update(
    _ key: Key, _ setting: QuestionSetting, at time: Int? = nil
  ) -> [QuestionEffect] {
    switch self {
    case .text(var model):
      defer { self = .text(model) }
      return TextQuestion.update(&model, key)
    case .number(var model):
      defer { self = .number(model) }
      return NumberQuestion.update(&model, key)
    case .nationalID(var model):
      defer { self = .nationalID(model) }
      return NationalIDQuestion.update(&model, key)
    case .date(var model):
      defer { self = .date(model) }
      return DateQuestion.update(&model, key, setting)
    case .choice(var model):
      defer { self = .choice(model) }
      return ChoiceQuestion.update(&model, key)
    case .longChoice(var model):
      defer { self = .longChoice(model) }
      return LongChoiceQuestion.update(&model, key)
    case .manyChoices(var model):
      defer { self = .manyChoices(model) }
      return ManyChoicesQuestion.update(&model, key)
    case .place(var model):
      defer { self = .place(model) }
      return PlaceQuestion.update(&model, key, setting)
    case .rank(var model):
      defer { self = .rank(model) }
      return RankQuestion.update(&model, key, at: time)
    case .trigger(var model):
      defer { self = .trigger(model) }
      return TriggerQuestion.update(&model, key)
    case .range(var model):
      defer { self = .range(model) }
      return RangeQuestion.update(&model, key)
    case .manyFound(var model):
      defer { self = .manyFound(model) }
      return ManyFoundQuestion.update(&model, key)
    case .file(var model):
      defer { self = .file(model) }
      return FileQuestion.update(&model, key, setting)
    case .inert: return Self.moves[key].map { [$0] } ?? []
    }
  }

  private static let moves: [Key: QuestionEffect] = [
    .enter: .goOn, .tab: .goOn, .down: .goOn, .up: .goBack, .backTab: .goBack,
  ]

  /// How many rows it takes.
  func height(width: Int, _ setting: QuestionSetting) -> Int {
    switch self {
    case .text(let model): TextQuestion.height(model, width: width, setting)
    case .number(let model): NumberQuestion.height(model, width: width, setting)
    case .nationalID(let model): NationalIDQuestion.height(model, width: width, setting)
    case .date(let model): DateQuestion.height(model, width: width, setting)
    case .choice(let model): ChoiceQuestion.rows(model, width: width).height
    case .longChoice(let model): LongChoiceQuestion.height(model, width: width, setting)
    case .manyChoices(let model): ManyChoicesQuestion.rows(model, width: width).height
    case .place(let model): PlaceQuestion.height(model, width: width, setting)
    case .rank(let model): RankQuestion.height(model)
    case .range(let model): RangeQuestion.height(model, width: width, setting)
    case .manyFound(let model): ManyFoundQuestion.height(model, width: width, setting)
    case .file(let model): FileQuestion.height(model, width: width, setting)
    case .trigger, .inert: 1
    }
  }

  func view(_ setting: QuestionSetting, in area: Rect, on grid: inout Grid) -> Point? {
    switch self {
    case .text(let model): TextQuestion.view(model, setting, in: area, on: &grid)
    case .number(let model): NumberQuestion.view(model, setting, in: area, on: &grid)
    case .nationalID(let model): NationalIDQuestion.view(model, setting, in: area, on: &grid)
    case .date(let model): DateQuestion.view(model, setting, in: area, on: &grid)
    case .choice(let model): ChoiceQuestion.view(model, in: area, on: &grid)
    case .longChoice(let model): LongChoiceQuestion.view(model, setting, in: area, on: &grid)
    case .manyChoices(let model): ManyChoicesQuestion.view(model, in: area, on: &grid)
    case .place(let model): PlaceQuestion.view(model, setting, in: area, on: &grid)
    case .rank(let model): RankQuestion.view(model, setting, in: area, on: &grid)
    case .trigger(let model): TriggerQuestion.view(model, setting, in: area, on: &grid)
    case .range(let model): RangeQuestion.view(model, setting, in: area, on: &grid)
    case .manyFound(let model): ManyFoundQuestion.view(model, setting, in: area, on: &grid)
    case .file(let model): FileQuestion.view(model, setting, in: area, on: &grid)
    case .inert: area.origin
    }
  }
}

extension QuestionEditor {
  /// The field that is typed into and not accepted yet, if the question has one.
  var typed: TypedAnswer.Model? {
    get {
      switch self {
      case .text(let model): model.typed
      case .number(let model): model.typed
      case .nationalID(let model): model.typed
      case .date(let model): model.typed
      case .range(let model): model.typed
      case .file(let model): model.typed
      case .choice, .longChoice, .manyChoices, .manyFound, .place, .rank, .trigger, .inert: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .text(var model):
        model.typed = newValue
        self = .text(model)
      case .number(var model):
        model.typed = newValue
        self = .number(model)
      case .nationalID(var model):
        model.typed = newValue
        self = .nationalID(model)
      case .date(var model):
        model.typed = newValue
        self = .date(model)
      case .range(var model):
        model.typed = newValue
        self = .range(model)
      case .file(var model):
        model.typed = newValue
        self = .file(model)
      case .choice, .longChoice, .manyChoices, .manyFound, .place, .rank, .trigger, .inert: break
      }
    }
  }

  /// The words that are looked for in a list, of which none is taken yet.
  var sought: String {
    switch self {
    case .longChoice(let model): model.search.field.text
    case .manyFound(let model): model.search.field.text
    case .place(let model): model.search.field.text
    case .text, .number, .nationalID, .date, .choice, .manyChoices, .rank, .trigger, .range, .file,
      .inert:
      ""
    }
  }

  /// Whether its list was opened on purpose, with nothing typed: Esc closes it, and the keys that
  /// turn pages move in it.
  var isOpen: Bool {
    switch self {
    case .choice(let model): model.highlighted != nil
    case .longChoice(let model): model.search.isOpen
    case .manyFound(let model): model.search.isOpen
    case .place(let model): model.search.isOpen
    case .text, .number, .nationalID, .date, .manyChoices, .rank, .trigger, .range, .file, .inert:
      false
    }
  }

  /// Whether Enter would take the marked entry of a list, rather than go on.
  var takesByEnter: Bool {
    switch self {
    case .choice(let model): model.highlighted != nil && model.highlighted != model.chosenIndex
    case .longChoice(let model): model.search.takesByEnter
    case .manyFound(let model): model.search.takesByEnter
    case .place(let model): model.search.takesByEnter
    case .text, .number, .nationalID, .date, .manyChoices, .rank, .trigger, .range, .file, .inert:
      false
    }
  }

  /// What Enter is called where it only ends a row.
  var endsRow: Label? {
    guard case .rank(let model) = self, RankQuestion.endsRow(model) else { return nil }
    return RankPhrase.rowNext.label
  }

  /// Whether Space would open its list.
  var opensBySpace: Bool {
    switch self {
    case .choice(let model): !isOpen && !model.choices.isEmpty
    case .longChoice, .manyFound, .place: !isOpen && sought.isEmpty
    case .text, .number, .nationalID, .date, .manyChoices, .rank, .trigger, .range, .file, .inert:
      false
    }
  }

  /// Whether seeing more of its rows is worth more than all words of its question.
  var isTall: Bool {
    if case .rank = self { true } else { false }
  }

  /// Whether what it shows belongs beside a short label rather than below it.
  func fitsBeside(width: Int) -> Bool {
    switch self {
    case .choice(let model): ChoiceQuestion.rows(model, width: width).isOneRow
    case .manyChoices(let model): ManyChoicesQuestion.rows(model, width: width).isOneRow
    case .rank, .place, .manyFound, .file: false
    case .range, .text, .number, .nationalID, .date, .longChoice, .trigger, .inert: true
    }
  }
}
