import SyncProtocol
import Testing

/// The clock stands on Friday 10 April 2563, nine in the morning in Bangkok, and the dice count up.
func stillAmbient(_ start: UInt8 = 0) -> Ambient {
  Ambient(
    now: { Timestamp(milliseconds: 1_586_484_000_000) },
    random: { count in (0..<count).map { UInt8(truncatingIfNeeded: $0) &+ start } })
}

enum Sample {
  static let record = RecordID(stillAmbient())
  static var hash: RevisionHash { get throws { try #require(RevisionHash(bytes: 0..<16)) } }
  static var epoch: Epoch { get throws { try #require(Epoch(bytes: 100..<116)) } }
  static var village: AreaCode { get throws { try #require(AreaCode("47120601")) } }

  static func header(parents: [RevisionHash] = []) throws -> RevisionHeader {
    RevisionHeader(
      id: record, parents: parents, form: try #require(FormHash(bytes: 32..<48)),
      formID: "affected-person", formVersion: "ฉบับ 1/2563", author: PersonNumber(12),
      device: DeviceNumber(7), village: try village, finished: stillAmbient().now(), key: 1)
  }

  static func piece(
    _ name: String = "q1-บ้าน.jpg", number: Int = 0, count: Int? = nil, size: Int = 7
  ) throws -> PieceHeader {
    PieceHeader(
      record: record, revision: try hash, author: PersonNumber(12), device: DeviceNumber(7),
      village: try village, file: try #require(FileID(bytes: 64..<80)), name: name, number: number,
      count: count ?? FileLimits.count(of: size), size: size, key: 1)
  }

  static func hello(epoch: Epoch? = nil) -> SyncHello {
    SyncHello(
      device: DeviceNumber(7), epoch: epoch, cursors: ["47120601": 12],
      clock: stillAmbient().now(), room: 65_536)
  }
}
