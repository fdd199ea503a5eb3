import SQLiteKit
public import SyncProtocol

extension SurveyStore {
  /// Keeps a draft as it is now; when this returns it survives a power cut.
  ///
  /// A new record begins with its first save; a returned one stays returned while it is corrected. A
  /// record in any other state throws ``StoreError/notAllowed(_:)``.
  public func save(_ draft: Draft, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      try StoredRecord.requireWritable(draft, of: keyring, connection)
      try write(draft, for: keyring, connection)
    }
  }

  /// Whether ``draft(_:for:)`` would open this record: of a returned one, whether its correction is
  /// begun.
  public func hasDraft(_ id: RecordID, for keyring: Keyring) throws(StoreError) -> Bool {
    try perform { connection in
      try connection.number(
        """
        SELECT 1 FROM record
        WHERE person = \(keyring.person) AND record = \(id) AND sealed_draft IS NOT NULL
        """) != nil
    }
  }

  /// Opens a draft, or a finished record that can still be called back.
  public func draft(_ id: RecordID, for keyring: Keyring) throws(StoreError) -> Draft {
    try perform { connection in
      let draft = try connection.first(
        """
        SELECT form_id, form_version, form_hash, problems, answered, changed, parent,
          sealed_title, sealed_draft, fits
        FROM record
        WHERE person = \(keyring.person) AND record = \(id) AND sealed_draft IS NOT NULL
        """
      ) { row in
        try row.requireFit(9)
        let (body, instance) = try DraftBody.read(keyring.open(row.blob(8), as: .draft(id)))
        // Of a draft that was salvaged the columns say nothing; its body does.
        let facts = try body.facts ?? DraftBody.Facts(columns: row)
        let title = try keyring.openTitle(row.blob(7), of: id)
        return Draft(
          id: id, formID: facts.formID, formVersion: facts.formVersion, formHash: facts.formHash,
          instance: instance,
          title: title.title, place: body.place, problems: facts.problems, answered: facts.answered,
          changed: try row.time(5), parent: facts.parent, notes: body.notes,
          language: body.language, history: body.history ?? [],
          audit: body.audit ?? "", pending: body.pending ?? [], card: title.card ?? RecordCard(),
          address: title.address)
      }
      guard let draft else { throw StoreError.noSuchRecord }
      return draft
    }
  }

  func write(_ draft: Draft, for keyring: Keyring, _ connection: Connection) throws {
    let title = keyring.seal(SealedTitle(draft).bytes, as: .title(draft.id))
    let body = keyring.seal(DraftBody.bytes(of: draft), as: .draft(draft.id))
    try connection.run(
      """
      INSERT INTO record (person, record, form_id, form_version, form_hash, phase, parent, changed,
        problems, answered, comments, sealed_title, sealed_draft)
      VALUES (\(keyring.person), \(draft.id), \(draft.formID), \(draft.formVersion),
        \(draft.formHash), 'draft', \(draft.parent), \(draft.changed), \(draft.problems),
        \(draft.answered), \(draft.notes.count), \(title), \(body))
      ON CONFLICT (person, record) DO UPDATE SET
        form_id = excluded.form_id, form_version = excluded.form_version,
        form_hash = excluded.form_hash, phase = 'draft',
        parent = coalesce(excluded.parent, parent),
        changed = excluded.changed, problems = excluded.problems, answered = excluded.answered,
        comments = excluded.comments, sealed_title = excluded.sealed_title,
        sealed_draft = excluded.sealed_draft
      """)
    try mark(draft, for: keyring, connection)
  }
}

/// What decides which steps a record may take next.
struct StoredRecord {
  var state: LocalState
  var phase: Phase
  var review: ReviewState?
  var revision: RevisionHash?
  var correction: Correction?

  static func find(
    _ id: RecordID, of keyring: Keyring, _ connection: Connection
  ) throws -> StoredRecord? {
    try connection.first(
      """
      SELECT phase, review, trashed IS NOT NULL, revision, fits, parent, form_id = '', sealed_draft
      FROM record
      WHERE person = \(keyring.person) AND record = \(id)
      """
    ) { row in
      try row.requireFit(4)
      let phase: Phase = try row.word(0)
      let review: ReviewState? = try row.optionalWord(1)
      let isCorrection = try isCorrection(
        id, hasParent: !row.isNull(5), isMended: row.bool(6), draft: row.optionalBlob(7), keyring)
      let state = LocalState(
        phase: phase, review: review, isTrashed: try row.bool(2), isCorrection: isCorrection)
      return StoredRecord(
        state: state, phase: phase, review: review, revision: try row.optionalHash(3),
        correction: Correction(
          phase: phase, state: state, isAtCentre: isCorrection || review != nil))
    }
  }

  /// Whether what is here replaces a revision that the centre has.
  ///
  /// Of a record that was salvaged the columns do not say it; the draft itself does.
  static func isCorrection(
    _ id: RecordID, hasParent: Bool, isMended: Bool, draft: [UInt8]?, _ keyring: Keyring
  ) throws -> Bool {
    guard isMended, !hasParent, let draft else { return hasParent }
    let facts = try unlessDamaged {
      try DraftBody.read(keyring.open(draft, as: .draft(id))).0.facts
    }
    return (facts ?? nil)?.parent != nil
  }

  /// Refuses to write a draft over a record that does not take it now.
  static func requireWritable(
    _ draft: Draft, of keyring: Keyring, _ connection: Connection
  ) throws {
    guard let stored = try find(draft.id, of: keyring, connection) else { return }
    let isBegun = stored.phase == .draft && ![.trashed, .retracted].contains(stored.state)
    guard isBegun || (stored.state == .returned && draft.parent != nil) else {
      throw StoreError.notAllowed(stored.state)
    }
    guard try SurveyStore.retraction(of: draft.id, of: keyring, connection) == nil else {
      throw StoreError.beingRetracted
    }
  }

  /// The record, which must be in one of these states.
  static func require(
    _ id: RecordID, of keyring: Keyring, in states: Set<LocalState>, _ connection: Connection
  ) throws -> StoredRecord {
    guard let stored = try find(id, of: keyring, connection) else {
      throw StoreError.noSuchRecord
    }
    guard states.contains(stored.state) else { throw StoreError.notAllowed(stored.state) }
    return stored
  }
}
