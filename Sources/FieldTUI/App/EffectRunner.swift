import OfflineStore
import SyncClient
import TerminalKit

/// Does what the app asked for, away from its thread, and mails back what came of it.
///
/// What touches the store happens in the order in which it was asked for: of two saves of one draft the
/// later one stays. Only the network has a task of its own.
struct EffectRunner: Sendable {
  private let opening: Task<Desk, any Error>
  private let online: OnlineWork
  private let jobs: AsyncStream<AppEffect>.Continuation
  private let worker: Task<Void, Never>

  /// Begins to open the desk at once, and does what is asked for when it is open.
  init(_ open: @escaping @Sendable (OnlineWork) async throws -> Desk) {
    let online = OnlineWork()
    let opening = Task { try await open(online) }
    self.online = online
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
    case .send: start { await $0.runSync() }
    case .stopSending: online.cancelSync()
    case .enrol(let server, let code, let name):
      start { await $0.enrol(code, name: name, at: server) }
    case .laptops(let number): start { await $0.laptops(revoking: number) }
    case .lock:
      jobs.yield(effect)
      tellWhenQuiet()
    default: jobs.yield(effect)
    }
  }

  private func start(_ work: @escaping @Sendable (Desk) async -> Void) {
    online.start { [opening] in
      // A desk that cannot be opened has ended the app.
      if let desk = try? await opening.value { await work(desk) }
    }
  }

  /// A sync and an enrolment go on when the screen is locked.
  private func tellWhenQuiet() {
    Task { [opening, online] in
      await online.end()
      // The same.
      if let desk = try? await opening.value { desk.mailbox.send(.quiet) }
    }
  }

  /// Waits until everything that was asked for is on the disk.
  ///
  /// Throws what kept the store from being opened.
  ///
  /// - Returns: The desk, for which there is nothing to do any more.
  @discardableResult
  func finish() async throws -> Desk {
    online.cancelSync()
    jobs.finish()
    await worker.value
    return try await opening.value
  }
}
