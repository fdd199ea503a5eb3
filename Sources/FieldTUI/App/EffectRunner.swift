import OfflineStore
import SyncClient
import TerminalKit

/// Does what the app asked for, away from its thread, and mails back what came of it.
///
/// What touches the store happens in the order in which it was asked for: of two saves of one draft the
/// later one stays. Only the network has a task of its own.
struct EffectRunner: Sendable {
  private let desk: Desk
  private let jobs: AsyncStream<AppEffect>.Continuation
  private let worker: Task<Void, Never>

  init(_ desk: Desk) {
    self.desk = desk
    let (waiting, jobs) = AsyncStream.makeStream(of: AppEffect.self)
    self.jobs = jobs
    worker = Task {
      for await effect in waiting { await desk.work(on: effect) }
    }
  }

  func perform(_ effect: AppEffect) {
    switch effect {
    case .send: desk.startSync()
    case .stopSending: desk.running.cancel()
    case .enrol(let server, let code, let name):
      Task { await desk.enrol(code, name: name, at: server) }
    case .laptops(let number): Task { await desk.laptops(revoking: number) }
    default: jobs.yield(effect)
    }
  }

  /// Waits until everything that was asked for is on the disk.
  func finish() async {
    desk.running.cancel()
    jobs.finish()
    await worker.value
  }
}
