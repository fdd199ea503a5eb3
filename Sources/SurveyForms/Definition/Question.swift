/// One question, the same for every record and for every instance of its repeat.
public struct Question: Sendable, Equatable {
  /// The path without positions, such as `/data/q1/age`.
  public let path: String
  public let control: Control
  public let type: QuestionType
  public let appearance: Appearance
  /// Whether the form always locks it; by a rule, ``FormSession/isReadonly(_:)`` knows.
  public let isAlwaysReadonly: Bool
  /// Where the choices come from; nil if the form lists them itself or there are none.
  public let itemset: ItemsetSource?
  /// The bounds of a `range`.
  public let range: RangeBounds?
  /// What an upload asks for, such as `image/*`; nil if the form does not say.
  public let mediaType: String?
  /// What it is about, where a program does something with it.
  public let role: QuestionRole?
  /// Of a ranking: the name of the question beside it for how many items are wanted.
  public let countName: String?

  let field: FieldID
  let label: LocalizedText?
  let hint: LocalizedText?
  let choices: ChoiceSource

  /// The last step of the path.
  public var name: String {
    String(path[(path.lastIndex(of: "/") ?? path.startIndex)...].dropFirst())
  }

  /// Whether nobody types into it: an input that is always locked, which may show a value all the same;
  /// see ``QuestionItem/isNote``.
  public var isNote: Bool { control == .input && isAlwaysReadonly }

  /// Whether it is a note that warns.
  public var isWarning: Bool { isNote && (role == .warning || role == .graveWarning) }
}

/// How an answer is given.
public enum Control: Sendable, Equatable, CaseIterable {
  case input, selectOne, selectMany, rank, trigger, range, secret
  /// A file: a photo, a recording, a document.
  case upload
}

/// A list outside the question from which its choices are taken.
public struct ItemsetSource: Sendable, Equatable {
  /// The `id` of the secondary instance, or nil if the choices come from the record's own repeats.
  public let instance: String?
  /// The paths, without positions, whose answers decide what is offered.
  public let filteredBy: [String]
}

/// The numbers that a `range` question goes through.
public struct RangeBounds: Sendable, Equatable {
  public let start: Double
  public let end: Double
  public let step: Double
}
