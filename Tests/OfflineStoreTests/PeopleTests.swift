import OfflineStore
import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

struct PeopleTests {
  private let laptop: Laptop

  init() throws {
    laptop = try Laptop()
  }

  @Test func `whoever is not waited for any more is not added`() async throws {
    let store = try laptop.open()
    let adding = Task { () -> StoreError? in
      withUnsafeCurrentTask { $0?.cancel() }
      do throws(StoreError) {
        _ = try await store.addHead()
        return nil
      } catch {
        return error
      }
    }
    #expect(await adding.value == .stopped)
    #expect(try await store.people().isEmpty)
  }

  @Test func `a wrong passphrase is just that`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    await #expect(throws: StoreError.wrongPassphrase) {
      try await store.signIn(keyring.person, passphrase: .text("dopakey1234"))
    }
    await #expect(throws: StoreError.wrongPassphrase) {
      try await store.signIn(keyring.person, passphrase: .text(""))
    }
    await #expect(throws: StoreError.noSuchPerson) {
      try await store.signIn(9, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    }
  }

  @Test func `a damaged key is damage, whatever the passphrase`() async throws {
    do {
      let store = try laptop.open()
      _ = try await store.addHead()
    }
    do {
      let database = laptop.folder.path + "/store/store.sqlite"
      let connection = try Connection(path: database, settings: .device)
      try connection.run("UPDATE person SET sealed_key = zeroblob(length(sealed_key))")
    }
    let store = try laptop.open()
    for passphrase in ["ควายสี่ตัวข้ามคลอง", "dopakey1234"] {
      await #expect(throws: StoreError.damaged("the key of a person was changed")) {
        try await store.signIn(1, passphrase: .text(passphrase))
      }
    }
  }

  @Test func `signing in again gives the same keys`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    let again = try await store.signIn(1, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(again.signingKey == keyring.signingKey)
    #expect(again.boxKey == keyring.boxKey)
  }

  @Test func `another passphrase opens the same records`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    let draft = laptop.draft()
    try await store.save(draft, for: keyring)
    let new = SecretBytes.text("ฝนตกที่ทุ่งนา")
    await #expect(throws: StoreError.wrongPassphrase) {
      try await store.changePassphrase(of: 1, from: new, to: new)
    }
    try await store.changePassphrase(of: 1, from: .text("ควายสี่ตัวข้ามคลอง"), to: new)
    await #expect(throws: StoreError.wrongPassphrase) {
      try await store.signIn(1, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    }
    let again = try await store.signIn(1, passphrase: new)
    #expect(try await store.draft(draft.id, for: again) == draft)
  }

  @Test func `what a person says once is kept`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    var profile = try await store.profile(for: keyring)
    #expect(profile.village == AreaCode("47120601"))
    profile.moo = 12
    profile.language = "en"
    try await store.saveProfile(profile, for: keyring)
    #expect(try await store.profile(for: keyring) == profile)
    #expect(try await store.profile(for: keyring).village == AreaCode("47120612"))
  }

  @Test func `enrolment gives a person the centre's name, number and place`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    #expect(try await store.people().map(\.enrolment) == [nil])
    #expect(try await store.device().number == nil)
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    let expected = Enrolment(
      number: PersonNumber(12), role: .village, area: laptop.centre.village,
      centreTitle: "อำเภอพังโคน")
    #expect(try await store.people().map(\.enrolment) == [expected])
    #expect(try await store.device().number == DeviceNumber(7))
    #expect(try await store.centre()?.box == laptop.centre.box.publicKey)
  }

  @Test func `who lost the passphrase is enrolled again as someone new`() async throws {
    let store = try laptop.open()
    for _ in 0..<2 {
      let keyring = try await store.addHead()
      try await store.enrolled(
        laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    }
    #expect(try await store.people().map(\.enrolment?.number) == [nil, PersonNumber(12)])
  }

  @Test func `settings are kept and forgotten`() async throws {
    let store = try laptop.open()
    #expect(try await store.setting("server") == nil)
    try await store.set("https://centre.example", for: "server")
    #expect(try await store.setting("server") == "https://centre.example")
    try await store.set(nil, for: "server")
    #expect(try await store.setting("server") == nil)
  }
}
