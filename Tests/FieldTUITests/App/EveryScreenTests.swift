import Glibc
import OfflineStore
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// How the shell's screens look in both languages, at the usual size, a small one and the smallest.
@Suite struct EveryScreenTests {
  static let sizes = [(24, 80), (20, 60), (12, 40)]

  /// Compares a screen with its six files.
  private func shoot(
    _ name: String, _ start: AppModel, in sizes: [(Int, Int)] = sizes,
    then act: (inout AppModel) -> Void = { _ in }
  ) {
    for language in Language.allCases {
      var model = start
      model.language = language
      act(&model)
      #expect(model.screen.kind.files.contains(name), "name it there, so that it is missed")
      for (rows, columns) in sizes {
        var grid = Grid(size: Size(rows: rows, columns: columns))
        let cursor = model.view(on: &grid)
        #expect(
          cursor.map { grid[$0].style.role } != .selected, "a block would darken a lit line")
        expectGolden(
          MadeUp.screen(model, rows: rows, columns: columns),
          "\(name)-\(language.rawValue)-\(columns)x\(rows)")
      }
    }
  }

  private var signingIn: AppModel {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    return model
  }

  private func showing(_ screen: AppModel.Screen) -> AppModel {
    var model = MadeUp.home()
    model.screen = screen
    return model
  }

  @Test(arguments: AppModel.Screen.Kind.allCases)
  func `no screen is without its files`(kind: AppModel.Screen.Kind) {
    let golden =
      #filePath.split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 } + "/Golden"
    for name in kind.files {
      for language in Language.allCases {
        for (rows, columns) in Self.sizes {
          let file = "\(name)-\(language.rawValue)-\(columns)x\(rows).screen"
          #expect(access("\(golden)/\(file)", R_OK) == 0, "\(file)")
        }
      }
    }
  }

  @Test func `before the store is open`() { shoot("starting", AppModel(today: MadeUp.today)) }

  @Test func `who uses this laptop, and the passphrase`() {
    shoot("sign-in", signingIn)
    shoot("passphrase", signingIn) { model in
      _ = model.update(.key(.enter))
      _ = model.type("ควายสี่ตัว")
    }
    shoot("opening", signingIn) { model in
      _ = model.update(.key(.enter))
      _ = model.type("ควายสี่ตัว")
      _ = model.update(.key(.enter))
      _ = model.update(.working(seconds: 2))
    }
  }

  @Test func `a person is added`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([], server: ""))
    shoot("person", model)
    _ = model.type("นายตัวอย่าง")
    shoot("person-given-up", model) { _ = $0.update(.key(.escape)) }
  }

  @Test func `home`() { shoot("home", MadeUp.home()) }

  @Test(arguments: [
    ("drafts", RecordListScreen.Kind.drafts), ("returned", .returned), ("ready", .ready),
    ("sent", .sent), ("trash", .trash),
  ])
  func `a list of records`(name: String, kind: RecordListScreen.Kind) {
    shoot(name, showing(.list(.init(kind, MadeUp.records))))
  }

  /// A wide screen shows more of a list.
  private static let allSizes = sizes + [(60, 200)]

  @Test func `everybody of the village, searched and to be called back`() {
    var list = RecordListScreen.Model(.everybody, MadeUp.village)
    list.today = TodaysWork(finished: 3, sent: 1, returned: 1)
    shoot("everybody", showing(.list(list)), in: Self.allSizes)
    shoot("everybody-searched", showing(.list(list)), in: Self.allSizes) { model in
      _ = model.type("16 บุน")
    }
    shoot("recall", showing(.list(list)), in: Self.allSizes) { model in
      _ = model.update(.key(.down))
      _ = model.update(.key(.down))
      _ = model.update(.key(.function(6)))
    }
  }

  @Test func `a record that is read, and one that only the centre opens`() {
    shoot("reading", showing(.reading(MadeUp.reading)), in: Self.allSizes)
    shoot(
      "reading-sealed", showing(.reading(.init(MadeUp.village[4], form: "แบบสำรวจ"))),
      in: Self.allSizes)
  }

  @Test func `the menu of forms, with one that cannot be opened`() {
    shoot("forms", showing(.forms(FormsScreenTests.menu))) { model in
      _ = model.update(.key(.down))
    }
  }

  @Test func `drafts of several forms`() {
    let titles = [
      "affected_person": "แบบสำรวจผู้ได้รับผลกระทบ COVID-19", "village_water": "แหล่งน้ำของหมู่บ้าน",
    ]
    shoot("drafts-of-forms", showing(.list(.init(.drafts, MadeUp.records, formTitles: titles))))
  }

  @Test func `sending`() { shoot("send", showing(.send(.init(MadeUp.records)))) }

  @Test func `enrolling at a centre`() {
    shoot("enrol", showing(.enrol(.init(server: "https://phangkhon.example"))))
  }

  @Test func `settings`() { shoot("settings", showing(.settings(.init(facts: .init())))) }

  @Test func `passphrases and recovery files`() throws {
    let file = "/media/usb/recovery.fieldtui"
    shoot("change-passphrase", showing(.keyCare(.init(.changePassphrase))))
    shoot("recover", signingIn) {
      $0.screen = .keyCare(.init(.recover(1), of: MadeUp.head.name, file: file))
    }
    let json = #"{"k":"fieldtui.recovery.1","name":"ผู้ใหญ่สมหมาย","made":1586513100000,"#
    let rest = #""key":"AAAA","shares":[],"answers":[]}"#
    let slip = try #require(RecoverySlip(reading: Array((json + rest).utf8)))
    shoot("slip-written", signingIn) { _ = $0.update(.slipWritten(slip, of: 1, file: file)) }
    shoot("answer-recovery", showing(.keyCare(.init(.answer, file: file)))) {
      _ = $0.update(.slip(slip))
    }
    shoot("was-recovered", MadeUp.home()) {
      _ = $0.update(
        .wasRecovered([RecoveryUse(time: MadeUp.time, officers: ["ปลัดสุดา", "ปลัดมานะ"])]))
    }
  }

  @Test func `the laptops of an area, and whether one is revoked`() throws {
    let area = try #require(AreaCode("47120601"))
    let laptops = ["ผู้ใหญ่สมหมาย", "กำนันบุญมี"].enumerated().map { number, name in
      LaptopsReply.Laptop(
        number: DeviceNumber(Int32(7 + number)),
        people: [.init(name: name, role: .village, area: area)], enrolled: MadeUp.time,
        seen: number == 0 ? MadeUp.time : nil, revoked: nil)
    }
    shoot("laptops", showing(.laptops(.init(laptops: laptops))))
    shoot("revoke", showing(.laptops(.init(laptops: laptops)))) { _ = $0.update(.key(.delete)) }
  }

  @Test func `the guide`() { shoot("guide", showing(.guide(.init()))) }

  @Test(arguments: TourPhrase.pages.indices)
  func `the tour`(page: Int) {
    shoot("tour-\(page + 1)", showing(.tour(.init(page: page, isFirstRun: true))))
  }

  @Test func `moving a draft to a new version of its form`() throws {
    let preview = try MoveScreenTests.preview()
    shoot("move", showing(.move(preview)))
    shoot("move-confirm", showing(.move(preview))) { _ = $0.update(.key(.function(10))) }
  }

  @Test func `an officer's other boxes`() {
    var queue = OfficerScreens.Model(role: .district, language: .thai)
    _ = OfficerScreens.update(&queue, .rows(OfficerSamples.rows))
    for (name, keys) in [("officer-bulk", "b"), ("officer-search", "/ใจดี")] {
      shoot(name, showing(.officer(queue))) { model in
        _ = model.update(.officer(.language(model.language)))
        _ = model.type(keys)
      }
    }
    var review = queue
    _ = OfficerScreens.update(&review, .opened(OfficerSamples.reading()))
    for (name, keys) in [
      ("officer-comment", "cดูบัตร"), ("officer-checks", "w"), ("officer-care", "v"),
    ] {
      shoot(name, showing(.officer(review))) { model in
        _ = model.update(.officer(.language(model.language)))
        _ = model.type(keys)
      }
    }
  }

  @Test func `help over home`() {
    shoot("help", MadeUp.home()) { _ = $0.update(.key(.function(1))) }
  }

  @Test func `whether to quit`() {
    shoot("quit", signingIn) { _ = $0.update(.key(.escape)) }
  }
}

