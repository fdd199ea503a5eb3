import TerminalKit
import Testing

@testable import FieldTUI

/// Ranks typed from paper: row by row, in any order of the ranks.
@Suite struct RankTests {
  static func needs(
    _ value: String = "", count: Int = 0, of all: Int = 15, takesAll: Bool = false
  ) -> RankQuestion.Model {
    RankQuestion.Model(
      path: "/data/needs", countPath: takesAll ? nil : "/data/needs_count",
      choices: (1...all).map { OfferedChoice(name: "n\($0)", label: "ข้อ \($0)") },
      value: value, count: count)
  }

  /// A paper with all fifteen ranks, from the first row to the last.
  static let paper = [3, 1, 12, 15, 2, 10, 4, 11, 5, 13, 6, 14, 7, 9, 8]

  @discardableResult
  private func type(_ keys: [Key], into model: inout RankQuestion.Model) -> [QuestionEffect] {
    var last: [QuestionEffect] = []
    for key in keys { last = RankQuestion.update(&model, key) }
    return last
  }

  /// The keys for a paper: its digits, and one to move where a 1 stands alone.
  private func paperKeys(_ paper: [Int?]) -> [Key] {
    paper.flatMap { rank -> [Key] in
      guard let rank else { return [.down] }
      return keys(String(rank)) + (rank == 1 ? [.down] : [])
    }
  }

