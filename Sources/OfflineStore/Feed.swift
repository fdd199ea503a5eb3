import SQLiteKit
import Sealing
import SyncProtocol

extension SurveyStore {
  /// Returns for each village the highest line of its feed that was applied here.
  public func cursors() throws(StoreError) -> [String: Int64] {
    try perform { connection in
      let cursors = try connection.rows("SELECT village, number FROM cursor") {
        (try $0.text(0), Int64(try $0.int(1)))
      }
      return Dictionary(cursors) { _, last in last }
    }
  }

  /// Keeps the lines, still sealed, and moves the records that they tell of; repeats change nothing.
  static func take(
    _ events: [FeedEvent], epoch: Epoch, _ connection: Connection
  ) throws -> Int {
    var count = 0
    for event in events {
      if let recipient = try Recipient.find(event.recipient, connection),
        let id = try keep(event, for: recipient, epoch: epoch, connection)
      {
        count += 1
        switch recipient.role {
        case .village: try moveRecord(event, id, of: recipient.person, connection)
        case .district, .province: try moveReview(event, id, of: recipient.person, connection)
        case .auditor: break
        }
      }
      try connection.run(
        """
        INSERT INTO cursor (village, number) VALUES (\(event.village.description), \(event.number))
        ON CONFLICT (village) DO UPDATE SET number = max(number, excluded.number)
        """)
    }
    return count
  }

  /// Returns the row of a new line, or nil for a repeat.
  private static func keep(
    _ event: FeedEvent, for recipient: Recipient, epoch: Epoch, _ connection: Connection
  ) throws -> Int64? {
    let actor = try BoxKeys.seal(Array(event.by.utf8), to: recipient.boxKey)
    try connection.run(
      """
      INSERT INTO event (epoch, village, number, person, record, revision, state, time,
        sealed_actor, sealed_body)
      VALUES (\(epoch), \(event.village.description), \(event.number), \(recipient.person),
        \(event.record), \(event.revision), \(event.state.rawValue), \(event.time), \(actor),
        \(event.payload.isEmpty ? nil : event.payload))
      ON CONFLICT (epoch, village, number, person) DO NOTHING
      """)
    return connection.changes == 1 ? connection.lastInsertedID : nil
  }

  /// A record that this laptop does not know was made on another one of the author's.
  private static func moveRecord(
    _ event: FeedEvent, _ id: Int64, of person: Int64, _ connection: Connection
  ) throws {
    let verdict = event.state.hasVerdict ? id : nil
    try connection.run(
      """
      INSERT INTO record (person, record, form_id, form_version, phase, review, revision, changed,
        problems, answered, comments, feed_number, verdict)
      VALUES (\(person), \(event.record), \(event.form?.id ?? ""), \(event.form?.version ?? ""),
        'sent', \(event.state.rawValue), \(event.revision), \(event.time), 0, 0, 0,
        \(event.number), \(verdict))
      ON CONFLICT (person, record) DO UPDATE SET
        form_id = iif(form_id = '', excluded.form_id, form_id),
        form_version = iif(form_version = '', excluded.form_version, form_version),
        review = excluded.review, feed_number = excluded.feed_number, verdict = excluded.verdict,
        changed = CASE phase WHEN 'sent' THEN excluded.changed ELSE changed END
      WHERE feed_number < excluded.feed_number
      """)
  }

  /// An officer has the newest submission and the one before it, to compare.
  private static func moveReview(
    _ event: FeedEvent, _ id: Int64, of person: Int64, _ connection: Connection
  ) throws {
    let hasVerdict = event.state.hasVerdict && event.standing?.isBeside != true
    let current =
      event.payload.isEmpty || hasVerdict ? try kept(event, of: person, connection) : id
    let verdict = hasVerdict ? id : nil
    try connection.run(
      """
      INSERT INTO review (person, record, village, state, revision, feed_number, changed, current,
        verdict)
      VALUES (\(person), \(event.record), \(event.village.description), \(event.state.rawValue),
        \(event.revision), \(event.number), \(event.time), \(current), \(verdict))
      ON CONFLICT (person, record) DO UPDATE SET
        state = excluded.state, feed_number = excluded.feed_number, changed = excluded.changed,
        revision = excluded.revision, verdict = coalesce(excluded.verdict, verdict),
        previous = CASE
          WHEN excluded.current IS NULL OR excluded.revision = revision THEN previous
          ELSE current END,
        sealed_summary = CASE WHEN excluded.current IS NULL THEN sealed_summary END,
        current = coalesce(excluded.current, current)
      WHERE feed_number < excluded.feed_number
      """)
    try dropOldSubmissions(of: event.record, person, connection)
  }

  /// The text before the one that is shown, when the record stands on that again: an officer left a
  /// late version where it was.
  private static func kept(
    _ event: FeedEvent, of person: Int64, _ connection: Connection
  ) throws -> Int64? {
    try connection.first(
      """
      SELECT event.id FROM review JOIN event ON event.id = review.previous
      WHERE review.person = \(person) AND review.record = \(event.record)
        AND review.revision <> \(event.revision) AND event.revision = \(event.revision)
      """
    ) { Int64(try $0.int(0)) }
  }

  private static func dropOldSubmissions(
    of record: RecordID, _ person: Int64, _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE event SET sealed_body = NULL
      WHERE person = \(person) AND record = \(record) AND state IN ('received', 'resubmitted')
        AND id NOT IN (
          SELECT current FROM review WHERE person = \(person) AND record = \(record)
            AND current IS NOT NULL
          UNION ALL
          SELECT previous FROM review WHERE person = \(person) AND record = \(record)
            AND previous IS NOT NULL)
      """)
  }
}

/// Whom a line of the feed is for.
private struct Recipient {
  var person: Int64
  var role: Role
  var boxKey: [UInt8]

  /// Nil when the person does not use this laptop.
  static func find(_ number: PersonNumber, _ connection: Connection) throws -> Recipient? {
    try connection.first(
      "SELECT id, role, box_key FROM person WHERE number = \(number.value)"
    ) {
      Recipient(person: Int64(try $0.int(0)), role: try $0.word(1), boxKey: try $0.blob(2))
    }
  }
}

extension ReviewState {
  /// Whether somebody's words belong to it.
  fileprivate var hasVerdict: Bool {
    switch self {
    case .returned, .rejected, .retracted: true
    case .received, .resubmitted, .verified, .locked: false
    }
  }
}
