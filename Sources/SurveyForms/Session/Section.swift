/// One page of the form: a group at the top level, the loose questions between two groups, or a piece
/// of what is too long for one page.
public struct Section: Equatable, Sendable {
  /// Which of the form's pages it is, from 0; those that are not relevant now are missing.
  public let page: Int
  /// The group's path; for loose questions and pieces the path of the first question.
  public let path: String
  /// The group's label in the session's language; nil if it has none.
  public let title: String?
  /// Which of the pages with this title it is; nil if it is the only one.
  public let part: Part?
  /// The questions that are relevant now, in order.
  public let items: [QuestionItem]
  /// The repeats on this page that are relevant now, also those without an instance.
  public let repeats: [RepeatPrompt]

  /// A page among those that a long group was cut into, from 1.
  public struct Part: Equatable, Sendable {
    public let number: Int
    public let count: Int
  }
}

/// A question where it stands in this record.
public struct QuestionItem: Equatable, Sendable {
  /// The path with a position at every repeat: `/data/person[2]/age`.
  public let path: String
  public let question: Question
  /// The labels of the groups and repeat instances within the section that it stands in.
  public let headings: [String]
  /// Whether it only says something here: a locked question that has no value and no rule that it must
  /// meet.
  public let isNote: Bool

  /// Of a ranking: where it is asked how many items are wanted.
  public var countPath: String? {
    question.countName.map { path.dropLast(question.name.count) + $0 }
  }
}

/// A repeat where it stands in this record.
public struct RepeatPrompt: Equatable, Sendable {
  /// The path without a position at the end: `/data/house[1]/person`.
  public let path: String
  public let label: String?
  public let count: Int
  /// How many questions of its section stand before it or in it.
  public let place: Int
  /// Whether people may add an instance or remove one.
  public let isOpen: Bool
  /// Whether a new instance would be asked: one that is not relevant nobody would see.
  public let takesMore: Bool
}
