import Glibc

/// Where a program says what went wrong.
public enum StandardError {
  /// Writes all of the text at once, past every buffer.
  public static func write(_ text: String) { Descriptor(STDERR_FILENO).write(text) }
}

/// Where a program's data goes.
public enum StandardOutput {
  /// Writes all of the text at once, past every buffer.
  public static func write(_ text: String) { Descriptor(STDOUT_FILENO).write(text) }
}

private struct Descriptor {
  let number: CInt

  init(_ number: CInt) { self.number = number }

  /// Writes until everything is out; a reader that has gone away ends the writing.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}
