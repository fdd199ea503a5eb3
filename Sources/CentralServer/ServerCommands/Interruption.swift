import Dispatch
import Glibc
import Synchronization

/// The request to stop: SIGTERM from the system, SIGINT from a keyboard.
///
/// From its making on neither ends the program by itself, so what is being stored is stored.
final class Interruption: Sendable {
  private let gate = Gate()
  private let sources: Mutex<[any DispatchSourceSignal]>

  init() {
    // A laptop that hangs up, or a log that nobody reads any more, is no reason to end.
    signal(SIGPIPE, SIG_IGN)
    let queue = DispatchQueue(label: "interruption")
    var sources: [any DispatchSourceSignal] = []
    for number in [SIGTERM, SIGINT] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [gate] in gate.open() }
      source.activate()
      sources.append(source)
    }
    self.sources = Mutex(sources)
  }

  /// Returns once one of them has come.
  func wait() async {
    await withCheckedContinuation { gate.pass($0) }
  }
}

/// Lets one waiter through, once it is open.
private final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  func pass(_ waiter: CheckedContinuation<Void, Never>) {
    let isOpen = state.withLock { state in
      if !state.isOpen { state.waiter = waiter }
      return state.isOpen
    }
    if isOpen { waiter.resume() }
  }

  func open() {
    let waiter = state.withLock { state in
      defer { state = State(isOpen: true) }
      return state.waiter
    }
    waiter?.resume()
  }
}
