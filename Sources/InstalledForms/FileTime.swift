import Glibc

/// When a file was written last.
package struct FileTime: Equatable, Sendable {
  private let seconds: Int
  private let nanoseconds: Int

  /// Nil for a file that is not there.
  init?(of path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    seconds = facts.st_mtim.tv_sec
    nanoseconds = facts.st_mtim.tv_nsec
  }
}
