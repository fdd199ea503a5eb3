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
    _ = model.update(.signedIn(MadeUp.head, MadeUp.profile, isNew: false))
    #expect(model.language == .english)
    _ = model.update(.key(.function(2)))
    #expect(model.language == .thai, "whoever asks for Thai gets it")
  }

  @Test func `a store that cannot be opened ends the app`() {
    var model = AppModel(today: MadeUp.today)
    #expect(model.update(.cannotOpen) == [])
    #expect(model.isFinished)
  }
}
