import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// Damage to what lies in clear, such as states, times and counts: nothing wrong is shown as right.
struct ClearColumnTests {
  /// `TORTURE_DAMAGE` says how many bits are flipped, one at a time.
  private static let count = Torture.count("TORTURE_DAMAGE", usually: 100)

  private let laptop: Laptop
  private let passphrase = SecretBytes.text("ควายสี่ตัวข้ามคลอง")

  init() throws { laptop = try Laptop() }

  private var file: String { laptop.folder.path + "/store/store.sqlite" }

  /// Changes something behind the store's back.
  private func change(_ table: String, _ statement: SQL) throws {
    let connection = try Connection(path: file, settings: .device)
    try connection.run(script: "DROP TRIGGER \(table)_updated")
    try connection.run(statement)
    #expect(connection.changes == 1)
  }

  private func enrolledHead(_ store: SurveyStore) async throws -> Keyring {
    let keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    return keyring
  }

  private func salvaged() async throws -> (SurveyStore, Keyring, SalvageReport) {
    let new = laptop.folder.path + "/new"
    let report = try SurveyStore.salvage(
      laptop.folder.path + "/store", into: new, ambient: laptop.ambient)
    let store = try SurveyStore(directory: new, ambient: laptop.ambient, cost: .test)
    return (store, try await store.signIn(1, passphrase: passphrase), report)
  }

