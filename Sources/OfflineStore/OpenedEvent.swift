import Compression
import SQLiteKit
import SyncProtocol

/// A line of the feed, opened by the person it was sealed to.
struct OpenedEvent {
  var revision: RevisionHash
  var body: EventBody
  var verdict: Verdict

  /// The largest body that is taken, in bytes, once it is decompressed.
  static let largestBody = 8 << 20

  /// Opens a kept event; one that is not there any more is damage, for rows that name it keep it.
  static func open(
    _ id: Int, with keyring: Keyring, _ connection: Connection
  ) throws -> OpenedEvent {
    let event = try connection.first(
      "SELECT revision, time, sealed_actor, sealed_body, fits FROM event WHERE id = \(id)"
    ) { row in
      try row.requireFit(4)
      let body = try open(row.optionalBlob(3), keyring)
      return OpenedEvent(
        revision: try row.hash(0), body: body,
        verdict: Verdict(
          decision: body.decision ?? DecisionBody(),
          by: String(decoding: try keyring.box.open(row.blob(2)), as: UTF8.self),
          office: body.office, time: try row.time(1), doubleOf: body.doubleOf ?? []))
    }
    guard let event else { throw StoreError.damaged("a line of the feed is gone") }
    return event
  }

  /// Opens what a kept event says, and not who did it: each is a box of its own, and slow to open.
  static func body(
    of id: Int, with keyring: Keyring, _ connection: Connection
  ) throws -> EventBody {
    let body = try connection.first("SELECT sealed_body FROM event WHERE id = \(id)") { row in
      try open(row.optionalBlob(0), keyring)
    }
    guard let body else { throw StoreError.damaged("a line of the feed is gone") }
    return body
  }

  private static func open(_ sealed: [UInt8]?, _ keyring: Keyring) throws -> EventBody {
    guard let sealed else { return EventBody() }
    let json = try Zstandard.decompress(keyring.box.open(sealed), limit: largestBody)
    guard let body = WireJSON.decode(EventBody.self, from: json) else {
      throw StoreError.damaged("a line of the feed cannot be read")
    }
    return body
  }
}
