import SyncProtocol
import TerminalKit

/// A record as an officer reads it: its answers in words, and what there is to look at.
struct RecordReading: Equatable, Sendable {
  var row: QueueRow
  /// Who filled it in.
  let author: String
  let sections: [Section]
  let warnings: [Warning]
  /// What was written when the record was sent back the last time.
  let earlier: DecisionBody?
  /// Other records that seem to be about the same person, each in a line.
  let doubles: [Label]

  struct Section: Equatable, Sendable {
    let title: Label
    let answers: [Answer]
  }

  struct Answer: Equatable, Sendable {
    /// Where the question is in the form, with positions at repeats.
    let path: String
    let label: Label
    let value: Value
    /// What stood here in the revision that was sent back; nil when it is the same.
    let former: Value?
    /// The number by which the village and the officer call the question; nil when it is not asked any
    /// more.
    let number: Int?

    init(path: String, label: Label, value: Value, former: Value? = nil, number: Int? = nil) {
      self.path = path
      self.label = label
      self.value = value
      self.former = former
      self.number = number
    }

    var isChanged: Bool { former != nil }
  }

  enum Value: Equatable, Sendable {
    case none
    case text(Label)
    /// The grouped digits, which are shown for one question at a time.
    case nationalID(String)
  }

  struct Warning: Equatable, Sendable {
    /// The question it is about, when there is one.
    let path: String?
    let text: Label
    /// What was answered that belongs to it, such as the reason why a person has no number.
    var reasons: [Label] = []
    /// Whether it is to be read before all others.
    var isGrave = false
  }
}

extension RecordReading {
  var answers: [Answer] { sections.flatMap(\.answers) }
  var changes: Int { answers.count(where: \.isChanged) }
  /// Whether an officer should look twice before he verifies.
  var asksForCare: Bool {
    !warnings.isEmpty || !doubles.isEmpty || row.unsettled != nil || row.revoked != nil
  }

  func earlierComments(at path: String) -> [QuestionComment] {
    earlier?.comments.filter { $0.path == path } ?? []
  }
}

extension RecordReading.Value {
  /// The value on the screen; all but four digits of a national ID are hidden unless revealed.
  func text(in language: Language, revealed: Bool) -> String {
    switch self {
    case .none: "–"
    case .text(let label): label.text(in: language)
    case .nationalID(let digits): revealed ? digits : Self.masked(digits)
    }
  }

  private static func masked(_ digits: String) -> String {
    var hidden = max(0, digits.count(where: \.isNumber) - 4)
    return String(
      digits.map { sign in
        guard sign.isNumber, hidden > 0 else { return sign }
        hidden -= 1
        return "x"
      })
  }
}
