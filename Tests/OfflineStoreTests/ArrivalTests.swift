import OfflineStore
import SyncProtocol
import TestSupport
import Testing

/// How many records a person sent on a day.
struct ArrivalTests {
  @Test func `a record counts on the day when the centre has it, once`() async throws {
    let laptop = try Laptop()
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    for _ in 0..<3 {
      let draft = laptop.draft()
      try await store.finish(draft, submission: draft.instance, for: keyring)
    }
    let morning = laptop.clock.now
    #expect(try await store.arrivals(since: morning, for: keyring) == 0)
    let items = try await store.outbox(limitBytes: 100_000)
    try await store.apply(laptop.centre.receipt(Array(items.prefix(2))))
    try await store.apply(laptop.centre.receipt(Array(items.prefix(2))))
    #expect(try await store.arrivals(since: morning, for: keyring) == 2)
    laptop.clock.advance(days: 1)
    try await store.apply(laptop.centre.receipt(Array(items.suffix(1))))
    #expect(try await store.arrivals(since: laptop.clock.now, for: keyring) == 1)
  }
}
