import InstalledForms
import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// A double of what somebody else of the laptop has, as the screens hear of it.
@Suite struct CoUserDoubleTests {
  @Test func `a number that a co-user has is told with his name, and nothing else of the record`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try SurveyStore(directory: folder.path + "/laptop", ambient: .laptop)
    let first = try await person("นายสมหมาย ตัวอย่าง", "ควายสี่ตัวข้ามคลอง", in: store)
    let second = try await person("นางมาลี ตัวอย่าง", "กบสามตัวนั่งบนใบบัว", in: store)
    // Whoever was there before hands the key on at the next sign-in.
    _ = try await store.signIn(first.person, passphrase: secret("ควายสี่ตัวข้ามคลอง"))
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    let draft = Draft(
      id: RecordID(.laptop), formID: "affected_person", formVersion: "1", formHash: hash,
      instance: Array("<data><citizen_id>1000000001013</citizen_id></data>".utf8),
      title: "สมชาย ใจดี", changed: Ambient.laptop.now())
    try await store.save(draft, for: first)
    let desk = Desk(
      store: store, sync: SyncEngine(store: store, transport: CurlTransport(), ambient: .laptop),
      forms: FormShelf(main: nil, all: nil),
      archive: FormArchive(path: folder.path + "/laptop/forms"), areas: nil, ambient: .laptop,
      mailbox: Mailbox(wake: {}))
    for (keyring, number, wanted) in [
      (second, "1000000001013", ["นายสมหมาย ตัวอย่าง"]), (second, "1000000001021", []),
      (first, "1000000001013", []),
    ] {
      desk.safe.hold(keyring)
      let lookup = PersonLookup(nationalID: number, title: "", house: "")
      await desk.work(on: .lookForSimilar(lookup, RecordID(.laptop)))
      guard case .similar(_, let people)? = desk.mailbox.takeAll().last else {
        Issue.record("nothing was said of \(number)")
        continue
      }
      #expect(people.coUsers == wanted)
      if keyring.person == second.person { #expect(people.own.isEmpty) }
    }
  }

  private func person(
    _ name: String, _ passphrase: String, in store: SurveyStore
  ) async throws -> Keyring {
    try await store.addPerson(
      name: name, passphrase: secret(passphrase), profile: Profile(name: name))
  }

  private func secret(_ words: String) -> SecretBytes { SecretBytes(copying: Array(words.utf8)) }
}
