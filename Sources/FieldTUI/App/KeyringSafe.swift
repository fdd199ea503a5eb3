import OfflineStore
import Synchronization

/// The keys of whoever is signed in, outside of everything that is drawn or compared.
final class KeyringSafe: Sendable {
  private let held = Mutex<Keyring?>(nil)

  var keyring: Keyring? { held.withLock { $0 } }

  func hold(_ keyring: Keyring?) { held.withLock { $0 = keyring } }
}
