import Testing

@testable import TerminalKit

@Suite struct SaraAmTests {
  @Test func `letters without their marks stay where they are`() {
    var grid = Grid(size: Size(rows: 1, columns: 9))
    grid.draw("ที่น้ำ ok", at: Point(row: 0, column: 0), style: .title)
    let bare = grid.withoutMarks()
    #expect(GridText.row(0, of: bare) == "ทนำ ok   ")
    #expect(bare[Point(row: 0, column: 1)].style == .title)
  }

  @Test func `the ring moves over the consonant, below its tone`() {
    var grid = Grid(size: Size(rows: 1, columns: 5))
    grid.draw("น้ำ ำ", at: Point(row: 0, column: 0))
    let divided = grid.dividingSaraAm()
    #expect(
      (0..<5).map { divided[Point(row: 0, column: $0)].text } == [
        "น\u{0E4D}\u{0E49}", "า", " ", "ำ", " ",
      ])
  }
}
