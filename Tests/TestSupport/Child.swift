public import Glibc

/// A running program; it is killed when nobody holds this any more.
public final class Child {
  public let process: pid_t
  private var status: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - words: The path of the program and its arguments.
  ///   - environment: `NAME=value`; that of the tests when nil.
  ///   - redirect: Says where its streams go; no other descriptor goes on into it.
  public init(
    _ words: [String], environment: [String]? = nil,
    redirecting redirect: (inout posix_spawn_file_actions_t) -> Void
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    redirect(&actions)
    // What other tests have open at this moment is not the child's.
    closeInheritedDescriptors(&actions)
    // The threads that run tests block most signals; a child that inherits that cannot be ended.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let code = withCStrings(words) { argv in
      guard let environment else {
        return posix_spawn(&process, words[0], &actions, &attributes, argv, environ)
      }
      return withCStrings(environment) {
        posix_spawn(&process, words[0], &actions, &attributes, argv, $0)
      }
    }
    guard code == 0 else { throw SystemFault(action: "start \(words[0])", code: code) }
    self.process = process
  }

  deinit {
    guard status == nil else { return }
    kill(process, SIGKILL)
    _ = wait()
  }

  /// Waits for the end and returns the exit status, or 128 and the signal.
  @discardableResult
  public func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) == -1, errno == EINTR {}
    let signal = raw & 0x7f
    let ended = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
    status = ended
    return ended
  }

  /// Sends a signal.
  public func signal(_ number: Int32) {
    kill(process, number)
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else {
      preconditionFailure("an array with a nil at its end")
    }
    return body(start)
  }
}
