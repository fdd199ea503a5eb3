import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct TypedQuestionTests {
  private func answer(_ text: String, _ path: String = "/data/x") -> [QuestionEffect] {
    [.answer([Answer(path: path, text: text)]), .goOn]
  }

  @Test func `a name is kept and the page goes on at enter`() {
    var model = TextQuestion.Model(path: "/data/x", value: "", kind: .words)
    for key in keys("สมชาย ") { #expect(TextQuestion.update(&model, key) == []) }
    #expect(TextQuestion.update(&model, .enter) == answer("สมชาย"))
    #expect(TextQuestion.update(&model, .enter) == [.goOn], "nothing new, nothing to keep")
  }

  @Test func `a name typed on the Latin layout is offered in Thai`() {
    var model = TextQuestion.Model(path: "/data/x", value: "", kind: .words)
    for key in keys("l,=kp") { _ = TextQuestion.update(&model, key) }
    #expect(TextQuestion.update(&model, .function(5)) == [])
    #expect(TextQuestion.update(&model, .enter) == answer("สมชาย"))
  }

  @Test func `a tone without a letter is refused with a hint`() {
    var model = TextQuestion.Model(path: "/data/x", value: "", kind: .words)
    #expect(TextQuestion.update(&model, .character("\u{0E48}")) == [])
    #expect(model.typed.problem == .markWithoutLetter)
    #expect(model.typed.field.text.isEmpty)
  }

  @Test func `a refused number stays in the field with the reason`() {
    var model = NumberQuestion.Model(
      path: "/data/x", value: "", takesFractions: false, groupsThousands: true)
    for key in keys("3 คน") { _ = NumberQuestion.update(&model, key) }
    #expect(NumberQuestion.update(&model, .enter) == [])
    #expect(model.typed.problem == .notANumber)
    #expect(model.typed.field.text == "3 คน")
    #expect(throws: FillPhrase.wholeNumberOnly) {
      try TypedNumber.read("3.5", takesFractions: false)
    }
  }

  @Test func `a national ID is grouped while typed and its office is named`() {
    var model = NationalIDQuestion.Model(path: "/data/x", value: "")
    for key in keys("14705") { _ = NationalIDQuestion.update(&model, key) }
    #expect(NationalIDQuestion.echo(model, Country.setting).text.contains("พังโคน สกลนคร"))
    var grid = Grid(size: Size(rows: 2, columns: 60))
    let cursor = NationalIDQuestion.view(model, Country.setting, in: grid.area, on: &grid)
    #expect(GridText.row(0, of: grid).hasPrefix("1-4705 "))
    #expect(cursor == Point(row: 0, column: 7))
  }

  @Test func `a wrong check digit is said at once and the number is kept`() {
    var model = NationalIDQuestion.Model(path: "/data/x", value: "")
    for key in keys("1-0000-00001-01-4") { _ = NationalIDQuestion.update(&model, key) }
    let said = NationalIDQuestion.echo(model, Country.setting)
    #expect(said.text == FillPhrase.idCheckDigit.text(in: .thai))
    #expect(NationalIDQuestion.update(&model, .enter) == answer("1000000001014"))
  }

  @Test func `a national ID out of focus shows four digits`() {
    #expect(NationalIDQuestion.masked("1000000001013") == "*-****-****1-01-3")
    #expect(NationalIDQuestion.masked("๑๐๐๐") == "1-000")
  }

  @Test func `a date is echoed in words and stored in the common era`() {
    var model = DateQuestion.Model(path: "/data/x", value: "")
    for key in keys("10/4/63") { _ = DateQuestion.update(&model, key, Country.setting) }
    #expect(DateQuestion.echo(model, Country.setting).text == "วันศุกร์ที่ 10 เมษายน 2563")
    #expect(DateQuestion.update(&model, .enter, Country.setting) == answer("2020-04-10"))
  }

  @Test func `a year of the common era is understood and said`() {
    var model = DateQuestion.Model(path: "/data/x", value: "")
    for key in keys("10/4/2020") { _ = DateQuestion.update(&model, key, Country.setting) }
    let said = DateQuestion.echo(model, Country.setting).text
    #expect(said == "วันศุกร์ที่ 10 เมษายน 2563\nพิมพ์เป็น ค.ศ. 2020 = พ.ศ. 2563")
  }

  @Test func `a day that does not exist stays in the field with the reason`() {
    var model = DateQuestion.Model(path: "/data/x", value: "")
    for key in keys("31/4/2563") { _ = DateQuestion.update(&model, key, Country.setting) }
    #expect(DateQuestion.update(&model, .enter, Country.setting) == [])
    #expect(model.typed.problem == .noSuchDay)
  }

  @Test func `a stored date is edited in the Buddhist era`() {
    let model = DateQuestion.Model(path: "/data/x", value: "2020-04-10")
    #expect(model.typed.field.text == "10/04/2563")
    #expect(DateQuestion.shown("2020-04-10", in: .english) == "Friday 10 April 2563 BE")
  }

  @Test func `typing over a day that stands there begins a new one`() {
    var model = DateQuestion.Model(path: "/data/x", value: "2020-04-10")
    for key in keys("1/5/63") { _ = DateQuestion.update(&model, key, Country.setting) }
    #expect(DateQuestion.update(&model, .enter, Country.setting) == answer("2020-05-01"))
  }

  @Test func `a day is mended where the cursor was moved to`() {
    var model = DateQuestion.Model(path: "/data/x", value: "2020-04-10")
    for key in [Key.home, .delete, .character("2")] {
      _ = DateQuestion.update(&model, key, Country.setting)
    }
    #expect(model.typed.field.text == "20/04/2563")
  }

  @Test func `a time is read as people write it`() throws {
    #expect(try TextQuestion.read("๙.๓๐ น.", as: .time) == "09:30:00.000+07:00")
    #expect(throws: FillPhrase.notATime) { try TextQuestion.read("25:00", as: .time) }
  }

  @Test(arguments: [("ุึ", "67"), ("/ุ", "26"), ("ุุ", "66"), ("-จ", "30"), ("ๅจจ", "100")])
  func `digits typed on the Thai layout come as digits, marks and signs too`(
    typed: String, value: String
  ) {
    var model = NumberQuestion.Model(
      path: "/data/x", value: "5", takesFractions: false, groupsThousands: false)
    for key in keys(typed) { _ = NumberQuestion.update(&model, key) }
    #expect(model.typed.field.text == value)
    #expect(NumberQuestion.update(&model, .enter) == answer(value))
  }

  @Test func `a national ID typed on the Thai layout is grouped while typed`() {
    var model = NationalIDQuestion.Model(path: "/data/x", value: "")
    for key in keys("-จจจจจจ///จๅุ") { _ = NationalIDQuestion.update(&model, key) }
    #expect(model.typed.field.text == "3000000222016")
    _ = NationalIDQuestion.update(&model, .backspace)
    #expect(model.typed.field.text == "300000022201")
    _ = NationalIDQuestion.update(&model, .character("ุ"))
    #expect(NationalIDQuestion.update(&model, .enter) == answer("3000000222016"))
  }

  @Test(arguments: [
    ("ๅจฝภฝ/ถุ-", "2020-04-10"), ("จันทร์ที่ 20 เมษายน 2563", "2020-04-20"),
    ("20 ต.ค. 63", "2020-10-20"),
    ("20 ตุลาคม 2563", "2020-10-20"), ("20ต.ค.63", "2020-10-20"),
  ])
  func `a date may be typed on the Thai number row or in words`(typed: String, day: String) {
    var model = DateQuestion.Model(path: "/data/x", value: "")
    for key in keys(typed) { _ = DateQuestion.update(&model, key, Country.setting) }
    #expect(DateQuestion.update(&model, .enter, Country.setting) == answer(day))
  }

  @Test(arguments: [
    ("+66 81 000 0001", "0810000001"), ("+66810000001", "0810000001"),
    ("๐๘๑-๐๐๐-๐๐๐๑", "0810000001"), ("(042) 711-461", "042711461"),
    ("042-711-461 ต่อ 12", "042711461 ต่อ 12"), ("๐๔๒๗๑๑๔๖๑ ต่อ ๑๒", "042711461 ต่อ 12"),
    ("0 2282 1047 ext. 5", "022821047 ต่อ 5"), ("ๅ/", "12"),
    // What is more than a number is nobody's to cut.
    ("0810000001 (ลูก)", "0810000001 (ลูก)"), ("0810000001 042711461", "0810000001 042711461"),
    ("042711461 ต่อ", "042711461 ต่อ"), ("๑๖๖๙", "1669"),
  ])
  func `a telephone is kept as it is dialled, with its extension, or as it was typed`(
    typed: String, kept: String
  ) {
    var model = TextQuestion.Model(path: "/data/x", value: "", kind: .phone)
    for key in keys(typed) { _ = TextQuestion.update(&model, key) }
    #expect(TextQuestion.update(&model, .enter) == answer(kept))
  }
}
