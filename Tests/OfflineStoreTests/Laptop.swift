import Glibc
import OfflineStore
import Sealing
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// A laptop with one folder, whose clock stands still unless the test moves it.
final class Laptop {
  let folder: TemporaryFolder
  let clock = ManualClock()
  let centre = TestCentre()

  init() throws {
    folder = try TemporaryFolder()
  }

  var ambient: Ambient {
    Ambient(now: { [clock] in clock.now }, random: randomBytes)
  }

  func open() throws(StoreError) -> SurveyStore {
    try SurveyStore(directory: folder.path + "/store", ambient: ambient, cost: .test)
  }

  /// A copy of the disk's folder as it is now, which nobody holds open.
  func lostStore() throws -> String {
    try #require(mkdir(folder.path + "/lost", 0o700) == 0)
    for name in ["store.sqlite", "store.sqlite-wal"] {
      try folder.write(folder.read("store/\(name)"), to: "lost/\(name)")
    }
    return folder.path + "/lost"
  }

  func draft(_ title: String = "นายสมชาย ใจดี", parent: RevisionHash? = nil) -> Draft {
    Draft(
      id: RecordID(ambient), formID: "affected-person", formVersion: "2563041001",
      formHash: .test, instance: Array("<data><name>\(title)</name></data>".utf8), title: title,
      place: "/data/q1/age", problems: 1, answered: 7, changed: clock.now, parent: parent)
  }
}

final class ManualClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_586_500_000_000)

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  func advance(days: Int64) { advance(seconds: days * 24 * 3600) }

  func advance(seconds: Int64) {
    milliseconds.withLock { $0 += seconds * 1000 }
  }
}

extension FormHash {
  static let test = SixteenBytes(1...16).map(FormHash.init) ?? FormHash(.zero)
}

extension SixteenBytes {
  static let zero = sixteen(0)

  static func sixteen(_ byte: UInt8) -> SixteenBytes {
    guard let value = SixteenBytes([UInt8](repeating: byte, count: 16)) else {
      preconditionFailure("sixteen bytes are sixteen")
    }
    return value
  }
}

extension SecretBytes {
  static func text(_ text: String) -> SecretBytes { SecretBytes(copying: Array(text.utf8)) }
}

extension SurveyStore {
  /// Adds the village head that most tests are about.
  func addHead() throws(StoreError) -> Keyring {
    try addPerson(
      name: "ผู้ใหญ่สมหมาย", passphrase: .text("ควายสี่ตัวข้ามคลอง"),
      profile: Profile(name: "ผู้ใหญ่สมหมาย", area: AreaCode("471206"), moo: 1))
  }
}
