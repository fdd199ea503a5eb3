import FieldTUI
import OfflineStore
import Sealing
import SurveyForms
import SyncClient
import SyncProtocol

/// A laptop with one person signed in, worked through the code that the screens use.
struct Laptop: Sendable {
  let folder: String
  let passphrase: String
  let profile: Profile
  let store: SurveyStore
  let keyring: Keyring
  let desk: Desk
  private let engine: SyncEngine

  /// Makes the store and adds the person.
  init(folder: String, passphrase: String, profile: Profile, desk: Desk) async throws {
    self.folder = folder
    self.passphrase = passphrase
    self.profile = profile
    self.desk = desk
    store = try SurveyStore(directory: folder, ambient: desk.ambient)
    keyring = try await store.addPerson(
      name: profile.name, passphrase: SecretBytes(copying: Array(passphrase.utf8)),
      profile: profile)
    engine = SyncEngine(store: store, transport: CurlTransport(), ambient: desk.ambient)
  }

  /// Types the one-time code in.
  func enrol(code: String, at server: String) async throws {
    guard let code = EnrolmentCode(code), let address = ServerAddress(server) else {
      throw Mishap.unusable("the code or address that the centre printed")
    }
    _ = try await engine.enrol(code, name: profile.name, at: address, for: keyring)
  }

  /// Sends and fetches until there is nothing more to do.
  @discardableResult
  func sync() async throws -> SyncReport {
    let report = await engine.run()
    guard report.outcome == .complete else { throw Mishap.sync(report.outcome) }
    return report
  }
}

/// What a rehearsal cannot go on after.
enum Mishap: Error {
  case unusable(String)
  case sync(SyncOutcome)
  case unfinished(questions: [String])
  case noSuchQuestion(String)
  case folderInUse(String)
  case program(String, status: Int32)
}
