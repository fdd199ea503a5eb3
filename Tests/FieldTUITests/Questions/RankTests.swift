import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct RankTests {
  private static let names = (1...15).map { "n\($0)" }

  private func needs(_ value: String = "", count: Int = 0) -> RankQuestion.Model {
    RankQuestion.Model(
      path: "/data/needs", countPath: "/data/needs_count",
      choices: Self.names.map { OfferedChoice(name: $0, label: "ข้อ \($0.dropFirst())") },
      value: value, count: count)
  }

  private func type(_ keys: [Key], into model: inout RankQuestion.Model) {
    for key in keys { _ = RankQuestion.update(&model, key) }
  }

  @Test func `an untouched question stores nothing`() {
    #expect(RankQuestion.answers(needs()).map(\.text) == ["", ""])
  }

  @Test func `space ranks the highlighted item last and the whole order is stored`() {
    var model = needs()
    type([.down, .character(" "), .character(" ")], into: &model)
    #expect(model.ranking.ranked == ["n2", "n3"])
    let answers = RankQuestion.answers(model)
    #expect(answers[0].text == "n2 n3 n1 n4 n5 n6 n7 n8 n9 n10 n11 n12 n13 n14 n15")
    #expect(answers[1] == Answer(path: "/data/needs_count", text: "2"))
  }

  @Test func `a digit puts an item at a place and pushes the others down`() {
    var model = needs()
    type(keys("  1"), into: &model)
    #expect(model.ranking.ranked == ["n3", "n1", "n2"])
    let beyond = RankQuestion.update(&model, .character("9"))
    #expect(beyond == [.say(.form(.rankInOrder(4)))], "there are no gaps, and nothing is guessed")
    #expect(model.ranking.ranked == ["n3", "n1", "n2"])
    type(keys("4"), into: &model)
    #expect(model.ranking.ranked == ["n3", "n1", "n2", "n4"])
  }

  @Test func `two digits reach the places past nine`() {
    var model = needs()
    type(keys(String(repeating: " ", count: 12)), into: &model)
    type(keys("12"), into: &model)
    #expect(model.ranking.ranked.firstIndex(of: "n13") == 11)
    #expect(model.ranking.ranked.count == 13)
  }

  @Test func `plus and minus move a ranked item and backspace takes it out`() {
    var model = needs("n5 n6 n7", count: 3)
    type([.right, .down, .character("-")], into: &model)
    #expect(model.ranking.ranked == ["n5", "n7", "n6"])
    type([.character("+"), .character("+")], into: &model)
    #expect(model.ranking.ranked == ["n6", "n5", "n7"])
    type([.backspace], into: &model)
    #expect(model.ranking.ranked == ["n5", "n7"])
  }

  @Test func `taking everything out is as if it was never touched`() {
    var model = needs("n5", count: 1)
    type([.backspace], into: &model)
    #expect(RankQuestion.answers(model).map(\.text) == ["", ""])
  }

  @Test func `only the wanted ones of a stored order are ranked`() {
    #expect(needs("n5 n6 n7 n1", count: 2).ranking.ranked == ["n5", "n6"])
  }

  @Test func `a ranking without a count ranks every item`() {
    let model = RankQuestion.Model(
      path: "/data/r", countPath: nil,
      choices: ["a", "b"].map { OfferedChoice(name: $0, label: $0) }, value: "b a", count: 0)
    #expect(model.ranking.ranked == ["b", "a"])
    #expect(RankQuestion.answers(model) == [Answer(path: "/data/r", text: "b a")])
  }
}
