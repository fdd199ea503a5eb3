import SQLiteKit
import SyncProtocol

extension SurveyStore {
  /// Returns every record of the person, the latest changed first.
  public func records(for keyring: Keyring) throws(StoreError) -> [RecordSummary] {
    try perform { connection in
      try connection.rows(
        """
        SELECT r.record, r.form_id, r.form_version, r.phase, r.review, r.trashed IS NOT NULL,
          r.changed, r.problems, r.answered, r.comments, r.revision, r.parent, r.sealed_title,
          o.state, o.problem, r.verdict, coalesce(o.offers, 0) > 0,
          r.fits AND coalesce(o.fits, TRUE),
          (SELECT count(*) FROM outbox f WHERE f.person = r.person AND f.record = r.record
            AND f.kind = 'file' AND f.state = 'queued'),
          (SELECT min(problem) FROM outbox f WHERE f.person = r.person AND f.record = r.record
            AND f.kind = 'file' AND f.state = 'refused'), r.finished,
          s.state, s.problem, s.offers, form_id = '', iif(form_id = '', r.sealed_draft, NULL),
          (SELECT number IS NOT NULL FROM person WHERE id = r.person)
        FROM record r LEFT JOIN outbox o ON o.hash = r.revision
          LEFT JOIN outbox s ON s.id = (
            SELECT max(id) FROM outbox WHERE person = r.person AND record = r.record
              AND kind = 'step' AND decision = 'retract' AND state <> 'stored')
        WHERE r.person = \(keyring.person)
        ORDER BY r.changed DESC, r.id DESC
        """
      ) { row in
        try row.bool(17)
          ? Self.summary(row, for: keyring, connection) : Self.damaged(row, for: keyring)
      }.compactMap(\.self)
    }
  }

  /// What is left of a record whose columns were changed on the disk: only its title proves itself.
  private static func damaged(
    _ row: borrowing Row, for keyring: Keyring
  ) throws -> RecordSummary? {
    guard let id = try unlessDamaged({ try row.record(0) }) else { return nil }
    let title = try unlessDamaged { try keyring.openTitle(row.blob(12), of: id) }
    return RecordSummary(
      id: id, title: title?.title ?? "", formID: "",
      formVersion: "", state: .draft, delivery: .none, changed: Timestamp(milliseconds: 0),
      problems: 0, answered: 0, comments: 0, mayRecall: false, isDamaged: true)
  }

  private static func summary(
    _ row: borrowing Row, for keyring: Keyring, _ connection: Connection
  ) throws -> RecordSummary {
    let id = try row.record(0)
    let phase: Phase = try row.word(3)
    let review: ReviewState? = try row.optionalWord(4)
    let isCorrection = try StoredRecord.isCorrection(
      id, hasParent: !row.isNull(11), isMended: row.bool(24), draft: row.optionalBlob(25), keyring)
    let state = LocalState(
      phase: phase, review: review, isTrashed: try row.bool(5), isCorrection: isCorrection)
    let delivery = try delivery(of: row, state: state)
    let verdict = try row.optionalInt(15)
    let sealedTitle = try row.optionalBlob(12)
    // One record that does not open must not hide all others.
    let event = try verdict.flatMap { id in
      try unlessDamaged { try OpenedEvent.open(id, with: keyring, connection) }
    }
    let title = try sealedTitle.flatMap { sealed in
      try unlessDamaged { try keyring.openTitle(sealed, of: id) }
    }
    return RecordSummary(
      id: id, title: title?.title ?? event?.body.title ?? "",
      formID: try row.text(1), formVersion: try row.text(2), state: state, delivery: delivery,
      files: FileDelivery(
        waiting: try row.int(18),
        refused: try row.optionalText(19).map { Problem(rawValue: $0) ?? .unrecognised }),
      changed: try row.time(6), problems: try row.int(7), answered: try row.int(8),
      comments: try event?.verdict.decision.comments.count ?? row.int(9),
      revision: try row.optionalHash(10), parent: try row.optionalHash(11),
      verdict: event?.verdict,
      correction: Correction(phase: phase, state: state, isAtCentre: isCorrection || review != nil),
      retraction: retraction(
        state: try row.optionalWord(21), try row.optionalText(22), try row.optionalInt(23)),
      mayRetract: try mayRetract(
        state, phase, isOnItsWay: row.optionalText(21) == OutboxState.queued.rawValue)
        && row.bool(26),
      mayRecall: state == .ready && delivery.isOnlyHere,
      isDamaged: (title == nil && sealedTitle != nil) || (event == nil && verdict != nil),
      card: title?.card,
      finished: try row.optionalInt(20).map { Timestamp(milliseconds: Int64($0)) })
  }

  private static func delivery(of row: borrowing Row, state: LocalState) throws -> Delivery {
    guard !row.isNull(10) else { return .none }
    guard let outbox: OutboxState = try row.optionalWord(13) else { return .archived }
    return switch outbox {
    case .queued: try row.bool(16) ? .offered : .queued
    case .stored: .stored
    case .refused: .refused(try row.optionalWord(14) ?? .unrecognised)
    }
  }
}

/// Returns nil when what was kept does not open any more, or is not of its type; other failures are
/// passed on.
func unlessDamaged<Value>(_ open: () throws -> Value) throws -> Value? {
  do {
    return try open()
  } catch let error as SQLiteError where error.code != .mismatch {
    throw error
  } catch {
    return nil
  }
}

extension Delivery {
  /// Whether no other machine can have the revision.
  var isOnlyHere: Bool {
    switch self {
    case .none, .queued, .refused: true
    case .offered, .stored, .archived: false
    }
  }
}