  @Test(
    arguments: [
      "UPDATE record SET answered = 99", "UPDATE record SET changed = changed + 86400000",
      "UPDATE record SET phase = 'sent'", "UPDATE record SET form_version = '2563041002'",
      "UPDATE record SET review = 'verified', phase = 'sent'", "UPDATE record SET sum = sum + 1",
      "UPDATE record SET trashed = 1",
    ] as [SQL])
  func `a draft's row that was changed is damage, and salvage gives the draft back`(
    damage: SQL
  ) async throws {
    let draft = laptop.draft()
    do {
      let store = try laptop.open()
      try await store.save(draft, for: store.addHead())
    }
    try change("record", damage)
    do {
      let store = try laptop.open()
      let keyring = try await store.signIn(1, passphrase: passphrase)
      let listed = try await store.records(for: keyring)
      #expect(listed.map(\.isDamaged) == [true] && listed.map(\.title) == [draft.title])
      await #expect(throws: StoreError.damaged("a row's columns were changed")) {
        try await store.draft(draft.id, for: keyring)
      }
      #expect(try await store.damagedRows() == 1)
    }
    let (store, keyring, report) = try await salvaged()
    #expect(report == SalvageReport(people: 1, records: 1, mended: 1))
    #expect(try await store.records(for: keyring).map(\.isDamaged) == [false])
    #expect(try await store.draft(draft.id, for: keyring) == draft)
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    #expect(try await store.damagedRows() == 0)
  }

  @Test(
    arguments: [
      "UPDATE outbox SET state = 'stored', at = 1, epoch = zeroblob(16)",
      "UPDATE outbox SET offers = 0", "UPDATE outbox SET person = person",
    ] as [SQL])
  func `a finished record whose way to the centre was changed is sent again`(
    damage: SQL
  ) async throws {
    let draft = laptop.draft()
    do {
      let store = try laptop.open()
      let keyring = try await enrolledHead(store)
      try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
      _ = try await store.outbox(limitBytes: 100_000)
    }
    try change("outbox", damage)
    try change("record", "UPDATE record SET problems = problems + 1")
    do {
      let store = try laptop.open()
      let keyring = try await store.signIn(1, passphrase: passphrase)
      #expect(try await store.records(for: keyring).map(\.isDamaged) == [true])
      await #expect(throws: StoreError.damaged("a row's columns were changed")) {
        try await store.recall(draft.id, for: keyring)
      }
    }
    let (store, keyring, report) = try await salvaged()
    #expect(report.waiting == 1 && report.spoiled == 0 && report.mended >= 1)
    let listed = try #require(try await store.records(for: keyring).first)
    #expect(listed.state == .ready && listed.formID == draft.formID && !listed.isDamaged)
    #expect(!listed.mayRecall, "it may be at the centre already")
    let items = try await store.outbox(limitBytes: 100_000)
    #expect(try items.map { try laptop.centre.open($0, from: keyring) } == ["<data/>"])
    try await store.apply(laptop.centre.receipt(items))
    #expect(try await store.records(for: keyring).map(\.state) == [.sent])
  }

  @Test func `nothing is sealed to a centre's key that was changed`() async throws {
    let draft = laptop.draft()
    do {
      let store = try laptop.open()
      try await store.save(draft, for: enrolledHead(store))
    }
    try change("centre", "UPDATE centre SET box_key = randomblob(32)")
    let store = try laptop.open()
    let keyring = try await store.signIn(1, passphrase: passphrase)
    await #expect(throws: StoreError.damaged("a row's columns were changed")) {
      try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    }
    #expect(try await store.draft(draft.id, for: keyring) == draft)
  }

  @Test func `an officer's word that was changed is not shown, and comes again from the centre`()
    async throws
  {
    let event: FeedEvent
    do {
      let store = try laptop.open()
      let keyring = try await enrolledHead(store)
      event = try laptop.centre.event(
        1, .returned, of: RecordID(laptop.ambient), RevisionHash(.sixteen(5)), box: keyring.boxKey,
        body: EventBody(
          xml: "<data/>", decision: DecisionBody(reasons: [.idMismatch]), title: "นายสมชาย"))
      try await store.apply(laptop.centre.receipt(events: [event]))
    }
    try change("event", "UPDATE event SET time = time + 1")
    do {
      let store = try laptop.open()
      let keyring = try await store.signIn(1, passphrase: passphrase)
      #expect(try await store.records(for: keyring).map(\.isDamaged) == [true])
    }
    let (store, keyring, _) = try await salvaged()
    #expect(try await store.cursors() == [:])
    try await store.apply(laptop.centre.receipt(events: [event]))
    let listed = try #require(try await store.records(for: keyring).first)
    #expect(listed.state == .returned && listed.verdict?.time == event.time)
  }

  @Test func `no flipped bit makes a list show what is not so`() async throws {
    try await fill()
    let whole = try laptop.folder.read("store/store.sqlite")
    let (ids, listed) = try await list()
    let places = ids.flatMap { id in whole.ranges(of: id.bytes).map(\.lowerBound) }
    #expect(places.count >= listed.count, "each record's row and its index")
    var random = Torture.random()
    var noticed = 0
    for number in 0..<Self.count {
      var bytes = whole
      let place = try #require(places.randomElement(using: &random))
      // The clear columns lie around the identity; behind them begin the sealed ones.
      let end = min(place + 130, bytes.count)
      let flipped = Int.random(in: max(0, place - 50)..<end, using: &random)
      bytes[flipped] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try laptop.folder.write(bytes, to: "store/store.sqlite")
      guard let shown = try? await list().records else {  // Refused as a whole: it shows nothing.
        noticed += 1
        continue
      }
      for record in shown.values where !record.isDamaged && record != listed[record.id] {
        Issue.record("bit \(number): \(record) is not what was written")
      }
      noticed += shown.values.contains(where: \.isDamaged) ? 1 : 0
    }
    #expect(noticed > Self.count / 4)
  }

  /// Records in every state that a list shows, in a store that is closed again.
  private func fill() async throws {
    let store = try laptop.open()
    let keyring = try await enrolledHead(store)
    for number in 0..<10 {
      let draft = laptop.draft("ครัวเรือนที่ \(number)")
      try await store.save(draft, for: keyring)
      if number % 5 == 1 { try await store.trash(draft.id, for: keyring) }
      guard number % 5 > 1 else { continue }
      try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
      guard number % 5 > 2 else { continue }
      let items = try await store.outbox(limitBytes: 100_000)
      let hash = try #require(items.last?.revision?.hash(Digest.blake2b))
      let event = try laptop.centre.event(
        Int64(number), number % 5 == 3 ? .verified : .returned, of: draft.id, hash,
        box: keyring.boxKey, body: EventBody(decision: DecisionBody(reasons: [.incomplete])))
      try await store.apply(laptop.centre.receipt(items, events: [event]))
    }
  }

  private func list() async throws -> (ids: [RecordID], records: [RecordID: RecordSummary]) {
    let store = try laptop.open()
    let keyring = try await store.signIn(1, passphrase: passphrase)
    let records = try await store.records(for: keyring)
    return (records.map(\.id), Dictionary(records.map { ($0.id, $0) }) { first, _ in first })
  }
}
