import OfflineStore
import SyncClient
import TerminalKit

/// Does what the app asked for, away from its thread, and mails back what came of it.
///
/// What touches the store happens in the order in which it was asked for: of two saves of one draft the
/// later one stays. Only the network has a task of its own. Whatever takes longer than half a second is
/// mailed too, and what a person may wait for can be stopped.
struct EffectRunner: Sendable {
  private let opening: Task<Desk, any Error>
  private let online: OnlineWork
  private let work = RunningTask()
  /// What needs somebody's keys, and must not outlast them.
  private let fetching = RunningTask()
  private let mailbox: Mailbox<AppMessage>
  private let jobs: AsyncStream<AppEffect>.Continuation
  private let worker: Task<Void, Never>

  /// Begins to open the desk at once, and does what is asked for when it is open.
  init(
    mailbox: Mailbox<AppMessage>, _ open: @escaping @Sendable (OnlineWork) async throws -> Desk
  ) {
    let (online, work) = (OnlineWork(), work)
    let opening = Task { try await open(online) }
    self.online = online
    self.opening = opening
    self.mailbox = mailbox
    let (waiting, jobs) = AsyncStream.makeStream(of: AppEffect.self)
    self.jobs = jobs
    worker = Task {
      // Whoever waits for the end is told why it could not be opened.
      guard let desk = try? await LongWork.watched(mailbox, { try await opening.value }) else {
        return
      }
      for await effect in waiting {
        let job = Task { await desk.work(on: effect) }
        if effect.mayBeStopped { work.hold(job) }
        await LongWork.watched(mailbox) { await job.value }
      }
    }
  }

  func perform(_ effect: AppEffect) {
    switch effect {
    case .send: start { await $0.runSyncByHand() }
    case .sendIfDue: start { await $0.runSyncIfDue() }
    case .stopSending: online.cancelSync()
    case .stopWork: work.cancel()
    case .enrol(let server, let code, let name):
      work.hold(startWatched { await $0.enrol(code, name: name, at: server) })
    case .laptops(let number): work.hold(startWatched { await $0.laptops(revoking: number) })
    case .listFiles(let record): fetch { await $0.listFiles(of: record) }
    case .fetch(let file, let record, let path):
      fetch { await $0.fetch(file, of: record, to: path) }
    case .lock:
      fetching.cancel()
      jobs.yield(effect)
      tellWhenQuiet()
    default: jobs.yield(effect)
    }
  }

  @discardableResult
  private func start(_ work: @escaping @Sendable (Desk) async -> Void) -> Task<Void, Never> {
    online.start { [opening] in
      // A desk that cannot be opened has ended the app.
      guard let desk = try? await opening.value, !Task.isCancelled else { return }
      await work(desk)
    }
  }

  private func startWatched(
    _ work: @escaping @Sendable (Desk) async -> Void
  ) -> Task<Void, Never> {
    start { [mailbox] desk in await LongWork.watched(mailbox) { await work(desk) } }
  }

  private func fetch(_ job: @escaping @Sendable (Desk) async -> Void) {
    let task = startWatched(job)
    work.hold(task)
    fetching.hold(task)
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
    work.cancel()
    jobs.finish()
    await worker.value
    return try await opening.value
  }
}

extension AppEffect {
  /// Whether it makes a key of a passphrase, which takes a second and longer on an old laptop.
  fileprivate var mayBeStopped: Bool {
    switch self {
    case .signIn, .addPerson, .changePassphrase, .recover: true
    default: false
    }
  }
}
