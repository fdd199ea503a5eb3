import OfflineStore
import SyncProtocol

/// Decides what a laptop sends next, what an answer means for the outbox, and when to stop.
///
/// It does none of it: a step takes what happened and gives what is to be done, so that each step
/// can be tested against each failure without a file, a clock or a socket.
struct DeviceCore: Equatable, Sendable {
  /// Breaks in a row, without a batch getting through, after which the link is left alone.
  static let mostBreaks = 3
  private static let mostEpochs = 3

  private var sizing = BatchSizing()
  private var epoch: Epoch?
  /// Up to here the outbox was answered for in this run.
  private var position = OutboxPlace()
  private var outstanding: Batch?
  private var mustGoOn = false
  private var breaks = 0
  private var epochs = 0
  private var isClockCorrected = false
  private var hasRefusals = false
  /// Whether the district has revoked this laptop: it hands in what waits, and that is all.
  private var isRevoked = false

  init(epoch: Epoch?) {
    self.epoch = epoch
  }

  mutating func step(_ event: Event) -> [Effect] {
    switch event {
    case .started:
      return [send]
    case .sent(let batch):
      outstanding = batch
      return []
    case .answered(let answer):
      guard let batch = outstanding else { return [] }
      outstanding = nil
      return step(answer, to: batch)
    case .broke(let failure):
      let batch = outstanding
      outstanding = nil
      return retry(failure, batch)
    case .applied:
      if mustGoOn { return [send] }
      if isRevoked { return [stop(.refused(.revokedDevice))] }
      return [.finish(hasRefusals ? .needsPerson(nil) : .complete)]
    case .storeFailed(let error):
      return [stop(.store(error))]
    }
  }

  private mutating func step(_ answer: SyncAnswer, to batch: Batch) -> [Effect] {
    switch answer {
    case .accepted(let response): accept(response, to: batch)
    case .refused(let problem, let asked, let now):
      refuse(problem, asked: asked, now: now, batch)
    case .failed(let failure):
      failure.leavesCentreUntouched ? [.withdraw(batch.items), stop(failure)] : [stop(failure)]
    }
  }

  private var send: Effect { .send(after: position, bytes: sizing.bytes) }

  private func stop(_ failure: SyncFailure, asked: Int64? = nil) -> Effect {
    .finish(
      failure.isWorthRetrying ? .tryLater(failure, asked: asked) : .needsPerson(failure))
  }
}

extension DeviceCore {
  /// What happened.
  enum Event: Equatable, Sendable {
    case started
    /// A request is on its way.
    case sent(Batch)
    case answered(SyncAnswer)
    case broke(LinkFailure)
    /// What was to be applied is on the disk.
    case applied
    case storeFailed(StoreError)
  }

  /// What is to be done.
  enum Effect: Equatable, Sendable {
    /// Send the next items behind `after`: as many as fit into so many bytes, at least one if any.
    case send(after: OutboxPlace, bytes: Int)
    /// Sign with this clock from now on.
    case correctClock(Timestamp)
    /// Record acknowledgements, refusals and feed in one transaction.
    ///
    /// Under another epoch than the store's, the same transaction first forgets the cursors and
    /// queues again whatever no backup holds.
    case apply(Receipt)
    /// The centre has certainly taken nothing of the request: its items can be recalled again.
    case withdraw([Int64])
    case finish(Ending)
  }

  /// How a run ends; how long to wait is for the caller to draw.
  enum Ending: Equatable, Sendable {
    case complete
    case tryLater(SyncFailure, asked: Int64?)
    case needsPerson(SyncFailure?)
    case cancelled
  }

  /// What was put into a request.
  struct Batch: Equatable, Sendable {
    /// The items' numbers in the outbox, as they were sent.
    var items: [Int64]
    /// The place behind them.
    var end: OutboxPlace
    /// Whether the outbox holds more behind them.
    var isFollowed: Bool
  }

