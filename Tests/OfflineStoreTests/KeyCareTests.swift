import OfflineStore
import SQLiteKit
import Sealing
import SyncProtocol
import Testing

/// Wrong passphrases, wrong clocks and damaged profiles: nobody is locked out of the records.
struct KeyCareTests {
  private let laptop: Laptop
  private let right = SecretBytes.text("ควายสี่ตัวข้ามคลอง")
  private let wrong = SecretBytes.text("ช้างสี่ตัวข้ามคลอง")

  init() throws { laptop = try Laptop() }

  @Test func `three wrong tries are free, and each more doubles the pause`() async throws {
    let store = try laptop.open()
    _ = try await store.addHead()
    for _ in 0..<3 {
      await #expect(throws: StoreError.wrongPassphrase) {
        try await store.signIn(1, passphrase: wrong)
      }
    }
    for pause in [1, 2, 4] {
      await #expect(throws: StoreError.tooSoon(seconds: pause)) {
        try await store.signIn(1, passphrase: right)
      }
      laptop.clock.advance(seconds: Int64(pause))
      await #expect(throws: StoreError.wrongPassphrase) {
        try await store.signIn(1, passphrase: wrong)
      }
    }
    laptop.clock.advance(seconds: 8)
    #expect(try await store.signIn(1, passphrase: right).person == 1)
    #expect(try await store.signIn(1, passphrase: right).person == 1, "and the count is gone")
  }

  @Test func `the pause is a quarter of an hour at most, and a restart does not end it`()
    async throws
  {
    do {
      let store = try laptop.open()
      _ = try await store.addHead()
      for _ in 0..<16 {
        await #expect(throws: StoreError.wrongPassphrase) {
          try await store.signIn(1, passphrase: wrong)
        }
        laptop.clock.advance(seconds: 900)
      }
      await #expect(throws: StoreError.wrongPassphrase) {
        try await store.signIn(1, passphrase: wrong)
      }
    }
    let store = try laptop.open()
    await #expect(throws: StoreError.tooSoon(seconds: 900)) {
      try await store.signIn(1, passphrase: right)
    }
    laptop.clock.advance(days: -30)
    await #expect(throws: StoreError.tooSoon(seconds: 900), "a clock set back adds nothing") {
      try await store.signIn(1, passphrase: right)
    }
  }

  @Test func `one neighbour's mistakes keep nobody else waiting`() async throws {
    let store = try laptop.open()
    _ = try await store.addHead()
    _ = try await store.addPerson(
      name: "นางคำ", passphrase: right, profile: Profile(name: "นางคำ"))
    for _ in 0..<3 {
      await #expect(throws: StoreError.wrongPassphrase) {
        try await store.signIn(1, passphrase: wrong)
      }
    }
    #expect(try await store.signIn(2, passphrase: right).person == 2)
  }

  @Test func `a damaged profile locks nobody out`() async throws {
    let draft = laptop.draft()
    do {
      let store = try laptop.open()
      let keyring = try await store.addHead()
      try await store.save(draft, for: keyring)
    }
    do {
      let connection = try Connection(
        path: laptop.folder.path + "/store/store.sqlite", settings: .device)
      try connection.run("UPDATE person SET sealed_profile = zeroblob(length(sealed_profile))")
    }
    let store = try laptop.open()
    let keyring = try await store.signIn(1, passphrase: right)
    #expect(try await store.isProfileWhole(for: keyring) == false)
    #expect(try await store.profile(for: keyring) == Profile(name: "ผู้ใหญ่สมหมาย"))
    #expect(try await store.draft(draft.id, for: keyring) == draft)
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    try await store.saveProfile(Profile(name: "ผู้ใหญ่สมหมาย", moo: 1), for: keyring)
    #expect(try await store.isProfileWhole(for: keyring))
  }

  /// A store whose one draft is in the trash, closed again.
  private func throwAway() async throws {
    let draft = laptop.draft()
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.save(draft, for: keyring)
    try await store.trash(draft.id, for: keyring)
  }

  /// The states of the records of a store that is opened for it.
  private func states() async throws -> [LocalState] {
    let store = try laptop.open()
    return try await store.records(for: store.signIn(1, passphrase: right)).map(\.state)
  }

  @Test func `a clock that leaps by years empties no trash`() async throws {
    try await throwAway()
    for leap in [4_000, -8_000, 4_000] as [Int64] {
      laptop.clock.advance(days: leap)
      _ = try laptop.open()
    }
    #expect(try await states() == [.trashed])
  }

  @Test func `thirty days of use empty the trash`() async throws {
    try await throwAway()
    for day in 1...31 {
      laptop.clock.advance(days: 1)
      #expect(try await states() == (day > 30 ? [] : [.trashed]), "day \(day)")
    }
  }

  @Test func `the log says what was done and nothing about anybody`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    let draft = laptop.draft()
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    try await store.recall(draft.id, for: keyring)
    try await store.trash(draft.id, for: keyring)
    try await store.untrash(draft.id, for: keyring)
    try await store.log(.revealed, on: draft.id, by: keyring.person)
    let log = try await store.log(last: 10)
    #expect(
      log.map(\.kind) == [.revealed, .restored, .trashed, .recalled, .finished, .addedPerson])
    #expect(log.map(\.record) == Array(repeating: draft.id, count: 5) + [nil])
    #expect(log.allSatisfy { $0.person == keyring.person && $0.time == laptop.clock.now })
  }
}
