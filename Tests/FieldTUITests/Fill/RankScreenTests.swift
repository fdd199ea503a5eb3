import TerminalKit
import Testing

@testable import FieldTUI

/// How much of a ranking is in sight.
@Suite struct RankScreenTests {
  private func shown(
    rows: Int, columns: Int, _ language: Language, _ typed: [Key] = []
  ) throws -> [String] {
    var survey = try #require(Survey(language: language))
    survey.model.jump(to: "/data/q6/needs")
    for key in typed { survey.press(key) }
    let grid = survey.screen(rows: rows, columns: columns)
    return (0..<rows).map { GridText.row($0, of: grid) }
  }

  @Test(arguments: [(24, 80, 15), (20, 60, 14), (12, 40, 6), (60, 200, 15)])
  func `as many rows as there is room for are seen`(rows: Int, columns: Int, boxes: Int) throws {
    for language in Language.allCases {
      let lines = try shown(rows: rows, columns: columns, language)
      #expect(lines.count { $0.contains("[  ] ") } == boxes)
      #expect(
        lines.contains { $0.contains(language == .thai ? "ต้องการความช่วยเหลือ (" : "Help wanted (") })
    }
  }

  @Test func `a wide screen shows the paper and the ranks beside each other`() throws {
    let lines = try shown(rows: 60, columns: 200, .english, keys("2") + [.down] + keys("1"))
    let first = try #require(lines.first { $0.contains("Ranked: 2 of 15") })
    #expect(first.contains("By rank"))
    let row = try #require(lines.firstIndex(of: first)) + 1
    #expect(lines[row].contains("[ 2]  Short-term living allowance"))
    let right = try #require(lines[row].firstRange(of: "[1_]"))
    #expect(lines[row][right.upperBound...].contains("Short-term employment"))
    let apart = lines[row].distance(from: lines[row].startIndex, to: right.lowerBound)
    #expect(apart < 110, "not half a screen apart")
  }

  @Test(arguments: [(24, 80), (20, 60), (12, 40), (60, 200)])
  func `the row that is typed into is always in sight`(rows: Int, columns: Int) throws {
    for steps in 0..<15 {
      let keys = Array(repeating: Key.down, count: steps) + [.character("1")]
      let lines = try shown(rows: rows, columns: columns, .thai, keys)
      #expect(lines.contains { $0.contains("[1_]") }, "row \(steps)")
    }
  }
}
