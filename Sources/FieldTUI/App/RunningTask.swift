import Synchronization

/// Work that is under way and that an Esc ends.
final class RunningTask: Sendable {
  private let running = Mutex<Task<Void, Never>?>(nil)

  func hold(_ task: Task<Void, Never>) { running.withLock { $0 = task } }

  func cancel() { running.withLock { $0?.cancel() } }
}
