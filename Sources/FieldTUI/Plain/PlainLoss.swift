import OfflineStore
import TerminalKit

/// What would be lost if the program ended now.
enum PlainLoss: Equatable {
  /// Answers are on no disk.
  case answers
  case newPerson, page

  init?(_ model: AppModel) {
    switch model.screen {
    case .fill(let fill, _) where !fill.saving.isDone: self = .answers
    case .person(let page) where page.isNew && page.isBegun: self = .newPerson
    case .person(let page) where !page.isNew:
      let kept = PersonScreen.Model(model.signedIn?.profile, isNew: false, model.setting)
      guard !page.hasSameWords(as: kept) else { return nil }
      self = .page
    case .keyCare(let page)
    where page.fields.contains { $0 != .file && !page.text($0).isEmpty }:
      self = .page
    case .enrol(let page) where !page.code.text.isEmpty: self = .page
    case .starting, .signIn, .home, .list, .reading, .forms, .send, .settings, .laptops, .guide,
      .tour, .move, .officer, .fill, .person, .keyCare, .enrol:
      return nil
    }
  }

  /// What is said at the end.
  var words: Label {
    switch self {
    case .answers: PlainPhrase.answersLost.label
    case .newPerson: PlainPhrase.goodbyeUnsaved.label
    case .page: PlainPhrase.pageUnsaved.label
    }
  }

  /// What is asked before the end.
  var warning: Label {
    let leave = PlainPhrase.quitAgain.label
    return Label("\(words.thai) \(leave.thai)", "\(words.english) \(leave.english)")
  }
}

extension PersonScreen.Model {
  fileprivate func hasSameWords(as other: Self) -> Bool {
    kind == other.kind && place.code == other.place.code
      && PersonScreen.Field.allCases.allSatisfy { text($0) == other.text($0) }
  }
}

extension AppModel {
  var isFilling: Bool {
    if case .fill = screen { true } else { false }
  }

  /// Whether leaving the form now gives up what the disk has refused.
  var leavesUnsaved: Bool {
    guard case .fill(let model, _) = screen else { return false }
    return model.saving.mayLeaveUnsaved
  }
}
