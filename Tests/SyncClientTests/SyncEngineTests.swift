import Compression
import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(2)))
struct SyncEngineTests {
  private func stored(_ laptop: Laptop) -> Int {
    laptop.centre.state.withLock { $0.stored.count }
  }

  @Test func `what was finished is at the centre, signed by its author`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(3)
    let report = await laptop.engine.run()
    #expect(report.outcome == .complete)
    #expect(report.progress.acknowledged == 3)
    #expect(report.refused == [])
    #expect(stored(laptop) == 3)
    #expect(try await laptop.titles(.sent) == 3)
    for revision in laptop.centre.state.withLock({ Array($0.stored.values) }) {
      #expect(
        SigningKeys.verify(
          revision.signature, of: revision.signedBytes, by: laptop.keyring.signingKey))
      #expect(revision.header.village.description == "47120601")
    }
  }

  @Test func `a second sync sends nothing again`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(2)
    _ = await laptop.engine.run()
    let report = await laptop.engine.run()
    #expect(report.outcome == .complete)
    #expect(laptop.centre.state.withLock { $0.batches } == [2, 0])
  }

  @Test func `a day's records go in batches that grow`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(40, size: 4_000)
    let report = await laptop.engine.run()
    #expect(report.outcome == .complete)
    #expect(stored(laptop) == 40)
    let batches = laptop.centre.state.withLock { $0.batches }
    #expect(batches.count > 2)
    #expect(batches == batches.sorted() || batches.dropLast() == batches.dropLast().sorted()[...])
    #expect(batches.allSatisfy { $0 > 0 }, "no request is made only to learn that it is over")
  }

  @Test(arguments: [LinkFailure.cutOff, .timedOut])
  func `an answer that does not arrive is made good within the same sync`(
    failure: LinkFailure
  ) async throws {
    let laptop = try await Laptop()
    try await laptop.finish(3)
    laptop.centre.state.withLock { $0.fates = [.unanswered(failure), .lost(failure)] }
    let report = await laptop.engine.run()
    #expect(report.outcome == .complete)
    #expect(stored(laptop) == 3)
    #expect(laptop.centre.state.withLock { $0.arrivals } > 3, "some were sent twice")
    #expect(try await laptop.titles(.sent) == 3)
  }

  @Test func `an answer cut at any byte acknowledges nothing, and the next sync makes it good`()
    async throws
  {
    let laptop = try await Laptop()
    var cut = 0
    while true {
      try await laptop.finish(1)
      laptop.centre.state.withLock { $0.fates = [.cut(cut)] }
      let report = await laptop.engine.run()
      if report.outcome == .complete { break }
      guard case .tryLater(.garbled, let wait) = report.outcome else {
        Issue.record("\(report.outcome)")
        return
      }
      #expect(wait > 0)
      #expect(try await laptop.titles(.ready) == 1)
      #expect(await laptop.engine.run().outcome == .complete)
      cut += 37
    }
    #expect(cut > 200)
    #expect(try await laptop.titles(.sent) == stored(laptop))
  }

  @Test(arguments: [200, 302, 404, 503])
  func `a web page is told as one, and everything is still here`(status: Int) async throws {
    let laptop = try await Laptop()
    try await laptop.finish(2)
    laptop.centre.state.withLock { $0.fates = [.page(status: status)] }
    let report = await laptop.engine.run()
    guard case .tryLater(.notACentre(let told), _) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect(told == status)
    #expect(try await laptop.titles(.ready) == 2)
  }

  @Test func `a photo follows the records, and no piece that was acknowledged goes again`()
    async throws
  {
    let laptop = try await Laptop()
    let photo = try await laptop.finish(photo: 30 * FileLimits.piece)
    try await laptop.finish(2)
    laptop.centre.state.withLock {
      $0.fates = [.arrives, .arrives, .lost(.cutOff), .lost(.cutOff), .lost(.cutOff)]
    }
    let first = await laptop.engine.run()
    guard case .tryLater(.link(.cutOff), _) = first.outcome else {
      Issue.record("\(first.outcome)")
      return
    }
    #expect(first.progress.acknowledged == 3 && first.progress.waiting == 3)
    let arrived = laptop.centre.state.withLock { $0.pieces.count }
    #expect(first.progress.pieces == arrived && (1..<30).contains(arrived))
    #expect(first.progress.waitingPieces == 30)
    let second = await laptop.engine.run()
    #expect(second.outcome == .complete)
    #expect(second.progress.pieces == 30 - arrived)
    let (kinds, pieces) = laptop.centre.state.withLock { ($0.kinds, $0.pieces) }
    #expect(kinds.prefix(4) == ["rev", "rev", "rev", "file"])
    #expect(pieces.map(\.header.number) == Array(0..<30), "each came once")
    let content = try pieces.flatMap { piece in
      try Zstandard.decompress(laptop.centre.box.open(piece.box), limit: 1 << 20)
        .dropFirst(FileLimits.mark)
    }
    #expect(content == photo)
  }

  @Test func `a record that is finished while its neighbour's photo goes does not wait for it`()
    async throws
  {
    let laptop = try await Laptop()
    try await laptop.finish(photo: 30 * FileLimits.piece)
    laptop.centre.state.withLock {
      $0.fates = [.arrives, .arrives, .lost(.cutOff), .lost(.cutOff), .lost(.cutOff)]
    }
    _ = await laptop.engine.run()
    let before = laptop.centre.state.withLock { $0.kinds.count }
    try await laptop.finish(1)
    #expect(await laptop.engine.run().outcome == .complete)
    #expect(laptop.centre.state.withLock { $0.kinds[before] } == "rev")
  }

  @Test func `a busy centre is asked again when it said, and not at once`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(1)
    laptop.centre.state.withLock { $0.fates = [.refused(.busy, retryAfter: 60)] }
    let report = await laptop.engine.run()
    guard case .tryLater(.busy, let wait) = report.outcome else {
      Issue.record("\(report.outcome)")
      return
    }
    #expect((60_000...90_000).contains(wait))
  }

  @Test func `a record that the centre refuses is named, and the others are there`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(3)
    let bad = try #require(try await laptop.store.records(for: laptop.keyring).first?.id)
    laptop.centre.state.withLock { $0.refusals = [bad: .outOfArea] }
    let report = await laptop.engine.run()
    #expect(report.outcome == .needsPerson(nil))
    #expect(report.refused.map(\.problem) == [.outOfArea])
    #expect(stored(laptop) == 2)
    #expect(try await laptop.store.outboxSummary().refused == 1)
    #expect(await laptop.engine.run().outcome == .complete, "it is not sent again by itself")
  }

  @Test func `a refusal that time can heal is sent again by the next sync, not by this one`()
    async throws
  {
    let laptop = try await Laptop()
    try await laptop.finish(2)
    let waits = try #require(try await laptop.store.records(for: laptop.keyring).first?.id)
    laptop.centre.state.withLock { $0.refusals = [waits: .unknownKey] }
    #expect(await laptop.engine.run().outcome == .needsPerson(nil))
    #expect(laptop.centre.state.withLock { $0.batches.count } == 1)
    laptop.centre.state.withLock { $0.refusals = [:] }
    #expect(await laptop.engine.run().outcome == .complete)
    #expect(stored(laptop) == 2)
  }

  @Test func `a centre restored from yesterday gets everything again`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(5)
    _ = await laptop.engine.run()
    let restored = try #require(Epoch(bytes: 2...17))
    laptop.centre.state.withLock {
      $0.stored = [:]
      $0.epoch = restored
    }
    let report = await laptop.engine.run()
    #expect(report.outcome == .complete)
    #expect(stored(laptop) == 5)
    #expect(laptop.centre.state.withLock { $0.hellos.last?.epoch } == restored)
  }

  @Test func `the feed is fetched page by page, and the cursor is where it ended`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(1)
    _ = await laptop.engine.run()
    let revision = try #require(laptop.centre.state.withLock { $0.stored.first })
    let village = try #require(AreaCode("47120601"))
    laptop.centre.state.withLock { state in
      state.feed = (1...5).map { number in
        FeedEvent(
          number: number, village: village, record: revision.value.header.id,
          revision: revision.key, state: number == 5 ? .verified : .received,
          by: "ปลัดอำเภอสุดา", time: laptop.clock.now, recipient: PersonNumber(12))
      }
    }
    let report = await laptop.engine.run()
    #expect(report.outcome == .complete)
    #expect(report.progress.received == 5)
    #expect(try await laptop.store.cursors() == ["47120601": 5])
    #expect(try await laptop.titles(.verified) == 1)
  }

  @Test func `a laptop whose battery died signs with the centre's clock`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(1)
    let right = laptop.clock.now
    laptop.centre.state.withLock { $0.clock = right }
    laptop.clock.set(0)
    #expect(await laptop.engine.run().outcome == .complete)
    #expect(laptop.centre.state.withLock { $0.times } == [Timestamp(milliseconds: 0), right])
  }

  @Test func `without a connection a finished record can still be recalled`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(1)
    laptop.centre.state.withLock { $0.fates = [.lost(.cannotResolve)] }
    _ = await laptop.engine.run()
    #expect(try await laptop.store.records(for: laptop.keyring).allSatisfy(\.mayRecall))
  }

  @Test func `what may have arrived cannot be recalled, even after a sync without a connection`()
    async throws
  {
    let laptop = try await Laptop()
    try await laptop.finish(1)
    laptop.centre.state.withLock {
      $0.fates = [.unanswered(.cutOff), .lost(.cutOff), .lost(.cutOff), .lost(.cannotResolve)]
    }
    for _ in 1...2 {
      _ = await laptop.engine.run()
      #expect(try await laptop.store.records(for: laptop.keyring).allSatisfy { !$0.mayRecall })
    }
    #expect(stored(laptop) == 1)
  }

  @Test func `nobody enrolled is said before anything is sent`() async throws {
    let laptop = try await Laptop(isEnrolled: false)
    try await laptop.finish(1)
    #expect(await laptop.engine.run().outcome == .needsPerson(.notEnrolled))
    #expect(laptop.centre.state.withLock { $0.batches } == [])
    #expect(try await laptop.engine.plan().server == nil)
  }

  @Test func `two syncs at once are one`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(4)
    async let first = laptop.engine.run()
    async let second = laptop.engine.run()
    #expect(await first.outcome == .complete)
    #expect(await second.outcome == .complete)
    #expect(laptop.centre.state.withLock { $0.arrivals } == 4)
  }

  @Test func `who waits for a sync that another began can stop it`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(1)
    let transport = SilentCentre()
    let engine = SyncEngine(store: laptop.store, transport: transport, ambient: laptop.ambient)
    async let timed = engine.run()
    await transport.isAsked()
    let pressed = Task { await engine.run() }
    pressed.cancel()
    #expect(await pressed.value.outcome == .cancelled)
    #expect(await timed.outcome == .cancelled)
  }

  @Test func `a dry run says what would be sent and sends nothing`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(3)
    let plan = try await laptop.engine.plan()
    #expect(plan.outbox.revisions == 3)
    #expect(plan.server == "https://centre.example")
    #expect(plan.centre == "ศูนย์อำเภอพังโคน")
    #expect(laptop.centre.state.withLock { $0.batches } == [])
    #expect(try await laptop.store.records(for: laptop.keyring).allSatisfy(\.mayRecall))
  }

  @Test func `progress counts up to the end and never back`() async throws {
    let laptop = try await Laptop()
    try await laptop.finish(30, size: 4_000)
    let seen = Mutex<[SyncProgress]>([])
    let report = await laptop.engine.run { progress in seen.withLock { $0.append(progress) } }
    let steps = seen.withLock { $0 }
    #expect(steps.map(\.acknowledged) == steps.map(\.acknowledged).sorted())
    #expect(steps.map(\.bytesSent) == steps.map(\.bytesSent).sorted())
    #expect(steps.last?.acknowledged == 30)
    #expect(steps.allSatisfy { $0.waiting == 30 })
    #expect(report.progress.bytesSent > 60_000)
  }
}

