import Testing

@testable import FieldTUI

/// Ranks in one line of text, as `--plain` takes them.
@Suite struct RankLineTests {
  private let standing: [Int?] = [1, 2, nil, nil, 3]

  @Test(arguments: [
    ("2 - 1 - 3", [2, nil, 1, nil, 3]), ("2 - 1", [2, nil, 1, nil, nil]),
    ("3 1 2", [3, 1, 2, nil, nil]), ("๒,-,๑", [2, nil, 1, nil, nil]),
    ("- -", .init(repeating: nil, count: 5)),
    ("3=1 1=2", [2, 2, 1, nil, 3]), ("5=-", [1, 2, nil, nil, nil]), ("๔=๔", [1, 2, nil, 4, 3]),
    ("3=3,5=4", [1, 2, 3, nil, 4]), ("1 1", [1, 1, nil, nil, nil]),
  ])
  func `boxes from top to bottom, or single rows`(line: String, ranks: [Int?]) throws {
    #expect(try RankQuestion.read(line: line, into: standing) == ranks)
  }

  @Test(arguments: [
    "", "3", "x", "2 x", "ไม่", "1=", "=1", "1=2=3", "1=2 3", "1=1 1=2", "0 1", "6 1", "1=6", "6=1",
    "0=1", "1 2 3 4 5 -", "-1 2", "+1 2", "1.2", "1.2 3", ":undo", "1=1 x", "3-1",
  ])
  func `anything else is not understood, changes nothing and is said`(line: String) {
    #expect(throws: FillPhrase.self) { try RankQuestion.read(line: line, into: standing) }
  }

  @Test func `what is refused is named`() {
    do throws(FillPhrase) {
      _ = try RankQuestion.read(line: "1 9", into: standing)
    } catch {
      #expect(error == RankPhrase.noSuchRank(9, of: 5).said)
    }
  }
}
