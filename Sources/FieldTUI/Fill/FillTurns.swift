import SurveyForms
import TerminalKit

/// Which keys turned something by themselves, so that the same key pressed twice is no second answer.
extension FillScreen {
  /// Where the person is, as far as the same key would do something else elsewhere.
  struct Stand: Equatable {
    fileprivate let overlay: Int
    fileprivate let page: Int
    fileprivate let question: String
    fileprivate let listIsOpen: Bool

    init(_ model: Model) {
      overlay = Self.number(of: model.overlay)
      page = model.section
      question = model.entry?.path ?? ""
      listIsOpen = model.editor.isOpen
    }

    fileprivate func isSamePlace(as other: Stand) -> Bool {
      page == other.page && question == other.question
    }

    private static func number(of overlay: Overlay?) -> Int {
      switch overlay {
      case nil: 0
      case .help: 1
      case .review(let review): review.confirm == nil ? 2 : 3
      case .jump: 4
      case .remove: 5
      case .abandon: 6
      case .reason: 7
      case .languages: 8
      }
    }
  }

  /// Whether a key did more than to move: a second one at once would act where nobody has looked.
  ///
  /// - Parameter answered: Whether it gave an answer.
  static func isTurn(_ key: Key, from before: Stand, in model: Model, answered: Bool) -> Bool {
    let after = Stand(model)
    if after.overlay != before.overlay || after.listIsOpen != before.listIsOpen { return true }
    if key == .enter {
      return answered && !after.isSamePlace(as: before) || model.notice?.waitsForKey == true
    }
    guard key.digit != nil || key == .character(" ") else { return false }
    return !after.isSamePlace(as: before) || model.notice?.waitsForKey == true
      || answered && model.editor.ticks
  }
}

extension QuestionEditor {
  /// Whether the same key that ticked an entry would take the tick away.
  fileprivate var ticks: Bool {
    switch self {
    case .manyChoices, .manyFound: true
    case .text, .number, .nationalID, .date, .choice, .longChoice, .place, .rank, .trigger, .range,
      .file, .inert:
      false
    }
  }
}

extension FillPhrase {
  /// What was chosen, for the line that is read at the next question.
  static func chosen(in editor: QuestionEditor, _ setting: QuestionSetting) -> FillPhrase? {
    switch editor {
    case .choice(let list):
      list.chosenIndex.map { .form(.chose("\($0 + 1) \(list.choices[$0].label)")) }
    case .longChoice(let list):
      list.choices.all.first { $0.name == list.chosen }.map { .form(.chose($0.label)) }
    case .place(let place):
      place.code.isEmpty ? nil : .form(.chose(PlaceQuestion.text(of: place.code, setting)))
    case .trigger(let trigger): trigger.isDone ? .form(.wasAcknowledged) : nil
    case .rank(let model): RankPhrase.given(model.ranking.given, model.ranking.items.count).said
    case .text, .number, .nationalID, .date, .manyChoices, .manyFound, .range, .file, .inert:
      nil
    }
  }
}
