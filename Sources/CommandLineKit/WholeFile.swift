import Glibc

/// A small file that is read or written as a whole: on a stick, or named on the command line.
public enum WholeFile {
  /// Why there is nothing to read.
  public enum Failure: Error, Equatable, Sendable {
    case missing, tooLong
    /// The system refused, with this `errno`.
    case unreadable(CInt)
  }

  /// Reads a file of at most `limit` bytes.
  public static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .missing : .unreadable(errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { throw .unreadable(errno) }
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
      guard bytes.count <= limit else { throw .tooLong }
    }
  }

  /// Writes a file that is there whole, and on the disk, when this returns true; else not at all, and
  /// `errno` says why.
  public static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let new = path + ".new"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    let isThere = writeAll(bytes, to: file) && fsync(file) == 0 && rename(new, path) == 0
    let reason = errno
    close(file)
    if !isThere { unlink(new) }
    errno = reason
    return isThere
  }

  private static func writeAll(_ bytes: [UInt8], to file: CInt) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
