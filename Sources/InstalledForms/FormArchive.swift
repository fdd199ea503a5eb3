import FoundationEssentials
import Glibc

/// Every version of a form that records of this laptop were filled in with.
///
/// A form that is published anew must not lock anyone out of the drafts that were begun before: a
/// record stays with its version (reliability, 1.7), so the version stays with the record.
package struct FormArchive: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Copies a form and its lists here, unless they are here already.
  ///
  /// The copy is whole or not there at all, also after a power cut.
  package func keep(_ form: InstalledForm) throws(FormArchiveProblem) {
    guard let folder = folder(form.definition.id, form.definition.version) else {
      throw FormArchiveProblem(code: EINVAL)
    }
    guard access(folder, F_OK) != 0 else { return }
    let draft = folder + ".part"
    let inner = draft + "/" + Self.folderName(form.definition.id)
    try makeFolder(path)
    try makeFolder(draft)
    try makeFolder(inner)
    for name in form.files {
      guard let bytes = form.media(name) else { throw FormArchiveProblem(code: ENOENT) }
      try write(bytes, to: inner + "/" + name)
    }
    try settle(inner)
    guard rename(draft, folder) == 0 else { throw FormArchiveProblem() }
    try settle(path)
  }

  /// A version that was kept; nothing when it never was, or no longer reads.
  package func form(_ id: String, version: String) -> InstalledForm? {
    guard let folder = folder(id, version) else { return nil }
    // One answer for missing and unreadable: the form is not on this laptop.
    return try? InstalledForm(folder: folder + "/" + Self.folderName(id))
  }

  /// Ids and versions come out of records, so what could lead elsewhere is no folder's name.
  private func folder(_ id: String, _ version: String) -> String? {
    let name = id + "-" + version
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        || "-_.".unicodeScalars.contains(scalar)
    }
    return isPlain && !name.hasPrefix(".") ? path + "/" + name : nil
  }

  private static func folderName(_ id: String) -> String { id.replacing("_", with: "-") }

  private func makeFolder(_ path: String) throws(FormArchiveProblem) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FormArchiveProblem() }
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
