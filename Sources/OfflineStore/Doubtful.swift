import SQLiteKit
public import SyncProtocol

/// An item that was handed over, and of which nobody knows whether it arrived.
public struct DoubtfulItem: Equatable, Sendable {
  public var id: Int64
  public var hash: ItemHash
  /// How often it was handed over.
  public var offers: Int
}

/// What became of items that were handed over and never answered for.
public struct Settlement: Equatable, Sendable {
  /// The centre has these.
  public var arrived = 0
  /// The centre does not have these: they can be called back again.
  public var missing = 0
  /// Nobody can say: the centre is of before, or they lie in a bundle on a stick.
  public var unknown = 0

  public init(arrived: Int = 0, missing: Int = 0, unknown: Int = 0) {
    self.arrived = arrived
    self.missing = missing
    self.unknown = unknown
  }
}

/// Between being handed over and being answered for (docs/decisions/0159).
extension SurveyStore {
  /// The most items that are asked about at once.
  private static let mostDoubtful = 200

  /// Returns the records, decisions and steps of which it is not known whether the centre has them.
  public func doubtful() throws(StoreError) -> [DoubtfulItem] {
    try perform { connection in
      try connection.rows(
        """
        SELECT id, hash, offers FROM outbox
        WHERE state = 'queued' AND kind <> 'file' AND offers > 0 AND fits
        ORDER BY id DESC LIMIT \(Self.mostDoubtful)
        """
      ) { row in
        DoubtfulItem(id: Int64(try row.int(0)), hash: try row.hash(1), offers: try row.int(2))
      }
    }
  }

  /// Takes down what the centre said of doubtful items: what it has is stored, what it lacks never
  /// left this laptop, unless a stick may still bring it.
  ///
  /// - Parameters:
  ///   - lacks: Those that it does not have; nil when it did not understand the question.
  ///   - receipt: What else it said.
  public func settle(
    _ items: [DoubtfulItem], lacks: [ItemHash]?, receipt: Receipt
  ) throws(StoreError) -> Settlement {
    guard let lacks else {
      try apply(receipt)
      return Settlement(unknown: items.count)
    }
    let missing = Set(lacks)
    var receipt = receipt
    receipt.acknowledged = items.filter { !missing.contains($0.hash) }.map(\.id)
    try apply(receipt)
    var settlement = Settlement(arrived: receipt.acknowledged.count)
    try change { connection in
      let onSticks = try Self.itemsOnSticks(connection)
      for item in items where missing.contains(item.hash) {
        guard !onSticks.contains(item.id) else {
          settlement.unknown += 1
          continue
        }
        try connection.run(
          """
          UPDATE outbox SET offers = 0
          WHERE id = \(item.id) AND state = 'queued' AND offers = \(item.offers)
          """)
        settlement.missing += 1
      }
    }
    return settlement
  }

  /// What lies in bundles, which somebody may bring to the centre on any day.
  private static func itemsOnSticks(_ connection: Connection) throws -> Set<Int64> {
    let bundles = try connection.rows("SELECT items FROM bundle") { row in
      WireJSON.decode([Int64].self, from: Array(try row.text(0).utf8)) ?? []
    }
    return Set(bundles.joined())
  }
}
