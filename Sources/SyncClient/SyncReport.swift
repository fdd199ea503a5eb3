public import SyncProtocol

/// How far a sync is.
public struct SyncProgress: Equatable, Sendable {
  /// Records and decisions with a receipt, out of those that waited at the start or came since.
  public var acknowledged = 0
  public var waiting = 0
  /// Pieces of files with a receipt, and out of how many.
  public var pieces = 0
  public var waitingPieces = 0
  /// Events of the feed that were fetched.
  public var received = 0
  /// Bytes of bodies, as they went over the wire.
  public var bytesSent = 0
  public var bytesReceived = 0
  /// Milliseconds since the start.
  public var elapsed: Int64 = 0

  public init() {}
}

/// What came of a sync.
public struct SyncReport: Equatable, Sendable {
  public var progress: SyncProgress
  /// What the centre did not take, by the item's number in the outbox.
  public var refused: [Refusal]
  public var outcome: SyncOutcome

  public init(progress: SyncProgress, refused: [Refusal], outcome: SyncOutcome) {
    self.progress = progress
    self.refused = refused
    self.outcome = outcome
  }

  /// One item that a person must look at, or that waits for a later centre.
  public struct Refusal: Equatable, Sendable {
    public var item: Int64
    public var problem: Problem

    public init(item: Int64, problem: Problem) {
      self.item = item
      self.problem = problem
    }
  }
}

/// How a sync ended.
public enum SyncOutcome: Equatable, Sendable {
  /// Everything is acknowledged and everything new was fetched.
  case complete
  /// - Parameter after: When to try again by itself, in milliseconds.
  case tryLater(SyncFailure, after: Int64)
  /// Trying again will not help; without a failure the refused items are the reason.
  case needsPerson(SyncFailure?)
  /// The person stopped it.
  case cancelled
}
