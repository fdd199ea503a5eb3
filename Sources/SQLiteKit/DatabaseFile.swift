import Glibc

/// The file of a database, as the file system sees it.
public enum DatabaseFile {
  /// Whether there is a database at `path`; one that is empty lost its content, and is damage.
  public static func isThere(_ path: String) throws(SQLiteError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw failure(errno) }
      return false
    }
    guard status.st_size > 0 else {
      throw SQLiteError(code: .corrupt, message: "the database's file is empty")
    }
    return true
  }

  /// Lets `make` write a new database, under another name until it is whole and on the disk.
  ///
  /// So an empty file is never a new database.
  public static func makeWhole(
    at path: String, _ make: (_ path: String) throws -> Void
  ) throws {
    let unfinished = path + ".new"
    // What a crash left of an earlier attempt, if anything, held nobody's work.
    for end in ["", "-wal", "-shm", "-journal"] { unlink(unfinished + end) }
    try make(unfinished)
    // Closing a database moves its log into it and tells nobody when the disk fails meanwhile: under
    // its new name it would be half a database.
    var status = stat()
    guard stat(unfinished + "-wal", &status) != 0 || status.st_size == 0 else {
      throw SQLiteError(code: .ioError, message: "the new database's log was not moved into it")
    }
    guard rename(unfinished, path) == 0 else { throw failure(errno) }
    try syncFolder(of: path)
  }

  /// Makes an empty file that only its owner can read, unless there is a file already.
  ///
  /// SQLite would let everybody read it, and gives its log the same rights. The file is closed again
  /// before SQLite opens it: closing any other descriptor of an open database drops its locks.
  static func create(at path: String) throws(SQLiteError) {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if file >= 0 {
      close(file)
    } else if errno != EEXIST {
      throw failure(errno)
    }
  }

  /// Makes the names in the folder of `path` as durable as the files that they name.
  public static func syncFolder(of path: String) throws(SQLiteError) {
    let end = path.lastIndex(of: "/")
    let name = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let folder = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw failure(errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw failure(errno) }
  }

  /// Writes what the system still holds of a file that no connection has open.
  static func syncFile(_ path: String) throws(SQLiteError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure(errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure(errno) }
  }

  private static func failure(_ number: CInt) -> SQLiteError {
    let code: SQLiteError.Code =
      switch number {
      case ENOSPC, EDQUOT: .full
      case EROFS, EACCES, EPERM: .readOnly
      case ENOENT, ENOTDIR, EISDIR: .cannotOpen
      default: .ioError
      }
    return SQLiteError(code: code, message: String(cString: strerror(number)))
  }
}
