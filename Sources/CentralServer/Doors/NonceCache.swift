import SyncProtocol
import Synchronization

/// The numbers that requests were signed with lately, so that a captured one cannot be played again.
///
/// Two generations: a number is remembered for ten to twenty minutes. After a restart the cache is
/// empty; a request played again then is answered with receipts for what is stored already, and with
/// a feed that only its people can open.
final class NonceCache: Sendable {
  private static let generation: Int64 = 10 * 60 * 1000
  private static let most = 100_000

  private struct Numbers {
    var recent: Set<String> = []
    var older: Set<String> = []
    var began = Timestamp(milliseconds: 0)
  }

  private let numbers = Mutex(Numbers())

  /// Remembers a laptop's number; false when it was used before.
  func isNew(_ nonce: String, of device: DeviceNumber, at now: Timestamp) -> Bool {
    numbers.withLock { numbers in
      let age = now.milliseconds - numbers.began.milliseconds
      if age >= Self.generation || numbers.recent.count >= Self.most {
        numbers = Numbers(older: numbers.recent, began: now)
      }
      let name = "\(device.value)/\(nonce)"
      guard !numbers.older.contains(name) else { return false }
      return numbers.recent.insert(name).inserted
    }
  }
}
