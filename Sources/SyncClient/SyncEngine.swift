public import OfflineStore
public import SyncProtocol

/// Sends what waits in the store to its centre and fetches what is new.
///
/// Needs nobody to be signed in: what waits is sealed already, and what is fetched stays sealed until
/// its reader opens it.
public actor SyncEngine {
  let store: SurveyStore
  let transport: any HTTPTransport
  let ambient: Ambient
  private(set) var running: Task<SyncReport, Never>?
  private var failedRuns = 0

  public init(store: SurveyStore, transport: any HTTPTransport, ambient: Ambient) {
    self.store = store
    self.transport = transport
    self.ambient = ambient
  }

  /// Syncs once; whoever asks while a sync is under way gets the report of that one, and stops it by
  /// being cancelled.
  ///
  /// - Parameters:
  ///   - server: Where to find the centre, instead of where the laptop was enrolled.
  ///   - progress: Told whenever something moved, from any thread.
  public func run(
    server: ServerAddress? = nil,
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }
  ) async -> SyncReport {
    let task = running ?? Task { await self.report(server: server, progress: progress) }
    running = task
    let report = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    if running == task { running = nil }
    return report
  }

  private func report(
    server: ServerAddress?, progress: @escaping @Sendable (SyncProgress) -> Void
  ) async -> SyncReport {
    let result: SyncRun.Result
    do throws(SyncFailure) {
      let link = try await link(server)
      var run = SyncRun(store: store, transport: transport, ambient: ambient, tell: progress)
      result = await run.follow(DeviceCore(epoch: link.member.centre.epoch), over: link)
    } catch {
      let ending: DeviceCore.Ending =
        if case .store = error { .tryLater(error, asked: nil) } else { .needsPerson(error) }
      result = SyncRun.Result(progress: SyncProgress(), refused: [], ending: ending)
    }
    return SyncReport(
      progress: result.progress, refused: result.refused, outcome: outcome(result.ending))
  }

  func link(_ server: ServerAddress? = nil) async throws(SyncFailure) -> CentreLink {
    let member = try await membership()
    guard let address = server ?? ServerAddress(member.centre.url) else {
      throw member.centre.url.isEmpty ? .byStick : .link(.badAddress)
    }
    return CentreLink(member: member, address: address)
  }

  func membership() async throws(SyncFailure) -> Membership {
    let device = try await stored { store throws(StoreError) in try await store.device() }
    let centre = try await stored { store throws(StoreError) in try await store.centre() }
    guard let centre, let number = device.number else { throw .notEnrolled }
    return Membership(device: number, keys: device.keys, centre: centre)
  }

  private func outcome(_ ending: DeviceCore.Ending) -> SyncOutcome {
    switch ending {
    case .complete:
      failedRuns = 0
      return .complete
    case .cancelled:
      return .cancelled
    case .needsPerson(let failure):
      return .needsPerson(failure)
    case .tryLater(let failure, let asked):
      failedRuns += 1
      let wait = Backoff.wait(failures: failedRuns, asked: asked, ambient: ambient)
      return .tryLater(failure, after: wait)
    }
  }
}
