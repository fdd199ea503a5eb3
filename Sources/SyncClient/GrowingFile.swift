import Glibc
import OfflineStore
import Sealing
import SyncProtocol

/// A file that is being fetched: its parts lie beside its path until it is whole.
///
/// The name beside the path has the file's identity in it, so a later try goes on with the same file
/// and with no other.
final class GrowingFile {
  private let path: String
  private let growing: String
  private let file: RecordFile
  private(set) var content: [UInt8] = []
  private(set) var mark: [UInt8]?

  init(path: String, file: RecordFile) throws(SyncFailure) {
    self.path = path
    self.file = file
    growing = "\(path).\(file.file).part"
    guard access(path, F_OK) != 0 else { throw .fileIsThere }
    content = Self.read(growing, limit: file.size)
    // A part that was cut off while it was written is fetched again; so is the last, for its mark.
    let whole = min(content.count / FileLimits.piece, file.count - 1)
    content.removeLast(content.count - whole * FileLimits.piece)
  }

  /// How many pieces are here.
  var pieces: Int { content.count / FileLimits.piece }

  /// Writes a part behind what is there.
  func take(_ bytes: ArraySlice<UInt8>, _ mark: [UInt8]) throws(SyncFailure) {
    guard content.count + bytes.count <= file.size, !bytes.isEmpty || file.size == 0 else {
      throw .garbled
    }
    let descriptor = open(growing, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure() }
    defer { close(descriptor) }
    var (rest, place) = (bytes, content.count)
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, place) }
      guard count > 0 else { throw Self.failure() }
      rest = rest.dropFirst(count)
      place += count
    }
    guard ftruncate(descriptor, place) == 0, fsync(descriptor) == 0 else { throw Self.failure() }
    content += bytes
    self.mark = mark
  }

  /// Gives it its name, if it is what its author had; what is not is thrown away.
  func finish() throws(SyncFailure) {
    guard mark == file.mark(of: Digest.blake2b(content, count: 32), Digest.blake2b) else {
      unlink(growing)
      throw .garbled
    }
    guard access(path, F_OK) != 0 else { throw .fileIsThere }
    guard rename(growing, path) == 0 else { throw Self.failure() }
  }

  private static func read(_ path: String, limit: Int) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: limit)
    var count = 0
    while count < limit {
      let more = bytes[count...].withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      // What cannot be read is fetched again.
      guard more > 0 else { break }
      count += more
    }
    return Array(bytes.prefix(count))
  }

  private static func failure() -> SyncFailure {
    switch errno {
    case ENOSPC, EDQUOT: .store(.noSpace)
    case EROFS, EACCES, EPERM, ENOENT, ENOTDIR: .store(.readOnly)
    default: .store(.io(String(cString: strerror(errno))))
    }
  }
}
