import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct ChoiceTests {
  private let rights = [
    OfferedChoice(name: "sso33", label: "ประกันสังคม ม.33"),
    OfferedChoice(name: "card", label: "บัตรสวัสดิการแห่งรัฐ"),
    OfferedChoice(name: "none", label: "ไม่มีสิทธิข้างต้น"),
  ]

  private func answer(_ text: String) -> QuestionEffect {
    .answer([Answer(path: "/data/x", text: text)])
  }

  @Test(arguments: ["2", "๒", "/"])
  func `one digit answers and goes on, on any layout`(typed: Unicode.Scalar) {
    var model = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: nil)
    #expect(ChoiceQuestion.update(&model, .character(typed)) == [answer("card"), .goOn])
    #expect(model.chosen == "card")
  }

  @Test func `a word typed too early answers nothing, whatever its letters mean as digits`() {
    let titles = ["นาย", "นาง", "นางสาว", "เด็กชาย", "เด็กหญิง", "อื่น ๆ"].map {
      OfferedChoice(name: $0, label: $0)
    }
    for word in ["ภาพร", "ถนอม", "สุข", "ประจักษ์", "จันทร์"] {
      var model = ChoiceQuestion.Model(path: "/data/x", choices: titles, chosen: nil)
      let effects = (keys(word) + [.enter]).flatMap { ChoiceQuestion.update(&model, $0) }
      #expect(effects == [.goOn], "\(word)")
      #expect(model.chosen == nil)
    }
  }

  @Test func `a letter of the Thai number row points at its choice, and enter takes it`() {
    let four = (1...4).map { OfferedChoice(name: "\($0)", label: "ข้อ \($0)") }
    var model = ChoiceQuestion.Model(path: "/data/x", choices: four, chosen: nil)
    #expect(ChoiceQuestion.update(&model, .character("ภ")) == [])
    #expect(ChoiceQuestion.update(&model, .enter) == [answer("4"), .goOn])
    var many = ManyChoicesQuestion.Model(path: "/data/x", choices: four, value: "")
    #expect(ManyChoicesQuestion.update(&many, .character("ภ")) == [])
    #expect(ManyChoicesQuestion.update(&many, .character(" ")) == [answer("4")])
  }

  @Test(arguments: ["2", "๒", "/"])
  func `a dialog is answered by its number on any layout`(typed: Unicode.Scalar) {
    var dialog = Dialog.Model(title: "", text: "", buttons: ["อยู่ต่อ", "ออก"])
    #expect(Dialog.update(&dialog, .character(typed)) == .chose(1))
    var home = HomeScreen.Model()
    let second = home.items.filter { home.digit(of: $0) == 2 }
    #expect(HomeScreen.update(&home, .character(typed)) == second.map { .open($0) })
  }

  @Test(arguments: ["l,=kp", "สมชาย", "สมช่าย", "ศมชาย", "ใจดี สม", "สมชาย ไจ", "สมฉาย"])
  func `a name is found whatever the tones, the letters or the keyboard layout`(typed: String) {
    var names = NameSearch(["สมหญิง รักเรียน", "สมชาย ใจดี"])
    #expect(names.positions(of: typed) == [1])
    #expect(names.positions(of: "") == [0, 1])
    #expect(names.positions(of: "วีระ") == [])
  }

  @Test(arguments: ["4", "0", "๙"])
  func `a digit without a choice says which there are`(typed: Unicode.Scalar) {
    let hint = [QuestionEffect.say(.form(.choicesOffered(3)))]
    var model = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: "card")
    #expect(ChoiceQuestion.update(&model, .character(typed)) == hint)
    #expect(model.chosen == "card")
    var many = ManyChoicesQuestion.Model(path: "/data/x", choices: rights, value: "card")
    #expect(ManyChoicesQuestion.update(&many, .character(typed)) == hint)
    #expect(many.value == "card")
    var none = ChoiceQuestion.Model(path: "/data/x", choices: [], chosen: nil)
    #expect(ChoiceQuestion.update(&none, .character(typed)) == [])
  }

  @Test func `in the choices that Space opened the arrows move and Enter takes`() {
    var model = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: nil)
    for key in [Key.character(" "), .down] { #expect(ChoiceQuestion.update(&model, key) == []) }
    #expect(ChoiceQuestion.update(&model, .enter) == [answer("card"), .goOn])
    #expect(ChoiceQuestion.update(&model, .function(5)) == [])
    #expect(model.highlighted == 1, "it opens at the answer")
    #expect(ChoiceQuestion.update(&model, .enter) == [.goOn], "and keeps it")
    for key in [Key.character(" "), .down, .escape] { _ = ChoiceQuestion.update(&model, key) }
    #expect(ChoiceQuestion.update(&model, .enter) == [.goOn])
    #expect(model.chosen == "card")
  }

  @Test(arguments: [Key.down, .up, .left, .right, .tab, .backTab, .enter, .home, .end])
  func `a key that moves passes every list, answered or not`(key: Key) {
    for chosen in [nil, "card"] {
      var one = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: chosen)
      var long = LongChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: chosen)
      var many = ManyFoundQuestion.Model(path: "/data/x", choices: rights, value: chosen ?? "")
      let before = (one, long, many)
      let effects =
        ChoiceQuestion.update(&one, key) + LongChoiceQuestion.update(&long, key)
        + ManyFoundQuestion.update(&many, key)
      #expect(effects.allSatisfy { [.goOn, .goBack, .say(.form(.opensBySpace))].contains($0) })
      #expect(one == before.0 && long == before.1 && many == before.2)
    }
  }

  @Test func `a long list opens at the answer, and only another row and Enter change it`() {
    let many = (1...40).map { OfferedChoice(name: "c\($0)", label: "ข้อ \($0)") }
    for key in [Key.enter, .escape, .tab, .backspace, .function(5)] {
      var model = LongChoiceQuestion.Model(path: "/data/x", choices: many, chosen: "c33")
      _ = LongChoiceQuestion.update(&model, .character(" "))
      var grid = Grid(size: Size(rows: 7, columns: 40))
      _ = LongChoiceQuestion.view(model, Country.setting, in: grid.area, on: &grid)
      #expect(GridText.text(of: grid).contains("> (x) ข้อ 33"))
      #expect(LongChoiceQuestion.update(&model, key).allSatisfy { $0 == .goOn })
      #expect(model.chosen == "c33" && !model.search.isOpen)
    }
    var model = LongChoiceQuestion.Model(path: "/data/x", choices: many, chosen: "c33")
    for key in [Key.function(5), .pageUp, .home, .down] {
      _ = LongChoiceQuestion.update(&model, key)
    }
    #expect(LongChoiceQuestion.update(&model, .enter) == [answer("c2"), .goOn])
  }

  @Test func `in a long list to tick Space ticks, and Enter where nothing was moved goes on`() {
    let many = (1...40).map { OfferedChoice(name: "c\($0)", label: "ข้อ \($0)") }
    var model = ManyFoundQuestion.Model(path: "/data/x", choices: many, value: "c30")
    _ = ManyFoundQuestion.update(&model, .character(" "))
    #expect(model.search.highlighted == 29)
    #expect(ManyFoundQuestion.update(&model, .enter) == [.goOn])
    for key in [Key.character(" "), .down] { _ = ManyFoundQuestion.update(&model, key) }
    #expect(ManyFoundQuestion.update(&model, .character(" ")) == [answer("c30 c31")])
    #expect(ManyFoundQuestion.update(&model, .enter) == [.goOn])
    #expect(model.value == "c30 c31")
    for key in keys("ข้อ 30") { _ = ManyFoundQuestion.update(&model, key) }
    #expect(ManyFoundQuestion.update(&model, .enter) == [answer("c31")])
    #expect(ManyFoundQuestion.update(&model, .enter) == [.goOn], "a second Enter ticks nothing")
  }

  @Test func `enter alone takes nothing`() {
    var model = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: nil)
    #expect(ChoiceQuestion.update(&model, .enter) == [.goOn])
    #expect(model.chosen == nil)
  }

  @Test func `backspace clears the answer`() {
    var model = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: "none")
    #expect(ChoiceQuestion.update(&model, .backspace) == [answer("")])
    #expect(ChoiceQuestion.update(&model, .backspace) == [])
  }

  @Test func `short choices stand in one row, long ones below each other`() {
    let model = ChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: "card")
    #expect(ChoiceQuestion.rows(model, width: 80).height == 1)
    #expect(ChoiceQuestion.rows(model, width: 40).height == 3)
    var grid = Grid(size: Size(rows: 3, columns: 40))
    _ = ChoiceQuestion.view(model, in: grid.area, on: &grid)
    #expect(GridText.row(1, of: grid).hasPrefix("(x) 2 บัตรสวัสดิการแห่งรัฐ"))
  }

  @Test func `ticks are kept in the order of the choices`() {
    var model = ManyChoicesQuestion.Model(path: "/data/x", choices: rights, value: "none")
    #expect(ManyChoicesQuestion.update(&model, .character("1")) == [answer("sso33 none")])
    #expect(ManyChoicesQuestion.update(&model, .character("3")) == [answer("sso33")])
    #expect(ManyChoicesQuestion.update(&model, .enter) == [.goOn])
  }

  @Test func `a long list is searched in both languages`() {
    let provinces = [
      OfferedChoice(name: "40", label: "ขอนแก่น", otherLabel: "Khon Kaen"),
      OfferedChoice(name: "47", label: "สกลนคร", otherLabel: "Sakon Nakhon"),
      OfferedChoice(name: "48", label: "นครพนม", otherLabel: "Nakhon Phanom"),
    ]
    var model = LongChoiceQuestion.Model(path: "/data/x", choices: provinces, chosen: nil)
    for key in keys("nakhon") { #expect(LongChoiceQuestion.update(&model, key) == []) }
    #expect(model.found == [2, 1], "what begins with the text comes first")
    #expect(LongChoiceQuestion.update(&model, .enter) == [answer("48"), .goOn])
  }

  @Test func `a text that fits nothing in a long list stays, and says so`() {
    var one = LongChoiceQuestion.Model(path: "/data/x", choices: rights, chosen: "none")
    var many = ManyFoundQuestion.Model(path: "/data/x", choices: rights, value: "none")
    for key in keys("กขค") {
      _ = LongChoiceQuestion.update(&one, key)
      _ = ManyFoundQuestion.update(&many, key)
    }
    let setting = Country.setting
    var grid = Grid(
      size: Size(rows: LongChoiceQuestion.height(one, width: 60, setting), columns: 60))
    _ = LongChoiceQuestion.view(one, setting, in: grid.area, on: &grid)
    #expect(GridText.row(1, of: grid).hasPrefix("ไม่พบชื่อนี้"))
    #expect(ManyFoundQuestion.height(many, width: 60, setting) == 2)
    #expect(LongChoiceQuestion.update(&one, .enter) == [.say(.form(.listNotFound))])
    #expect(ManyFoundQuestion.update(&many, .enter) == [.say(.form(.listNotFound))])
    #expect(ManyFoundQuestion.update(&many, .tab) == [.say(.form(.listNotFound))])
    #expect(one.chosen == "none" && one.search.field.text == "กขค")
  }

  @Test func `an acknowledgement is given with one key and can be taken back`() {
    var model = TriggerQuestion.Model(path: "/data/x", isDone: false)
    #expect(TriggerQuestion.update(&model, .enter) == [.goOn])
    #expect(TriggerQuestion.update(&model, .character("1")) == [answer("OK"), .goOn])
    #expect(TriggerQuestion.update(&model, .backspace) == [answer("")])
  }
}
