import CommandLineKit
import Glibc
import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import TerminalKit

/// Passphrases, recovery files and the laptops of an area.
extension Desk {
  func changePassphrase(from old: String, to new: String) async throws(StoreError) {
    try await store.changePassphrase(
      of: try keyring().person, from: secret(old), to: secret(new))
    mailbox.send(.keyCareDone(KeyCarePhrase.changed.label))
  }

  /// Writes a request where there is no file, and opens the person's records with one that officers
  /// have answered.
  ///
  /// A second request makes the answers to the first one worthless, so it is asked about before.
  func recover(
    _ person: Int64, _ passphrase: String, file: String, replacing: Bool
  ) async throws(StoreError) {
    switch SlipFile.read(file) {
    case .missing:
      if !replacing, let made = try await store.openRecovery(of: person) {
        let pending = try await store.setting(Self.requestFile(of: person)) ?? ""
        return mailbox.send(.mayReplaceRequest(made, file: pending))
      }
      try await writeRequest(of: person, passphrase, to: file)
    case .unreadable: mailbox.send(.failed(KeyCarePhrase.notASlip.label))
    case .slip(let slip):
      do throws(StoreError) {
        safe.hold(
          try await store.finishRecovery(slip, of: person, passphrase: secret(passphrase)))
      } catch .recoveryMismatch {
        // Of two people of one laptop, each with a file, one is easily taken for the other.
        let name = try await store.people().first { $0.id == person }?.name ?? ""
        guard slip.name != name else { throw .recoveryMismatch }
        return mailbox.send(.failed(KeyCarePhrase.slip(of: slip.name, insteadOf: name)))
      }
      try await greet(isNew: false)
    }
  }

  private func writeRequest(
    of person: Int64, _ passphrase: String, to file: String
  ) async throws(StoreError) {
    // Before the store has a request that is in no file.
    guard SlipFile.mayWrite(file) else {
      return mailbox.send(.failed(KeyCarePhrase.fileProblem.label))
    }
    let slip = try await store.beginRecovery(of: person, passphrase: secret(passphrase))
    guard SlipFile.write(slip, to: file) else {
      return mailbox.send(.failed(KeyCarePhrase.fileProblem.label))
    }
    try await store.set(file, for: Self.requestFile(of: person))
    mailbox.send(.slipWritten(slip, of: person, file: file))
  }

  /// Says where the request lies that waits for its answers, if there is one.
  func findRequest(of person: Int64) async throws(StoreError) {
    guard try await store.openRecovery(of: person) != nil,
      let file = try await store.setting(Self.requestFile(of: person))
    else { return }
    mailbox.send(.pendingRequest(of: person, file: file))
  }

  /// The setting that says where a person's request was written.
  private static func requestFile(of person: Int64) -> String { "recovery-file-\(person)" }

  func readSlip(_ file: String) {
    guard case .slip(let slip) = SlipFile.read(file) else {
      return mailbox.send(.failed(KeyCarePhrase.notASlip.label))
    }
    mailbox.send(.slip(slip))
  }

  func answer(_ slip: RecoverySlip, file: String) async throws(StoreError) {
    let answered = try await store.answer(slip, for: keyring())
    guard SlipFile.write(answered, to: file) else {
      return mailbox.send(.failed(KeyCarePhrase.fileProblem.label))
    }
    mailbox.send(.keyCareDone(KeyCarePhrase.answered(answered, before: slip).label))
  }

  /// Asks the centre for the laptops of the area, and has one revoked first.
  func laptops(revoking number: DeviceNumber?) async {
    // Locked in the meantime: there is nobody to show them to.
    guard let keyring = safe.keyring else { return }
    do throws(SyncFailure) {
      let laptops = try await sync.laptops(revoking: number, for: keyring)
      mailbox.send(.laptops(laptops))
      guard let number else { return }
      let isRevoked = laptops.contains { $0.number == number && $0.revoked != nil }
      mailbox.send(.done((isRevoked ? KeyCarePhrase.revoked : .secondNeeded).label))
    } catch {
      guard !Task.isCancelled else { return }
      mailbox.send(.laptops([]))
      mailbox.send(.failed(SyncNotice(error).label))
    }
  }
}

/// A recovery slip in a file, mostly on a USB stick.
enum SlipFile {
  enum Content: Equatable {
    case missing, unreadable
    case slip(RecoverySlip)
  }

  static func read(_ path: String) -> Content {
    do throws(WholeFile.Failure) {
      let bytes = try WholeFile.read(path, limit: RecoverySlip.longest)
      return RecoverySlip(reading: bytes).map(Content.slip) ?? .unreadable
    } catch {
      return error == .missing ? .missing : .unreadable
    }
  }

  /// Whether the folder of a new file is there and can be written to.
  static func mayWrite(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    return access(folder, W_OK) == 0
  }

  static func write(_ slip: RecoverySlip, to path: String) -> Bool {
    WholeFile.write(slip.bytes, to: path)
  }

  /// Where a new one goes: the first USB stick that can be written to, or the home folder.
  static func usualPath(home: String, user: String) -> String {
    let places = ["/media/\(user)", "/run/media/\(user)"].flatMap(folders) + [home]
    let place = places.first { access($0, W_OK) == 0 } ?? home
    return "\(place)/recovery.fieldtui"
  }

  private static func folders(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append("\(path)/\(name)") }
    }
    return names.sorted()
  }
}
