import CProcess
import Glibc
import OfflineStore
import SyncProtocol
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
  /// After how many minutes without a key the person's screen is locked.
  var minutes = Profile.usualMinutesToLock
  /// What was being filled in.
  var left: LeftSurvey?

  /// A survey that was open when the screen was locked, for the same person to come back to.
  ///
  /// Of the record only its number, which says nothing; the question lies in the sealed draft.
  struct LeftSurvey: Equatable {
    var person: Int64
    var record: RecordID
  }

  /// Why the screen was locked.
  enum Lock: String {
    /// Somebody asked for it.
    case asked
    case idle
    /// Minutes without a key in a form of the shell, in which something may have been typed.
    case idleInForm

  }

  /// What the sign-in says of it.
  var notice: Label? {
    switch reason {
    case .asked: nil
    case .idle: left == nil ? Phrase.lockedIdle(minutes) : Phrase.lockedInSurvey(minutes)
    case .idleInForm: Phrase.lockedInForm(minutes)
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
    guard words.count == 7, let lock = CInt(words[0]), let language = Language(rawValue: words[2]),
      let reason = Lock(rawValue: words[3])
    else { return nil }
    var renewal = Renewal(person: Int64(words[1]), language: language, reason: reason)
    renewal.minutes = Int(words[4]) ?? renewal.minutes
    if let person = Int64(words[5]), let record = RecordID(words[6]) {
      renewal.left = LeftSurvey(person: person, record: record)
    }
    return (renewal, lock)
  }

  /// Becomes the next program, which takes the lock of the store over; returns only if that fails.
  func begin(handingOver lock: CInt) {
    let text = "\(Self.variable)=\(words(handingOver: lock).joined(separator: " "))"
    withCStrings(CommandLine.arguments) { words in
      withCStrings(Self.environment() + [text]) { environment in
        _ = cprocess_begin_again(words, environment, lock)
      }
    }
  }

  private func words(handingOver lock: CInt) -> [String] {
    [
      "\(lock)", person.map { "\($0)" } ?? "", language.rawValue, reason.rawValue, "\(minutes)",
      left.map { "\($0.person)" } ?? "", left.map { "\($0.record)" } ?? "",
    ]
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
