import Glibc
import OfflineStore
import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

/// What can be wrong with a store before its first use.
struct OpeningTests {
  private let laptop: Laptop

  init() throws {
    laptop = try Laptop()
  }

  private func fill() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    for number in 0..<20 {
      try await store.save(laptop.draft("ครัวเรือนที่ \(number)"), for: keyring)
    }
  }

  /// Opens a store whose file holds these bytes; they must be as they were afterwards.
  private func error(opening bytes: [UInt8]) throws -> StoreError? {
    try laptop.folder.write(bytes, to: "store/store.sqlite")
    let error = #expect(throws: StoreError.self) { try laptop.open() }
    #expect(try laptop.folder.read("store/store.sqlite") == bytes)
    return error
  }

  private func isDamage(_ error: StoreError?) -> Bool {
    if case .damaged = error { true } else { false }
  }

  @Test func `only its owner can look into a store`() async throws {
    try await fill()
    #expect(try laptop.folder.mode(of: "store") == 0o700)
    for name in try laptop.folder.names(in: "store") {
      #expect(try laptop.folder.mode(of: "store/\(name)") == 0o600)
    }
  }

  @Test func `a second program is told which one holds the store`() async throws {
    let store = try laptop.open()
    #expect(throws: StoreError.inUse(by: getpid())) { try laptop.open() }
    #expect(try await store.people().isEmpty)
  }

  @Test func `a store can be opened again when the first is gone`() throws {
    _ = try laptop.open()
    _ = try laptop.open()
  }

  @Test func `flipped bits in a page are damage, and nothing is written over it`() async throws {
    try await fill()
    var bytes = try laptop.folder.read("store/store.sqlite")
    let last = bytes.count / 4096 - 1
    for index in (last * 4096)..<(last * 4096 + 200) { bytes[index] ^= 0x5A }
    #expect(isDamage(try error(opening: bytes)))
  }

  @Test
  func `who uses the laptop is known before a damaged file is refused, and nothing is written`()
    async throws
  {
    try await fill()
    var bytes = try laptop.folder.read("store/store.sqlite")
    for index in bytes.count - 4096..<bytes.count - 3900 { bytes[index] ^= 0x5A }
    try laptop.folder.write(bytes, to: "store/store.sqlite")
    var told: [String] = []
    let error = #expect(throws: StoreError.self) {
      try SurveyStore(directory: laptop.folder.path + "/store", ambient: laptop.ambient) {
        people, _ in told = people.map(\.name)
      }
    }
    #expect(isDamage(error))
    #expect(told.count == 1)
    #expect(try laptop.folder.read("store/store.sqlite") == bytes)
  }

  @Test func `a file cut short is damage`() async throws {
    try await fill()
    let bytes = try laptop.folder.read("store/store.sqlite")
    #expect(isDamage(try error(opening: Array(bytes.prefix(bytes.count / 2)))))
    #expect(isDamage(try error(opening: [])))
  }

  @Test func `another file in its place is damage`() async throws {
    try await fill()
    let letter = Array(repeating: "เรียน ผู้ใหญ่บ้าน ", count: 300).joined()
    #expect(isDamage(try error(opening: Array(letter.utf8))))
  }

  @Test func `a value moved to another row is damage to that record alone`() async throws {
    let draft = laptop.draft()
    let other = laptop.draft("นางสมศรี")
    do {
      let store = try laptop.open()
      let keyring = try await store.addHead()
      try await store.save(draft, for: keyring)
      try await store.save(other, for: keyring)
    }
    do {
      let path = laptop.folder.path + "/store/store.sqlite"
      let connection = try Connection(path: path, settings: .device)
      try connection.run(
        """
        UPDATE record SET (sealed_title, sealed_draft) =
          (SELECT sealed_title, sealed_draft FROM record WHERE record = \(other.id.bytes))
        WHERE record = \(draft.id.bytes)
        """)
    }
    let store = try laptop.open()
    let keyring = try await store.signIn(1, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    await #expect(throws: StoreError.damaged("a sealed value does not open")) {
      try await store.draft(draft.id, for: keyring)
    }
    #expect(try await store.draft(other.id, for: keyring) == other)
    let records = try await store.records(for: keyring)
    #expect(records.filter(\.isDamaged).map(\.id) == [draft.id])
    #expect(records.filter { !$0.isDamaged }.map(\.title) == ["นางสมศรี"])
  }

  @Test func `a store of a newer program is refused untouched`() async throws {
    try await fill()
    do {
      let path = laptop.folder.path + "/store/store.sqlite"
      let connection = try Connection(path: path, settings: .device)
      try connection.run("PRAGMA user_version = 99")
    }
    let bytes = try laptop.folder.read("store/store.sqlite")
    #expect(try error(opening: bytes) == .newerVersion(99))
  }

  @Test func `a folder that cannot be made is told as one that cannot be written`() throws {
    try laptop.folder.write([1], to: "file")
    #expect(throws: StoreError.readOnly) {
      try SurveyStore(directory: laptop.folder.path + "/file/store", ambient: laptop.ambient)
    }
  }
}
