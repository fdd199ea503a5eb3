import Compression
import OfflineStore
import SyncProtocol

/// One sync from its start to its end: does what a ``DeviceCore`` decides.
struct SyncRun: Sendable {
  private let store: SurveyStore
  private let transport: any HTTPTransport
  private let ambient: Ambient
  private let tell: @Sendable (SyncProgress) -> Void
  private let started: Timestamp

  private var progress = SyncProgress()
  private var refused: [SyncReport.Refusal] = []
  /// What to add to this laptop's clock to have the centre's, in milliseconds.
  private var clockError: Int64 = 0

  init(
    store: SurveyStore, transport: any HTTPTransport, ambient: Ambient,
    tell: @escaping @Sendable (SyncProgress) -> Void
  ) {
    self.store = store
    self.transport = transport
    self.ambient = ambient
    self.tell = tell
    started = ambient.now()
  }

  /// What came of it, but for how long to wait before the next one.
  struct Result: Sendable {
    var progress: SyncProgress
    var refused: [SyncReport.Refusal]
    var ending: DeviceCore.Ending
  }

  mutating func follow(_ start: DeviceCore, over link: CentreLink) async -> Result {
    var core = start
    var effects = core.step(.started)[...]
    while let effect = effects.popFirst() {
      if case .finish(let ending) = effect {
        progress.elapsed = ambient.now().milliseconds - started.milliseconds
        return Result(progress: progress, refused: refused, ending: ending)
      }
      for event in await perform(effect, over: link) { effects += core.step(event) }
    }
    preconditionFailure("a sync ends by saying how")
  }

  private mutating func perform(
    _ effect: DeviceCore.Effect, over link: CentreLink
  ) async -> [DeviceCore.Event] {
    do throws(StoreError) {
      switch effect {
      case .send(let after, let bytes):
        return try await send(after: after, bytes: bytes, over: link)
      case .apply(let receipt):
        try await apply(receipt)
        return [.applied]
      case .withdraw(let items):
        try await store.withdraw(items)
        return []
      case .correctClock(let now):
        clockError = now.milliseconds - ambient.now().milliseconds
        return []
      case .finish:
        return []
      }
    } catch {
      return [.storeFailed(error)]
    }
  }
}

extension SyncRun {
  private mutating func send(
    after position: OutboxPlace, bytes: Int, over link: CentreLink
  ) async throws(StoreError) -> [DeviceCore.Event] {
    if Task.isCancelled { return [.broke(.cancelled)] }
    let items = try await store.outbox(limitBytes: bytes, after: position)
    let waiting = try await store.outboxCount()
    progress.waiting = progress.acknowledged + waiting.items
    progress.waitingPieces = progress.pieces + waiting.pieces

    let body = SyncRequest.bytes(
      try await hello(room: bytes, link), items: items.compactMap(\.item.frame))
    let signed = try sign(body, link)
    let end = position.after(items)
    let batch = DeviceCore.Batch(
      items: items.map(\.id), end: end,
      isFollowed: try await store.isAnythingWaiting(after: end))
    return [.sent(batch), await outcome(of: signed, key: link.member.centre.sign)]
  }

  private func hello(
    room bytes: Int, _ link: CentreLink
  ) async throws(StoreError) -> SyncHello {
    SyncHello(
      device: link.member.device, epoch: try await store.centre()?.epoch,
      cursors: try await store.cursors(), clock: ambient.now(),
      // The way down is mostly the faster one.
      room: max(bytes * 4, 16 * 1024), certificates: try await store.certificateMarks())
  }

  private func sign(_ body: [UInt8], _ link: CentreLink) throws(StoreError) -> CentreLink.Signed {
    let compressed: [UInt8]
    do {
      compressed = try Zstandard.compress(body, level: 9)
    } catch {
      throw .noMemory
    }
    return link.signed(
      compressed, now: Timestamp(milliseconds: ambient.now().milliseconds + clockError),
      nonce: ambient.random(16))
  }

  private mutating func outcome(
    of signed: CentreLink.Signed, key: [UInt8]
  ) async -> DeviceCore.Event {
    let (tell, before, start, now) = (tell, progress, started, ambient.now)
    do throws(LinkFailure) {
      let response = try await transport.send(signed.request) { sent, received in
        var moved = before
        moved.bytesSent += sent
        moved.bytesReceived += received
        moved.elapsed = now().milliseconds - start.milliseconds
        tell(moved)
      }
      progress.bytesSent += signed.request.body?.count ?? 0
      progress.bytesReceived += response.body.count
      return .answered(SyncAnswer(response, batch: signed.batch, key: key))
    } catch {
      return .broke(error)
    }
  }

  private mutating func apply(_ receipt: DeviceCore.Receipt) async throws(StoreError) {
    let pieces = try await store.pieces(among: receipt.acknowledged)
    let applied = try await store.apply(
      Receipt(
        acknowledged: receipt.acknowledged,
        refused: receipt.refused.map { ($0.item, $0.problem) }, epoch: receipt.epoch,
        at: receipt.at, archived: receipt.archived, events: receipt.events,
        certificates: receipt.certificates, revocation: receipt.revocation,
        copies: receipt.copies))
    try await store.heard(at: receipt.now)
    progress.acknowledged += receipt.acknowledged.count - pieces
    progress.pieces += pieces
    progress.received += applied.events
    progress.elapsed = ambient.now().milliseconds - started.milliseconds
    refused += receipt.refused
    tell(progress)
  }
}
