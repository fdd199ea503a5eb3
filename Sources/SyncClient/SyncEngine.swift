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
  private var running: Task<SyncReport, Never>?
  private var failedRuns = 0

  public init(store: SurveyStore, transport: any HTTPTransport, ambient: Ambient) {
    self.store = store
    self.transport = transport
    self.ambient = ambient
  }

  /// Syncs once; whoever asks while a sync is under way gets the report of that one.
  ///
  /// - Parameters:
  ///   - server: Where to find the centre, instead of where the laptop was enrolled.
  ///   - progress: Told whenever something moved, from any thread.
  public func run(
    server: ServerAddress? = nil,
    progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }
  ) async -> SyncReport {
    if let running { return await running.value }
    let task = Task { await self.report(server: server, progress: progress) }
    running = task
    let report = await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      task.cancel()
    }
    running = nil
    return report
  }

  private func report(
    server: ServerAddress?, progress: @escaping @Sendable (SyncProgress) -> Void
  ) async -> SyncReport {
    do throws(StoreError) {
      let result: SyncRun.Result
      switch try await link(server) {
      case .success(let link):
        var run = SyncRun(store: store, transport: transport, ambient: ambient, tell: progress)
        result = await run.follow(DeviceCore(epoch: link.centre.epoch), over: link)
      case .failure(let failure):
        result = SyncRun.Result(
          progress: SyncProgress(), refused: [], ending: .needsPerson(failure))
      }
      return SyncReport(
        progress: result.progress, refused: result.refused, outcome: outcome(result.ending))
    } catch {
      return SyncReport(
        progress: SyncProgress(), refused: [],
        outcome: outcome(.tryLater(.store(error), asked: nil)))
    }
  }

  func link(
    _ server: ServerAddress? = nil
  ) async throws(StoreError) -> Result<CentreLink, SyncFailure> {
    let device = try await store.device()
    guard let centre = try await store.centre(), let number = device.number else {
      return .failure(.notEnrolled)
    }
    guard let address = server ?? ServerAddress(centre.url) else {
      return .failure(.link(.badAddress))
    }
    return .success(
      CentreLink(device: number, keys: device.keys, centre: centre, address: address))
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
