import Synchronization

/// Gathers one request's body, and never more of it than its route allows.
struct BodyReader {
  let limit: Int
  private(set) var bytes: [UInt8] = []

  init(limit: Int, expecting: Int = 0) {
    self.limit = limit
    bytes.reserveCapacity(min(expecting, limit))
  }

  /// Takes the next piece; false when it would pass the limit, and then nothing is kept.
  mutating func take(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    guard piece.count <= limit - bytes.count else {
      bytes = []
      return false
    }
    unsafe bytes.append(contentsOf: piece)
    return true
  }
}

/// How many bytes of bodies may be in memory at once, over all connections.
///
/// Thousands of laptops may send at five o'clock. Those that do not fit are told to come back,
/// before they have sent anything.
final class BodyBudget: Sendable {
  private let left: Mutex<Int>

  init(bytes: Int) { left = Mutex(bytes) }

  func reserve(_ bytes: Int) -> Bool {
    left.withLock { left in
      guard left >= bytes else { return false }
      left -= bytes
      return true
    }
  }

  func release(_ bytes: Int) { left.withLock { $0 += bytes } }
}
