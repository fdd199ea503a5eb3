/// What an officer decides about a record.
public enum Decision: String, Codable, CaseIterable, Sendable {
  case verify
  case `return`
  case reject
  case unverify
  /// Brings back what its village retracted.
  case restore
}

/// A reason with a code, so that returns can be counted.
public enum ReturnReason: String, Codable, CaseIterable, Sendable {
  case idMismatch, nameMismatch, duplicate, outOfArea, doesNotExist
  case incomplete, implausible, unsigned, other
}

/// An officer's remark on one question.
public struct QuestionComment: Hashable, Codable, Sendable {
  /// Where the question is in the form, such as `/data/q1/age`.
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}

/// The words that go with a decision; they travel sealed.
public struct DecisionBody: Hashable, Codable, Sendable {
  public var reasons: [ReturnReason]
  public var comments: [QuestionComment]
  public var note: String

  public init(
    reasons: [ReturnReason] = [], comments: [QuestionComment] = [], note: String = ""
  ) {
    self.reasons = reasons
    self.comments = comments
    self.note = note
  }

  /// Whether this says enough for the person who must act on it.
  ///
  /// A return names a reason or remarks on a question, a rejection names a reason, and taking back
  /// a verification or a retraction says why in one of the three ways.
  public func suffices(for decision: Decision) -> Bool {
    switch decision {
    case .verify: true
    case .return: !reasons.isEmpty || !comments.isEmpty
    case .reject: !reasons.isEmpty
    case .unverify, .restore: !reasons.isEmpty || !comments.isEmpty || !note.isEmpty
    }
  }
}
