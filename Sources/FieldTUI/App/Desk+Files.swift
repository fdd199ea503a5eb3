import Glibc
import InstalledForms
import OfflineStore
import SyncProtocol
import TerminalKit

/// Files that answer a question.
extension Desk {
  /// Keeps a copy of a file beside a record, sealed; says so when it could not.
  func attach(_ source: String, as name: String, to id: RecordID, path: String) async {
    guard let content = Self.contents(of: source) else {
      return mailbox.send(.attachFailed(id, path: path, FormPhrase.fileUnreadable.label))
    }
    do throws(StoreError) {
      try await store.attach(content, as: name, to: id, for: keyring())
    } catch {
      mailbox.send(.attachFailed(id, path: path, error.label))
    }
  }

  /// The log that a form wants of how it is filled in; with lines, it goes on with them.
  func log(of form: InstalledForm, _ profile: Profile, lines: String? = nil) -> AuditLog? {
    let now = ambient.now
    return form.definition.audit.map { plan in
      AuditLog(plan, user: profile.name, lines: lines ?? "", isEdit: lines != nil) {
        now().milliseconds
      }
    }
  }

  /// The lines of the log that a finished record left, without its heading.
  func keptLog(of id: RecordID) async throws(StoreError) -> String {
    let file = try await store.attachment(AuditLog.fileName, of: id, for: keyring()) ?? []
    return String(decoding: file.drop { $0 != 0x0A }.dropFirst(), as: UTF8.self)
  }

  /// The bytes of a file that is not larger than a file may be; it may have changed since it was
  /// looked at.
  private static func contents(of path: String) -> [UInt8]? {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= FileQuestion.mostBytes {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      guard count > 0 else { return nil }
      bytes += chunk[..<count]
    }
    return nil
  }
}
