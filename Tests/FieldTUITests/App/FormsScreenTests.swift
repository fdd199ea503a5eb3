import FoundationEssentials
import InstalledForms
import OfflineStore
import Sealing
import SurveyForms
import SyncClient
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// Several forms on one laptop: choosing one, and opening each draft with its own.
@Suite struct FormsScreenTests {
  private static let survey = FormsScreen.Row(
    name: "affected-person",
    state: .ready(
      FormHead(
        id: "affected_person", title: "แบบสำรวจผู้ได้รับผลกระทบ COVID-19", version: "2020041001")))
  private static let water = FormsScreen.Row(
    name: "village-water",
    state: .ready(FormHead(id: "village_water", title: "แหล่งน้ำของหมู่บ้าน", version: "2")))
  private static let broken = FormsScreen.Row(
    name: "old-form",
    state: .broken(
      Label(
        "บรรทัด 12: แบบฟอร์มไม่มี /data/agee โปรดตรวจตัวสะกดและกลุ่มที่อยู่",
        "Line 12: The form has no /data/agee. Check the spelling, and the group it is in.")))
  static let menu = FormsScreen.Model([survey, broken, water])

  private var choosing: AppModel {
    var model = MadeUp.home()
    _ = model.update(.mayChoose(Self.menu))
    return model
  }

  @Test func `enter begins the highlighted form`() {
    var model = choosing
    #expect(model.update(.key(.enter)) == [.begin(.thai, form: "affected-person")])
  }

  @Test func `part of a title finds a form, and escape goes home`() {
    var model = choosing
    _ = model.type("แหลงนำ")
    #expect(model.update(.key(.enter)) == [.begin(.thai, form: "village-water")])
    #expect(model.update(.key(.escape)) == [.loadRecords])
    guard case .home = model.screen else {
      Issue.record("not at home")
      return
    }
  }

  @Test func `a form with errors says why it cannot be opened, and is not begun`() {
    var model = choosing
    _ = model.update(.key(.down))
    #expect(model.update(.key(.enter)) == [])
    #expect(model.notice?.label.thai.contains("/data/agee") == true)
  }

  @Test func `a form that is still being read comes in when it was`() {
    var model = MadeUp.home()
    let unread = FormsScreen.Row(name: "village-water", state: .reading)
    _ = model.update(.mayChoose(FormsScreen.Model([Self.survey, unread])))
    _ = model.update(.key(.down))
    #expect(model.update(.key(.enter)) == [])
    _ = model.update(.formRead(Self.water))
    #expect(model.update(.key(.enter)) == [.begin(.thai, form: "village-water")])
  }

  @Test func `lists name the forms when the records are of several`() {
    var model = MadeUp.home()
    let titles = ["affected_person": "ผู้ได้รับผลกระทบ", "village_water": "แหล่งน้ำ"]
    model.screen = .list(.init(.drafts, MadeUp.records, formTitles: titles))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("ผู้ได้รับผลกระทบ"))
    model.screen = .list(.init(.drafts, MadeUp.records))
    #expect(!GridText.text(of: MadeUp.screen(model)).contains("ผู้ได้รับผลกระทบ"))
  }

  @Test func `the menu is shown where there are several forms, and a draft opens with its own`()
    async throws
  {
    let temporary = try TemporaryFolder()
    let store = try SurveyStore(directory: temporary.path + "/laptop", ambient: .laptop)
    let keyring = try await store.addPerson(
      name: "บุญมี ตัวอย่างดี", passphrase: SecretBytes(copying: Array("ซ้อมงานสำรวจ".utf8)),
      profile: Profile(name: "บุญมี ตัวอย่างดี"))
    let forms = LaptopForms(shipped: nil, data: temporary.path)
    for (id, title) in [("ponds", "บ่อน้ำ"), ("wells", "บ่อบาดาล")] {
      let bytes = Self.xform(id, title)
      let form = try #require(FormReader.read(bytes) { _ in nil }.definition)
      try forms.install(form, xform: bytes, media: [:])
    }
    let broken = temporary.path + "/own-forms/broken"
    try FileManager.default.createDirectory(atPath: broken, withIntermediateDirectories: true)
    try Data("<html".utf8).write(to: URL(filePath: broken + "/broken.xml"))

    let desk = Desk(
      store: store, sync: SyncEngine(store: store, transport: CurlTransport(), ambient: .laptop),
      forms: FormShelf(main: try forms.form("ponds"), all: forms),
      archive: FormArchive(path: temporary.path + "/laptop/forms"), areas: nil, ambient: .laptop,
      mailbox: Mailbox(wake: {}))
    desk.safe.hold(keyring)

    await desk.work(on: .begin(.thai))
    let menu = desk.mailbox.takeAll()
    guard case .mayChoose(let model)? = menu.first else {
      Issue.record("no menu")
      return
    }
    #expect(model.rows.map(\.name) == ["ponds", "broken", "wells"], "the main form comes first")
    #expect(menu.count == 4, "each form is told when it was read")
    await desk.work(on: .begin(.thai, form: "broken"))
    guard case .failed? = desk.mailbox.takeAll().last else {
      Issue.record("a damaged form was begun")
      return
    }

    await desk.work(on: .begin(.thai, form: "wells"))
    guard case .opened(var begun, let record)? = desk.mailbox.takeAll().last else {
      Issue.record("nothing was opened")
      return
    }
    let draft = record.draft(FillScreen.snapshot(of: &begun), language: "th")
    #expect(draft.formID == "wells")
    try await store.save(draft, for: keyring)
    await desk.work(on: .open(draft.id, .thai))
    guard case .opened(let reopened, _)? = desk.mailbox.takeAll().last else {
      Issue.record("the draft did not open")
      return
    }
    #expect(reopened.session.definition.id == "wells")
  }

  static func xform(_ id: String, _ title: String) -> [UInt8] {
    Array(
      """
      <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
      <h:head><h:title>\(title)</h:title><model><instance><data id="\(id)" version="1"><q/></data>
      </instance></model></h:head>
      <h:body><input ref="/data/q"><label>ชื่อบ่อ</label></input></h:body></h:html>
      """.utf8)
  }
}
