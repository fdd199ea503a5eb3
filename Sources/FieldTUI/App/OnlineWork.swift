import Synchronization

/// What is under way over the network: the sync, which can be stopped, and what cannot.
final class OnlineWork: Sendable {
  private struct State {
    var sync: Task<Void, Never>?
    var tasks: [Int: Task<Void, Never>] = [:]
    var count = 0
  }

  private let state = Mutex(State())

  /// Does something beside all that touches only the store.
  @discardableResult
  func start(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
    state.withLock { state in
      let number = state.count
      state.count += 1
      let task = Task {
        await work()
        self.state.withLock { $0.tasks[number] = nil }
      }
      state.tasks[number] = task
      return task
    }
  }

  /// Waits until nothing is under way.
  func end() async {
    while let task = state.withLock({ $0.tasks.values.first }) { await task.value }
  }

  func hold(sync: Task<Void, Never>) { state.withLock { $0.sync = sync } }

  func cancelSync() { state.withLock { $0.sync?.cancel() } }
}
