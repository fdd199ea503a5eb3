import SQLiteKit
import Sealing
public import SyncProtocol

/// A bundle that this laptop wrote: what was in it, and what the laptop knew then.
public struct OutstandingBundle: Equatable, Sendable {
  /// BLAKE2b-256 of its body, which the receipt names.
  public var batch: [UInt8]
  /// The items of the outbox in it, by their place.
  public var items: [Int64]
  /// For each village the last line of its feed that was here.
  public var cursors: [String: Int64]

  public init(batch: [UInt8], items: [Int64], cursors: [String: Int64]) {
    self.batch = batch
    self.items = items
    self.cursors = cursors
  }
}

extension SurveyStore {
  /// How many bundles without an answer are remembered; a stick from last year is not waited for.
  private static let mostBundles = 100

  /// Remembers a bundle before it leaves the laptop.
  public func remember(_ bundle: OutstandingBundle) throws(StoreError) {
    try change { connection in
      let items = String(decoding: WireJSON.encode(bundle.items), as: UTF8.self)
      let cursors = String(decoding: WireJSON.encode(bundle.cursors), as: UTF8.self)
      try connection.run(
        """
        INSERT INTO bundle (batch, made, items, cursors)
        VALUES (\(bundle.batch), \(ambient.now()), \(items), \(cursors))
        ON CONFLICT (batch) DO NOTHING
        """)
      try connection.run(
        """
        DELETE FROM bundle WHERE rowid NOT IN (
          SELECT rowid FROM bundle ORDER BY rowid DESC LIMIT \(Self.mostBundles))
        """)
      try note(.wroteBundle, by: nil, connection)
    }
  }

  /// Returns what was in the bundle that a receipt names, or nil for one of another laptop.
  public func bundle(_ batch: [UInt8]) throws(StoreError) -> OutstandingBundle? {
    try perform { connection in
      try connection.first("SELECT items, cursors FROM bundle WHERE batch = \(batch)") { row in
        guard let items = WireJSON.decode([Int64].self, from: Array(try row.text(0).utf8)),
          let cursors = WireJSON.decode([String: Int64].self, from: Array(try row.text(1).utf8))
        else { throw StoreError.damaged("a bundle cannot be read") }
        return OutstandingBundle(batch: batch, items: items, cursors: cursors)
      }
    }
  }

  /// Takes down the answer to a bundle; one that comes twice, late, or after the network's, changes
  /// nothing that is known better by now.
  ///
  /// - Parameter now: When the centre said it, by its own clock.
  public func apply(
    _ receipt: Receipt, to bundle: OutstandingBundle, saidAt now: Timestamp
  ) throws(StoreError) -> Applied {
    let isStale = try perform { connection in
      // An answer of an epoch that is over would send this laptop back into it.
      try Self.centre(connection)?.epoch != receipt.epoch
        && (Self.lastHeard(connection) ?? now) > now
    }
    guard !isStale else { return Applied(isNewEpoch: false, events: 0) }
    var receipt = receipt
    let cursors = try cursors()
    // Lines that begin behind the place where this laptop now reads would leave a gap.
    let isWithoutGap = bundle.cursors.allSatisfy { cursors[$0.key, default: 0] >= $0.value }
    if !isWithoutGap { receipt.events = [] }
    let applied = try apply(receipt)
    try heard(at: now)
    try log(.readBundle, by: nil)
    return applied
  }

  /// Takes down when the centre last said something.
  public func heard(at now: Timestamp) throws(StoreError) {
    let known = try perform { connection in try Self.lastHeard(connection) }
    guard known.map({ $0 < now }) ?? true else { return }
    try set("\(now.milliseconds)", for: "centre.heard")
  }

  private static func lastHeard(_ connection: Connection) throws -> Timestamp? {
    let known = try connection.first("SELECT value FROM setting WHERE name = 'centre.heard'") {
      Int64(try $0.text(0))
    }
    return (known ?? nil).map(Timestamp.init)
  }
}
