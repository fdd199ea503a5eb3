import Glibc
import TerminalKit
import Testing
import ThaiText

@testable import FieldTUI

/// Random edits of Thai text, as many as RANDOM_EDITS says: 20,000 unless told.
@Suite struct RandomEditTests {
  private static let count = getenv("RANDOM_EDITS").flatMap { Int(String(cString: $0)) } ?? 20_000

  /// Mostly Thai, with marks where none belong, other scripts and what comes out of broken files.
  private static let letters = Array(
    "กกขคงนนมยรลสหอ่่้้๊๋ิีึืุูัํ็์ำำาะเเแโใไๆฯ๑๒12aé  -/()".unicodeScalars)
  private static let pastes = [
    "บ้านหนองน้ำใส", "่่่", " ำ", "สํารวจ", "เเก้ว", "นํ้า", "a\u{301}ก\u{301}", "\u{F70A}า", "ที่\r\n๔",
    "👨‍👩‍👧", "\u{200B}่", "ก\u{0941}", "",
  ]
  private static let moves: [Key] = [
    .left, .right, .home, .end, .wordLeft, .wordRight, .select(.left), .select(.right),
    .select(.wordLeft), .select(.wordRight), .select(.home), .select(.end), .control("a"),
  ]
  private static let removals: [Key] = [
    .backspace, .backspace, .backspace, .delete, .control("w"), .control("u"), .control("k"),
  ]

  private struct Dice {
    var state: UInt64

    mutating func pick<Item>(_ items: [Item]) -> Item {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return items[Int((state >> 33) % UInt64(items.count))]
    }

    mutating func key() -> Key {
      switch pick(Array(0..<20)) {
      case 0..<12: .character(pick(letters))
      case 12: .paste(pick(pastes))
      case 13..<16: pick(moves)
      case 16..<19: pick(removals)
      default: .control(pick(["z", "z", "y"]))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `whatever is edited, no cluster is broken and undo brings everything back`(
    seed: UInt64
  ) throws {
    var dice = Dice(state: seed &* 7919)
    var left = Self.count / 4
    while left > 0 {
      let steps = min(left, dice.pick([40, 200, 600]))
      try edit(steps, &dice)
      left -= steps
    }
  }

  /// A field edited so often, checked after every key, then undone and done again.
  private func edit(_ steps: Int, _ dice: inout Dice) throws {
    let start = TextField.Model(dice.pick(["", "ผู้ใหญ่บ้าน", "หมู่ 4 บ้านโพน"]), limit: 40)
    var model = start
    var typed: [Key] = []
    for _ in 0..<steps {
      typed.append(dice.key())
      _ = TextField.write(&model, typed[typed.count - 1])
      try check(model, typed)
    }
    // What the last edits undid is done again first, so that nothing is left to do again.
    while TextField.write(&model, .control("y")) == .changed {}
    let end = model.text
    while TextField.write(&model, .control("z")) == .changed { try check(model, typed) }
    try #require(model.text.unicodeScalars.elementsEqual(start.text.unicodeScalars), "\(typed)")
    while TextField.write(&model, .control("y")) == .changed {}
    try #require(model.text.unicodeScalars.elementsEqual(end.unicodeScalars), "\(typed)")
  }

  private func check(_ model: TextField.Model, _ typed: [Key]) throws {
    let scalars = Array(model.text.unicodeScalars)
    let borders = Cluster.boundaries(of: scalars)
    try #require(borders.contains(model.cursor), "\(typed.suffix(9))")
    try #require(model.selection.map { borders.contains($0.lowerBound) } ?? true)
    try #require(
      ThaiNormalization.normalize(model.text, keepingEnds: true).unicodeScalars
        .elementsEqual(scalars), "\(typed.suffix(9))")
    let drawn = Glyph.split(model.text)
    try #require(!drawn.contains { $0.text.hasPrefix("\u{25CC}") }, "\(typed.suffix(9))")
    try #require(borders.count - 1 <= model.limit)
    // Swift's own segmentation is the second opinion.
    try #require(borders.count - 1 == model.text.count, "\(typed.suffix(9))")
  }
}
