import Glibc

/// What may be seen of a file before it is taken: whether it is there, and how large it is.
struct FileSight: Sendable {
  enum Found: Equatable, Sendable {
    case missing
    case folder
    /// It is there and may not be read, or is no file, such as a device.
    case unreadable
    case file(bytes: Int)
  }

  var look: @Sendable (String) -> Found

  /// The files of this laptop.
  static let disk = FileSight { path in
    var facts = stat()
    guard stat(path, &facts) == 0 else { return .missing }
    if facts.st_mode & S_IFMT == S_IFDIR { return .folder }
    guard facts.st_mode & S_IFMT == S_IFREG, access(path, R_OK) == 0 else { return .unreadable }
    return .file(bytes: Int(facts.st_size))
  }

  /// `~/` at the beginning is the person's own folder; quotes that a file manager adds go.
  static func path(_ typed: String) -> String {
    var path = typed
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    if path.hasPrefix("file://") { path = String(path.dropFirst(7)) }
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}
