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

  @Test func `a dash or a space for none opens the list at most, and Enter takes nothing`() {
    var model = PlaceQuestion.Model(paths: paths, code: "", Country.setting)
    _ = PlaceQuestion.update(&model, .character(" "), Country.setting)
    #expect(model.search.isOpen)
    #expect(PlaceQuestion.update(&model, .enter, Country.setting) == [.goOn])
    #expect(model.code.isEmpty && !model.search.isOpen)
  }

  @Test(arguments: [Key.down, .up, .tab, .backTab, .enter, .left, .right, .home, .end])
  func `a key that moves passes a place, answered or not`(key: Key) {
    for code in ["", "470501", "411102"] {
      var model = PlaceQuestion.Model(paths: paths, code: code, Country.setting)
      let before = model
      for effect in PlaceQuestion.update(&model, key, Country.setting) {
        #expect([.goOn, .goBack].contains(effect))
      }
      #expect(model == before)
    }
  }

  @Test(arguments: [Key.character(" "), .function(5)])
  func `a place's list opens at the answer, wherever that lies`(opener: Key) {
    for code in ["470502", "411102", "100101"] {
      for key in [Key.enter, .escape, .tab, .backspace] {
        var model = PlaceQuestion.Model(paths: paths, code: code, Country.setting)
        _ = PlaceQuestion.update(&model, opener, Country.setting)
        let row = model.search.highlighted
        #expect(row.map { model.found.codes[$0] } == code)
        var grid = Grid(
          size: Size(rows: PlaceQuestion.height(model, width: 60, Country.setting), columns: 60))
        _ = PlaceQuestion.view(model, Country.setting, in: grid.area, on: &grid)
        let words = PlaceQuestion.text(of: code, Country.setting)
        #expect(GridText.text(of: grid).contains("> (x) " + words))
        let effects = PlaceQuestion.update(&model, key, Country.setting)
        #expect(!effects.contains { if case .answer = $0 { true } else { false } })
        #expect(model.code == code && !model.search.isOpen, "\(key)")
      }
    }
  }

  @Test func `another row of the open list and Enter change the place`() throws {
    var model = PlaceQuestion.Model(paths: paths, code: "470501", Country.setting)
    for key in [Key.character(" "), .down] {
      _ = PlaceQuestion.update(&model, key, Country.setting)
    }
    let row = try #require(model.search.highlighted)
    let code = model.found.codes[row]
    #expect(code != "470501")
    let effects = PlaceQuestion.update(&model, .enter, Country.setting)
    #expect(effects == [answers("47", "4705", code), .goOn])
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

  @Test(arguments: ["-", "...", "- "])
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
