import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import TestSupport
import Testing
import ThaiText

@testable import FieldTUI

@Suite struct ShellScreenTests {
  @Test func `home at the usual size`() {
    expectGolden(MadeUp.screen(MadeUp.home()), "home-80x24")
  }

  @Test func `home on a small screen`() {
    expectGolden(MadeUp.screen(MadeUp.home(), rows: 20, columns: 60), "home-60x20")
  }

  @Test func `home on a wide screen says whose work it is`() {
    let grid = MadeUp.screen(MadeUp.home(), rows: 30, columns: 140)
    expectGolden(grid, "home-140x30")
  }

  @Test func `sign in with a refused passphrase`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    _ = model.update(.key(.enter))
    _ = model.update(.signInRefused(.wrongPassphrase))
    expectGolden(MadeUp.screen(model), "sign-in-refused")
  }

  @Test func `a list of drafts while searching`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("2")))
    _ = model.type("ทด")
    expectGolden(MadeUp.screen(model), "drafts-searched")
  }

  @Test func `a record that the centre refused stands out and says what to do`() {
    var refused = MadeUp.record(9, "ดาว ไพร", .ready)
    refused.delivery = .refused(.outOfArea)
    var model = MadeUp.home([MadeUp.record(10, "ที่รัก ใจดี", .ready), refused])
    #expect(GridText.text(of: MadeUp.screen(model)).contains("2 รายการ · ศูนย์ไม่รับ 1"))
    _ = model.update(.key(.character("3")))
    let text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("แบบนี้อยู่นอกพื้นที่ของท่าน"), "it is the first of the list")
    #expect(text.contains("แล้วส่งใหม่ได้"))
    _ = model.update(.key(.function(6)))
    #expect(model.update(.key(.character("2"))) == [.recall(refused.id, .thai)])
  }

  @Test func `a long list shows the rows around the highlighted one, and searches all of it`() {
    let records = (0...250).map { MadeUp.record(UInt8($0), "ครัวเรือน เลข \($0)", .draft) }
    var list = RecordListScreen.Model(.drafts, records)
    for _ in 0..<7 { _ = RecordListScreen.update(&list, .pageDown) }
    #expect(list.selected?.title == "ครัวเรือน เลข 180")
    var model = MadeUp.home()
    model.screen = .list(list)
    let text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("เลข 180 ") && !text.contains("เลข 250 "))
    for key in "เลข 25".unicodeScalars { _ = RecordListScreen.update(&list, .character(key)) }
    #expect(list.found.map(\.title) == ["ครัวเรือน เลข 250", "ครัวเรือน เลข 25"])
    list.refresh(Array(records.dropLast()))
    #expect(list.found.map(\.title) == ["ครัวเรือน เลข 25"])
  }

  @Test func `a sync half way`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("4")))
    var progress = SyncProgress()
    progress.waiting = 40
    progress.acknowledged = 10
    progress.bytesSent = 35_000
    progress.elapsed = 60_000
    _ = model.update(.syncing(progress))
    expectGolden(MadeUp.screen(model), "sending")
  }

  @Test func `a sync whose records are through goes on with the files, and Esc stops it`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("4")))
    var progress = SyncProgress()
    (progress.acknowledged, progress.waiting) = (10, 10)
    (progress.pieces, progress.waitingPieces) = (3, 12)
    progress.bytesSent = 70_000
    progress.elapsed = 60_000
    _ = model.update(.syncing(progress))
    expectGolden(MadeUp.screen(model), "sending-files")
    #expect(model.update(.key(.escape)) == [.stopSending])
  }

  @Test func `a record at the centre whose files still wait says so, and why one was refused`() {
    var record = MadeUp.records[4]
    record.delivery = .stored
    record.comments = 0
    record.files = FileDelivery(waiting: 7)
    #expect(RecordListScreen.detail(record, .english) == "files still to be sent")
    #expect(RecordListScreen.refusal(of: record).isEmpty)
    record.files.refused = .recordFull
    #expect(RecordListScreen.detail(record, .thai) == "ศูนย์ไม่รับไฟล์")
    #expect(
      RecordListScreen.refusal(of: record).map(\.english).first
        == "The files of this record are more than the centre takes.")
  }

  @Test func `an officer who never fetched reads so, and after a fetch how much came`() throws {
    let enrolment = Enrolment(
      number: PersonNumber(7), role: .district, area: try #require(AreaCode("4712")),
      centreTitle: "ศูนย์พังโคน")
    let deputy = Person(id: 3, name: "นางสุดา รักไทย", enrolment: enrolment)
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([deputy], server: "https://centre.example"))
    _ = model.signIn(deputy, Profile(name: deputy.name))
    _ = model.update(.records([], queued: 0))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("ยังไม่เคยรับข้อมูล"))
    _ = model.update(.records([], queued: 40))
    let broken = GridText.text(of: MadeUp.screen(model))
    #expect(broken.contains("40 รายการ") && !broken.contains("ยังไม่เคยรับข้อมูล"))
    _ = model.update(.records([], queued: 0))
    _ = model.update(.key(.character("1")))
    _ = model.update(.officer(.rows([])))
    let queue = GridText.text(of: MadeUp.screen(model))
    #expect(queue.contains("ยังไม่เคยรับข้อมูลจากศูนย์") && !queue.contains("ตรวจครบแล้ว"))
    _ = model.update(.key(.escape))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("3) รับแบบใหม่ และส่งผลการตรวจ"))
    #expect(model.update(.key(.character("3"))) == [.send])
    var progress = SyncProgress()
    progress.received = 12
    _ = model.update(.synced(SyncReport(progress: progress, refused: [], outcome: .complete)))
    _ = model.update(.records([], queued: 12, fetched: MadeUp.time))
    let after = GridText.text(of: MadeUp.screen(model))
    #expect(after.contains("เรื่องใหม่จากหมู่บ้าน: 12"))
    #expect(after.contains("รอตรวจ") && after.contains("12 รายการ"))
  }

  @Test func `a sync that met a web page says what to do`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("4")))
    _ = model.update(
      .synced(
        SyncReport(
          progress: SyncProgress(), refused: [],
          outcome: .tryLater(.notACentre(status: 200), after: 60_000))))
    expectGolden(MadeUp.screen(model), "send-portal")
  }

  @Test func `a laptop without an address sends by stick`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("4")))
    let report = SyncReport(
      progress: SyncProgress(), refused: [], outcome: .needsPerson(.byStick))
    #expect(model.update(.synced(report)) == [.findStick, .loadRecords])
    _ = model.update(.stick(.found("/media/สมหมาย/STICK")))
    expectGolden(MadeUp.screen(model), "send-stick")
    #expect(model.update(.key(.enter)) == [.exchange(folder: "/media/สมหมาย/STICK")])
    #expect(model.update(.key(.escape)).isEmpty, "it is writing")
    var done = StickReport(answers: 1, acknowledged: 2, received: 1)
    (done.file, done.files) = ("/media/สมหมาย/STICK/fieldtui-3.bundle", 1)
    done.written = BundleSummary(items: 5, pieces: 12)
    #expect(model.update(.stick(.done(done))) == [.loadRecords])
    expectGolden(MadeUp.screen(model), "send-stick-done")
    _ = model.update(.key(.escape))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("F8 แฟลชไดรฟ์"))
    #expect(model.update(.key(.function(8))) == [.findStick])
  }

  @Test func `every screen fits a small terminal in both languages`() {
    for screen in screens {
      for language in Language.allCases {
        var model = MadeUp.home()
        model.screen = screen
        model.language = language
        let grid = MadeUp.screen(model, rows: 20, columns: 60)
        let last = GridText.row(19, of: grid)
        #expect(last.contains("F1") && last.contains("Esc"), "\(last)")
      }
    }
  }

  @Test func `a record that was changed on the disk shows its title and nothing else`() {
    var record = MadeUp.records[4]
    record.isDamaged = true
    var model = MadeUp.home()
    model.screen = .list(.init(.sent, [record]))
    let text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains(record.title) && text.contains(RecordsPhrase.damaged.label.thai))
    #expect(!text.contains(record.state.phrase.label.thai))
    #expect(!text.contains(BuddhistTime.text(record.changed)))
  }

  @Test func `a new person is shown five screens and then enrols, or skips them`() {
    var model = AppModel(today: MadeUp.home().today)
    _ = model.signIn(MadeUp.head, MadeUp.profile, isNew: true)
    for page in 1...5 {
      let grid = MadeUp.screen(model, rows: 20, columns: 60)
      #expect(GridText.text(of: grid).contains("\(page)/5"))
      _ = model.update(.key(.enter))
    }
    guard case .enrol = model.screen else {
      Issue.record("it did not come to the enrolment")
      return
    }
    _ = model.signIn(MadeUp.head, MadeUp.profile, isNew: true)
    _ = model.update(.key(.escape))
    if case .enrol = model.screen { return }
    Issue.record("it was not skipped")
  }

  private func guide(_ typed: String) -> GuideScreen.Model {
    var model = GuideScreen.Model()
    model.search = TextField.Model(typed, limit: 60)
    return model
  }

  @Test(arguments: ["วันที", "date", ";yomuj"])
  func `the guide is searched in both languages, without tones, on either layout`(typed: String) {
    let found = guide(typed).answers
    #expect(found.contains { $0.question == GuidePhrase.dateQuestion.label })
    #expect(found.count < GuidePhrase.answers.count)
  }

  @Test(arguments: ["แฟลช", "USB", "stick", "แฟลชไดรฟ์"])
  func `the guide says how a stick carries what was filled in`(typed: String) {
    #expect(guide(typed).answers.contains { $0.question == GuidePhrase.stickQuestion.label })
  }

  @Test(arguments: [
    "ลำดับ", "ประกันสังคม", "ม.33", "บัตรสวัสดิการ", "ผู้ตรวจสอบ", "ส่วนที่ 2", "นำส่งอำเภอ", "ให้ข้อมูล",
    "เราไม่ทิ้งกัน", "Thai QM", "ความสำคัญ", "ตำแหน่ง", "0 4271 1461", "thaiqm@dopa.go.th", "24 ชั่วโมง",
    "entitlement", "ranked",
  ])
  func `the guide has the letter's explanations and contacts`(typed: String) {
    #expect(!guide(typed).answers.isEmpty)
  }

  @Test func `all seven explanations of the letter are in the guide, in both languages`() {
    for number in 1...7 {
      let found = GuidePhrase.answers.filter {
        $0.question.thai.contains("คำอธิบายข้อ \(number)")
          && $0.question.english.contains("explanation \(number)")
      }
      #expect(found.count == 1, "\(number)")
    }
  }

  @Test func `nothing says that a forgotten passphrase loses what was filled in`() {
    for language in Language.allCases {
      for help in [GuidePhrase.forgot.label, PersonPhrase.help.label, SignInPhrase.help.label] {
        let text = help.text(in: language)
        #expect(text.contains("F6"))
        #expect(!text.contains("ไม่ได้ส่งไม่ได้") && !text.contains("Nobody"))
      }
    }
  }

  @Test func `an officer's F1 explains what an officer's menus have`() {
    var model = MadeUp.home()
    var home = HomeScreen.Model()
    home.mayReview = true
    model.screen = .home(home)
    #expect(model.helpLabel.thai.contains("รับแบบใหม่ และส่งผลการตรวจ"))
    #expect(!model.helpLabel.thai.contains("กรอกแบบสำรวจใหม่"))
    for isOfficer in [false, true] {
      model.screen = .settings(.init(facts: .init(isOfficer: isOfficer)))
      #expect(model.helpLabel.thai.contains("เปลี่ยนรหัสผ่าน:"))
      #expect(model.helpLabel.thai.contains("เครื่องในพื้นที่:") == isOfficer)
      #expect(model.helpLabel.thai.contains("ช่วยผู้ที่ลืมรหัสผ่าน:") == isOfficer)
    }
  }

  @Test func `a position that is kept by the name of a choice is read in words`() {
    var model = MadeUp.home()
    model.signedIn?.profile.position = "head"
    let home = GridText.text(of: MadeUp.screen(model, rows: 30, columns: 140))
    #expect(home.contains("ผู้ใหญ่บ้าน") && !home.contains("head"))
    _ = model.perform(HomeScreen.Effect.open(.settings))
    _ = model.update(.key(.enter))
    let page = GridText.text(of: MadeUp.screen(model))
    #expect(page.contains("ผู้ใหญ่บ้าน") && !page.contains("head"))
  }

  @Test func `records are put in the order of a Thai dictionary and back`() {
    var list = RecordListScreen.Model(.ready, MadeUp.records)
    let inTime = list.found.map(\.title)
    _ = RecordListScreen.update(&list, .function(7))
    let keyed = list.found.map { ThaiCollation.key(of: $0.title) }
    #expect(zip(keyed, keyed.dropFirst()).allSatisfy { !($1 < $0) })
    #expect(list.found.count == inTime.count)
    _ = RecordListScreen.update(&list, .function(7))
    #expect(list.found.map(\.title) == inTime)
  }

  @Test func `the guide leads to the tour and back, and escape first ends the search`() {
    var model = MadeUp.home()
    model.screen = .guide(.init())
    for key in keys("ตำบล") + [.escape, .function(5), .escape] { _ = model.update(.key(key)) }
    guard case .guide(let guide) = model.screen else {
      Issue.record("it is not the guide")
      return
    }
    #expect(guide.search.text.isEmpty)
    _ = model.update(.key(.escape))
    if case .home = model.screen { return }
    Issue.record("it is not home")
  }

  private var screens: [AppModel.Screen] {
    let setting = MadeUp.home().setting
    return [
      .signIn(.init(people: [MadeUp.head])), .person(.init(nil, isNew: true, setting)),
      .home(.init()), .list(.init(.ready, MadeUp.records)), .send(.init(MadeUp.records)),
      .enrol(.init(server: "")), .settings(.init(facts: .init())), .guide(.init()),
      .tour(.init(page: 2)),
    ]
  }
}