  @Test func `fifteen ranks from a paper cost at most 27 keys with their 21 digits`() {
    var model = Self.needs()
    let typed = paperKeys(Self.paper) + [.enter]
    #expect(typed.count <= 27)
    let effects = type(typed, into: &model)
    #expect(effects == [.answer(RankQuestion.answers(model)), .goOn])
    #expect(model.ranking.ranks == Self.paper)
    #expect(
      RankQuestion.answers(model).map(\.text) == [
        "n2 n5 n1 n7 n9 n11 n13 n15 n14 n6 n8 n3 n10 n12 n4", "15",
      ])
  }

  @Test func `rows without a number are passed and are not wanted`() {
    var model = Self.needs()
    type(paperKeys([nil, 2, nil, 1, 3]), into: &model)
    let effects = type([.tab], into: &model)
    #expect(effects == [.answer(RankQuestion.answers(model)), .goOn])
    #expect(
      RankQuestion.answers(model)[0].text == "n4 n2 n5 n1 n3 n6 n7 n8 n9 n10 n11 n12 n13 n14 n15")
    #expect(RankQuestion.answers(model)[1] == Answer(path: "/data/needs_count", text: "3"))
  }

  @Test func `a 1 waits for a digit or a key that moves, other digits do not`() {
    for (typed, ranks) in [
      ([Key.character("1"), .down], [1, nil]), ([.character("1"), .enter], [1, nil]),
      ([.character("1"), .tab], [1, nil]), ([.character("1"), .character("2")], [12, nil]),
      ([.character("1"), .character("0")], [10, nil]), (keys("23"), [2, 3]),
    ] {
      var model = Self.needs()
      type(typed, into: &model)
      #expect(Array(model.ranking.ranks.prefix(2)) == ranks)
      #expect(model.row == (ranks[1] == nil ? 1 : 2))
    }
  }

  @Test(arguments: [(5, [Int]()), (9, []), (10, [1]), (15, [1]), (25, [1, 2]), (99, Array(1...9))])
  func `a first digit waits where two digits can follow`(all: Int, waiting: [Int]) {
    for digit in 1...min(9, all) {
      var model = Self.needs(of: all)
      type(keys(String(digit)), into: &model)
      #expect(model.waits == waiting.contains(digit), "\(digit) of \(all)")
    }
  }

  @Test(arguments: ["0", "17", "19"])
  func `a number that no item can have is refused with words and changes nothing else`(
    text: String
  ) {
    var model = Self.needs()
    let effects = type(keys(text), into: &model)
    guard case .say(.said(let words))? = effects.first else {
      Issue.record("\(text) was taken without a word")
      return
    }
    #expect(words.english.contains("There is no rank \(text)"))
    #expect(words.thai.contains("1 ถึง 15"))
    #expect(model.ranking.ranks == [text == "0" ? nil : 1] + Array(repeating: nil, count: 14))
    #expect(model.row == 0)
  }

  @Test func `numbers are understood on the Thai layout and as Thai digits`() {
    for text in ["ภๅ/", "๔๑๒"] {
      var model = Self.needs()
      type(keys(text), into: &model)
      #expect(Array(model.ranking.ranks.prefix(3)) == [4, 12, nil])
    }
  }

  @Test func `no number changes that of another row, and doubles and gaps are said as one types`()
    throws
  {
    var model = Self.needs("n1 n2 n3", count: 3)
    let effects = type([.end] + keys("2"), into: &model)
    #expect(model.ranking.ranks == [1, 2, 3] + Array(repeating: nil, count: 11) + [2])
    let double = RankFault(model.ranking, labels: model.choices.map(\.label))
    #expect(effects == [.say(RankPhrase.fault(try #require(double)).said)])
  }

  @Test func `gaps and doubles hold the question once, in words, and stay as they were typed`() {
    var model = Self.needs()
    type(keys("24455"), into: &model)
    let first = type([.tab], into: &model)
    guard case .say(.said(let words))? = first.first, first.count == 1 else {
      Issue.record("it was left: \(first)")
      return
    }
    for said in ["ลำดับ 4 ซ้ำ: ข้อ 2, ข้อ 3", "ลำดับ 5 ซ้ำ: ข้อ 4, ข้อ 5", "ขาดลำดับ 1, 3"] {
      #expect(words.thai.contains(said))
    }
    #expect(type([.tab], into: &model) == [.goOn])
    #expect(model.isDirty && Array(model.ranking.ranks.prefix(5)) == [2, 4, 4, 5, 5])
    #expect(model.ranking.filled(from: model.ranking.text) == model.ranking)
  }

  @Test func `a number typed anew after it held is judged anew`() {
    var model = Self.needs()
    type(keys("2") + [.tab, .up, .up] + keys("3"), into: &model)
    #expect(type([.tab], into: &model) != [.goOn])
  }

  @Test func `the same digit at once in the next row is one press, later it is another`() {
    for (gap, ranks) in [(90, [3, nil]), (249, [3, nil]), (250, [3, 3])] {
      var model = Self.needs()
      _ = RankQuestion.update(&model, .character("3"), at: 1_000)
      let effects = RankQuestion.update(&model, .character("3"), at: 1_000 + gap)
      #expect(Array(model.ranking.ranks.prefix(2)) == ranks)
      #expect(effects.count == 1, "either way something is said")
    }
    var model = Self.needs()
    for (key, time) in zip(keys("122"), [0, 100, 180]) {
      _ = RankQuestion.update(&model, key, at: time)
    }
    #expect(Array(model.ranking.ranks.prefix(2)) == [12, nil])
  }

  @Test func `another digit right after is no bounce, nor is one after a moving key`() {
    var model = Self.needs()
    for (key, time) in [
      (Key.character("3"), 0), (.character("4"), 50), (.down, 80), (.character("4"), 120),
    ] {
      _ = RankQuestion.update(&model, key, at: time)
    }
    #expect(Array(model.ranking.ranks.prefix(4)) == [3, 4, nil, 4])
  }

  @Test func `backspace empties the box, and right behind a number takes that back`() {
    var model = Self.needs("n1 n2 n3", count: 3)
    type([.down, .backspace], into: &model)
    #expect(Array(model.ranking.ranks.prefix(3)) == [1, nil, 3])
    type([.end, .up] + keys("7") + [.backspace], into: &model)
    #expect(model.ranking.ranks[13] == nil && model.row == 13)
    type([.home, .delete, .down, .down, .backspace], into: &model)
    #expect(model.ranking.isEmpty)
    #expect(RankQuestion.answers(model).map(\.text) == ["", ""], "as if it was never touched")
  }

  @Test func `Enter after a number is the end of its row and does not leave the question`() {
    var model = Self.needs()
    for rank in [2, 1, 3] { type(keys(String(rank)) + [.enter], into: &model) }
    #expect(Array(model.ranking.ranks.prefix(4)) == [2, 1, 3, nil])
    #expect(model.row == 3)
    #expect(type([.enter], into: &model).last == .goOn)
  }

  @Test func `space gives the next free rank to an empty box only`() {
    var model = Self.needs()
    type(
      [.down] + keys("1") + [.down] + keys("  ") + [.home] + keys(" ") + [.home] + keys(" "),
      into: &model)
    #expect(Array(model.ranking.ranks.prefix(5)) == [4, 1, 2, 3, nil])
  }

  @Test func `moving keys change nothing`() {
    var model = Self.needs("n5 n6 n7", count: 3)
    let before = model.ranking
    for key in [
      Key.down, .down, .up, .right, .down, .left, .end, .home, .function(5), .down, .function(5),
    ] {
      let effects = RankQuestion.update(&model, key)
      #expect(effects.isEmpty)
    }
    #expect(type([.enter], into: &model) == [.goOn])
    #expect(model.ranking == before && !model.isDirty)
  }

  @Test func `by rank, plus and minus move an item past its neighbour on both layouts`() {
    for (less, more) in [("+", "-"), ("=", "-"), ("ช", "ข")] {
      var model = Self.needs("n5 n6 n7", count: 3)
      type([.function(5), .home, .down] + keys(more), into: &model)
      #expect(model.ranking.ranked == ["n5", "n7", "n6"])
      type(keys(less + less + less), into: &model)
      #expect(model.ranking.ranked == ["n6", "n5", "n7"])
      #expect(model.row == 5, "the highlight stays with its item")
    }
  }

  @Test func `by rank, moving ends a double and closes a gap`() {
    var model = Self.needs()
    RankQuestion.restore("n1=1 n2=2 n3=2", in: &model)
    type([.function(5), .home, .down, .down] + keys("-"), into: &model)
    #expect(model.ranking.isWhole && model.ranking.ranked == ["n1", "n2", "n3"])
  }

  @Test func `each change is taken back alone, in both views, and made again`() {
    var model = Self.needs("n1 n2", count: 2)
    var states = [model.ranking]
    for typed in [
      [Key.end] + keys("12"), [.home, .down, .down] + keys("3"), [.function(5), .home] + keys("-"),
      [.backspace],
    ] {
      type(typed, into: &model)
      states.append(model.ranking)
    }
    #expect(Set(states.map(\.ranks)).count == 5)
    for state in states.dropLast().reversed() {
      #expect(RankQuestion.undo(&model) && model.ranking == state)
    }
    #expect(!RankQuestion.undo(&model))
    for state in states.dropFirst() { #expect(RankQuestion.redo(&model) && model.ranking == state) }
  }

  @Test func `numbers from before do not become the answer by passing through`() {
    var model = Self.needs()
    RankQuestion.restore("n2=1 n1=2", in: &model)
    #expect(type([.tab], into: &model) == [.goOn])
    #expect(type([.up], into: &model) == [.goBack])
    #expect(model.isDirty)
    #expect(type([.enter], into: &model) == [.answer(RankQuestion.answers(model)), .goOn])
  }

  @Test func `only the wanted ones of a stored order have a number`() {
    #expect(Self.needs("n5 n6 n7 n1", count: 2).ranking.ranked == ["n5", "n6"])
  }

  @Test func `a ranking without a count wants every item, and invents none`() {
    var model = Self.needs("n2 n1 n3", of: 3, takesAll: true)
    #expect(model.ranking.ranks == [2, 1, 3])
    type([.end, .backspace, .tab], into: &model)
    #expect(model.fault?.missing == [3])
    type(keys("3") + [.tab], into: &model)
    #expect(RankQuestion.answers(model) == [Answer(path: "/data/needs", text: "n2 n1 n3")])
  }

  @Test func `a number behind the last row is one too many, and does not take its place`() {
    var model = Self.needs()
    type([.end] + keys("7"), into: &model)
    #expect(type(keys("8"), into: &model) == [.say(RankPhrase.noMoreRows.said)])
    #expect(model.ranking.ranks[14] == 7)
    type([.backspace] + keys("8"), into: &model)
    #expect(model.ranking.ranks[14] == 8)
  }

  @Test func `the key that ends a 1 counts once when it comes twice at once`() {
    for key in [Key.down, .enter, .tab] {
      var model = Self.needs()
      for (key, time) in [(.character("1"), 0), (key, 300), (key, 340)] {
        _ = RankQuestion.update(&model, key, at: time)
      }
      #expect(model.row == 1 && model.held == nil)
    }
  }

  @Test func `papers copied with doubled keys and arrow tours differ by nothing that was not said`()
  {
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let count = Int.random(in: 1...15, using: &dice)
      let ranks = (Array(1...count) + Array(repeating: nil, count: 15 - count)).shuffled(
        using: &dice)
      var model = Self.needs()
      var time = 0
      var wasWarned = false
      func press(_ key: Key) {
        time += Int.random(in: 260...900, using: &dice)
        let effects = RankQuestion.update(&model, key, at: time)
        wasWarned = wasWarned || effects == [.say(RankPhrase.noMoreRows.said)]
        // A worn key.
        guard Int.random(in: 0..<40, using: &dice) == 0, case .character = key else { return }
        time += Int.random(in: 10...200, using: &dice)
        _ = RankQuestion.update(&model, key, at: time)
      }
      for rank in ranks {
        if Int.random(in: 0..<10, using: &dice) == 0, !model.waits {
          let tour = Int.random(in: 1...4, using: &dice)
          let start = model.row
          let steps = min(tour, 14 - start)
          for _ in 0..<steps { press(.down) }
          for _ in 0..<steps { press(.up) }
          #expect(model.row == start)
        }
        guard let rank else {
          press(.down)
          continue
        }
        for key in keys(String(rank)) { press(key) }
        if model.waits { press(.down) }
      }
      let effects = RankQuestion.leave(&model, .goOn)
      let isAnswered = effects.contains { if case .answer = $0 { true } else { false } }
      #expect(
        !isAnswered || wasWarned || model.ranking.ranks == ranks, "\(ranks) \(model.ranking.ranks)")
    }
  }
}