struct EnrollingTests {
  @Test func `a code makes the waiting records ready for the centre`() async throws {
    let laptop = try await Laptop(isEnrolled: false)
    try await laptop.finish(2)
    let code = EnrolmentCode(Ambient(now: { laptop.clock.now }, random: { [UInt8](0..<UInt8($0)) }))
    laptop.centre.state.withLock { $0.code = code }
    let reply = try await laptop.engine.enrol(
      code, name: "ผู้ใหญ่สมหมาย", at: Laptop.address, for: laptop.keyring)
    #expect(reply.title == "ศูนย์อำเภอพังโคน")
    #expect(await laptop.engine.run().progress.acknowledged == 2)
  }

  @Test func `a code that the centre does not know changes nothing here`() async throws {
    let laptop = try await Laptop(isEnrolled: false)
    let code = EnrolmentCode(Ambient(now: { laptop.clock.now }, random: { [UInt8](0..<UInt8($0)) }))
    await #expect(throws: SyncFailure.refused(.unknownCode)) {
      _ = try await laptop.engine.enrol(
        code, name: "ผู้ใหญ่สมหมาย", at: Laptop.address, for: laptop.keyring)
    }
    #expect(try await laptop.store.centre() == nil)
  }

  @Test func `a web page does not enrol anybody`() async throws {
    let laptop = try await Laptop(isEnrolled: false)
    laptop.centre.state.withLock { $0.fates = [.page(status: 200), .page(status: 200)] }
    let code = EnrolmentCode(Ambient(now: { laptop.clock.now }, random: { [UInt8](0..<UInt8($0)) }))
    await #expect(throws: SyncFailure.notACentre(status: 200)) {
      _ = try await laptop.engine.enrol(
        code, name: "ผู้ใหญ่สมหมาย", at: Laptop.address, for: laptop.keyring)
    }
    await #expect(throws: SyncFailure.notACentre(status: 200)) {
      _ = try await laptop.engine.hello(at: Laptop.address)
    }
  }
}
