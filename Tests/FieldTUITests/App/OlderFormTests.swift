import FoundationEssentials
import InstalledForms
import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// What becomes of drafts when a newer version of their form is installed.
@Suite struct OlderFormTests {
  @Test func `a draft stays with its version, or is moved and remembers what it was`() async throws
  {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    let old = try InstalledForm(folder: try survey("one", version: "2020041001", in: folder))
    let new = try InstalledForm(folder: try survey("two", version: "2020051501", in: folder))
    let store = try SurveyStore(directory: folder + "/laptop", ambient: .laptop)
    let keyring = try await store.addPerson(
      name: "บุญมี ตัวอย่างดี", passphrase: SecretBytes(copying: Array("ซ้อมงานสำรวจ".utf8)),
      profile: Profile(name: "บุญมี ตัวอย่างดี"))

    var begun = try await opened(.begin(.thai), desk(store, keyring, old, folder))
    begun.model.pending = [
      "/data/q1/first_name": "สมห", "/data/q1/nickname": "จุ๋ม", "/data/q1/citizen_id": "100",
    ]
    let draft = begun.record.draft(FillScreen.snapshot(of: &begun.model), language: "th")
    try await store.save(draft, for: keyring)

    let later = desk(store, keyring, new, folder)
    await later.work(on: .open(draft.id, .thai))
    guard case .mayMove(let preview)? = later.mailbox.takeAll().last else {
      Issue.record("no preview")
      return
    }
    #expect(preview.move.lost.isEmpty)
    let reopened = try await opened(.openAsItIs(draft.id, .thai), later)
    #expect(reopened.record.formVersion == "2020041001")
    #expect(reopened.record.formHash == old.hash)

    let moved = try await opened(.moveDraft(draft.id, .thai), later)
    #expect(moved.record.formVersion == "2020051501")
    let kept = try await store.draft(draft.id, for: keyring)
    #expect(kept.formHash == new.hash)
    #expect(kept.history.map(\.formVersion) == ["2020041001"])
    #expect(kept.history.first.map { Array($0.instance.utf8) } == draft.instance)
    #expect(kept.pending.map(\.path) == ["/data/q1/citizen_id", "/data/q1/first_name"])
    #expect(moved.model.pending["/data/q1/first_name"] == "สมห")
    let left = kept.history.first?.lost.map(\.answer) ?? []
    #expect(left.count == 1 && left[0].contains("ยังไม่เป็นคำตอบ"), "it is said, and no private text")
    let again = try await opened(.open(draft.id, .thai), later)
    #expect(again.record.formVersion == "2020051501", "it is not asked again")
    #expect(again.record.history == kept.history, "what is saved next keeps it")
  }

  /// What a person had answered in the survey before it had limits and roles.
  private static let answers = [
    "site/site_kind": "village", "site/site_province": "47", "site/site_district": "4705",
    "site/site_subdistrict": "470501", "site/site_moo": "3", "grp/affected_group": "g1",
    "grp/thaiqm_ref": "TQ-1", "q1/title": "mrs", "q1/first_name": "กิ่งแก้ว",
    "q1/last_name": "ตัวอย่างดี", "q1/phone": "0810000001", "q1/has_citizen_id": "yes",
    "q1/citizen_id": "1000000001013", "q1/age": "47", "q1/house_no": "12/3", "q1/moo": "7",
    "q1/addr_here": "yes", "q1/postcode": "47160", "q2/rights": "sso33",
    "q3/employer": "โรงสี", "q3/impact": "laid_off_33", "q5/registered": "yes",
    "q5/registered_on": "2020-04-01", "q6/needs_count": "2", "income/income_day": "9000",
    "certify/certified": "OK", "certify/informant_self": "yes",
    "certify/survey_date": "2020-04-15", "certify/paper_signed": "no",
  ]

