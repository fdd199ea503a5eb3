/// A record moved from one version of its form to another, and what became of every answer.
///
/// Every answer of the old record is in exactly one of the three lists; what is not an answer, such
/// as a calculation, is worked out anew by the new form.
public struct FormMove: Sendable {
  /// The record in the new version, with the same identity.
  public let session: FormSession
  /// The same value at the same question, which says the same.
  public let kept: [Answer]
  /// Still there, and something about it is not as it was: a person should look at it.
  public let changed: [Answer]
  /// What the new version has no place for; it is only in the old record now.
  public let lost: [Answer]
  /// The questions that are asked now and were not in the old version, in order.
  public let added: [String]

  /// One answer of the old record.
  public struct Answer: Sendable, Equatable {
    /// The question in the old version.
    public let question: Question
    /// Where it was, with positions.
    public let path: String
    /// Where it is now; nil when it is lost.
    public let newPath: String?
    /// What is not as it was; nil for what was kept.
    public let reason: Reason?
  }

  /// What is not as it was about an answer.
  public enum Reason: Sendable, Equatable, CaseIterable {
    /// It stands in another group now.
    case otherPlace
    /// The question says something else.
    case otherWords
    /// A choice is called something else.
    case otherChoiceWords
    /// Only a part of it is still offered, or it is written in another way.
    case otherValue
    /// The question is there and hidden, so the answer will not be sent.
    case hidden
    /// The question is gone.
    case noQuestion
    /// The question is of another kind and cannot hold it.
    case otherKind
    /// The choice is not offered any more.
    case notOffered
    /// The form works it out by itself now.
    case calculated
    /// The repeat is gone or holds fewer instances.
    case noInstance
  }
}
