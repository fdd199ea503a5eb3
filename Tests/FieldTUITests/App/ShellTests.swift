import OfflineStore
import SyncClient
import SyncProtocol
import TerminalKit
import Testing
import ThaiText

@testable import FieldTUI

@Suite struct ShellTests {
  @Test func `a passphrase is asked for and a wrong one is typed anew`() {
    var model = AppModel(today: MadeUp.today)
    #expect(model.update(.people([MadeUp.head], server: "")) == [])
    #expect(model.update(.key(.enter)) == [])
    #expect(model.type("แมวส้มกินปลา") == [])
    #expect(model.update(.key(.enter)) == [.signIn(1, passphrase: "แมวส้มกินปลา")])
    #expect(model.update(.key(.character("x"))) == [], "while it opens, keys wait")
    #expect(model.update(.signInRefused(.wrongPassphrase)) == [])
    #expect(model.notice == .init(.problem, StoreError.wrongPassphrase.label))
    #expect(model.type("ปลาทู") == [])
    #expect(model.update(.key(.enter)) == [.signIn(1, passphrase: "ปลาทู")])
  }

  @Test func `an empty laptop begins by adding a person`() {
    var model = AppModel(today: MadeUp.today)
    #expect(model.update(.people([], server: "")) == [.suggestPassphrase])
    _ = model.type("นายตัวอย่าง ทดสอบ")
    #expect(model.update(.key(.function(10))) == [])
    #expect(model.notice == .init(.problem, PersonPhrase.tooShort.label))
    _ = model.type("แมวส้มกินปลา")
    _ = model.update(.key(.enter))
    _ = model.type("แมวส้มกินปลู")
    #expect(model.update(.key(.enter)) == [])
    #expect(model.notice == .init(.problem, PersonPhrase.different.label))
    _ = model.type("แมวส้มกินปลา")
    let profile = Profile(name: "นายตัวอย่าง ทดสอบ", siteKind: "village")
    #expect(
      model.update(.key(.enter)) == [.addPerson(profile, passphrase: "แมวส้มกินปลา")])
  }

  @Test func `no name that the laptop shows is a passphrase, and what one needs is said before`() {
    let shown = Person(id: 2, name: "นางมาลี คำดี")
    for typed in ["มาลี คำดี", "คำดี-มาลี", "ตัวอย่างทดสอบ", "นายตัวอย่าง 99"] {
      var model = AppModel(today: MadeUp.today)
      _ = model.update(.people([shown], server: ""))
      for key in [Key.end, .enter] { _ = model.update(.key(key)) }
      _ = model.type("นายตัวอย่าง ทดสอบ")
      for _ in 1...6 { _ = model.update(.key(.tab)) }
      let screen = GridText.text(of: MadeUp.screen(model))
      #expect(screen.contains("อย่างน้อย 8 ตัว") && screen.contains("ห้ามใช้ชื่อคน"))
      for key in [Key.tab, .backTab] { _ = model.update(.key(key)) }
      _ = model.type(typed)
      _ = model.update(.key(.tab))
      _ = model.type(typed)
      #expect(model.update(.key(.enter)) == [], "\(typed)")
      #expect(model.notice == .init(.problem, PersonPhrase.aboutPerson.label), "\(typed)")
    }
    for purpose in [KeyCareScreen.Purpose.changePassphrase, .recover(2)] {
      var model = MadeUp.home()
      model.screen = .keyCare(.init(purpose))
      #expect(GridText.text(of: MadeUp.screen(model)).contains("อย่างน้อย 8 ตัว"))
    }
  }

  @Test func `what was typed about a new person is not dropped without a question`() {
    for people in [[], [MadeUp.head]] {
      var model = AppModel(today: MadeUp.today)
      _ = model.update(.people(people, server: ""))
      if !people.isEmpty { for key in [Key.end, .enter] { _ = model.update(.key(key)) } }
      _ = model.type("นายตัวอย่าง")
      _ = model.update(.key(.escape))
      let box = GridText.text(of: MadeUp.screen(model))
      #expect(box.contains("ยังไม่ได้บันทึก") && !box.contains("บันทึกไว้ในเครื่องแล้ว"))
      _ = model.update(.key(.enter))
      #expect(GridText.text(of: MadeUp.screen(model)).contains("นายตัวอย่าง"), "staying is first")
      _ = model.update(.key(.escape))
      #expect(model.update(.key(.character("2"))) == (people.isEmpty ? [.lock] : []))
      #expect(model.isFinished == people.isEmpty)
      if !people.isEmpty { #expect(model.screen.kind == .signIn) }
    }
  }

  @Test func `the lines do not say either that a new person's half page is saved`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([], server: ""))
    #expect(PlainScreens.goodbye(model) == .goodbye)
    _ = model.type("นายตัวอย่าง")
    #expect(PlainScreens.goodbye(model) == .goodbyeUnsaved)
    #expect(PlainScreens.goodbye(MadeUp.home()) == .goodbye)
  }

  @Test func `a page about a new person on which nothing stands is left without a question`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    for key in [Key.end, .enter, .escape] { _ = model.update(.key(key)) }
    #expect(model.overlay == nil && model.screen.kind == .signIn)
  }

  @Test func `every page that was opened from the settings leads back to them`() {
    for digit in ["1", "4"] as [Unicode.Scalar] {
      var model = MadeUp.home()
      _ = model.perform(HomeScreen.Effect.open(.settings))
      _ = model.update(.key(.character(digit)))
      #expect(model.screen.kind != .settings)
      _ = model.update(.key(.escape))
      #expect(model.screen.kind == .settings)
    }
  }

  @Test
  func `on the smallest screen the passphrase, why it is refused, and the words are all seen`() {
    for language in Language.allCases {
      var model = named(page(at: .passphrase))
      model.language = language
      _ = model.update(.suggested(passphrase: "ควาย-ช้าง-ม้า-วัว"))
      _ = model.update(.key(.function(10)))
      let grid = MadeUp.screen(model, rows: 12, columns: 40)
      let text = GridText.text(of: grid)
      for word in ["ควาย", "ช้าง", "ม้า", "วัว"] { #expect(text.contains(word), "\(text)") }
      #expect(
        GridText.row(10, of: grid).hasPrefix(language == .thai ? " รหัสผ่านสั้นไป" : " Too short"))
      #expect(text.contains(PersonPhrase.passphrase.text(in: language) + " "))
    }
  }

  /// A new person's page on which the cursor stands at a field.
  private func page(at field: PersonScreen.Field) -> AppModel {
    var model = AppModel(today: MadeUp.today, areas: Country.areas)
    _ = model.update(.people([], server: ""))
    for _ in 0..<field.rawValue { _ = model.update(.key(.enter)) }
    return model
  }

  private func focus(of model: AppModel) -> PersonScreen.Field? {
    if case .person(let page) = model.screen { page.focus } else { nil }
  }

  @Test func `a digit chooses the kind of place and goes on, and a word stays with the reason`() {
    var model = page(at: .kind)
    _ = model.update(.key(.character("๒")))
    #expect(focus(of: model) == .place)
    model = page(at: .kind)
    _ = model.type("พังโคน")
    #expect(model.notice == .init(.problem, PersonPhrase.kindHint.label))
    _ = model.update(.key(.enter))
    #expect(focus(of: model) == .kind)
    #expect(model.notice == .init(.problem, PersonPhrase.kindHint.label))
    _ = model.update(.key(.character("1")))
    #expect(focus(of: model) == .place)
  }

  @Test func `a place that nobody knows stays in its field with the reason`() {
    var model = page(at: .place)
    _ = model.type("ฮฮฮ")
    for key in [Key.enter, .tab, .backTab, .function(10)] {
      if key == .function(10) { model = named(model) }
      _ = model.update(.key(key))
      #expect(focus(of: model) == .place)
      // On the keys of the place itself its own words are said.
      let words: [Label] = [PersonPhrase.noSuchPlace.label, FormPhrase.placeNotFound.label]
      #expect(model.notice.map { $0.kind == .problem && words.contains($0.label) } == true)
      #expect(GridText.text(of: MadeUp.screen(model)).contains("ฮฮฮ"))
    }
    _ = model.update(.key(.control("u")))
    _ = model.type("พังโคน")
    _ = model.update(.key(.tab))
    #expect(model.notice == .init(.problem, FormPhrase.notPicked.label))
    _ = model.update(.key(.enter))
    #expect(focus(of: model) == .moo)
  }

  private func named(_ model: AppModel) -> AppModel {
    guard case .person(var page) = model.screen else { return model }
    page.texts[.name] = .init("นายตัวอย่าง", limit: 80)
    var model = model
    model.screen = .person(page)
    return model
  }

  @Test(arguments: ["โนน", "0", "100", "4 ก"])
  func `a village number that is none stays in its field with the reason`(typed: String) {
    var model = page(at: .moo)
    _ = model.type(typed)
    for key in [Key.enter, .down, .up] {
      _ = model.update(.key(key))
      #expect(focus(of: model) == .moo)
      #expect(model.notice == .init(.problem, PersonPhrase.badMoo.label))
    }
    #expect(GridText.text(of: MadeUp.screen(model)).contains(typed))
    _ = model.update(.key(.control("u")))
    _ = model.type("๑๒")
    _ = model.update(.key(.enter))
    #expect(focus(of: model) == .villageName)
    #expect(GridText.text(of: MadeUp.screen(model)).contains("12"))
  }

  @Test func `a place that was typed before the areas were read is found when they come`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([], server: ""))
    for _ in 0..<3 { _ = model.update(.key(.enter)) }
    _ = model.type("พังโคน")
    #expect(!GridText.text(of: MadeUp.screen(model)).contains("อ.พังโคน"))
    _ = model.update(.areas(Country.areas))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("> ต.พังโคน อ.พังโคน จ.สกลนคร 47160"))
  }

  @Test func `a passphrase handed over opens the only person`() {
    var model = AppModel(today: MadeUp.today, passphrase: "แมวส้มกินปลา")
    #expect(
      model.update(.people([MadeUp.head], server: ""))
        == [.signIn(1, passphrase: "แมวส้มกินปลา")])
    _ = model.update(.signInRefused(.wrongPassphrase))
    #expect(model.update(.people([MadeUp.head], server: "")) == [], "it is tried once")
  }

  @Test func `an officer checks and does not report`() {
    var home = HomeScreen.Model()
    home.maySubmit = false
    home.queued = 12
    home.mayReview = true
    #expect(home.items == [.queue, .guide, .send, .settings, .lock])
  }

  @Test func `no entry changes its digit when a record comes back`() {
    var model = MadeUp.home([MadeUp.records[0]])
    let before = MadeUp.screen(model)
    #expect(GridText.text(of: before).contains("1) กรอกแบบสำรวจใหม่"))
    #expect(!GridText.text(of: before).contains("0)"))
    _ = model.update(.records(MadeUp.records, queued: nil))
    let after = GridText.text(of: MadeUp.screen(model))
    #expect(after.contains("0) ส่งกลับแก้ไข") && after.contains("1) กรอกแบบสำรวจใหม่"))
    #expect(model.update(.key(.character("๑"))) == [.begin(.thai)])
    #expect(model.update(.key(.character("0"))) == [.loadRecords])
    #expect(model.update(.key(.enter)) == [.openReturned(MadeUp.records[3].id, .thai)])
  }

  @Test func `what was typed about oneself is gone after the lock, which says so`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("8")))
    _ = model.update(.key(.enter))
    _ = model.type(" ศรีสุข")
    for _ in 1...10 { _ = model.update(.idle) }
    #expect(model.signedIn == nil)
    #expect(model.notice == .init(.hint, Phrase.lockedInForm(5)))
    #expect(!GridText.text(of: MadeUp.screen(model)).contains("ศรีสุข"))
    _ = model.signIn(MadeUp.head, MadeUp.profile)
    guard case .home = model.screen else {
      Issue.record("not the home screen")
      return
    }
  }

  @Test func `a locked program begins anew once everything under way has ended`() {
    var model = MadeUp.home()
    #expect(model.update(.key(.function(12))) == [.lock])
    #expect(!model.isFinished && model.signedIn == nil)
    _ = model.update(.quiet)
    #expect(model.isFinished)
    #expect(model.renewal == Renewal(person: nil, language: .thai, reason: .asked))
  }

  @Test func `nobody who is signing in is interrupted, and who went away is`() {
    var model = MadeUp.home()
    for _ in 1...10 { _ = model.update(.idle) }
    _ = model.type("ควาย")
    _ = model.update(.quiet)
    #expect(!model.isFinished)
    _ = model.update(.idle)
    #expect(model.isFinished)
    model.isFinished = false
    _ = model.signIn(MadeUp.head, MadeUp.profile)
    _ = model.update(.quiet)
    #expect(!model.isFinished && model.renewal == nil)
  }

  @Test func `the program that begins anew asks the same person, in the same language`() {
    var model = AppModel(today: MadeUp.today)
    model.go(on: Renewal(person: MadeUp.head.id, language: .english, reason: .idle))
    _ = model.update(.people([MadeUp.head], server: ""))
    #expect(model.language == .english)
    #expect(model.notice == .init(.hint, Phrase.lockedIdle(5)))
    guard case .signIn(let signIn) = model.screen else {
      Issue.record("not the sign-in")
      return
    }
    #expect(signIn.passphrase != nil)
  }

  @Test func `a paste that is too long is refused in a sentence`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([], server: ""))
    _ = model.update(.key(.paste(String(repeating: "บ้านโพน", count: 40))))
    #expect(model.notice == .init(.problem, Phrase.fieldFull.label))
  }

  @Test func `what came back stands in front and opens with its comments`() {
    var model = MadeUp.home()
    #expect(model.update(.key(.home)) == [])
    #expect(model.update(.key(.enter)) == [.loadRecords])
    let returned = MadeUp.records[3]
    #expect(
      model.update(.key(.enter))
        == [.openReturned(returned.id, .thai)])
  }

  @Test func `five minutes without a key lock the screen`() {
    var model = MadeUp.home()
    for _ in 1...9 { #expect(model.update(.idle) == []) }
    #expect(model.update(.key(.down)) == [])
    for _ in 1...9 { #expect(model.update(.idle) == []) }
    #expect(model.update(.idle) == [.lock])
    #expect(model.signedIn == nil && model.records.isEmpty)
    #expect(model.notice == .init(.hint, Phrase.lockedIdle(5)))
    #expect(model.update(.idle) == [], "a locked screen stays as it is")
  }

  @Test func `the screen is not locked before what was typed is on the disk`() throws {
    var model = MadeUp.home()
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/first_name")
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    let record = OpenRecord(
      formID: "affected_person", formVersion: "1", formHash: hash, parent: nil)
    _ = model.update(.opened(survey.model, record))
    _ = model.type("สมชาย")
    for _ in 1...9 { _ = model.update(.idle) }
    guard case .save(let draft, let number)? = model.update(.idle).first else {
      Issue.record("what was typed is not saved")
      return
    }
    _ = model.update(.saveFailed(draft.id, number, .noSpace))
    guard case .save(_, let again)? = model.update(.idle).first else {
      Issue.record("it is not tried again")
      return
    }
    #expect(model.signedIn != nil)
    _ = model.update(.saved(draft.id, again))
    #expect(model.update(.idle) == [.lock])
  }

  /// Somebody's survey, open at a question.
  private func filling(at path: String = "/data/q1/first_name") throws -> AppModel {
    var model = MadeUp.home()
    var survey = try #require(Survey())
    survey.model.jump(to: path)
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    let record = OpenRecord(
      formID: "affected_person", formVersion: "1", formHash: hash, parent: nil)
    _ = model.update(.opened(survey.model, record))
    return model
  }

  private func idleToLock(_ model: inout AppModel, halfMinutes: Int = 10) {
    for _ in 1...halfMinutes { _ = model.update(.idle) }
  }

  @Test func `after a lock the same person comes back to the survey, and nobody else`() throws {
    for key in [nil, Key.function(12)] {
      var model = try filling()
      guard case .fill(let open, _) = model.screen else {
        Issue.record("not filling")
        return
      }
      if let key { _ = model.update(.key(key)) } else { idleToLock(&model) }
      #expect(model.signedIn == nil)
      let left = Renewal.LeftSurvey(person: MadeUp.head.id, record: open.record)
      #expect(model.renewal?.left == left)
      let other = Person(id: 2, name: "นายสมมุติ สอง")
      var anew = AppModel(today: MadeUp.today)
      if let renewal = model.renewal { anew.go(on: renewal) }
      _ = anew.update(.people([MadeUp.head, other], server: ""))
      var others = anew
      #expect(others.signIn(other, MadeUp.profile) == [.loadRecords])
      _ = others.update(.key(.function(12)))
      #expect(others.signIn(MadeUp.head, MadeUp.profile) == [.loadRecords], "it was forgotten")
      for start in [model, anew] {
        var model = start
        #expect(
          model.signIn(MadeUp.head, MadeUp.profile)
            == [.loadRecords, .resume(open.record, .thai)])
        #expect(model.update(.key(.character("1"))) == [], "no key reaches home meanwhile")
        var gone = model
        #expect(gone.update(.notResumed) == [.loadRecords])
        #expect(gone.screen.kind == .home)
      }
    }
  }

  @Test func `a place that was only moved to is on the disk before the lock`() throws {
    var model = try filling()
    _ = model.type("สมชาย")
    guard case .save(let draft, let number)? = model.update(.key(.enter)).first else {
      Issue.record("an answer is not saved")
      return
    }
    _ = model.update(.saved(draft.id, number))
    _ = model.update(.key(.down))
    for _ in 1...9 { _ = model.update(.idle) }
    guard case .save(let moved, let next)? = model.update(.idle).first else {
      Issue.record("the place is not saved")
      return
    }
    #expect(moved.place != draft.place && moved.instance == draft.instance)
    _ = model.update(.saved(draft.id, next))
    #expect(model.update(.idle) == [.lock])
  }

  @Test func `a survey that was only looked at is not written when the screen is locked`() throws {
    var model = try filling()
    _ = model.update(.key(.down))
    idleToLock(&model)
    #expect(model.signedIn == nil)
  }

  @Test func `Esc at home asks, and staying is the first answer`() {
    var model = MadeUp.home()
    #expect(model.update(.key(.escape)) == [])
    #expect(model.signedIn != nil)
    #expect(GridText.text(of: MadeUp.screen(model)).contains("F12"))
    var stays = model
    #expect(stays.update(.key(.escape)) == [] && stays.overlay == nil)
    stays = model
    #expect(stays.update(.key(.enter)) == [] && stays.signedIn != nil)
    #expect(model.update(.key(.character("2"))) == [.lock])
    #expect(model.signedIn == nil)
  }

  @Test func `F12 locks at once whatever lies over the screen or is waited for`() {
    for keys in [[Key.function(1)], [.escape], [.character("8")]] {
      var model = MadeUp.home()
      for key in keys { _ = model.update(.key(key)) }
      #expect(model.update(.key(.function(12))) == [.lock], "\(keys)")
      #expect(model.overlay == nil)
    }
    var model = MadeUp.home()
    var care = KeyCareScreen.Model(.changePassphrase)
    care.isWorking = true
    model.screen = .keyCare(care)
    #expect(model.update(.key(.function(12))) == [.lock])
  }

  @Test func `the minutes to lock after are chosen from 2 to 15 and kept with the person`() {
    var model = MadeUp.home()
    model.screen = .settings(.init(facts: model.facts))
    _ = model.update(.key(.end))
    _ = model.update(.key(.enter))
    for (typed, minutes) in [("1", nil), ("16", nil), ("สิบ", nil), ("", nil), ("๓", 3)] {
      _ = model.update(.key(.control("u")))
      _ = model.type(typed)
      let effects = model.update(.key(.enter))
      guard let minutes else {
        #expect(effects == [] && model.notice?.kind == .problem, "\(typed)")
        continue
      }
      var profile = MadeUp.profile
      profile.lockMinutes = minutes
      #expect(effects == [.rememberChoice(profile)])
    }
    for _ in 1...5 { #expect(model.update(.idle) == []) }
    #expect(model.update(.idle) == [.lock])
    #expect(model.notice == .init(.hint, Phrase.lockedIdle(3)))
    var strange = MadeUp.profile
    strange.lockMinutes = 900
    #expect(strange.minutesToLock == 15)
  }

  @Test func `whoever has the store open is named`() {
    #expect(StoreError.inUse(by: 4_711).label.thai.contains("4711"))
    #expect(!StoreError.inUse(by: 0).label.thai.contains("0"))
  }

  @Test func `the language changes anywhere and is remembered with the person`() {
    var model = MadeUp.home()
    var english = MadeUp.profile
    english.language = "en"
    #expect(model.update(.key(.function(2))) == [.rememberChoice(english)])
    #expect(GridText.row(0, of: MadeUp.screen(model)).hasPrefix(" Home"))
  }

  @Test func `a search needs no tone marks and escape leaves it before the list`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("2")))
    _ = model.type("กำไร นำใส")
    #expect(model.update(.key(.enter)) == [.open(MadeUp.records[1].id, .thai)])
    #expect(model.update(.key(.escape)) == [])
    #expect(model.update(.key(.escape)) == [.loadRecords])
  }

  @Test func `a draft goes to the trash and comes back from there`() {
    var model = MadeUp.home()
    _ = model.update(.key(.character("2")))
    #expect(model.update(.key(.delete)) == [.trash(MadeUp.records[1].id)])
    #expect(model.update(.done(Phrase.trashed.label)) == [.loadRecords])
    var other = MadeUp.home()
    _ = other.update(.key(.character("6")))
    #expect(other.update(.key(.enter)) == [.restore(MadeUp.records[5].id)])
  }

  @Test func `of a record that may be at the centre the store finds out whether it is`() {
    var sent = MadeUp.records[2]
    sent.mayRecall = false
    var model = MadeUp.home([sent])
    _ = model.update(.key(.character("3")))
    #expect(model.update(.key(.function(6))) == [.recall(sent.id)])
    _ = model.update(.failed(StoreError.maybeSent.label))
    #expect(model.notice == .init(.problem, StoreError.maybeSent.label))
    model = MadeUp.home([MadeUp.records[2]])
    _ = model.update(.key(.character("3")))
    #expect(model.update(.key(.function(6))) == [.recall(sent.id)])
  }

  @Test func `sending can be stopped, and says that nothing is lost`() {
    var model = MadeUp.home()
    #expect(model.update(.key(.character("4"))) == [.send])
    #expect(model.update(.key(.escape)) == [.stopSending])
    #expect(model.update(.key(.escape)) == [], "once is enough")
    let report = SyncReport(progress: SyncProgress(), refused: [], outcome: .cancelled)
    #expect(model.update(.synced(report)) == [.loadRecords])
    #expect(model.update(.key(.escape)) == [.loadRecords])
  }

  @Test func `a code is read in capitals whichever layout is on, and a wrong one is said`() {
    let code = EnrolmentCode(
      Ambient(now: { MadeUp.time }, random: { Array(repeating: 7, count: $0) }))
    var model = MadeUp.home([])
    model.screen = .enrol(.init(server: ""))
    _ = model.type("http://127.0.0.1:8470")
    _ = model.update(.key(.enter))
    _ = model.type("ABCDE-FGH")
    #expect(model.update(.key(.enter)) == [])
    #expect(model.notice == .init(.problem, EnrolPhrase.badCode.label))
    _ = model.update(.key(.control("u")))
    _ = model.type(KeyboardLayout.thai(fromLatin: code.description.lowercased()))
    #expect(
      model.update(.key(.enter))
        == [.enrol(server: "http://127.0.0.1:8470", code, name: MadeUp.profile.name)])
  }

  @Test func `a laptop without a network gives the path of a file instead of an address`() {
    let code = EnrolmentCode(
      Ambient(now: { MadeUp.time }, random: { Array(repeating: 7, count: $0) }))
    var model = MadeUp.home([])
    model.screen = .enrol(.init(server: ""))
    _ = model.type("/media/usb/enrol")
    _ = model.update(.key(.enter))
    _ = model.type(code.description)
    #expect(
      model.update(.key(.enter))
        == [.enrol(server: "/media/usb/enrol", code, name: MadeUp.profile.name)])
    #expect(model.update(.key(.enter)) == [], "it is being written")
    _ = model.update(.enrolmentWritten)
    #expect(model.notice == .init(.done, EnrolPhrase.written.label))
    #expect(model.update(.key(.enter)).count == 1, "and Enter reads the answer")
  }

  @Test func `quitting is asked for and staying is the first answer`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    #expect(model.update(.key(.escape)) == [])
    #expect(model.update(.key(.enter)) == [])
    #expect(!model.isFinished)
    _ = model.update(.key(.escape))
    #expect(model.update(.key(.character("2"))) == [.lock])
    #expect(model.isFinished)
  }
}
