/// Why a village takes a record back, with a code, so that retractions can be counted.
public enum RetractionReason: String, Codable, CaseIterable, Sendable {
  /// The person is recorded twice.
  case double
  /// It was a mistake: there is nobody or nothing to be surveyed.
  case mistake
  /// Something else, which the note says.
  case other

  /// The code as officers' decisions have it.
  public var code: ReturnReason {
    switch self {
    case .double: .duplicate
    case .mistake: .doesNotExist
    case .other: .other
    }
  }
}

extension DecisionBody {
  /// Whether this says enough for a retraction: a reason that a village may give, and words when
  /// the reason is another one.
  public var sufficesForRetraction: Bool {
    let codes = RetractionReason.allCases.map(\.code)
    guard !reasons.isEmpty, reasons.allSatisfy(codes.contains) else { return false }
    return !reasons.contains(.other) || !note.allSatisfy(\.isWhitespace)
  }
}

/// Another record about the same person, as far as the village may know of it.
///
/// Of its own village it hears the name and the state; of another's nothing but that there is one.
public struct DoubleHint: Hashable, Codable, Sendable {
  /// The record's name; nil for one of another village.
  public var title: String?
  /// The word of its ``ReviewState``, for a later centre may know more of them.
  public var stateName: String?

  public init(title: String?, state: ReviewState?) {
    self.title = title
    stateName = state?.rawValue
  }

  public var state: ReviewState? { stateName.flatMap(ReviewState.init) }

  /// Whether it is in another village, of which nothing may be said.
  public var isElsewhere: Bool { title == nil && stateName == nil }

  private enum CodingKeys: String, CodingKey {
    case title
    case stateName = "state"
  }
}
