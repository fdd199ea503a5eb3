import Glibc

/// The folder of a store, and the lock that keeps it to one process.
///
/// The lock is a file of its own: closing any descriptor of the database file would drop the locks
/// that SQLite holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
final class StoreFolder {
  let path: String
  private let lock: CInt

  var database: String { path + "/store.sqlite" }

  /// Makes the folder when there is none, and takes the lock.
  ///
  /// The lock goes with the process, however it ends. See `flock`.
  init(_ path: String) throws(StoreError) {
    self.path = path
    try Self.create(path)
    lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw Self.failure(errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let reason = errno
      throw reason == EWOULDBLOCK ? .inUse(by: readHolder()) : Self.failure(reason)
    }
    try writeHolder()
  }

  deinit {
    guard lock >= 0 else { return }
    // Closing is not enough: a child on its way from `fork` to `exec` holds the same lock.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// Lets `make` write the database when there is none, under another name until it is whole.
  ///
  /// So an empty file is never a new store: it is one that lost its content.
  func makeDatabase(_ make: (_ path: String) throws -> Void) throws {
    var status = stat()
    if stat(database, &status) == 0 {
      guard status.st_size > 0 else { throw StoreError.damaged("the store's file is empty") }
      return
    }
    let unfinished = database + ".new"
    // What a crash left of an earlier attempt, if anything, held nobody's work.
    for name in [unfinished, unfinished + "-wal", unfinished + "-journal"] { unlink(name) }
    try make(unfinished)
    // Closing a database moves its log into it and tells nobody when the disk fails meanwhile: under
    // its new name it would be half a database.
    guard stat(unfinished + "-wal", &status) != 0 || status.st_size == 0 else {
      throw StoreError.io("the new store's log was not moved into it")
    }
    guard rename(unfinished, database) == 0 else { throw Self.failure(errno) }
    try sync()
  }

  private func sync() throws(StoreError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Self.failure(errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw Self.failure(errno) }
  }

  private static func create(_ path: String) throws(StoreError) {
    var parent = ""
    for name in path.split(separator: "/") {
      parent += path.hasPrefix("/") || !parent.isEmpty ? "/\(name)" : "\(name)"
      guard mkdir(parent, 0o700) == 0 || errno == EEXIST || isFolder(parent) else {
        throw failure(errno)
      }
    }
    guard isFolder(path) else { throw .readOnly }
  }

  private static func isFolder(_ path: String) -> Bool {
    let reason = errno
    defer { errno = reason }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func writeHolder() throws(StoreError) {
    let text = Array("\(getpid())\n".utf8)
    guard ftruncate(lock, 0) == 0, pwrite(lock, text, text.count, 0) == text.count else {
      throw Self.failure(errno)
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

  private static func failure(_ number: CInt) -> StoreError {
    switch number {
    case ENOSPC, EDQUOT: .noSpace
    case EROFS, EACCES, EPERM, ENOENT, ENOTDIR: .readOnly
    default: .io(String(cString: strerror(number)))
    }
  }
}
