import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct PlaceTests {
  private let paths = PlaceQuestion.Paths(
    province: "/data/p", district: "/data/d", subdistrict: "/data/s")

  private func answers(_ province: String, _ district: String, _ subdistrict: String)
    -> QuestionEffect
  {
    .answer([
      Answer(path: "/data/p", text: province), Answer(path: "/data/d", text: district),
      Answer(path: "/data/s", text: subdistrict),
    ])
  }

  @Test func `one enter fills province, district and subdistrict`() {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    for key in keys("พังโค") { #expect(PlaceQuestion.update(&model, key, Country.setting) == []) }
    let effects = PlaceQuestion.update(&model, .enter, Country.setting)
    #expect(effects == [answers("47", "4705", "470501"), .goOn])
    #expect(PlaceQuestion.update(&model, .enter, Country.setting) == [.goOn])
  }

  @Test func `enter before anything was typed takes nothing`() {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    #expect(PlaceQuestion.update(&model, .enter, Country.setting) == [.goOn])
    #expect(model.code.isEmpty)
  }

  @Test(arguments: ["", "470501"])
  func `a text that found no place stays with the old answer, and says so`(code: String) {
    var model = PlaceQuestion.Model(paths: paths, code: code, Country.setting)
    for key in keys("พังโครน") { _ = PlaceQuestion.update(&model, key, Country.setting) }
    #expect(model.found.codes.isEmpty)
    var grid = Grid(
      size: Size(rows: PlaceQuestion.height(model, width: 40, Country.setting), columns: 40))
    _ = PlaceQuestion.view(model, Country.setting, in: grid.area, on: &grid)
    #expect(GridText.row(1, of: grid).hasPrefix("ไม่พบตำบลนี้"))
    for key in [Key.enter, .tab, .backTab, .down, .up] {
      let effects = PlaceQuestion.update(&model, key, Country.setting)
      #expect(effects == [.say(.form(.placeNotFound))], "\(key)")
    }
    #expect(model.search.field.text == "พังโครน")
    #expect(model.code == code)
    _ = PlaceQuestion.update(&model, .control("u"), Country.setting)
    #expect(PlaceQuestion.update(&model, .enter, Country.setting) == [.goOn])
  }

  @Test(arguments: ["-", "...", " "])
  func `signs alone name no place, and none is taken for them`(typed: String) {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    for key in keys(typed) { _ = PlaceQuestion.update(&model, key, Country.setting) }
    let effects = PlaceQuestion.update(&model, .enter, Country.setting)
    #expect(effects == [.say(.form(.placeNotFound))])
  }

  @Test func `what was found and not taken holds every way out but enter`() {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    for key in keys("พังโค") { _ = PlaceQuestion.update(&model, key, Country.setting) }
    #expect(PlaceQuestion.update(&model, .tab, Country.setting) == [.say(.form(.notPicked))])
    #expect(PlaceQuestion.update(&model, .up, Country.setting) == [])
    let effects = PlaceQuestion.update(&model, .enter, Country.setting)
    #expect(effects == [answers("47", "4705", "470501"), .goOn])
  }

  @Test func `backspace in an empty field clears the place`() {
    var model = PlaceQuestion.Model(paths: paths, code: "470501", Country.setting)
    #expect(PlaceQuestion.update(&model, .backspace, Country.setting) == [answers("", "", "")])
  }

  @Test func `the picker shows whole places and what it read`() {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    for key in keys("ry'F8o") { _ = PlaceQuestion.update(&model, key, Country.setting) }
    let rows = PlaceQuestion.height(model, width: 56, Country.setting)
    var grid = Grid(size: Size(rows: rows, columns: 56))
    _ = PlaceQuestion.view(model, Country.setting, in: grid.area, on: &grid)
    #expect(GridText.row(1, of: grid).hasPrefix("> ต.พังโคน อ.พังโคน จ.สกลนคร 47160 "))
    #expect(GridText.row(grid.size.rows - 1, of: grid).contains("พังโคน"))
  }
}
