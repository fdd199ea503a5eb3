import Glibc
import Synchronization

/// Where a program says what went wrong.
public enum StandardError {
  /// Writes all of the text at once, past every buffer.
  public static func write(_ text: String) {
    // There is nowhere left to say that even this could not be said.
    _ = Descriptor(STDERR_FILENO).write(text)
  }
}

/// Where a program's data goes.
public enum StandardOutput {
  private static let lost = Atomic(false)

  /// Writes all of the text at once, past every buffer.
  public static func write(_ text: String) {
    if !Descriptor(STDOUT_FILENO).write(text) { lost.store(true, ordering: .relaxed) }
  }

  /// Whether something could not be written; the command then fails with ``LostOutput``.
  static var isLost: Bool { lost.load(ordering: .relaxed) }
}

/// Some of what a command printed could not be written, as when the disk is full.
public struct LostOutput: Error, Equatable {
  /// What happened and what to do, in Thai.
  public static let thai = "เขียนผลลัพธ์ไม่ได้ ดิสก์อาจเต็ม โปรดเพิ่มที่ว่างแล้วสั่งใหม่"
  /// The same in English.
  public static let english =
    "The output could not be written; the disk may be full. Free some space and run it again."
}

private struct Descriptor {
  let number: CInt

  init(_ number: CInt) { self.number = number }

  /// Writes until everything is out; false when the system refuses.
  func write(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
