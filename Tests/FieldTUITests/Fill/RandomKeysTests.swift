import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct RandomKeysTests {
  private static let pool: [Key] =
    [
      .enter, .enter, .enter, .tab, .backTab, .up, .down, .left, .right, .backspace, .delete, .home,
      .end, .pageUp, .pageDown, .escape, .function(1), .function(2), .function(3), .function(4),
      .function(5), .function(9), .control("w"), .control("u"), .paste("บ้าน\nเลขที่"),
    ] + keys("0123456789๑๒ กขคงaำ่+-/=xหนองบัว")

  private static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 20, columns: 60), Size(rows: 5, columns: 20),
    Size(rows: 60, columns: 200), Size(rows: 1, columns: 1),
  ]

  @Test(arguments: [11, 47, 2563] as [UInt64])
  func `whatever is pressed, what is on the screen is what was saved last`(seed: UInt64) throws {
    var state = seed
    func pick(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var survey = try #require(Survey())
    for step in 0..<400 {
      survey.press(Self.pool[pick(Self.pool.count)])
      let size = Self.sizes[step % Self.sizes.count]
      if step.isMultiple(of: 7) { _ = survey.screen(rows: size.rows, columns: size.columns) }
    }
    let saved = survey.effects.compactMap { effect in
      if case .save(let snapshot) = effect { snapshot } else { nil }
    }
    let last = try #require(saved.last)
    #expect(last.instance == survey.model.session.draft())
    #expect(saved.map(\.number) == Array(1...saved.count))
  }
}
