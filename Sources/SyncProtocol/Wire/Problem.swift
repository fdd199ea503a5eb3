/// Every way in which a centre refuses something, as it says it and as the laptop reads it.
public enum Problem: String, Error, CaseIterable, Sendable {
  // One item of a batch.
  case unknownKind = "item.unknown-kind"
  case malformedItem = "item.malformed"
  case badItemSignature = "item.bad-signature"
  case unknownAuthor = "item.unknown-author"
  case outOfArea = "item.out-of-area"
  case notAllowed = "item.not-allowed"
  case unknownKey = "item.unknown-key"
  case unknownRecord = "decision.unknown-record"
  case staleDecision = "decision.stale"
  case forbiddenArrow = "decision.forbidden"
  case missingReason = "decision.missing-reason"
  /// The files of one record are more than the centre takes.
  case recordFull = "file.record-full"

  // A whole request.
  case malformedRequest = "request.malformed"
  case requestTooLarge = "request.too-large"
  case unsupportedVersion = "request.unsupported-version"
  case badRequestSignature = "request.bad-signature"
  case unknownDevice = "request.unknown-device"
  case revokedDevice = "request.revoked-device"
  case replayedRequest = "request.replayed"
  case wrongClock = "request.wrong-clock"
  case notFound = "request.not-found"
  case wrongMethod = "request.wrong-method"
  /// There were too many mistakes from this address; `Retry-After` says when to come again.
  case tooSoon = "request.too-soon"

  // Enrolment.
  case unknownCode = "enrol.unknown-code"
  case usedCode = "enrol.used"
  case expiredCode = "enrol.expired"
  case tooManyTries = "enrol.too-many-tries"

  // The centre itself.
  case busy = "centre.busy"
  case storageFull = "centre.storage-full"
  case fault = "centre.fault"

  /// What a laptop reads for a code that is newer than itself.
  case unrecognised = "problem.unrecognised"

  /// Whether sending the same bytes again can ever succeed.
  public var isWorthRetrying: Bool {
    switch self {
    case .busy, .storageFull, .fault, .replayedRequest, .wrongClock, .unknownKey, .tooSoon: true
    case .unknownKind, .malformedItem, .badItemSignature, .unknownAuthor, .outOfArea, .notAllowed,
      .unknownRecord, .staleDecision, .forbiddenArrow, .missingReason, .recordFull,
      .malformedRequest,
      .requestTooLarge, .unsupportedVersion, .badRequestSignature, .unknownDevice,
      .revokedDevice, .notFound, .wrongMethod, .unknownCode, .usedCode, .expiredCode,
      .tooManyTries, .unrecognised:
      false
    }
  }

  /// The HTTP status that it is answered with.
  public var status: Int {
    switch self {
    case .unknownKind, .malformedItem, .malformedRequest, .missingReason: 400
    case .badItemSignature, .badRequestSignature, .unknownDevice, .replayedRequest, .wrongClock:
      401
    case .unknownAuthor, .outOfArea, .notAllowed, .revokedDevice, .unknownKey: 403
    case .notFound, .unknownRecord, .unknownCode: 404
    case .wrongMethod: 405
    case .staleDecision, .forbiddenArrow: 409
    case .usedCode, .expiredCode: 410
    case .requestTooLarge, .recordFull: 413
    case .unsupportedVersion: 426
    case .tooManyTries, .tooSoon: 429
    case .fault, .unrecognised: 500
    case .busy: 503
    case .storageFull: 507
    }
  }
}

extension Problem: Codable {
  public init(from decoder: any Decoder) throws {
    let code = try decoder.singleValueContainer().decode(String.self)
    self = Problem(rawValue: code) ?? .unrecognised
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// The JSON body of a refusal.
public struct ProblemReport: Equatable, Codable, Sendable {
  public var problem: Problem
  /// The sentence for a person who reads the answer without our app.
  public var message: Message
  /// The centre's clock, said with ``Problem/wrongClock``: a laptop whose battery died can sign
  /// again with the right time.
  public var now: Timestamp?

  public init(_ problem: Problem, thai: String, english: String, now: Timestamp? = nil) {
    self.problem = problem
    self.now = now
    message = Message(th: thai, en: english)
  }

  /// One sentence in two languages.
  public struct Message: Equatable, Codable, Sendable {
    public var th: String
    public var en: String
  }
}
