import SQLiteKit
import Sealing
import SyncProtocol

/// The files of finished records on their way to the centre, cut into pieces.
///
/// A file is cut when its record is finished, for only then are its author's keys there to sign with;
/// whoever is signed in later sends it.
extension SurveyStore {
  /// Queues what a submission names of the files beside its record, except what was sent as it is.
  static func queueFiles(
    named submission: [UInt8], of id: RecordID, first revision: RevisionHash, by author: Author,
    _ random: (Int) -> [UInt8], _ connection: Connection
  ) throws {
    let person = author.keyring.person
    let names = try connection.rows(
      """
      SELECT name FROM attachment
      WHERE person = \(person) AND record = \(id) AND size <= \(FileLimits.file) ORDER BY name
      """
    ) { try $0.text(0) }
    for name in names where FileLimits.names(name, in: submission) {
      // One file that does not open any more must not keep its record here.
      let content = try unlessDamaged {
        try file(name, of: id, for: author.keyring, connection)
      }
      guard let content = content ?? nil else { continue }
      let digest = Digest.blake2b(content, count: 32)
      guard try lastSent(name, of: id, for: author.keyring, connection) != digest else { continue }
      guard let file = FileID(bytes: random(16)) else {
        preconditionFailure("the dice gave another number of bytes than asked for")
      }
      try author.cut(content, named: name, of: id, first: revision, as: file) { piece in
        try queue(piece, of: person, connection)
      }
      let sealed = author.keyring.seal(digest, as: .sentFile(id, name))
      try connection.run(
        """
        INSERT INTO sent_file (person, record, name, revision, sealed_digest)
        VALUES (\(person), \(id), \(name), \(revision), \(sealed))
        ON CONFLICT (person, record, name) DO UPDATE SET
          revision = excluded.revision, sealed_digest = excluded.sealed_digest
        """)
    }
  }

  /// What a file was when it was last cut for this record; nil before, or when that is damaged.
  private static func lastSent(
    _ name: String, of id: RecordID, for keyring: Keyring, _ connection: Connection
  ) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT sealed_digest FROM sent_file
      WHERE person = \(keyring.person) AND record = \(id) AND name = \(name)
      """
    ) { row in try unlessDamaged { try keyring.open(row.blob(0), as: .sentFile(id, name)) } } ?? nil
  }

  private static func queue(
    _ piece: FilePiece, of person: Int64, _ connection: Connection
  ) throws {
    guard let hash = piece.hash(Digest.blake2b) else {
      preconditionFailure("A digest has the length that was asked for")
    }
    let header = String(decoding: WireJSON.encode(piece.header), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO outbox (kind, state, person, record, hash, header, signature, sealed_box)
      VALUES ('file', 'queued', \(person), \(piece.header.record), \(hash), \(header),
        \(piece.signature), x'')
      """)
    try connection.run(
      """
      INSERT INTO piece (id, revision, sealed_box)
      VALUES (\(connection.lastInsertedID), \(piece.header.revision), \(piece.box))
      """)
  }

  /// Takes back what was cut for a revision that never left.
  static func dropFiles(
    of revision: RevisionHash, of id: RecordID, for keyring: Keyring, _ connection: Connection
  ) throws {
    try connection.run(
      """
      DELETE FROM outbox WHERE kind = 'file' AND id IN (
        SELECT id FROM piece WHERE revision = \(revision))
      """)
    try connection.run(
      """
      DELETE FROM sent_file
      WHERE person = \(keyring.person) AND record = \(id) AND revision = \(revision)
      """)
  }

  /// Lets the pieces of a revision share its fate: the centre takes neither.
  static func refuseFiles(
    ofItem id: Int64, _ problem: Problem, _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE outbox SET state = 'refused', problem = \(problem.rawValue), offers = 0
      WHERE state = 'queued' AND kind = 'file' AND id IN (
        SELECT p.id FROM piece p JOIN outbox o ON o.hash = p.revision WHERE o.id = \(id))
      """)
  }

  /// Returns how many of these items of the outbox are pieces of files.
  public func pieces(among items: [Int64]) throws(StoreError) -> Int {
    try perform { connection in
      try items.count { id in try Self.isPiece(id, connection) }
    }
  }

  static func isPiece(_ id: Int64, _ connection: Connection) throws -> Bool {
    try connection.number("SELECT 1 FROM outbox WHERE id = \(id) AND kind = 'file'") != nil
  }
}
