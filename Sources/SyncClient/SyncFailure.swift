public import OfflineStore
public import SyncProtocol

/// Why a sync stopped before its end.
///
/// Whatever the case, nothing is lost: a record leaves the outbox only with a receipt.
public enum SyncFailure: Error, Equatable, Sendable {
  /// Nobody of this laptop was enrolled yet, so no centre knows it.
  case notEnrolled
  /// This laptop was enrolled by stick, and knows no address: it sends by stick too.
  case byStick
  case link(LinkFailure)
  /// A web page answered: a log-in page of the network, or another server.
  case notACentre(status: Int)
  /// A centre answered, and what it said makes no sense.
  case garbled
  /// The answer does not carry the signature of the centre that this laptop was enrolled at.
  case wrongCentre
  /// The centre was restored again and again while we spoke to it.
  case changingCentre
  /// The centre has no time now.
  case busy
  case refused(Problem)
  /// This laptop's own store failed, or somebody else holds it.
  case store(StoreError)
  /// Something has the name already that a fetched file was to get.
  case fileIsThere

  /// Whether trying again can help without a person doing something.
  public var isWorthRetrying: Bool {
    switch self {
    case .notEnrolled, .byStick, .wrongCentre, .link(.badAddress), .link(.untrustedCertificate),
      .fileIsThere:
      false
    case .refused(let problem): problem.isWorthRetrying
    case .link, .notACentre, .garbled, .changingCentre, .busy, .store: true
    }
  }
}

extension SyncFailure {
  /// Whether the centre has certainly taken nothing of a request that failed so.
  ///
  /// A log-in page or another server answered in its place. What a server of the centre's own says
  /// of its inside (5xx) may be said after the record was stored.
  var leavesCentreUntouched: Bool {
    guard case .notACentre(let status) = self else { return false }
    return status < 500 && status != 408
  }
}

extension Problem {
  /// Whether a request that was refused so was refused at the door, before anything was stored.
  var leavesCentreUntouched: Bool {
    switch self {
    case .malformedRequest, .requestTooLarge, .unsupportedVersion, .badRequestSignature,
      .unknownDevice, .revokedDevice, .wrongClock, .notFound, .wrongMethod, .tooSoon, .busy:
      true
    // The same request before it may have been stored, or the fault came after the commit.
    default: false
    }
  }
}

extension SyncFailure {
  /// A name that does not change, for scripts and logs; it says nothing about anybody.
  public var code: String {
    switch self {
    case .notEnrolled: "not-enrolled"
    case .byStick: "by-stick"
    case .link(let failure): failure.code
    case .notACentre: "not-a-centre"
    case .garbled: "garbled-answer"
    case .wrongCentre: "wrong-centre"
    case .changingCentre: "changing-centre"
    case .busy: Problem.busy.rawValue
    case .refused(let problem): problem.rawValue
    case .store: "store"
    case .fileIsThere: "file-is-there"
    }
  }
}

extension LinkFailure {
  /// A name that does not change, for scripts and logs.
  public var code: String {
    switch self {
    case .badAddress: "link.bad-address"
    case .cannotResolve: "link.cannot-resolve"
    case .cannotConnect: "link.cannot-connect"
    case .timedOut: "link.timed-out"
    case .cutOff: "link.cut-off"
    case .untrustedCertificate: "link.untrusted-certificate"
    case .noSecureConnection: "link.no-secure-connection"
    case .notHTTP: "link.not-http"
    case .answerTooLong: "link.answer-too-long"
    case .cancelled: "link.cancelled"
    case .library(let code): "link.library-\(code)"
    }
  }
}
