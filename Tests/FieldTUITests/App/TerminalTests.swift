import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// What the app does about the terminal it is on.
@Suite struct TerminalTests {
  @Test(arguments: [(11, 80), (24, 39), (1, 1), (0, 0)])
  func `a window that is too small says so and shows nothing else`(rows: Int, columns: Int) {
    let grid = MadeUp.screen(MadeUp.home(), rows: rows, columns: columns)
    let text = (0..<rows).map { GridText.row($0, of: grid) }.joined()
    #expect(!text.contains("หน้าหลัก"))
    #expect(columns < 39 || text.contains("หน้าต่างเล็กเกินไป"))
  }

  @Test(arguments: [(12, 40), (20, 60), (24, 80), (100, 300)])
  func `every size from forty by twelve on shows the screen`(rows: Int, columns: Int) {
    let grid = MadeUp.screen(MadeUp.home(), rows: rows, columns: columns)
    #expect(GridText.text(of: grid).contains("หน้าหลัก"))
  }

  @Test func `a terminal without Thai is spoken to in English, also after signing in`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    #expect(model.update(.key(.thaiUnreadable)) == [])
    #expect(GridText.text(of: MadeUp.screen(model)).contains("cannot show Thai"))
    _ = model.signIn(MadeUp.head, MadeUp.profile)
    #expect(model.language == .english)
    _ = model.update(.key(.function(2)))
    #expect(model.language == .thai, "whoever asks for Thai gets it")
  }

  @Test func `Esc stops a sign-in that takes long, and keys that come too late open nothing`() {
    var model = AppModel(today: MadeUp.today)
    _ = model.update(.people([MadeUp.head], server: ""))
    _ = model.update(.key(.enter))
    _ = model.type("ควายสี่ตัว")
    #expect(model.update(.key(.enter)) == [.signIn(1, passphrase: "ควายสี่ตัว")])
    #expect(model.type("ก") == [], "nothing can be typed meanwhile")
    _ = model.update(.working(seconds: 1))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("1 วินาที   Esc หยุด"))
    #expect(model.update(.key(.escape)) == [.stopWork])
    #expect(model.update(.signedIn(MadeUp.head, MadeUp.profile, isNew: false)) == [.lock])
    #expect(model.signedIn == nil)
    _ = model.update(.working(seconds: nil))
    #expect(GridText.text(of: MadeUp.screen(model)).contains("หยุดแล้ว"))
    #expect(model.type("ก") == [] && model.update(.key(.enter)).count == 1, "and it begins anew")
  }

  @Test func `a form that is open keeps no list of records, and home still counts them`() throws {
    var model = MadeUp.home()
    let survey = try #require(Survey())
    let hash = try #require(FormHash(bytes: Array(repeating: 1, count: 16)))
    let record = OpenRecord(
      formID: "affected_person", formVersion: "1", formHash: hash, parent: nil)
    #expect(model.update(.opened(survey.model, record)) == [.tidy])
    _ = model.update(.records(MadeUp.records, queued: nil))
    #expect(model.records.isEmpty)
    _ = model.openHome()
    #expect(model.screen.counts?.drafts == 2)
  }

  @Test func `a store that cannot be opened ends the app`() {
    var model = AppModel(today: MadeUp.today)
    #expect(model.update(.cannotOpen) == [])
    #expect(model.isFinished)
  }
}

extension AppModel.Screen {
  fileprivate var counts: RecordCounts? {
    guard case .home(let model) = self else { return nil }
    return model.counts
  }
}
