import SQLiteKit
public import SyncProtocol

/// Where a sealed item stands on its way to the centre.
enum OutboxState: String {
  case queued, stored, refused
}

/// A sealed item, to be sent as it was signed.
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

  /// Whether it is a piece of a file, which waits until every record and decision was sent.
  public var isPiece: Bool {
    if case .piece = item { true } else { false }
  }
}

/// Up to where the outbox was gone through: in its records and decisions, and in its pieces of files.
///
/// A record that is finished while files are being sent is sent before the rest of them.
public struct OutboxPlace: Equatable, Sendable {
  public var records: Int64
  public var pieces: Int64

  public init(records: Int64 = 0, pieces: Int64 = 0) {
    self.records = records
    self.pieces = pieces
  }

  /// The place behind these items, which follow this one.
  public func after(_ items: [OutboxItem]) -> OutboxPlace {
    items.reduce(self) { place, item in
      item.isPiece
        ? OutboxPlace(records: place.records, pieces: max(place.pieces, item.id))
        : OutboxPlace(records: max(place.records, item.id), pieces: place.pieces)
    }
  }
}

/// How many items wait to be sent.
public struct OutboxCount: Equatable, Sendable {
  /// Revisions and decisions.
  public var items: Int
  /// Pieces of files.
  public var pieces: Int
}

/// How much there is to send.
public struct OutboxSummary: Equatable, Sendable {
  public var revisions = 0
  public var decisions = 0
  /// Retractions, and questions for the text of a record.
  public var steps = 0
  public var pieces = 0
  public var bytes = 0

  /// What the centre did not take and a person must look at; pieces of files are not counted.
  public var refused = 0
  public var refusedPieces = 0

  /// Whether there is anything for the next sync to send.
  public var isWaiting: Bool { revisions + decisions + steps + pieces > 0 }

  public init(
    revisions: Int = 0, decisions: Int = 0, steps: Int = 0, pieces: Int = 0, bytes: Int = 0,
    refused: Int = 0, refusedPieces: Int = 0
  ) {
    self.revisions = revisions
    self.decisions = decisions
    self.steps = steps
    self.pieces = pieces
    self.bytes = bytes
    self.refused = refused
    self.refusedPieces = refusedPieces
  }
}

extension SurveyStore {
  /// Returns what is to be sent next, and takes it as handed to the network.
  ///
  /// First records and decisions, then pieces of files, the oldest first: as many behind `last` as
  /// fit into `limitBytes`, and at least one when there is one. From here on they cannot be
  /// recalled, until ``withdraw(_:)`` says that they never left.
  public func outbox(
    limitBytes: Int, after last: OutboxPlace = OutboxPlace()
  ) throws(StoreError) -> [OutboxItem] {
    try change { connection in
      var items = try Self.items(
        .records, after: last.records, within: limitBytes, least: 1, connection)
      let room = limitBytes - items.reduce(0) { $0 + $1.size }
      // Where not every record came along, none of the files does.
      if try !Self.isWaiting(.records, after: last.after(items).records, connection) {
        items += try Self.items(
          .pieces, after: last.pieces, within: room, least: items.isEmpty ? 1 : 0, connection)
      }
      for item in items {
        try connection.run("UPDATE outbox SET offers = offers + 1 WHERE id = \(item.id)")
      }
      return items
    }
  }

