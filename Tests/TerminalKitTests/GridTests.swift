import TestSupport
import Testing

@testable import TerminalKit

@Suite struct GridTests {
  @Test func `text is drawn where it is asked and clipped at the width`() {
    var grid = Grid(size: Size(rows: 3, columns: 16))
    grid.draw("น้ำดื่มในบ้านมาจากไหน", at: Point(row: 0, column: 1), style: .title)
    #expect(grid.draw("(x) น้ำฝน", at: Point(row: 1, column: 0), style: .selected) == 8)
    grid.draw("ผู้ใหญ่บ้าน", at: Point(row: 2, column: 0), width: 5)
    expectGolden(grid, "clipped-lines")
  }

  @Test func `drawing over half of a wide letter blanks the other half`() {
    var grid = Grid(size: Size(rows: 1, columns: 4))
    grid.draw("水水", at: Point(row: 0, column: 0))
    grid.draw("ก", at: Point(row: 0, column: 1))
    #expect(GridText.row(0, of: grid) == " ก水")
  }

  @Test func `what is drawn outside is dropped`() {
    var grid = Grid(size: Size(rows: 1, columns: 3))
    #expect(grid.draw("กขค", at: Point(row: 1, column: 0)) == 0)
    #expect(grid.draw("กขค", at: Point(row: 0, column: -1)) == 0)
    #expect(grid == Grid(size: Size(rows: 1, columns: 3)))
  }

  @Test func `a rectangle splits into parts that cover it`() {
    let (top, rest) = Rect(Size(rows: 24, columns: 80)).splitTop(1)
    let (body, bottom) = rest.splitBottom(2)
    #expect(top == Rect(row: 0, column: 0, rows: 1, columns: 80))
    #expect(body == Rect(row: 1, column: 0, rows: 21, columns: 80))
    #expect(bottom == Rect(row: 22, column: 0, rows: 2, columns: 80))
    #expect(Rect(Size(rows: 2, columns: 5)).splitLeft(9).1.isEmpty)
  }
}
