import Testing

@testable import TerminalKit

@Suite struct DamageTests {
  /// A row of a screen with a text in it.
  private func row(_ text: String, columns: Int = 20) -> Grid {
    var grid = Grid(size: Size(rows: 1, columns: columns))
    grid.draw(text, at: Point(row: 0, column: 0))
    return grid
  }

  private func damage(_ before: String, _ after: String) -> [Damage] {
    row(after).damage(over: row(before))
  }

  @Test func `a screen that stays the same sends nothing`() {
    #expect(damage("ผู้ใหญ่บ้าน น้ำฝน", "ผู้ใหญ่บ้าน น้ำฝน") == [])
  }

  @Test func `a letter without marks is sent alone`() {
    #expect(damage("สมชา", "สมชาย") == [Damage(row: 0, columns: 4..<5, isWhole: false)])
  }

  @Test func `a mark is sent with its letter and the cells on both sides`() {
    #expect(damage("บาน", "บ้าน") == [Damage(row: 0, columns: 0..<2, isWhole: true)])
    #expect(damage("หมูบ", "หมู่บ") == [Damage(row: 0, columns: 0..<3, isWhole: true)])
  }

  @Test func `what stood beside a mark is sent again with it, so that no ink stays`() {
    #expect(damage("ปู่ก", "ปู่ข") == [Damage(row: 0, columns: 0..<3, isWhole: true)])
    #expect(damage("นำ", "นา") == [Damage(row: 0, columns: 0..<3, isWhole: true)])
  }

  @Test func `changes that lie close are one run and those far apart are several`() {
    #expect(damage("กขคงจ", "ขขคงข").map(\.columns) == [0..<5])
    #expect(damage("ก          ก", "ข          ข").map(\.columns) == [0..<1, 11..<12])
  }

  @Test func `a wide letter is never sent by halves`() {
    #expect(damage("水ก่", "水ข่") == [Damage(row: 0, columns: 0..<4, isWhole: true)])
    #expect(damage("ก่水", "ข่水") == [Damage(row: 0, columns: 0..<3, isWhole: true)])
  }

  /// Plays the runs on a terminal that clears a cell's own ink only, and looks for ink left standing.
  @Test func `a terminal that gets only the damage shows the screen, whatever was there before`() {
    let texts = ["น้ำดื่มในบ้าน", "น้ำดมนบาน", "  ำ ก่ ข", "水ที่ 水", "", "ผู้ใหญ่บ้านพังโคน 12", "aก่bข้cำ"]
    for before in texts {
      for after in texts {
        let (old, new) = (row(before), row(after))
        var shown = (0..<20).map { old[Point(row: 0, column: $0)] }
        for run in new.damage(over: old) {
          for column in run.columns { shown[column] = new[Point(row: 0, column: column)] }
          if run.isWhole { continue }
          // Nothing that hangs over may have come or gone where neighbours are left alone.
          #expect(run.columns.allSatisfy { shown[$0].text.unicodeScalars.count < 2 })
        }
        #expect(shown == (0..<20).map { new[Point(row: 0, column: $0)] }, "\(before) to \(after)")
      }
    }
  }
}
