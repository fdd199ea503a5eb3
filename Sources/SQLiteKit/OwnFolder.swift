import Glibc

/// A folder that only its owner can look into, and that one process at a time has open.
///
/// The lock is a file of its own: closing any descriptor of the database file would drop the locks
/// that SQLite holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
public final class OwnFolder: Sendable {
  /// Where it is.
  public let path: String
  /// The descriptor that keeps the folder to this process.
  public let lock: Int32

  /// Why a folder cannot be had.
  public enum Failure: Error, Equatable, Sendable {
    /// Another process has it; 0 when it did not say who it is.
    case inUse(by: Int32)
    /// The system refused, with this `errno`.
    case refused(Int32)
  }

  /// Makes the folder when there is none, and takes the lock.
  ///
  /// The lock goes with the process, however it ends. See `flock`.
  ///
  /// - Parameter inherited: The ``lock`` of the program that this one replaced in the same process.
  public init(_ path: String, lock inherited: Int32? = nil) throws(Failure) {
    self.path = path
    try Self.make(path)
    let file = path + "/lock"
    if let inherited, Self.isOpen(inherited, on: file) {
      lock = inherited
    } else {
      lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    }
    // From here on `deinit` closes it, also when this throws.
    guard lock >= 0 else { throw .refused(errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      throw reason == EWOULDBLOCK ? .inUse(by: readHolder()) : .refused(reason)
    }
    try writeHolder()
  }

  deinit {
    guard lock >= 0 else { return }
    // Closing is not enough: a child on its way from `fork` to `exec` holds the same lock.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// Whether a descriptor leads to a file; it is closed when this process begins another program.
  private static func isOpen(_ descriptor: CInt, on path: String) -> Bool {
    var (open, named) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && stat(path, &named) == 0
      && open.st_dev == named.st_dev && open.st_ino == named.st_ino
      && fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0
  }

  private static func make(_ path: String) throws(Failure) {
    var parent = ""
    for name in path.split(separator: "/") {
      parent += path.hasPrefix("/") || !parent.isEmpty ? "/\(name)" : "\(name)"
      guard mkdir(parent, 0o700) == 0 || errno == EEXIST || isFolder(parent) else {
        throw .refused(errno)
      }
    }
    guard isFolder(path) else { throw .refused(ENOTDIR) }
  }

  private static func isFolder(_ path: String) -> Bool {
    let reason = errno
    defer { errno = reason }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func writeHolder() throws(Failure) {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(lock, 0) == 0, pwrite(lock, text, text.count, 0) == text.count else {
      throw .refused(errno)
    }
  }

  /// Whoever has just taken the lock has perhaps not written down who it is, so the name of a process
  /// that is gone is read once more, for a fifth of a second at most.
  private func readHolder() -> Int32 {
    for _ in 0..<100 {
      let holder = writtenHolder()
      if holder > 0, kill(holder, 0) == 0 || errno == EPERM { return holder }
      poll(nil, 0, 2)
    }
    return 0
  }

  private func writtenHolder() -> Int32 {
    var text = [UInt8](repeating: 0, count: 16)
    let count = max(0, pread(lock, &text, text.count, 0))
    let digits = String(decoding: text.prefix(count), as: UTF8.self).prefix { $0 != "\n" }
    return Int32(digits) ?? 0
  }
}
