import Testing

@testable import TerminalKit

@Suite struct TextFieldTests {
  private func typed(_ text: String, into model: TextField.Model = .init()) -> TextField.Model {
    var model = model
    for scalar in text.unicodeScalars { _ = TextField.update(&model, .character(scalar)) }
    return model
  }

  @Test func `backspace takes back the tone mark alone`() {
    var model = typed("น้ำที่")
    #expect(TextField.update(&model, .backspace) == .changed)
    #expect(model.text == "น้ำที")
  }

  @Test func `delete removes the letter with all its marks`() {
    var model = typed("น้ำใส")
    _ = TextField.update(&model, .home)
    #expect(TextField.update(&model, .delete) == .changed)
    #expect(model.text == "ใส")
  }

  @Test func `the cursor steps over a consonant with its tone and sara am`() {
    var model = typed("น้ำ")
    #expect(TextField.update(&model, .left) == .moved)
    #expect(model.cursor == 0)
    _ = TextField.update(&model, .right)
    #expect(model.cursor == 3)
  }

  @Test func `up and down lead through the rows of a long text, and out of it at its ends`() {
    var model = typed("น้ำท่วมบ้าน เก็บของไม่ทัน ข้าวเสียหาย ที่นาเสียหาย")
    let end = model.cursor
    let borders = Set(Cluster.boundaries(of: Array(model.text.unicodeScalars)))
    var places = [end]
    while TextField.moveRow(&model, by: -1, width: 16) { places.append(model.cursor) }
    #expect(places.count >= 3 && places == places.sorted(by: >))
    #expect(places.allSatisfy(borders.contains), "never inside of a cluster")
    while TextField.moveRow(&model, by: 1, width: 16) { places.removeLast() }
    #expect(places.count == 1)
    #expect(!TextField.moveRow(&model, by: 1, width: 200), "all of it in one row")
  }

  @Test func `a mark without a letter is refused`() {
    var model = typed("12 ")
    #expect(TextField.update(&model, .character("\u{0E48}")) == .refusedMark)
    #expect(model.text == "12 ")
  }

  @Test func `no pasted mark stands alone`() {
    var model = typed("12")
    #expect(TextField.update(&model, .paste("่ำ ้ที่1ำ")) == .changed)
    #expect(model.text == "12 ที่1")
    #expect(TextField.update(&model, .paste("\u{0E48}")) == .refusedMark)
  }

  @Test func `what was typed is undone a word at a time and done again`() {
    var model = typed("บ้าน โพน")
    #expect(TextField.update(&model, .control("z")) == .changed)
    #expect(model.text == "บ้าน ")
    #expect(TextField.update(&model, .control("z")) == .changed)
    #expect(model.text.isEmpty)
    #expect(TextField.update(&model, .control("z")) == .ignored)
    _ = TextField.update(&model, .control("y"))
    _ = TextField.update(&model, .control("y"))
    #expect(model.text == "บ้าน โพน" && model.cursor == 8)
  }

  @Test func `a passphrase leaves no history`() {
    var model = typed("ความลับ", into: .init(isSecret: true))
    #expect(TextField.update(&model, .control("z")) == .ignored)
    #expect(model.text == "ความลับ")
  }

  @Test func `typing takes the place of what is selected`() {
    var model = typed("น้ำใส")
    for _ in 1...2 { _ = TextField.update(&model, .select(.left)) }
    #expect(model.selection == 3..<5)
    _ = TextField.update(&model, .character("ข"))
    #expect(model.text == "น้ำข")
    _ = TextField.update(&model, .control("a"))
    _ = TextField.update(&model, .backspace)
    #expect(model.text.isEmpty)
    _ = TextField.update(&model, .control("z"))
    #expect(model.text == "น้ำข")
  }

  @Test func `an arrow without shift leaves a selection on its side`() {
    var model = typed("กขค")
    _ = TextField.update(&model, .control("a"))
    _ = TextField.update(&model, .left)
    #expect(model.cursor == 0 && model.selection == nil)
  }

  @Test func `the cursor jumps over words`() {
    var model = typed("หมู่ 4 บ้านโพน")
    _ = TextField.update(&model, .home)
    _ = TextField.update(&model, .wordRight)
    #expect(model.cursor == 5)
    _ = TextField.update(&model, .end)
    _ = TextField.update(&model, .select(.wordLeft))
    #expect(model.selection == 11..<14, "โพน begins with its leading vowel")
  }

  @Test func `a long text takes several rows and the cursor stands in its own`() {
    let model = typed("บ้านหนองน้ำใส หมู่ 4 ริมทางรถไฟ")
    #expect(TextField.height(model, width: 12) == 3)
    var grid = Grid(size: Size(rows: 3, columns: 12))
    let cursor = TextField.view(model, in: grid.area, on: &grid, style: .plain)
    let rows = (0..<3).map { GridText.row($0, of: grid) }
    #expect(rows == ["บ้านหนองน้ำใส ", "หมู่ 4        ", "ริมทางรถไฟ   "])
    #expect(cursor == Point(row: 2, column: 9))
  }

  @Test func `what is selected stands out without colour`() {
    var model = typed("น้ำใส")
    _ = TextField.update(&model, .select(.left))
    var grid = Grid(size: Size(rows: 1, columns: 6))
    TextField.view(model, in: grid.area, on: &grid)
    #expect(grid[Point(row: 0, column: 0)].style.isReversed)
    #expect(!grid[Point(row: 0, column: 3)].style.isReversed)
  }

  @Test func `spelling is mended after each key`() {
    var model = typed("เ")
    let outcome = TextField.update(&model, .character("เ")) { $0 == "เเ" ? "แ" : $0 }
    #expect(outcome == .changed)
    #expect(model.text == "แ" && model.cursor == 1)
  }

  @Test func `a pasted text becomes one clean line`() {
    var model = typed("")
    _ = TextField.update(&model, .paste("  หมู่ 4\r\nบ้านโพน\u{202E}\u{1B}\n"))
    #expect(model.text == "หมู่ 4  บ้านโพน")
  }

  @Test func `a letter under thousands of marks is full like any long text`() {
    var model = TextField.Model(limit: 3)
    let tower = Key.paste("ก" + String(repeating: "่", count: 50_000))
    #expect(TextField.update(&model, tower).excess != nil)
    #expect(model.text.isEmpty)
  }

  @Test func `a field takes no more clusters than its limit`() {
    var model = TextField.Model("12", limit: 3)
    #expect(TextField.update(&model, .character("3")) == .changed)
    #expect(TextField.update(&model, .character("4")).excess == .init(limit: 3, length: 4))
    #expect(model.text == "123")
  }

  @Test func `a long text scrolls so that the cursor shows`() {
    var grid = Grid(size: Size(rows: 1, columns: 8))
    let cursor = TextField.view(typed("บ้านหนองน้ำใส"), in: grid.area, on: &grid, style: .plain)
    #expect(GridText.row(0, of: grid) == "นองน้ำใส ")
    #expect(cursor == Point(row: 0, column: 7))
  }

  @Test func `a passphrase is shown as dots`() {
    var grid = Grid(size: Size(rows: 1, columns: 6))
    TextField.view(
      typed("ที่นา", into: .init(isSecret: true)), in: grid.area, on: &grid, style: .plain)
    #expect(GridText.row(0, of: grid) == "•••   ")
  }
}
