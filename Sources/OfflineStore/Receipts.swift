import SQLiteKit
public import SyncProtocol

/// What came of one request: what the centre has now, what it refused, and its feed.
public struct Receipt: Sendable {
  /// The items of the ``SurveyStore/outbox(limitBytes:after:)`` that the centre has stored.
  public var acknowledged: [Int64]
  public var refused: [(id: Int64, problem: Problem)]
  public var epoch: Epoch

  /// The centre's count of items with these among them.
  public var at: Int64

  /// The count up to which every usable backup has them.
  public var archived: Int64
  public var events: [FeedEvent]

  /// New certificates for people of this laptop.
  public var certificates: [Certificate]

  /// The centre's order to forget every key.
  public var revocation: RevocationOrder?

  /// Texts that people of this laptop asked for.
  public var copies: [RecordCopy]

  public init(
    acknowledged: [Int64], refused: [(id: Int64, problem: Problem)], epoch: Epoch, at: Int64,
    archived: Int64, events: [FeedEvent], certificates: [Certificate] = [],
    revocation: RevocationOrder? = nil, copies: [RecordCopy] = []
  ) {
    self.acknowledged = acknowledged
    self.refused = refused
    self.epoch = epoch
    self.at = at
    self.archived = archived
    self.events = events
    self.certificates = certificates
    self.revocation = revocation
    self.copies = copies
  }
}

/// What a receipt changed here.
public struct Applied: Equatable, Sendable {
  /// The centre was restored or made anew: everything no backup holds is queued again, the feed is
  /// read from its beginning, and another sync is due now.
  public var isNewEpoch: Bool

  /// How many lines of the feed were new.
  public var events: Int

  /// Whether every key was forgotten, as the district ordered.
  public var isRevoked = false
}

extension SurveyStore {
  /// Takes down a receipt and applies its feed, in one step that may be repeated.
  @discardableResult
  public func apply(_ receipt: Receipt) throws(StoreError) -> Applied {
    var applied = try change { connection in try take(receipt, connection) }
    guard let order = receipt.revocation else { return applied }
    applied.isRevoked = try change { connection in
      guard try Self.obey(order, connection) else { return false }
      try note(.wipedKeys, by: nil, connection)
      return true
    }
    // What was wiped must not stay readable in the write-ahead log.
    if applied.isRevoked { try perform { connection in try connection.checkpoint() } }
    return applied
  }

  private func take(_ receipt: Receipt, _ connection: Connection) throws -> Applied {
    let isNewEpoch = try Self.centre(connection)?.epoch != receipt.epoch
    if isNewEpoch { try Self.begin(receipt.epoch, connection) }
    let today = try Self.calendar(connection, now: ambient.now())
    for copy in receipt.copies { try Self.take(copy, today: today, connection) }
    for id in receipt.acknowledged { try Self.stored(id, receipt, connection) }
    for (id, problem) in receipt.refused { try Self.refused(id, problem, connection) }
    try connection.run(
      """
      DELETE FROM outbox
      WHERE state = 'stored' AND epoch = \(receipt.epoch) AND at <= \(receipt.archived) AND fits
      """)
    // The cursors that these lines follow were those of the old epoch: there may be gaps.
    guard !isNewEpoch else { return Applied(isNewEpoch: true, events: 0) }
    let events = try Self.take(receipt.events, epoch: receipt.epoch, connection)
    for certificate in receipt.certificates { try Self.keep(certificate, connection) }
    return Applied(isNewEpoch: false, events: events)
  }

  /// Offers everything again that no backup is known to hold, to a centre that was restored.
  public func newEpoch(_ epoch: Epoch) throws(StoreError) {
    try change { connection in
      guard try Self.centre(connection)?.epoch != epoch else { return }
      try Self.begin(epoch, connection)
    }
  }

  static func begin(_ epoch: Epoch, _ connection: Connection) throws {
    try connection.run("UPDATE centre SET epoch = \(epoch)")
    // What was stored once may be in the restored database too, so it cannot be called back.
    try connection.run(
      """
      UPDATE outbox SET state = 'queued', problem = NULL, epoch = NULL, at = NULL,
        offers = CASE state WHEN 'stored' THEN 1 ELSE offers END
      """)
    try connection.run("DELETE FROM cursor")
    try connection.run("UPDATE record SET feed_number = 0")
    try connection.run("UPDATE review SET feed_number = 0")
  }

  private static func stored(_ id: Int64, _ receipt: Receipt, _ connection: Connection) throws {
    try connection.run(
      """
      UPDATE outbox SET state = 'stored', problem = NULL, epoch = \(receipt.epoch),
        at = \(receipt.at)
      WHERE id = \(id)
      """)
    guard try !isPiece(id, connection) else { return }
    try dropRemarks(with: id, connection)
    try tookStep(id, connection)
    // The centre has it, so the words that this laptop could still read go now; so do those of the
    // revision that it replaces.
    try connection.run(
      """
      UPDATE event SET sealed_body = NULL WHERE id IN (
        SELECT r.verdict FROM record r JOIN outbox o ON o.hash = r.revision
        WHERE o.id = \(id) AND r.phase = 'ready')
      """)
    try connection.run(
      """
      UPDATE record SET phase = 'sent', sealed_draft = NULL, sealed_submission = NULL,
        comments = 0, verdict = NULL,
        review = CASE WHEN parent IS NULL THEN 'received' ELSE 'resubmitted' END
      WHERE phase = 'ready' AND revision = (SELECT hash FROM outbox WHERE id = \(id))
      """)
  }

  private static func refused(
    _ id: Int64, _ problem: Problem, _ connection: Connection
  ) throws {
    // A centre of before does not know files or steps yet; it will.
    let isEarly = try problem == .unknownKind && (isPiece(id, connection) || isStep(id, connection))
    let state = problem.isWorthRetrying || isEarly ? OutboxState.queued : .refused
    try connection.run(
      """
      UPDATE outbox SET state = \(state.rawValue), problem = \(problem.rawValue), offers = 0
      WHERE id = \(id)
      """)
    try refuseCopy(ofItem: id, state, problem, connection)
    if state == .refused { try refuseFiles(ofItem: id, problem, connection) }
  }
}
