import Synchronization

/// Keeps the largest numbers that it was told.
final class Seen: Sendable {
  private let numbers: Mutex<[Int]> = Mutex([0, 0])

  func note(_ first: Int, _ second: Int) {
    numbers.withLock { $0 = [max($0[0], first), max($0[1], second)] }
  }

  var most: [Int] { numbers.withLock { $0 } }
}
