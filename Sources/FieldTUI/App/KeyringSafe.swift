import OfflineStore
import Synchronization

/// The keys of whoever is signed in, outside of everything that is drawn or compared.
final class KeyringSafe: Sendable {
  private let held = Mutex<Keyring?>(nil)

  var keyring: Keyring? { held.withLock { $0 } }

  func hold(_ keyring: Keyring?) { held.withLock { $0 = keyring } }
}

/// The sync that is under way, so that it can be stopped.
final class RunningSync: Sendable {
  private let running = Mutex<Task<Void, Never>?>(nil)

  func hold(_ task: Task<Void, Never>) { running.withLock { $0 = task } }

  func cancel() { running.withLock { $0?.cancel() } }
}
