import OfflineStore
import SyncClient
import TerminalKit

/// Does what the app asked for, away from its thread, and mails back what came of it.
///
/// What touches the store happens in the order in which it was asked for: of two saves of one draft the
/// later one stays. Only the network has a task of its own.
struct EffectRunner: Sendable {
  private let opening: Task<Desk, any Error>
  private let running: RunningSync
  private let jobs: AsyncStream<AppEffect>.Continuation
  private let worker: Task<Void, Never>

  /// Begins to open the desk at once, and does what is asked for when it is open.
  init(_ open: @escaping @Sendable (RunningSync) async throws -> Desk) {
    let running = RunningSync()
    let opening = Task { try await open(running) }
    self.running = running
    self.opening = opening
    let (waiting, jobs) = AsyncStream.makeStream(of: AppEffect.self)
    self.jobs = jobs
    worker = Task {
      // Whoever waits for the end is told why it could not be opened.
      guard let desk = try? await opening.value else { return }
      for await effect in waiting { await desk.work(on: effect) }
    }
  }

  func perform(_ effect: AppEffect) {
    switch effect {
    case .send: online { $0.startSync() }
    case .stopSending: running.cancel()
    case .enrol(let server, let code, let name):
      online { await $0.enrol(code, name: name, at: server) }
    case .laptops(let number): online { await $0.laptops(revoking: number) }
    default: jobs.yield(effect)
    }
  }

  private func online(_ work: @escaping @Sendable (Desk) async -> Void) {
    Task { [opening] in
      // A desk that cannot be opened has ended the app.
      if let desk = try? await opening.value { await work(desk) }
    }
  }

  /// Waits until everything that was asked for is on the disk.
  ///
  /// Throws what kept the store from being opened.
  func finish() async throws {
    running.cancel()
    jobs.finish()
    await worker.value
    _ = try await opening.value
  }
}
