import Glibc

/// The one folder in which a centre keeps everything: the database, the keys, the lock.
///
/// Only its owner may look into it, and one process at a time may have it open.
final class DataDirectory: Sendable {
  let path: String
  private let lock: CInt

  /// Opens the folder for this process alone, making it when there is none.
  init(_ path: String) throws(DataDirectoryError) {
    try Self.make(path)
    lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    self.path = path
    // From here on `deinit` closes it, also when this throws.
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? .inUse : .cannotOpen(errno)
    }
  }

  deinit {
    guard lock >= 0 else { return }
    // Closing is not enough: a child on its way from `fork` to `exec` holds the same lock.
    flock(lock, LOCK_UN)
    close(lock)
  }

  private static func make(_ path: String) throws(DataDirectoryError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let end = path.lastIndex(of: "/"), end > path.startIndex else {
      throw .cannotOpen(errno)
    }
    try make(String(path[..<end]))
    guard mkdir(path, 0o700) == 0 else { throw .cannotOpen(errno) }
  }

  var database: String { path + "/centre.sqlite" }

  /// Whether there is a database already; it is the last thing that a new centre makes.
  ///
  /// An empty file is none: it is one that lost its content.
  func hasDatabase() throws(DataDirectoryError) -> Bool {
    var status = stat()
    guard stat(database, &status) == 0 else {
      guard errno == ENOENT else { throw .cannotOpen(errno) }
      return false
    }
    guard status.st_size > 0 else { throw .emptyDatabase }
    return true
  }

  /// Lets `make` write a new database, under another name until it is whole.
  func makeDatabase(_ make: (_ path: String) throws -> Void) throws {
    let unfinished = database + ".new"
    // What a crash left of an earlier attempt held nobody's work.
    for name in [unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal"] {
      unlink(name)
    }
    try make(unfinished)
    // Closing a database moves its log into it and tells nobody when the disk fails meanwhile: under
    // its new name it would be half a database.
    var status = stat()
    guard stat(unfinished + "-wal", &status) != 0 || status.st_size == 0 else {
      throw DataDirectoryError.cannotOpen(EIO)
    }
    guard rename(unfinished, database) == 0 else { throw DataDirectoryError.cannotOpen(errno) }
    try syncFolder()
  }

  /// The content of a small file, or nil when there is none.
  func read(_ name: String) throws(DataDirectoryError) -> [UInt8]? {
    let file = open(path + "/" + name, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno == ENOENT else { throw .cannotOpen(errno) }
      return nil
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(file, &bytes, bytes.count)
    guard count >= 0 else { throw .cannotOpen(errno) }
    return Array(bytes.prefix(count))
  }

  /// Writes a small file so that, whatever happens, it is there whole or not at all.
  func write(_ bytes: [UInt8], to name: String) throws(DataDirectoryError) {
    let new = path + "/" + name + ".new"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotOpen(errno) }
    let isWritten = Glibc.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    close(file)
    guard isWritten, rename(new, path + "/" + name) == 0 else { throw .cannotOpen(errno) }
    try syncFolder()
  }

  private func syncFolder() throws(DataDirectoryError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .cannotOpen(errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw .cannotOpen(errno) }
  }
}

/// Why a centre's folder cannot be used.
public enum DataDirectoryError: Error, Equatable, Sendable {
  /// Another process has it open.
  case inUse
  /// There is a database and not this key, without which what it holds cannot be opened.
  case keyMissing(String)
  /// The database's file is there and empty.
  case emptyDatabase
  /// The system refused, with this `errno`.
  case cannotOpen(Int32)
}
