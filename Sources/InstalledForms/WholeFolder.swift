import FoundationEssentials
import Glibc

/// A folder of files that gets onto the disk whole or not at all, also when the power fails.
///
/// One that replaces another may be missing after a power cut in the moment between the two; whoever
/// wrote it was not told that it is there, and writes it again.
struct WholeFolder {
  typealias File = (name: String, bytes: [UInt8])

  let path: String
  private var draft: String { path + ".part" }

  /// Writes the files, in the place of what the folder held before.
  ///
  /// - Parameter inner: A folder inside of it that they go into.
  func write(_ files: [File], inside inner: String? = nil) throws(FormArchiveProblem) {
    let around = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    // What a copy left behind that was cut off; when there is none, nothing is to be removed.
    try? FileManager.default.removeItem(atPath: draft)
    try makeFolder(around)
    try makeFolder(draft)
    let place = inner.map { draft + "/" + $0 } ?? draft
    if inner != nil { try makeFolder(place) }
    for file in files { try write(file.bytes, to: place + "/" + file.name) }
    try settle(place)
    try takeThePlace()
    try settle(around)
  }

  private func takeThePlace() throws(FormArchiveProblem) {
    let former = path + ".old"
    // Left over from a copy that was cut off; most times there is none.
    try? FileManager.default.removeItem(atPath: former)
    guard rename(path, former) == 0 || errno == ENOENT else { throw FormArchiveProblem() }
    guard rename(draft, path) == 0 else {
      let problem = FormArchiveProblem()
      // The first problem is the one to tell, whether or not what was there comes back.
      _ = rename(former, path)
      throw problem
    }
    // What stays of it has no form's name, and goes with the next copy.
    try? FileManager.default.removeItem(atPath: former)
  }

  private func makeFolder(_ path: String) throws(FormArchiveProblem) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw FormArchiveProblem()
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 else { throw FormArchiveProblem() }
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FormArchiveProblem) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FormArchiveProblem() }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw FormArchiveProblem() }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw FormArchiveProblem() }
  }

  private func settle(_ folder: String) throws(FormArchiveProblem) {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw FormArchiveProblem() }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw FormArchiveProblem() }
  }
}

/// The disk did not take a form.
package struct FormArchiveProblem: Error, Equatable, Sendable {
  /// What the system said, as in `errno`.
  package let code: Int32

  init(code: Int32 = errno) {
    self.code = code
  }
}
