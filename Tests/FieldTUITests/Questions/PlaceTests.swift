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

  @Test func `backspace in an empty field clears the place`() {
    var model = PlaceQuestion.Model(paths: paths, code: "470501", Country.setting)
    #expect(PlaceQuestion.update(&model, .backspace, Country.setting) == [answers("", "", "")])
  }

  @Test func `the picker shows whole places and what it read`() {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    for key in keys("ry'F8o") { _ = PlaceQuestion.update(&model, key, Country.setting) }
    var grid = Grid(size: Size(rows: PlaceQuestion.height(model), columns: 56))
    _ = PlaceQuestion.view(model, Country.setting, in: grid.area, on: &grid)
    #expect(GridText.row(1, of: grid).hasPrefix("> ต.พังโคน อ.พังโคน จ.สกลนคร 47160 "))
    #expect(GridText.row(grid.size.rows - 1, of: grid).contains("พังโคน"))
  }
}