  /// Whether something waits behind this place.
  public func isAnythingWaiting(after place: OutboxPlace) throws(StoreError) -> Bool {
    try perform { connection in
      try Self.isWaiting(.records, after: place.records, connection)
        || Self.isWaiting(.pieces, after: place.pieces, connection)
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

  /// Offers the records and the files again that the centre refused.
  ///
  /// Whoever calls the district and then presses send expects that. A decision is not offered again, nor
  /// a step: whoever took it may have taken another one since.
  public func offerRefusedAgain() throws(StoreError) {
    try change { connection in
      try connection.run(
        """
        UPDATE outbox SET state = 'queued', problem = NULL
        WHERE state = 'refused' AND kind NOT IN ('dec', 'step')
        """)
    }
  }

  /// Returns how much there is to send, without touching any of it.
  public func outboxSummary() throws(StoreError) -> OutboxSummary {
    try perform { connection in
      let summary = try connection.first(
        """
        SELECT count(*) FILTER (WHERE kind = 'rev' AND state = 'queued'),
          count(*) FILTER (WHERE kind = 'dec' AND state = 'queued'),
          count(*) FILTER (WHERE kind = 'file' AND state = 'queued'),
          coalesce(sum(length(header) + length(coalesce(p.sealed_box, o.sealed_box)) + 200)
            FILTER (WHERE state = 'queued'), 0),
          count(*) FILTER (WHERE kind <> 'file' AND state = 'refused'),
          count(*) FILTER (WHERE kind = 'file' AND state = 'refused'),
          count(*) FILTER (WHERE kind = 'step' AND state = 'queued')
        FROM outbox o LEFT JOIN piece p ON p.id = o.id WHERE fits
        """
      ) {
        OutboxSummary(
          revisions: try $0.int(0), decisions: try $0.int(1), steps: try $0.int(6),
          pieces: try $0.int(2), bytes: try $0.int(3), refused: try $0.int(4),
          refusedPieces: try $0.int(5))
      }
      return summary ?? OutboxSummary()
    }
  }

  /// Returns how many items wait, for which no item is read.
  public func outboxCount() throws(StoreError) -> OutboxCount {
    try perform { connection in
      let count = try connection.first(
        """
        SELECT count(*) FILTER (WHERE kind <> 'file'), count(*) FILTER (WHERE kind = 'file')
        FROM outbox WHERE state = 'queued'
        """
      ) { OutboxCount(items: try $0.int(0), pieces: try $0.int(1)) }
      return count ?? OutboxCount(items: 0, pieces: 0)
    }
  }

  private enum Part { case records, pieces }

  private static func isWaiting(
    _ part: Part, after last: Int64, _ connection: Connection
  ) throws -> Bool {
    try !waiting(part, after: last, most: 1, connection).isEmpty
  }

  /// What waits behind an item, the oldest first, and about how many bytes each takes.
  ///
  /// Each part has a query that the index answers in this order: there may be thousands of pieces.
  private static func waiting(
    _ part: Part, after last: Int64, most: Int, _ connection: Connection
  ) throws -> [(id: Int64, size: Int)] {
    let query: SQL =
      switch part {
      case .records:
        """
        SELECT id, length(header) + length(sealed_box) + 200 FROM outbox
        WHERE state = 'queued' AND kind IN ('rev', 'dec', 'step') AND fits AND id > \(last)
        ORDER BY id LIMIT \(most)
        """
      case .pieces:
        """
        SELECT o.id, length(header) + length(p.sealed_box) + 200
        FROM outbox o JOIN piece p ON p.id = o.id
        WHERE state = 'queued' AND kind = 'file' AND fits AND o.id > \(last)
        ORDER BY o.id LIMIT \(most)
        """
      }
    return try connection.rows(query) { (id: Int64(try $0.int(0)), size: try $0.int(1)) }
  }

  /// As many from the front as fit, and `least` of them whether they do or not.
  private static func items(
    _ part: Part, after last: Int64, within limit: Int, least: Int, _ connection: Connection
  ) throws -> [OutboxItem] {
    // No item is smaller than this.
    let most = min(FrameLimits().items, max(limit, 0) / 300 + least)
    let waiting = try waiting(part, after: last, most: most, connection)
    var total = 0
    let fitting = waiting.prefix { item in
      total += item.size
      return total <= limit
    }
    return try waiting.prefix(max(fitting.count, least)).compactMap { id, size in
      try connection.first(
        """
        SELECT kind, record, header, signature, coalesce(p.sealed_box, o.sealed_box)
        FROM outbox o LEFT JOIN piece p ON p.id = o.id WHERE o.id = \(id)
        """
      ) { row in
        let item = try item(
          row.word(0), header: Array(row.text(2).utf8), signature: row.blob(3), box: row.blob(4))
        return OutboxItem(id: id, record: try row.record(1), item: item, size: size)
      }
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
    case .piece:
      guard let header = WireJSON.decode(PieceHeader.self, from: header) else { break }
      return .piece(FilePiece(header: header, box: box, signature: signature))
    case .step:
      guard let header = WireJSON.decode(StepHeader.self, from: header) else { break }
      return .step(StepItem(header: header, box: box, signature: signature))
    }
    throw StoreError.damaged("an item of the outbox cannot be read")
  }
}
