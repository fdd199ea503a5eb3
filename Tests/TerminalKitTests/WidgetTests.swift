import TestSupport
import Testing

@testable import TerminalKit

@Suite struct WidgetTests {
  private let water = ["น้ำประปา", "น้ำฝน", "น้ำขวดที่ซื้อมาจากร้านค้าในหมู่บ้านหรือในตลาด"]

  @Test func `a digit takes the choice with that number, in Thai too`() {
    var model = ChoiceList.Model(water)
    #expect(ChoiceList.update(&model, .character("2")) == .chose(1))
    #expect(model.chosen == [1])
    #expect(ChoiceList.update(&model, .character("๓")) == .chose(2))
    #expect(ChoiceList.update(&model, .character("4")) == .ignored)
    #expect(model.chosen == [2])
  }

  @Test func `several can be ticked and taken back, and enter accepts them`() {
    var model = ChoiceList.Model(water, takesMany: true)
    _ = ChoiceList.update(&model, .character("1"))
    _ = ChoiceList.update(&model, .down)
    #expect(ChoiceList.update(&model, .character(" ")) == .chose(1))
    _ = ChoiceList.update(&model, .character("1"))
    #expect(ChoiceList.update(&model, .enter) == .accepted)
    #expect(model.chosen == [1])
  }

  @Test func `choices with long labels go on in the next row`() {
    var grid = Grid(size: Size(rows: 5, columns: 30))
    ChoiceList.view(ChoiceList.Model(water, chosen: [1]), in: grid.area, on: &grid)
    expectGolden(grid, "choices")
  }

  @Test func `a table keeps the highlighted row on the screen`() {
    let rows = (1...30).map { Table.Row(["\($0)", "บ้านโพน หมู่ \($0)"]) }
    var model = Table.Model(
      columns: [
        .init("ที่", width: 3, isRightAligned: true), .init("หมู่บ้าน", width: 8, share: 1),
      ],
      rows: rows)
    #expect(Table.update(&model, .end) == .moved)
    #expect(Table.update(&model, .up) == .moved)
    #expect(Table.update(&model, .enter) == .opened(28))
    var grid = Grid(size: Size(rows: 6, columns: 30))
    Table.view(model, in: grid.area, on: &grid)
    expectGolden(grid, "table")
  }

  @Test func `a dialog starts on the harmless answer and escape leaves it`() {
    var model = Dialog.Model(
      title: "ทิ้งร่างนี้", text: "ร่างจะอยู่ในถังขยะ 30 วัน และเอากลับมาได้",
      buttons: ["เก็บไว้", "ทิ้ง"])
    var grid = Grid(size: Size(rows: 12, columns: 44))
    Dialog.view(model, .thai, in: grid.area, on: &grid)
    expectGolden(grid, "dialog")
    #expect(Dialog.update(&model, .character("2")) == .chose(1))
    #expect(Dialog.update(&model, .down) == .moved)
    #expect(Dialog.update(&model, .enter) == .chose(1))
    #expect(Dialog.update(&model, .escape) == .cancelled)
  }

  @Test func `a dialog has its own keys, and a text longer than its box is read to the end`() {
    let text = (1...30).map { "sentence \($0)" }.joined(separator: "\n")
    var model = Dialog.Model(
      title: "Finish", text: text,
      buttons: ["Go back", String(repeating: "a long answer ", count: 6)])
    func shown() -> String {
      var grid = Grid(size: Size(rows: 12, columns: 40))
      grid.drawRow("F9 of the page beneath", in: grid.area.splitBottom(1).1)
      #expect(Dialog.view(model, .english, in: grid.area, on: &grid) == nil)
      return (0..<12).map { GridText.row($0, of: grid) }.joined(separator: "\n")
    }
    var seen = shown()
    #expect(seen.contains("sentence 1 ") && !seen.contains("F9") && seen.contains("PgDn Read on"))
    #expect(
      seen.split(whereSeparator: \.isNewline).filter { $0.contains("a long answer") }.count > 2)
    for _ in 0..<10 {
      #expect(Dialog.update(&model, .pageDown) == .moved)
      seen += shown()
    }
    for number in 1...30 { #expect(seen.contains("sentence \(number) ")) }
    for _ in 0..<20 { _ = Dialog.update(&model, .pageUp) }
    #expect(shown().contains("sentence 1 "))
  }

  @Test func `the help line leaves out what does not fit`() {
    var grid = Grid(size: Size(rows: 2, columns: 24))
    StatusLine.title("ร่าง", note: "นายตัวอย่าง", in: grid.area, on: &grid)
    StatusLine.keys(
      [
        KeyHelp(keys: "Enter", label: "เปิด"), KeyHelp(keys: "Del", label: "ทิ้งลงถังขยะ"),
        KeyHelp(keys: "Esc", label: "กลับ"),
      ], in: grid.area.splitBottom(1).1, on: &grid)
    expectGolden(grid, "edges")
  }

  @Test func `a long title is cut off before the note beside it is`() {
    var grid = Grid(size: Size(rows: 1, columns: 28))
    StatusLine.title("แบบสำรวจผู้ได้รับผลกระทบ", note: "บันทึกแล้ว", in: grid.area, on: &grid)
    #expect(GridText.row(0, of: grid) == " แบบสำรวจผู้ได้รับผลก…  บันทึกแล้ว ")
  }

  @Test func `a bar shows the part that is done`() {
    var grid = Grid(size: Size(rows: 2, columns: 22))
    Progress.view(.init(done: 10, total: 40, text: "10 จาก 40 ราย"), in: grid.area, on: &grid)
    #expect(GridText.row(0, of: grid) == "[█████░░░░░░░░░░░░░░░]")
    #expect(GridText.row(1, of: grid).hasPrefix("10 จาก 40 ราย"))
  }

  @Test func `a long text scrolls and stops at its end`() {
    var model = ScrollText.Model((1...9).map { ScrollText.Line("ข้อ \($0)") })
    #expect(ScrollText.update(&model, .end))
    var grid = Grid(size: Size(rows: 3, columns: 10))
    ScrollText.view(model, in: grid.area, on: &grid)
    #expect(GridText.row(2, of: grid) == "ข้อ 9     █")
    #expect(!ScrollText.update(&model, .enter))
  }
}
