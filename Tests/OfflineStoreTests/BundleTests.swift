import OfflineStore
import Sealing
import SyncProtocol
import Testing

/// Answers to bundles that come late, twice, or from a centre that was restored since.
struct BundleTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let keyring: Keyring
  private let batch = [UInt8](repeating: 9, count: 32)

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
  }

  private func written() async throws -> (bundle: OutstandingBundle, items: [OutboxItem]) {
    let draft = laptop.draft()
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    let items = try await store.outbox(limitBytes: 100_000)
    let bundle = OutstandingBundle(
      batch: batch, items: items.map(\.id), cursors: try await store.cursors())
    try await store.remember(bundle)
    return (try #require(try await store.bundle(batch)), items)
  }

  @Test func `a bundle is remembered until its answer comes, and after`() async throws {
    let (bundle, items) = try await written()
    #expect(bundle.items == items.map(\.id))
    let receipt = laptop.centre.receipt(items)
    for _ in 0..<2 {
      _ = try await store.apply(receipt, to: bundle, saidAt: laptop.clock.now)
      #expect(try await store.outboxSummary().revisions == 0)
    }
    #expect(try await store.bundle([UInt8](repeating: 8, count: 32)) == nil)
  }

  @Test func `a record in a bundle cannot be called back`() async throws {
    let (_, items) = try await written()
    await #expect(throws: StoreError.maybeSent) {
      try await store.recall(items[0].record, for: keyring)
    }
  }

  @Test func `an answer of an epoch that is over changes nothing`() async throws {
    let (bundle, items) = try await written()
    let said = laptop.clock.now
    laptop.clock.advance(days: 1)
    try await store.heard(at: laptop.clock.now)
    let new = Epoch(.sixteen(2))
    try await store.newEpoch(new)
    let late = laptop.centre.receipt(items)
    let applied = try await store.apply(late, to: bundle, saidAt: said)
    #expect(!applied.isNewEpoch)
    #expect(try await store.centre()?.epoch == new)
    #expect(try await store.outboxSummary().revisions == 1, "it is offered to the restored centre")
  }

  @Test func `an answer of a centre that was restored since is believed`() async throws {
    let (bundle, items) = try await written()
    try await store.heard(at: laptop.clock.now)
    laptop.clock.advance(days: 1)
    let receipt = laptop.centre.receipt(items, epoch: Epoch(.sixteen(2)))
    #expect(try await store.apply(receipt, to: bundle, saidAt: laptop.clock.now).isNewEpoch)
    #expect(try await store.outboxSummary().revisions == 0)
  }

  @Test func `news that begins behind the place where the laptop reads leaves no gap`() async throws
  {
    let hash = RevisionHash(.sixteen(5))
    let first = try laptop.centre.event(
      1, .received, of: RecordID(laptop.ambient), hash, box: keyring.boxKey)
    try await store.apply(laptop.centre.receipt(events: [first]))
    let (bundle, items) = try await written()
    #expect(bundle.cursors == ["47120601": 1])
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    let second = try laptop.centre.event(
      2, .received, of: RecordID(laptop.ambient), hash, box: keyring.boxKey)
    let receipt = laptop.centre.receipt(items, events: [second])
    let applied = try await store.apply(receipt, to: bundle, saidAt: laptop.clock.now)
    #expect(applied.events == 0)
    #expect(try await store.cursors() == [:], "line 1 is still to come")
    #expect(try await store.outboxSummary().revisions == 0, "the receipt is taken all the same")
  }
}
