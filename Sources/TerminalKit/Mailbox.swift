import Synchronization

/// Where the work done elsewhere leaves its results for the loop, in the order in which they came.
public final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// Makes an empty mailbox that rouses the loop by `wake` after each message.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  public func send(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Takes everything that came since the last time.
  public func takeAll() -> [Message] {
    messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
