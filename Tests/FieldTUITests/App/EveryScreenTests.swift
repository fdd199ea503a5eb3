import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// How the shell's screens look in both languages, at the usual size, a small one and the smallest.
@Suite struct EveryScreenTests {
  private static let sizes = [(24, 80), (20, 60), (12, 40)]

  /// Compares a screen with its six files.
  private func shoot(
    _ name: String, _ start: AppModel, then act: (inout AppModel) -> Void = { _ in }
  ) {
    for language in Language.allCases {
      var model = start
      model.language = language
      act(&model)
      for (rows, columns) in Self.sizes {
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

  @Test func `before the store is open`() { shoot("starting", AppModel(today: MadeUp.today)) }

  @Test func `who uses this laptop, and the passphrase`() {
    shoot("sign-in", signingIn)
    shoot("passphrase", signingIn) { model in
      _ = model.update(.key(.enter))
      _ = model.type("ควายสี่ตัว")
    }
  }

  @Test func `a person is added`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([], server: ""))
    shoot("person", model)
  }

  @Test func `home`() { shoot("home", MadeUp.home()) }

  @Test(arguments: [
    ("drafts", RecordListScreen.Kind.drafts), ("returned", .returned), ("ready", .ready),
    ("sent", .sent), ("trash", .trash),
  ])
  func `a list of records`(name: String, kind: RecordListScreen.Kind) {
    shoot(name, showing(.list(.init(kind, MadeUp.records))))
  }

  @Test func `sending`() { shoot("send", showing(.send(.init(MadeUp.records)))) }

  @Test func `enrolling at a centre`() {
    shoot("enrol", showing(.enrol(.init(server: "https://phangkhon.example"))))
  }

  @Test func `settings`() { shoot("settings", showing(.settings(.init(facts: .init())))) }

  @Test func `the guide`() { shoot("guide", showing(.guide(.init()))) }

  @Test func `help over home`() {
    shoot("help", MadeUp.home()) { _ = $0.update(.key(.function(1))) }
  }

  @Test func `whether to quit`() {
    shoot("quit", signingIn) { _ = $0.update(.key(.escape)) }
  }
}
