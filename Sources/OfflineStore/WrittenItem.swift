import SQLiteKit
import Sealing
import SyncProtocol

/// An item of the outbox as its own bytes tell it, whatever the columns beside them say.
struct WrittenItem {
  var id: Int
  /// The name that it was given.
  var hash: [UInt8]
  /// Whether its bytes still have that name.
  var isWhole = false

  var record: RecordID?
  var author: PersonNumber?
  /// Set for a revision.
  var header: RevisionHeader?
  /// Set for a piece of a file.
  var piece: PieceHeader?
  /// The word of a decision or a step.
  var decision: String?

  /// The outbox, or those of it whose rows fit their sums or do not.
  static func all(fitting: Bool? = nil, _ connection: Connection) throws -> [WrittenItem] {
    try connection.rows(
      """
      SELECT o.id, hash, kind, header, signature, coalesce(p.sealed_box, o.sealed_box)
      FROM outbox o LEFT JOIN piece p ON p.id = o.id
      WHERE \(fitting) IS NULL OR fits = \(fitting) ORDER BY o.id
      """, WrittenItem.init)
  }

  /// Columns: number, hash, kind, header, signature, box.
  private init(_ row: borrowing Row) throws {
    id = try row.int(0)
    hash = try row.blob(1)
    let item = try unlessDamaged {
      try SurveyStore.item(
        row.word(2), header: Array(row.text(3).utf8), signature: row.blob(4), box: row.blob(5))
    }
    switch item {
    case .revision(let item)?:
      (record, author, header) = (item.header.id, item.header.author, item.header)
      isWhole = item.hash(Digest.blake2b)?.bytes == hash
    case .decision(let item)?:
      (record, author) = (item.header.record, item.header.author)
      decision = item.header.decision.rawValue
      isWhole = item.hash(Digest.blake2b)?.bytes == hash
    case .piece(let item)?:
      (record, author, piece) = (item.header.record, item.header.author, item.header)
      isWhole = item.hash(Digest.blake2b)?.bytes == hash
    case .step(let item)?:
      (record, author) = (item.header.record, item.header.author)
      decision = item.header.step.rawValue
      isWhole = item.hash(Digest.blake2b)?.bytes == hash
    case .unreadable?, nil: break
    }
  }
}
