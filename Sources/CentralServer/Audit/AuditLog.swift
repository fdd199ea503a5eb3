import SQLiteKit
import Sealing
import SyncProtocol

/// One line of the audit log: who did what to which thing, when, and what came of it.
///
/// Numbers and identities only; a name or an answer would outlive every request to erase it.
struct AuditEntry: Equatable, Codable, Sendable {
  enum Action: String, Codable, Sendable {
    case createCode, enrol, refuseCode, storeRevision, storeFile, decide, fetchFile
    case retract, giveCopy
    case revoke
  }

  var time: Timestamp
  var action: Action
  var person: PersonNumber?
  var device: DeviceNumber?
  /// A record, a village or the selector of a code.
  var object: String
  var revision: RevisionHash?
  var result: String
}

/// The audit log: each line carries a digest of itself and of the line before.
///
/// Whoever changes, removes or swaps a line must write all that follow anew, and the last digest is
/// then another than the one that was printed or sent away.
struct AuditLog {
  let connection: Connection

  func append(_ entry: AuditEntry) throws {
    let last = try connection.first("SELECT hash FROM audit ORDER BY number DESC LIMIT 1") {
      try $0.blob(0)
    }
    let bytes = WireJSON.encode(entry)
    let hash = Self.hash(bytes, after: last ?? [])
    try connection.run("INSERT INTO audit (entry, hash) VALUES (\(bytes), \(hash))")
  }

  /// What a walk along the whole chain found.
  enum Verdict: Equatable, Codable, Sendable {
    case whole(lines: Int)
    /// The first line whose digest is not the one it must have, or whose number is missing.
    case broken(line: Int)
  }

  func verify() throws -> Verdict {
    var last: [UInt8] = []
    var expected = 0
    let broken = try connection.rows(
      "SELECT number, entry, hash FROM audit ORDER BY number"
    ) { row -> Int? in
      expected += 1
      last = Self.hash(try row.blob(1), after: last)
      return try row.int(0) == expected && row.blob(2) == last ? nil : expected
    }
    return broken.compactMap(\.self).first.map { .broken(line: $0) } ?? .whole(lines: expected)
  }

  private static func hash(_ entry: [UInt8], after last: [UInt8]) -> [UInt8] {
    Digest.blake2b(last + [0] + entry, count: 32)
  }
}
