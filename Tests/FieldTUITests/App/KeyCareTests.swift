import InstalledForms
import OfflineStore
import Sealing
import SurveyForms
import SyncClient
import SyncProtocol
import Synchronization
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// Passphrases, recovery files, lost laptops and the lock, as screens.
@Suite struct KeyCareTests {
  private static let officer = Person(
    id: 2, name: "ปลัดสุดา",
    enrolment: Enrolment(
      number: PersonNumber(30), role: .district, area: AreaCode("4712") ?? .nation,
      centreTitle: "อำเภอพังโคน"))

  private func officerAtSettings() -> AppModel {
    var model = AppModel(today: MadeUp.today)
    model.slipFile = "/media/usb/recovery.fieldtui"
    _ = model.update(.people([MadeUp.head, Self.officer], server: ""))
    _ = model.signIn(Self.officer, Profile(name: "ปลัดสุดา"))
    _ = model.perform(HomeScreen.Effect.open(.settings))
    return model
  }

  @Test func `who forgot the passphrase chooses a new one and a file`() {
    var model = AppModel(today: MadeUp.today)
    model.slipFile = "/media/usb/recovery.fieldtui"
    _ = model.update(.people([MadeUp.head], server: ""))
    #expect(model.update(.key(.function(6))) == [.findRequest(of: 1)])
    _ = model.type("dopakey1234")
    _ = model.update(.key(.enter))
    _ = model.type("dopakey1234")
    _ = model.update(.key(.enter))
    #expect(model.update(.key(.enter)) == [])
    #expect(model.notice == .init(.problem, PersonPhrase.common.label), "the published password")
    for _ in 0..<11 { _ = model.update(.key(.backspace)) }
    _ = model.type("แมวส้มกินปลา")
    _ = model.update(.key(.enter))
    for _ in 0..<11 { _ = model.update(.key(.backspace)) }
    _ = model.type("แมวส้มกินปลา")
    _ = model.update(.key(.enter))
    #expect(
      model.update(.key(.enter)) == [
        .recover(1, passphrase: "แมวส้มกินปลา", file: "/media/usb/recovery.fieldtui")
      ])
    _ = model.update(.failed(StoreError.noRecovery.label))
    #expect(model.update(.key(.escape)) == [], "back to the people, nothing is stuck")
  }

  private func slip(of name: String, answers: [String] = []) throws -> RecoverySlip {
    let given = answers.enumerated().map {
      #"{"officer":\#($0 + 30),"name":"\#($1)","number":\#($0 + 1),"box":"AAAA"}"#
    }.joined(separator: ",")
    let json = #"{"k":"fieldtui.recovery.1","name":"\#(name)","made":1586513100000,"key":"AAAA","#
    let rest = #""shares":[],"answers":[\#(given)]}"#
    return try #require(RecoverySlip(reading: Array((json + rest).utf8)))
  }

  @Test func `the digits of a request stay until the person goes on, who stays marked`() throws {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head, Self.officer], server: ""))
    _ = model.update(.key(.down))
    _ = model.update(.key(.function(6)))
    #expect(GridText.row(0, of: MadeUp.screen(model)).contains("ปลัดสุดา"))
    _ = model.update(.key(.escape))
    _ = model.update(.key(.function(6)))
    #expect(GridText.row(0, of: MadeUp.screen(model)).contains("ปลัดสุดา"), "still the second one")
    let slip = try slip(of: "ปลัดสุดา")
    _ = model.update(.slipWritten(slip, of: Self.officer.id, file: "/media/usb/recovery.fieldtui"))
    for key in [Key.character("x"), .down, .function(1)] {
      _ = model.update(.key(key))
      #expect(GridText.text(of: MadeUp.screen(model)).contains(slip.comparison))
    }
    _ = model.update(.key(.enter))
    #expect(!GridText.text(of: MadeUp.screen(model)).contains(slip.comparison))
    guard case .signIn(let door) = model.screen else {
      Issue.record("not the people")
      return
    }
    #expect(door.person == Self.officer && door.passphrase == nil)
  }

  @Test func `a second request is written only after a yes, and the pending file is offered`() {
    let (first, second) = ("/media/usb/recovery.fieldtui", "/media/usb/other.fieldtui")
    var model = AppModel(today: MadeUp.today)
    model.slipFile = second
    _ = model.update(.people([MadeUp.head], server: ""))
    _ = model.update(.key(.function(6)))
    for _ in 1...2 {
      _ = model.type("แมวส้มกินปลา")
      _ = model.update(.key(.enter))
    }
    let asked = AppEffect.recover(1, passphrase: "แมวส้มกินปลา", file: second)
    #expect(model.update(.key(.enter)) == [asked])
    _ = model.update(.mayReplaceRequest(MadeUp.time, file: first))
    #expect(GridText.text(of: MadeUp.screen(model)).contains(first))
    #expect(model.update(.key(.enter)) == [], "keeping the request is the harmless answer")
    let again = AppEffect.recover(1, passphrase: "แมวส้มกินปลา", file: first)
    #expect(model.update(.key(.enter)) == [again], "with the file that it lies in")
    _ = model.update(.mayReplaceRequest(MadeUp.time, file: first))
    let anew = AppEffect.recover(1, passphrase: "แมวส้มกินปลา", file: first, replacing: true)
    #expect(model.update(.key(.character("2"))) == [anew])
  }

  @Test func `who comes back with answers is offered the file that was written`() {
    var model = AppModel(today: MadeUp.today)
    model.slipFile = "/home/head/recovery.fieldtui"
    _ = model.update(.people([MadeUp.head], server: ""))
    _ = model.update(.key(.function(6)))
    _ = model.update(.pendingRequest(of: 1, file: "/media/usb/recovery.fieldtui"))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("/media/usb/recovery.fieldtui"))
    var talk = Talking(model)
    #expect(!talk.say("แมวส้มกินปลา").hasPrefix("! "))
    #expect(talk.say("แมวส้มกินปลา").contains("/media/usb/recovery.fieldtui"))
    #expect(talk.say("ไม่").hasPrefix("! ") && talk.effects == [])
  }

  @Test func `forgotten takes the number of the person in lines`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head, Self.officer], server: ""))
    var talk = Talking(model)
    for line in [":ลืม", ":ลืม 3", ":ลืม x"] { #expect(talk.say(line).hasPrefix("! "), "\(line)") }
    #expect(talk.say(":ลืม 2").contains("ปลัดสุดา"))
    #expect(talk.effects == [.findRequest(of: 2)])
  }

  @Test func `a file of another person of the laptop says whose it is`() async throws {
    let temporary = try TemporaryFolder()
    let store = try SurveyStore(directory: temporary.path + "/laptop", ambient: .laptop)
    let forms = LaptopForms(shipped: nil, data: temporary.path)
    let bytes = FormsScreenTests.xform("ponds", "บ่อน้ำ")
    let form = try #require(FormReader.read(bytes) { _ in nil }.definition)
    try forms.install(form, xform: bytes, media: [:])
    for name in ["บุญมี", "สมหมาย"] {
      _ = try await store.addPerson(
        name: name, passphrase: SecretBytes(copying: Array("แมวส้มกินปลา".utf8)),
        profile: Profile(name: name))
    }
    let desk = Desk(
      store: store, sync: SyncEngine(store: store, transport: CurlTransport(), ambient: .laptop),
      forms: FormShelf(main: try forms.form("ponds"), all: forms),
      archive: FormArchive(path: temporary.path + "/laptop/forms"), areas: nil, ambient: .laptop,
      mailbox: Mailbox(wake: {}))
    let file = temporary.path + "/recovery.fieldtui"
    for (owner, label) in [
      ("บุญมี", KeyCarePhrase.slip(of: "บุญมี", insteadOf: "สมหมาย")),
      ("สมหมาย", StoreError.recoveryMismatch.label),
    ] {
      #expect(SlipFile.write(try slip(of: owner), to: file))
      await desk.work(on: .recover(2, passphrase: "ควายสี่ตัวเดิน", file: file))
      guard case .failed(let said)? = desk.mailbox.takeAll().first else {
        Issue.record("nothing was said")
        continue
      }
      #expect(said == label)
    }
  }

  @Test func `an officer reads whether one more has to answer`() throws {
    let none = try slip(of: "ก")
    let one = try slip(of: "ก", answers: ["ปลัดสุดา"])
    let two = try slip(of: "ก", answers: ["ปลัดสุดา", "ปลัดมานะ"])
    #expect(KeyCarePhrase.answered(one, before: none) == .oneMoreAnswer)
    #expect(KeyCarePhrase.answered(one, before: one) == .answeredTwice)
    #expect(KeyCarePhrase.answered(two, before: one) == .answered)
    #expect(KeyCareScreen.facts(one, .thai).contains("ตอบแล้วโดย ปลัดสุดา"))
  }

  @Test func `an officer sees whose request it is before answering`() throws {
    var model = officerAtSettings()
    _ = model.update(.key(.character("6")))
    let file = "/media/usb/recovery.fieldtui"
    #expect(model.update(.key(.enter)) == [.readSlip(file)])
    let json = #"""
      {"k":"fieldtui.recovery.1","name":"ผู้ใหญ่สมหมาย","made":1586513100000,"key":"AAAA","shares":[],"answers":[]}
      """#
    let slip = try #require(RecoverySlip(reading: Array(json.utf8)))
    _ = model.update(.slip(slip))
    let text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("ผู้ใหญ่สมหมาย") && text.contains(slip.comparison))
    #expect(model.update(.key(.enter)) == [.answerSlip(slip, file: file)])
  }

  @Test func `a person is told of a recovery until it was read`() {
    var model = MadeUp.home()
    _ = model.update(.wasRecovered([RecoveryUse(time: MadeUp.time, officers: ["ปลัดสุดา"])]))
    let text = GridText.text(of: MadeUp.screen(model))
    #expect(text.contains("10/04/2563 17:05") && text.contains("ปลัดสุดา"))
    #expect(model.update(.key(.escape)) == [.acknowledgeRecoveries])
    #expect(model.overlay == nil)
  }

  @Test func `whose passphrase was replaced is told so at the door, and once more inside`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    _ = model.update(.key(.enter))
    _ = model.update(.signInRefused(.wrongPassphrase))
    _ = model.update(.wasRecovered([RecoveryUse(time: MadeUp.time, officers: ["ปลัดสุดา"])]))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("ปลัดสุดา"))
    #expect(model.update(.key(.escape)) == [], "nobody has signed in who could have read it")
    #expect(model.overlay == nil)
  }

  @Test func `a lost laptop is revoked with one key and one answer`() {
    var model = officerAtSettings()
    #expect(model.update(.key(.character("5"))) == [.laptops(revoking: nil)])
    let lost = LaptopsReply.Laptop(
      number: DeviceNumber(7),
      people: [.init(name: "ผู้ใหญ่สมหมาย", role: .village, area: AreaCode("47120601") ?? .nation)],
      enrolled: MadeUp.time, seen: MadeUp.time, revoked: nil)
    _ = model.update(.laptops([lost]))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("ผู้ใหญ่สมหมาย (47120601)"))
    #expect(model.update(.key(.delete)) == [])
    #expect(model.update(.key(.enter)) == [], "the harmless answer is the highlighted one")
    _ = model.update(.key(.delete))
    #expect(model.update(.key(.character("2"))) == [.laptops(revoking: DeviceNumber(7))])
  }

  @Test func `who is on a laptop, and who asked for it to be revoked, is never cut`() {
    let area = AreaCode("47050103") ?? .nation
    let people = ["บุญมี ตัวอย่างดี", "สมหมาย ตัวอย่างมาก", "มานะ ตัวอย่างยิ่ง"].map {
      LaptopsReply.Person(name: $0, role: .village, area: area, expires: MadeUp.time)
    }
    let laptops = [nil, ["ปลัดสุดา ใจซื่อ", ""]].enumerated().map { number, asked in
      LaptopsReply.Laptop(
        number: DeviceNumber(Int32(number + 1)), people: people, enrolled: MadeUp.time, seen: nil,
        revoked: asked == nil ? MadeUp.time : nil, asked: asked)
    }
    var model = officerAtSettings()
    _ = model.update(.key(.character("5")))
    _ = model.update(.laptops(laptops))
    _ = model.update(.key(.delete))
    #expect(model.notice == .init(.hint, KeyCarePhrase.revokedBefore.label))
    _ = model.update(.key(.down))
    let text = GridText.text(of: MadeUp.screen(model))
    for person in people { #expect(text.contains("\(person.name) (47050103) ถึง 10/04/2563")) }
    #expect(text.contains("ขอแล้วโดย ปลัดสุดา ใจซื่อ, ผู้ดูแลศูนย์"))
    #expect(model.update(.key(.enter)) == [])
    #expect(model.notice == .init(.hint, KeyCarePhrase.laptopsHelp.label))
    _ = model.update(.key(.delete))
    let box = GridText.text(of: MadeUp.screen(model))
    #expect(box.contains("ยกเลิกเครื่อง 2") && box.contains("บุญมี ตัวอย่างดี, สมหมาย"))
  }

  @Test func `a village head has no laptops to look after`() {
    #expect(
      SettingsScreen.Model(facts: .init()).items == [
        .person, .enrolment, .language, .passphrase, .lock,
      ])
  }

  @Test func `F12 and a sleep give the laptop to the next person at once`() {
    for message in [AppMessage.key(.function(12)), .woke] {
      var model = MadeUp.home()
      #expect(model.update(message) == [.lock])
      #expect(model.signedIn == nil && model.records.isEmpty)
    }
    var nobody = AppModel(today: MadeUp.today)
    #expect(nobody.update(.woke) == [])
  }

  @Test func `a sleep is seen by the clock that went on`() {
    let slept = Slept()
    let watch = SuspendWatch { slept.milliseconds }
    #expect(!watch.didSleep())
    slept.milliseconds = 900
    #expect(!watch.didSleep(), "the clocks drift a little")
    slept.milliseconds = 60_000
    #expect(watch.didSleep())
    #expect(!watch.didSleep(), "and it is said once")
  }

  @Test func `a suggested passphrase is four words of the list, and good enough`() {
    #expect(Set(ThaiWords.all).count == 1_024)
    let ambient = Ambient(now: { MadeUp.time }, random: { Array(repeating: 0, count: $0) })
    let first = ThaiWords.passphrase(ambient).split(separator: "-").map(String.init)
    #expect(first == Array(repeating: ThaiWords.all[0], count: 4))
    for byte in UInt8.min...UInt8.max {
      let dice = Ambient(
        now: { MadeUp.time }, random: { (0..<$0).map { UInt8($0) &* 37 &+ byte } })
      let words = ThaiWords.passphrase(dice)
      #expect(words.split(separator: "-").allSatisfy { ThaiWords.all.contains(String($0)) })
      #expect(PassphraseRules().problem(with: words) == nil, "\(words)")
    }
  }

  @Test func `a slip on a stick is written whole and read again`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/recovery.fieldtui"
    #expect(SlipFile.read(file) == .missing)
    try folder.write(Array("จดหมาย".utf8), to: "recovery.fieldtui")
    #expect(SlipFile.read(file) == .unreadable)
    let json = #"{"k":"fieldtui.recovery.1","name":"ก","made":1,"key":"","shares":[],"answers":[]}"#
    let slip = try #require(RecoverySlip(reading: Array(json.utf8)))
    #expect(SlipFile.write(slip, to: file))
    #expect(SlipFile.read(file) == .slip(slip))
    #expect(!SlipFile.write(slip, to: folder.path + "/no/stick"))
    #expect(SlipFile.usualPath(home: folder.path, user: "nobody") == file)
  }
}

/// What a clock says, and can be told to say.
private final class Slept: Sendable {
  private let held = Mutex<Int64>(0)

  var milliseconds: Int64 {
    get { held.withLock { $0 } }
    set { held.withLock { $0 = newValue } }
  }
}
