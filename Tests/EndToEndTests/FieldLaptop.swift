import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import TestSupport
import Testing

/// A laptop with a real store and a real link, and one person at it.
struct FieldLaptop {
  let store: SurveyStore
  let keyring: Keyring
  private let folder: TemporaryFolder

  private static let ambient = Ambient(
    now: { Timestamp(milliseconds: 1_586_484_000_000) }, random: randomBytes)

  init(_ name: String, in given: TemporaryFolder? = nil) async throws {
    folder = try given ?? TemporaryFolder()
    store = try SurveyStore(
      directory: Self.data(in: folder), ambient: Self.ambient, cost: .test)
    keyring = try await store.addPerson(
      name: name, passphrase: SecretBytes(copying: Array("ควายสี่ตัวข้ามคลอง".utf8)),
      profile: Profile(name: name, area: AreaCode("471206"), moo: 1))
  }

  /// The folder of its store, for a program to open once this value has let go of it.
  static func data(in folder: TemporaryFolder) -> String { folder.path + "/store" }

  /// An engine with a connection of its own.
  func engine(trusting certificates: String? = nil) -> SyncEngine {
    var patience = CurlTransport.Patience()
    patience.seconds = 5
    return SyncEngine(
      store: store,
      transport: CurlTransport(certificates: certificates, patience: patience),
      ambient: Self.ambient)
  }

  func enrol(_ code: EnrolmentCode, at port: UInt16) async throws {
    _ = try await engine().enrol(
      code, name: "ตามใบ", at: try Self.address(port), for: keyring)
  }

  static func address(_ port: UInt16) throws -> ServerAddress {
    try #require(ServerAddress("http://127.0.0.1:\(port)"))
  }

  /// Finishes so many surveys, and gives their identities.
  func finish(
    _ count: Int, named name: (Int) -> String = { "นายสมชาย ใจดี \($0)" }
  ) async throws -> Set<RecordID> {
    var finished: Set<RecordID> = []
    for number in 0..<count {
      let draft = try draft(name(number))
      try await store.finish(draft, submission: draft.instance, for: keyring)
      finished.insert(draft.id)
    }
    return finished
  }

  /// Finishes a survey whose answers are the names of files.
  func finish(with files: [String: [UInt8]]) async throws {
    let draft = try draft("นางมะลิ สุขใจ")
    let answers = files.keys.map { "<file>\($0)</file>" }.joined()
    try await store.finish(
      draft, submission: Array("<data id=\"affected-person\">\(answers)</data>".utf8),
      with: files, for: keyring)
  }

  /// Keeps a draft of each title, at a place.
  func keepDrafts(_ drafts: [(title: String, place: String)]) async throws {
    for (title, place) in drafts {
      var draft = try draft(title)
      draft.place = place
      try await store.save(draft, for: keyring)
    }
  }

  private func draft(_ title: String) throws -> Draft {
    let xml = "<data id=\"affected-person\"><name>\(title)</name></data>"
    return Draft(
      id: RecordID(Self.ambient), formID: "affected-person", formVersion: "1",
      formHash: try #require(FormHash(bytes: 1...16)), instance: Array(xml.utf8), title: title,
      place: "", problems: 0, answered: 1, changed: Self.ambient.now())
  }

  /// The identities of the records in a state.
  func records(_ state: LocalState) async throws -> Set<RecordID> {
    Set(try await store.records(for: keyring).filter { $0.state == state }.map(\.id))
  }
}