  @Test func `a draft of the survey before this one moves with every answer`() async throws {
    let temporary = try TemporaryFolder()
    let folder = temporary.path
    let store = try SurveyStore(directory: folder + "/laptop", ambient: .laptop)
    let keyring = try await store.addPerson(
      name: "บุญมี ตัวอย่างดี", passphrase: SecretBytes(copying: Array("ซ้อมงานสำรวจ".utf8)),
      profile: Profile(name: "บุญมี ตัวอย่างดี"))
    let old = try InstalledForm(folder: try formerSurvey(in: folder))
    var begun = try await opened(.begin(.thai), desk(store, keyring, old, folder))
    for (path, text) in Self.answers.sorted(by: { $0.key < $1.key }) where path != "q1/postcode" {
      // A district is only offered in its province: keys in the order of the alphabet will not do.
      _ = try? begun.model.session.answer("/data/" + path, text)
    }
    for path in ["site/site_district", "site/site_subdistrict", "q1/moo", "q1/postcode"] {
      _ = try begun.model.session.answer("/data/" + path, try #require(Self.answers[path]))
    }
    for (path, text) in Self.answers {
      try #require(begun.model.session.value("/data/" + path) == text, "\(path)")
    }
    let draft = begun.record.draft(FillScreen.snapshot(of: &begun.model), language: "th")
    try await store.save(draft, for: keyring)

    let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let new = try InstalledForm(folder: repository + "/forms/affected-person")
    let later = desk(store, keyring, new, folder)
    await later.work(on: .open(draft.id, .thai))
    guard case .mayMove(let preview)? = later.mailbox.takeAll().last else {
      Issue.record("no preview")
      return
    }
    #expect(preview.move.lost.isEmpty)
    #expect(preview.move.added.isEmpty, "nobody is asked anew")
    let moved = try await opened(.moveDraft(draft.id, .thai), later)
    for (path, text) in Self.answers {
      #expect(moved.model.session.value("/data/" + path) == text, "\(path)")
    }
    #expect(moved.record.formVersion == new.definition.version)
    let warned = moved.model.session.warnings().map(\.path)
    #expect(warned.contains("/data/income/warn_day_high"), "what slipped through is said now")
    #expect(warned.contains("/data/certify/warn_not_signed"))

    var returned = draft
    returned.parent = RevisionHash(bytes: Array(repeating: 7, count: 16))
    try #require(returned.parent != nil)
    #expect(later.move(of: returned, Profile(name: "บุญมี"), .thai) == nil)
    let asItWas = try #require(later.session(draft.instance, Profile(name: "บุญมี")))
    #expect(asItWas.form.definition.version == "2026112103", "what came back stays with its form")
  }

  /// The survey as it was before, kept here for this test.
  private func formerSurvey(in folder: String) throws -> String {
    let tests = #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
    let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let copy = folder + "/former/affected-person"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for (from, name) in [
      (tests + "/Forms/affected-person-2026112103.xml", "affected-person.xml"),
      (repository + "/forms/affected-person/thai-areas.csv", "thai-areas.csv"),
      (repository + "/forms/affected-person/LICENSE.md", "LICENSE.md"),
    ] {
      try FileManager.default.copyItem(atPath: from, toPath: copy + "/" + name)
    }
    return copy
  }

  private func desk(
    _ store: SurveyStore, _ keyring: Keyring, _ form: InstalledForm, _ folder: String
  ) -> Desk {
    let desk = Desk(
      store: store, sync: SyncEngine(store: store, transport: CurlTransport(), ambient: .laptop),
      forms: FormShelf(main: form, all: nil), archive: FormArchive(path: folder + "/laptop/forms"),
      areas: nil,
      ambient: .laptop, mailbox: Mailbox(wake: {}))
    desk.safe.hold(keyring)
    return desk
  }

  private func opened(
    _ effect: AppEffect, _ desk: Desk
  ) async throws -> (model: FillScreen.Model, record: OpenRecord) {
    await desk.work(on: effect)
    let messages = desk.mailbox.takeAll()
    guard case .opened(let model, let record) = messages.last else {
      throw NotOpened(messages: "\(messages.count)")
    }
    return (model, record)
  }

  private struct NotOpened: Error { var messages: String }

  /// A copy of the survey that says it is of another version.
  private func survey(_ place: String, version: String, in folder: String) throws -> String {
    let repository = #filePath.split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 }
    let form = try FormFolder(path: repository + "/forms").form("affected_person")
    let copy = "\(folder)/\(place)/affected-person"
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for name in form.files {
      var bytes = try #require(form.media(name))
      if name.hasSuffix(".xml") {
        let text = String(decoding: bytes, as: UTF8.self)
        bytes = Array(text.replacing(form.definition.version, with: version).utf8)
      }
      try Data(bytes).write(to: URL(filePath: "\(copy)/\(name)"))
    }
    return copy
  }
}
