import CProcess
import Glibc
import TerminalKit

/// What a locked program tells the one that it becomes.
///
/// Strings and screens leave copies of answers all over the memory, which nothing wipes. So a program
/// that was locked replaces itself by itself (`execve`), and begins at the sign-in with a memory in
/// which nothing ever was; see docs/decisions/0128.
struct Renewal: Equatable {
  /// Who was signed in.
  var person: Int64?
  var language = Language.thai
  var reason: Lock

  /// Why the screen was locked.
  enum Lock: String {
    /// Somebody asked for it.
    case asked
    case idle
    /// Five minutes without a key in a form of the shell, in which something may have been typed.
    case idleInForm

    var notice: Phrase? {
      switch self {
      case .asked: nil
      case .idle: .lockedIdle
      case .idleInForm: .lockedInForm
      }
    }
  }

  /// The system did not let the program begin again.
  struct Refused: Error {}

  static let variable = "FIELDTUI_RENEWED"
}

/// Keeps other programs of the same account, and core files, from what is typed here.
func hideMemory() {
  #if DEBUG
    // Tests look for answers in the memory of a locked program, and need not be root for it.
    guard getenv("FIELDTUI_SHOW_MEMORY") == nil else { return }
  #endif
  cprocess_hide_memory()
}

extension Renewal {
  /// What the program before this one said, with its lock of the store; nil when there was none.
  static func taken() -> (renewal: Renewal, lock: CInt)? {
    guard let text = DataFolder.variable(variable) else { return nil }
    // It is for this program alone.
    unsetenv(variable)
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, let lock = CInt(words[0]), let language = Language(rawValue: words[2]),
      let reason = Lock(rawValue: words[3])
    else { return nil }
    return (Renewal(person: Int64(words[1]), language: language, reason: reason), lock)
  }

  /// Becomes the next program, which takes the lock of the store over; returns only if that fails.
  func begin(handingOver lock: CInt) {
    let person = person.map { "\($0)" } ?? ""
    let text = "\(Self.variable)=\(lock) \(person) \(language.rawValue) \(reason.rawValue)"
    withCStrings(CommandLine.arguments) { words in
      withCStrings(Self.environment() + [text]) { environment in
        _ = cprocess_begin_again(words, environment, lock)
      }
    }
  }

  private static func environment() -> [String] {
    var variables: [String] = []
    var next = environ
    while let variable = next.pointee {
      variables.append(String(cString: variable))
      next += 1
    }
    return variables
  }
}

/// Lends strings as C has them: each with a zero behind it, and a null at the end of the list.
private func withCStrings(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Void
) {
  var pointers = strings.map { strdup($0) } + [nil]
  defer { for pointer in pointers { free(pointer) } }
  pointers.withUnsafeMutableBufferPointer { buffer in
    if let start = buffer.baseAddress { body(start) }
  }
}
