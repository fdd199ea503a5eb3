import Dispatch
import Glibc
import Synchronization
import TestSupport

/// A link that breaks after so many bytes in one direction.
///
/// Each new connection takes the next budget; when they are used up, connections are unlimited.
final class CuttingProxy: Sendable {
  /// How many bytes a connection carries before it breaks.
  struct Budget: Sendable {
    var up = Int.max
    var down = Int.max
  }

  let port: UInt16
  private let listener: CInt
  private let target: Mutex<UInt16>
  private let budgets: Mutex<[Budget]> = Mutex([])
  private let carried: Mutex<(up: Int, down: Int)> = Mutex((0, 0))
  private let ambush: Mutex<Ambush?> = Mutex(nil)

  /// Something to happen once so many bytes were carried.
  private struct Ambush: Sendable {
    var up: Int
    var down: Int
    var action: @Sendable () -> Void
  }

  init(to target: UInt16) throws {
    self.target = Mutex(target)
    (listener, port) = try LoopbackSocket.listening()
    Self.onThread { self.acceptAll() }
  }

  /// Stops listening.
  func stop() {
    shutdown(listener, CInt(SHUT_RDWR))
  }

  /// Leads to another port from now on.
  func lead(to port: UInt16) {
    target.withLock { $0 = port }
  }

  /// Says how the next connections break.
  func next(_ budgets: [Budget]) {
    self.budgets.withLock { $0 = budgets }
  }

  /// Does something, once, as soon as so many bytes in all were carried up or down.
  func when(up: Int = .max, down: Int = .max, _ action: @escaping @Sendable () -> Void) {
    ambush.withLock { $0 = Ambush(up: up, down: down, action: action) }
  }

  /// What was carried since this was last asked.
  func takeCarried() -> (up: Int, down: Int) {
    carried.withLock { carried in
      defer { carried = (0, 0) }
      return carried
    }
  }

  private func acceptAll() {
    while true {
      guard let near = LoopbackSocket.accepting(listener) else { return }
      let budget = budgets.withLock { $0.isEmpty ? Budget() : $0.removeFirst() }
      Self.onThread { self.carry(near, budget) }
    }
  }

  private func carry(_ near: CInt, _ budget: Budget) {
    guard let far = try? LoopbackSocket.connecting(to: target.withLock { $0 }) else {
      // The centre is down: this end is closed too, as a router would.
      close(near)
      return
    }
    let pumps = DispatchGroup()
    pumps.enter()
    Self.onThread {
      self.pump(near, far, budget.up) { self.count(up: $0) }
      pumps.leave()
    }
    pump(far, near, budget.down) { count(down: $0) }
    pumps.wait()
    close(near)
    close(far)
  }

  private func count(up: Int = 0, down: Int = 0) {
    let total = carried.withLock { carried in
      carried.up += up
      carried.down += down
      return carried
    }
    let sprung = ambush.withLock { ambush -> Ambush? in
      guard let set = ambush, total.up >= set.up || total.down >= set.down else { return nil }
      ambush = nil
      return set
    }
    sprung?.action()
  }

  /// Carries bytes one way until the budget or the stream ends, then breaks both ways.
  private func pump(_ from: CInt, _ to: CInt, _ budget: Int, _ count: (Int) -> Void) {
    var left = budget
    while left > 0 {
      let piece = LoopbackSocket.read(from).prefix(left)
      guard !piece.isEmpty, LoopbackSocket.write(Array(piece), to: to) else { break }
      left -= piece.count
      count(piece.count)
    }
    shutdown(from, CInt(SHUT_RDWR))
    shutdown(to, CInt(SHUT_RDWR))
  }

  // A serial queue has a thread of its own, however many others are blocked.
  private static func onThread(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "cutting-proxy").async(execute: work)
  }
}
