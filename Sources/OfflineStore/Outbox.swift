import SQLiteKit
public import SyncProtocol

/// Where a sealed item stands on its way to the centre.
enum OutboxState: String {
  case queued, stored, refused
}

/// A sealed revision or decision, to be sent as it was signed.
public struct OutboxItem: Equatable, Identifiable, Sendable {
  public var id: Int64
  public var record: RecordID
  public var item: SyncItem

  /// About how many bytes it takes on the wire.
  public var size: Int

  public init(
    id: Int64, record: RecordID, item: SyncItem, size: Int
  ) {
    self.id = id
    self.record = record
    self.item = item
    self.size = size
  }
}

/// How much there is to send.
public struct OutboxSummary: Equatable, Sendable {
  public var revisions = 0
  public var decisions = 0
  public var bytes = 0

  /// What the centre did not take and a person must look at.
  public var refused = 0

  public init(
    revisions: Int = 0, decisions: Int = 0, bytes: Int = 0, refused: Int = 0
  ) {
    self.revisions = revisions
    self.decisions = decisions
    self.bytes = bytes
    self.refused = refused
  }
}

extension SurveyStore {
  /// Returns what is to be sent next, oldest first, and takes it as handed to the network.
  ///
  /// As many items after `last` as fit into `limitBytes`, and at least one when there is one. From
  /// here on they cannot be recalled, until ``withdraw(_:)`` says that they never left.
  public func outbox(
    limitBytes: Int, after last: Int64 = 0
  ) throws(StoreError) -> [OutboxItem] {
    try change { connection in
      let sizes = try connection.rows(
        """
        SELECT length(header) + length(sealed_box) + 200 FROM outbox
        WHERE state = 'queued' AND fits AND id > \(last) ORDER BY id
        LIMIT \(FrameLimits().items)
        """
      ) { try $0.int(0) }
      let items = try Self.items(after: last, count: Self.count(sizes, in: limitBytes), connection)
      for item in items {
        try connection.run("UPDATE outbox SET offers = offers + 1 WHERE id = \(item.id)")
      }
      return items
    }
  }

  /// Takes back items that were handed over but never left the laptop: there was no connection.
  ///
  /// Call it only when not one byte of the request was sent; whoever is in doubt leaves them. It
  /// takes back one handing over and no earlier one, of which nobody knows what came.
  public func withdraw(_ items: [Int64]) throws(StoreError) {
    try change { connection in
      for id in items {
        try connection.run(
          "UPDATE outbox SET offers = offers - 1 WHERE id = \(id) AND offers > 0")
      }
    }
  }

  /// Offers everything again that the centre refused.
  public func retryRefused() throws(StoreError) {
    try change { connection in
      try connection.run(
        "UPDATE outbox SET state = 'queued', problem = NULL WHERE state = 'refused'")
    }
  }

  /// Returns how much there is to send, without touching any of it.
  public func outboxSummary() throws(StoreError) -> OutboxSummary {
    try perform { connection in
      let summary = try connection.first(
        """
        SELECT count(*) FILTER (WHERE kind = 'rev' AND state = 'queued'),
          count(*) FILTER (WHERE kind = 'dec' AND state = 'queued'),
          coalesce(sum(length(header) + length(sealed_box) + 200)
            FILTER (WHERE state = 'queued'), 0),
          count(*) FILTER (WHERE state = 'refused')
        FROM outbox WHERE fits
        """
      ) {
        OutboxSummary(
          revisions: try $0.int(0), decisions: try $0.int(1), bytes: try $0.int(2),
          refused: try $0.int(3))
      }
      return summary ?? OutboxSummary()
    }
  }

  private static func count(_ sizes: [Int], in limit: Int) -> Int {
    var total = 0
    let fitting = sizes.prefix { size in
      total += size
      return total <= limit
    }
    return max(fitting.count, min(sizes.count, 1))
  }

  private static func items(
    after last: Int64, count: Int, _ connection: Connection
  ) throws -> [OutboxItem] {
    try connection.rows(
      """
      SELECT id, kind, record, header, signature, sealed_box FROM outbox
      WHERE state = 'queued' AND fits AND id > \(last) ORDER BY id LIMIT \(count)
      """
    ) { row in
      let box = try row.blob(5)
      let header = Array(try row.text(3).utf8)
      return OutboxItem(
        id: Int64(try row.int(0)), record: try row.record(2),
        item: try item(row.word(1), header: header, signature: row.blob(4), box: box),
        size: header.count + box.count + 200)
    }
  }

  static func item(
    _ kind: SyncItem.Kind, header: [UInt8], signature: [UInt8], box: [UInt8]
  ) throws -> SyncItem {
    switch kind {
    case .revision:
      guard let header = WireJSON.decode(RevisionHeader.self, from: header) else { break }
      return .revision(Revision(header: header, box: box, signature: signature))
    case .decision:
      guard let header = WireJSON.decode(DecisionHeader.self, from: header) else { break }
      return .decision(DecisionItem(header: header, box: box, signature: signature))
    }
    throw StoreError.damaged("an item of the outbox cannot be read")
  }
}
