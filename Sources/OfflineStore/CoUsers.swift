import SQLiteKit
import Sealing
public import SyncProtocol

/// Doubles between the people of one laptop (docs/decisions/0158).
extension SurveyStore {
  /// Old records are opened in portions: nobody waits at a sign-in.
  private static let portion = 40

  /// Returns who else of this laptop has a record of the same village about somebody with this
  /// national ID: the names, and nothing else.
  ///
  /// Trashed records do not count, nor what was retracted or rejected. A number that is not thirteen
  /// digits is nobody's. It takes some milliseconds.
  ///
  /// - Parameters:
  ///   - form: Only records of this form; one person may well be in several forms.
  ///   - id: The record in which the number is being typed.
  public func coUsers(
    knowing nationalID: String, in form: String? = nil, excluding id: RecordID? = nil,
    for keyring: Keyring
  ) throws(StoreError) -> [String] {
    guard let number = NationalID.digits(nationalID) else { return [] }
    return try perform { connection in
      try DigestKeys.ofOthers(for: keyring, connection).compactMap { owner, key in
        try Self.name(
          of: owner, having: NationalID.digest(of: number, key), form, excluding: id, connection)
      }
    }
  }

  private static func name(
    of owner: Int64, having digest: [UInt8], _ form: String?, excluding id: RecordID?,
    _ connection: Connection
  ) throws -> String? {
    try connection.first(
      """
      SELECT p.name FROM known k
        JOIN record r ON r.person = k.person AND r.record = k.record
        JOIN person p ON p.id = k.person
      WHERE k.person = \(owner) AND k.digest = \(digest) AND k.record IS NOT \(id)
        AND r.form_id IN (coalesce(\(form), r.form_id), '')
        AND (r.trashed IS NULL OR r.parent IS NOT NULL)
        AND coalesce(r.review, '') NOT IN ('rejected', 'retracted')
      LIMIT 1
      """
    ) { try $0.text(0) }
  }

  /// Keeps the digest of whom a draft is about.
  func mark(_ draft: Draft, for keyring: Keyring, _ connection: Connection) throws {
    guard let key = try DigestKeys.own(keyring, connection) else { return }
    let number = NationalID.digits(draft.card.nationalID)
    let digest = try digest(
      of: number ?? NationalID.first(in: draft.instance), key, keyring)
    try Self.keep(digest, of: draft.id, for: keyring, connection)
  }

  /// The number of the record in work is digested once, not at every answer.
  private func digest(
    of number: String?, _ key: SecretBytes, _ keyring: Keyring
  ) throws -> [UInt8] {
    guard let number else { return [] }
    let mark = Digest.blake2b(keyring.dataKey.exposed + Array(number.utf8), count: 16)
    if let last = lastDigest, last.mark == mark { return last.digest }
    let digest = try NationalID.digest(of: number, key)
    lastDigest = (mark, digest)
    return digest
  }

  /// Digests records of before, as far as they open here: an empty digest says that one gives none.
  static func markOldRecords(for keyring: Keyring, _ connection: Connection) throws {
    guard let key = try DigestKeys.own(keyring, connection) else { return }
    let old = try connection.rows(
      """
      SELECT record, sealed_title, sealed_draft FROM record r
      WHERE person = \(keyring.person) AND sealed_title IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM known k WHERE k.person = r.person AND k.record = r.record)
      ORDER BY id DESC LIMIT \(portion)
      """
    ) { (try $0.record(0), try $0.blob(1), try $0.optionalBlob(2)) }
    for (id, title, draft) in old {
      // One that does not open any more keeps no other from being known.
      let number = try unlessDamaged { () -> String? in
        let card = try keyring.openTitle(title, of: id).card
        if let number = card.flatMap({ NationalID.digits($0.nationalID) }) { return number }
        guard let draft else { return nil }
        return NationalID.first(in: try DraftBody.read(keyring.open(draft, as: .draft(id))).1)
      }
      let digest = try (number ?? nil).map { try NationalID.digest(of: $0, key) }
      try keep(digest ?? [], of: id, for: keyring, connection)
    }
  }

  private static func keep(
    _ digest: [UInt8], of id: RecordID, for keyring: Keyring, _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO known (person, record, digest) VALUES (\(keyring.person), \(id), \(digest))
      ON CONFLICT (person, record) DO UPDATE SET digest = excluded.digest
        WHERE digest <> excluded.digest
      """)
  }
}
