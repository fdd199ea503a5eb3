import OfflineStore
import Sealing
import SurveyForms
import SyncClient
import SyncProtocol
import TerminalKit
import Testing
import ThaiText

@testable import FieldTUI

/// The prompts that lines are tried at.
enum PlainPrompts {
  typealias Prompt = EveryPromptTests.Prompt

  static let signIn: [Prompt] = [
    .told("sign-in", .choice) { signingIn() },
    .told("passphrase", .secret) {
      var model = signingIn()
      _ = model.update(.key(.enter))
      return model
    },
    .told("quit", .choice) {
      var model = signingIn()
      _ = model.update(.key(.escape))
      return model
    },
  ]

  static let person: [Prompt] = PersonScreen.Field.allCases.map { field in
    .told("person \(field)", takes(field)) {
      var model = AppModel(today: MadeUp.today, areas: Country.areas)
      _ = model.update(.people([MadeUp.head], server: ""))
      var page = PersonScreen.Model(nil, isNew: true, model.setting)
      page.focus = field
      model.screen = .person(page)
      return model
    }
  }

  private static func takes(_ field: PersonScreen.Field) -> EveryPromptTests.Takes {
    switch field {
    case .name, .position, .villageName: .words
    case .kind: .choice
    case .moo: .values
    case .place: .words
    case .passphrase, .again: .secret
    }
  }

  static let home: [Prompt] = [
    .told("home", .choice) { MadeUp.home() },
    .told("was-recovered", .choice) {
      var model = MadeUp.home()
      _ = model.update(
        .wasRecovered([RecoveryUse(time: MadeUp.time, officers: ["ปลัดสุดา", "ปลัดมานะ"])]))
      return model
    },
  ]

  static let lists: [Prompt] = [
    RecordListScreen.Kind.drafts, .returned, .ready, .sent, .trash,
  ].map { kind in .on("list \(kind)", .words) { .list(.init(kind, MadeUp.records)) } }

  static let sending: [Prompt] = [
    .told("send", .choice) {
      over(SyncReport(progress: SyncProgress(), refused: [], outcome: .complete))
    },
    .told("stick", .choice) {
      var model = over(SyncReport(progress: SyncProgress(), refused: [], outcome: .complete))
      _ = model.update(.stick(.found("/media/usb")))
      return model
    },
  ]

  private static func over(_ report: SyncReport) -> AppModel {
    var model = MadeUp.home()
    model.screen = .send(.init(MadeUp.records))
    _ = model.update(.synced(report))
    return model
  }

  static let enrol: [Prompt] = [
    .on("enrol server", .values) { .enrol(.init(server: "")) },
    .on("enrol code", .values) { .enrol(.init(server: "https://phangkhon.example")) },
  ]

  static let settings: [Prompt] = [
    .on("settings", .choice) { .settings(.init(facts: .init())) },
    .on("lock after", .values) {
      .settings(.init(facts: .init(), minutes: TextField.Model("5", limit: 4)))
    },
  ]

  static let keyCare: [Prompt] = [
    .on("change passphrase", .secret) { .keyCare(.init(.changePassphrase)) },
    .told("recover", .secret) {
      var model = signingIn()
      model.screen = .keyCare(.init(.recover(1), of: MadeUp.head.name, file: file))
      return model
    },
    .told("recover file", .choice) {
      var model = signingIn()
      var page = KeyCareScreen.Model(.recover(1), of: MadeUp.head.name, file: file)
      page.focus = .file
      model.screen = .keyCare(page)
      return model
    },
    .told("another request", .choice) {
      var model = signingIn()
      model.screen = .keyCare(.init(.recover(1), of: MadeUp.head.name, file: file))
      _ = model.update(.mayReplaceRequest(MadeUp.time, file: file))
      return model
    },
    .on("answer a request", .choice) { .keyCare(.init(.answer, file: file)) },
  ]

  private static let file = "/media/usb/recovery.fieldtui"

  static let laptops: [LaptopsReply.Laptop] = ["ผู้ใหญ่สมหมาย", "กำนันบุญมี"].enumerated().map {
    number, name in
    LaptopsReply.Laptop(
      number: DeviceNumber(Int32(7 + number)),
      people: [.init(name: name, role: .village, area: AreaCode("47120601") ?? .nation)],
      enrolled: MadeUp.time, seen: MadeUp.time, revoked: nil)
  }

  static let move: [Prompt] = [
    .told("move", .choice) { try moving() },
    .told("move for good", .choice) {
      var model = try moving()
      _ = model.update(.key(.function(10)))
      return model
    },
  ]

  private static func moving() throws -> AppModel {
    var model = MadeUp.home()
    model.screen = .move(try MoveScreenTests.preview())
    return model
  }

  static let officer: [Prompt] =
    [
      .told("queue", .words) { officerModel("") },
      .told("bulk", .choice) { officerModel("b") },
    ]
    + [
      ("record", "", .choice), ("reasons", "r", .words), ("comment", "c", .words),
      ("care", "v", .choice),
    ].map { name, keys, takes in
      .told(name, takes) { officerModel(keys, opening: OfficerSamples.reading()) }
    }

  private static func officerModel(
    _ keys: String, opening reading: RecordReading? = nil
  ) -> AppModel {
    var queue = OfficerScreens.Model(role: .district, language: .thai)
    _ = OfficerScreens.update(&queue, .rows(OfficerSamples.rows))
    if let reading { _ = OfficerScreens.update(&queue, .opened(reading)) }
    var model = MadeUp.home()
    model.screen = .officer(queue)
    _ = model.type(keys)
    return model
  }

  private static func signingIn() -> AppModel {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    return model
  }
}

extension EveryPromptTests.Prompt {
  static func told(
    _ name: String, _ takes: EveryPromptTests.Takes,
    _ make: @escaping @Sendable () throws -> AppModel
  ) -> Self {
    Self(name: name, takes: takes, make: make)
  }

  /// A screen of somebody who is signed in.
  static func on(
    _ name: String, _ takes: EveryPromptTests.Takes,
    _ screen: @escaping @Sendable () -> AppModel.Screen
  ) -> Self {
    .told(name, takes) {
      var model = MadeUp.home()
      model.screen = screen()
      return model
    }
  }
}