  /// What one accepted answer changes on the laptop.
  struct Receipt: Equatable, Sendable {
    var acknowledged: [Int64]
    var refused: [SyncReport.Refusal]
    var epoch: Epoch
    var at: Int64
    var archived: Int64
    var events: [FeedEvent]
    var certificates: [Certificate] = []
    var revocation: RevocationOrder?
    var copies: [RecordCopy] = []
    /// When the centre said so.
    var now = Timestamp(milliseconds: 0)
  }

  private mutating func accept(_ response: SyncResponse, to batch: Batch) -> [Effect] {
    let reply = response.reply
    let refusedPlaces = Set(reply.refused.map(\.index))
    // A receipt that does not add up acknowledges nothing.
    guard refusedPlaces.count == reply.refused.count,
      refusedPlaces.allSatisfy(batch.items.indices.contains),
      reply.stored == batch.items.count - refusedPlaces.count
    else { return [stop(.garbled)] }
    breaks = 0
    sizing.succeeded()
    hasRefusals = hasRefusals || !refusedPlaces.isEmpty

    var receipt = Receipt(
      acknowledged: batch.items.indices.filter { !refusedPlaces.contains($0) }
        .map { batch.items[$0] },
      refused: reply.refused.map { .init(item: batch.items[$0.index], problem: $0.problem) },
      epoch: reply.epoch, at: reply.at, archived: reply.archived, events: response.events,
      certificates: response.certificates, revocation: response.revocation,
      copies: response.copies, now: reply.now)
    isRevoked = isRevoked || response.revocation != nil

    if let known = epoch, known != reply.epoch {
      return startOver(in: reply.epoch, &receipt)
    }
    epoch = reply.epoch
    position = batch.end
    // A page that says "more" and brings nothing would be asked for again for ever.
    if reply.more && response.events.isEmpty && batch.items.isEmpty { return [stop(.busy)] }
    mustGoOn = batch.isFollowed || reply.more
    return [.apply(receipt)]
  }

  /// The centre was restored: its feed has other numbers, and what it lost must be offered again.
  private mutating func startOver(in new: Epoch, _ receipt: inout Receipt) -> [Effect] {
    epochs += 1
    guard epochs <= Self.mostEpochs else { return [stop(.changingCentre)] }
    epoch = new
    position = OutboxPlace()
    mustGoOn = true
    // These were chosen by cursors of the old epoch.
    receipt.events = []
    return [.apply(receipt)]
  }

  private mutating func retry(_ failure: LinkFailure, _ batch: Batch?) -> [Effect] {
    switch failure {
    case .cutOff, .timedOut:
      breaks += 1
      sizing.broke()
      return [breaks < Self.mostBreaks ? send : stop(.link(failure))]
    case .cancelled:
      return [.finish(.cancelled)]
    case .badAddress, .cannotResolve, .cannotConnect, .untrustedCertificate,
      .noSecureConnection:
      return [.withdraw(batch?.items ?? []), stop(.link(failure))]
    case .notHTTP, .answerTooLong, .library:
      return [stop(.link(failure))]
    }
  }

  private mutating func refuse(
    _ problem: Problem, asked: Int64?, now: Timestamp?, _ batch: Batch
  ) -> [Effect] {
    let withdrawal: [Effect] = problem.leavesCentreUntouched ? [.withdraw(batch.items)] : []
    switch problem {
    case .wrongClock:
      guard let now, !isClockCorrected else { return withdrawal + [stop(.refused(problem))] }
      isClockCorrected = true
      return withdrawal + [.correctClock(now), send]
    case .replayedRequest where breaks + 1 < Self.mostBreaks:
      breaks += 1
      return [send]
    case .requestTooLarge where batch.items.count > 1:
      sizing.broke()
      return withdrawal + [send]
    case .busy:
      return withdrawal + [stop(.busy, asked: asked)]
    default:
      return withdrawal + [stop(.refused(problem), asked: asked)]
    }
  }
}
