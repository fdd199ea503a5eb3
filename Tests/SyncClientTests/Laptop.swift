import Glibc
import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import Synchronization
import TestSupport
import Testing

/// A laptop with a store of its own, and a village head who is enrolled at a centre in memory.
struct Laptop {
  let folder: TemporaryFolder
  let store: SurveyStore
  let keyring: Keyring
  let centre: WireCentre
  let engine: SyncEngine
  let clock: Mutable
  let ambient: Ambient

  /// A clock that a test can set wrong.
  final class Mutable: Sendable {
    private let milliseconds: Mutex<Int64> = Mutex(1_586_484_000_000)
    var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }
    func set(_ value: Int64) { milliseconds.withLock { $0 = value } }
  }

  init(isEnrolled: Bool = true) async throws {
    folder = try TemporaryFolder()
    centre = WireCentre(epoch: try #require(Epoch(bytes: 1...16)))
    let clock = Mutable()
    let ambient = Ambient(now: { clock.now }, random: randomBytes)
    self.clock = clock
    self.ambient = ambient
    store = try SurveyStore(directory: folder.path + "/store", ambient: ambient, cost: .test)
    keyring = try await store.addPerson(
      name: "ผู้ใหญ่สมหมาย", passphrase: SecretBytes(copying: Array("ควายสี่ตัวข้ามคลอง".utf8)),
      profile: Profile(name: "ผู้ใหญ่สมหมาย", area: AreaCode("471206"), moo: 1))
    engine = SyncEngine(store: store, transport: centre, ambient: ambient)
    guard isEnrolled else { return }
    let code = EnrolmentCode(ambient)
    centre.state.withLock { $0.code = code }
    _ = try await engine.enrol(code, name: "ผู้ใหญ่สมหมาย", at: Self.address, for: keyring)
  }

  static var address: ServerAddress {
    get throws { try #require(ServerAddress("https://centre.example")) }
  }

  /// Finishes so many surveys, of people who are made up.
  func finish(_ count: Int, size: Int = 300) async throws {
    for number in 0..<count {
      let id = RecordID(Ambient(now: { clock.now }, random: randomBytes))
      let draft = Draft(
        id: id, formID: "affected-person", formVersion: "1",
        formHash: try #require(FormHash(bytes: 1...16)), instance: Array("<data/>".utf8),
        title: "นายสมชาย ใจดี \(number)", place: "", problems: 0, answered: 1, changed: clock.now)
      // Bytes that do not compress, so that batches have the size the test means.
      let submission = Array("<data>\(Hex.text(randomBytes(size / 2)))</data>".utf8)
      try await store.finish(draft, submission: submission, for: keyring)
    }
  }

  /// Finishes a survey with a photo of so many bytes, which do not compress, and gives the photo.
  @discardableResult
  func finish(photo size: Int) async throws -> [UInt8] {
    let id = RecordID(Ambient(now: { clock.now }, random: randomBytes))
    let draft = Draft(
      id: id, formID: "affected-person", formVersion: "1",
      formHash: try #require(FormHash(bytes: 1...16)), instance: Array("<data/>".utf8),
      title: "นางมะลิ สุขใจ", place: "", problems: 0, answered: 1, changed: clock.now)
    let photo = randomBytes(size)
    try await store.finish(
      draft, submission: Array("<data><house>house.jpg</house></data>".utf8),
      with: ["house.jpg": photo], for: keyring)
    return photo
  }

  func titles(_ state: LocalState) async throws -> Int {
    try await store.records(for: keyring).count { $0.state == state }
  }
}