extension AppModel.Screen {
  /// The kinds of screens; one that is added does not compile before it is named here.
  enum Kind: CaseIterable {
    case starting, signIn, person, home, list, send, enrol, settings, keyCare, laptops, guide, tour
    case forms, reading, fill, move, officer

    /// The names of its golden files.
    var files: [String] {
      switch self {
      case .starting: ["starting"]
      case .signIn: ["sign-in", "passphrase", "opening", "quit", "slip-written"]
      case .person: ["person", "person-given-up"]
      case .home: ["home", "help", "was-recovered"]
      case .list:
        [
          "drafts", "drafts-of-forms", "returned", "ready", "sent", "everybody",
          "everybody-searched", "recall", "trash",
        ]
      case .reading: ["reading", "reading-sealed"]
      case .send: ["send"]
      case .enrol: ["enrol"]
      case .settings: ["settings"]
      case .keyCare: ["change-passphrase", "recover", "answer-recovery"]
      case .laptops: ["laptops", "revoke"]
      case .guide: ["guide"]
      case .tour: (1...5).map { "tour-\($0)" }
      case .forms: ["forms"]
      case .fill:
        [
          "choice", "date", "help", "jump", "national-id", "not-saved", "place", "rank", "remove",
          "returned", "review",
        ].map { "fill-" + $0 }
      case .move: ["move", "move-confirm"]
      case .officer:
        [
          "queue", "review", "return", "bulk", "search", "comment", "checks", "care",
        ].map { "officer-" + $0 }
      }
    }
  }

  var kind: Kind {
    switch self {
    case .starting: .starting
    case .signIn: .signIn
    case .person: .person
    case .home: .home
    case .list: .list
    case .send: .send
    case .enrol: .enrol
    case .settings: .settings
    case .keyCare: .keyCare
    case .laptops: .laptops
    case .guide: .guide
    case .tour: .tour
    case .forms: .forms
    case .reading: .reading
    case .fill: .fill
    case .move: .move
    case .officer: .officer
    }
  }
}
