import Compression
import SQLiteKit
import Sealing
public import SyncProtocol

extension SurveyStore {
  /// Makes a draft a finished record, in one step that cannot half happen.
  ///
  /// `submission` is what the centre will get. It is sealed to the centre and signed at once, or
  /// kept under the person's key until the person is enrolled. The draft stays readable to its
  /// author until the centre has it. The files beside it that `submission` names go to the centre
  /// after it; `files` are kept beside it first, by their names.
  public func finish(
    _ draft: Draft, submission: [UInt8], with files: [String: [UInt8]] = [:], for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      try StoredRecord.requireWritable(draft, of: keyring, connection)
      try write(draft, for: keyring, connection)
      for (name, content) in files {
        try Self.keep(
          content, as: name, of: draft.id, at: ambient.now(), for: keyring, connection)
      }
      try connection.run(
        """
        UPDATE record SET phase = 'ready', finished = \(ambient.now()),
          sealed_submission = \(keyring.seal(submission, as: .submission(draft.id)))
        WHERE person = \(keyring.person) AND record = \(draft.id)
        """)
      try note(.finished, by: keyring.person, on: draft.id, connection)
      try Self.queueReadyRecords(of: keyring, ambient, connection)
    }
  }

  /// Makes a finished record a draft again, or a correction that is under way, as long as no other
  /// machine can have it.
  ///
  /// Throws ``StoreError/maybeSent`` when it was handed over and whether the centre has it is not
  /// known: `SyncEngine.settle()` asks, and sending it again tells too.
  public func recall(_ id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      let stored = try StoredRecord.require(id, of: keyring, in: [.ready], connection)
      if let revision = stored.revision {
        try connection.run(
          "DELETE FROM outbox WHERE hash = \(revision) AND state <> 'stored' AND offers = 0 AND fits"
        )
        guard connection.changes == 1 else { throw StoreError.maybeSent }
        try Self.dropFiles(of: revision, of: id, for: keyring, connection)
      }
      try connection.run(
        """
        UPDATE record SET phase = 'draft', revision = parent, finished = NULL,
          sealed_submission = NULL
        WHERE person = \(keyring.person) AND record = \(id)
        """)
      try note(.recalled, by: keyring.person, on: id, connection)
    }
  }

  /// Seals and queues every finished record of the person that waits for it.
  ///
  /// Does nothing as long as no centre has enrolled the person.
  static func queueReadyRecords(
    of keyring: Keyring, _ ambient: Ambient, _ connection: Connection
  ) throws {
    guard let author = try Author.find(keyring, connection) else { return }
    let waiting = try connection.rows(
      """
      SELECT record, form_id, form_version, form_hash, parent, finished, sealed_submission
      FROM record
      WHERE person = \(keyring.person) AND phase = 'ready' AND sealed_submission IS NOT NULL AND fits
      ORDER BY finished, id
      """
    ) { row in
      let id = try row.record(0)
      let parent: RevisionHash? = try row.optionalHash(4)
      let header = author.header(
        of: id, parents: parent.map { [$0] } ?? [], form: try row.hash(3),
        formID: try row.text(1), formVersion: try row.text(2), finished: try row.time(5))
      return (header, try keyring.open(row.blob(6), as: .submission(id)))
    }
    for (header, submission) in waiting {
      let revision = try author.seal(submission, header)
      let hash = try queue(revision, of: keyring.person, connection)
      try queueFiles(
        named: submission, of: header.id, first: hash, by: author, ambient.random, connection)
    }
  }

  private static func queue(
    _ revision: Revision, of person: Int64, _ connection: Connection
  ) throws -> RevisionHash {
    guard let hash = revision.hash(Digest.blake2b) else {
      preconditionFailure("A digest has the length that was asked for")
    }
    let header = String(decoding: WireJSON.encode(revision.header), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO outbox (kind, state, person, record, hash, header, signature, sealed_box)
      VALUES ('rev', 'queued', \(person), \(revision.header.id), \(hash), \(header),
        \(revision.signature), \(revision.box))
      """)
    try connection.run(
      """
      UPDATE record SET revision = \(hash), sealed_submission = NULL
      WHERE person = \(person) AND record = \(revision.header.id)
      """)
    return hash
  }
}
