import Testing

@testable import TerminalKit

@Suite struct BreakRulesTests {
  /// Lines as short as these show every cut that a text can get.
  @Test(arguments: [6, 9, 14, 23])
  func `no line of any text in the repository begins or ends where Thai forbids it`(
    width: Int
  ) throws {
    let words = Set(try Repository.texts().flatMap { $0.split { $0 <= 0x20 || $0 == 0x2C } })
    let texts = words.filter { $0.count < 400 && $0.contains { $0 == 0xE0 } }
      .map { String(decoding: $0, as: UTF8.self) }
    #expect(texts.count > 4_000)
    // One in four at each width: they are alike.
    for (index, text) in texts.sorted().enumerated() where index % 4 == width % 4 {
      let lines = TextWrap.lines(text, width: width, breaker: .spelling)
      try #require(lines.joined().filter { $0 != " " } == shown(text), "\(text)")
      for (line, next) in zip(lines, lines.dropFirst()) {
        try #require(!isForbidden(line, next, width), "\(width): \(line)|\(next)")
      }
    }
  }

  private func shown(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200B}" }))
      .filter { $0 != " " }
  }

  /// Judged by the rules' own words, not by the code's tables.
  private func isForbidden(_ line: String, _ next: String, _ width: Int) -> Bool {
    guard let last = line.unicodeScalars.last, let first = next.unicodeScalars.first else {
      return false
    }
    let startsWrong = "ะาำๅๆฯ)]”’".unicodeScalars.contains(first) || ScalarWidth.of(first) == 0
    let endsWrong = "เแโใไ([“‘".unicodeScalars.contains(last)
    let isNumber = last.properties.numericType != nil && first.properties.numericType != nil
    // Only what is itself wider than a line may be cut inside.
    let isCutAnyway = TextWidth.of(line) + 3 > width && !line.contains(" ")
    return (startsWrong || endsWrong || isNumber) && !isCutAnyway
  }

  @Test(arguments: [
    ("จันทร์", [3]), ("ชื่อ", []), ("กัน", []), ("ฯลฯ", []), ("เก็บ", []), ("ตลาด", [1, 3]),
    ("๑๒/๓ก", [4]), ("ที่๑.๕", [3]),
  ])
  func `a word that must be cut is cut where it can be read`(word: String, places: [Int]) {
    let scalars = Array(word.unicodeScalars)
    let found = scalars.indices.dropFirst().filter { BreakRules.mayCut(scalars[...], at: $0) }
    #expect(found == places)
  }

  @Test func `a number too long for a line is cut rather than lost`() {
    let lines = TextWrap.lines("1000000001013", width: 5)
    #expect(lines == ["10000", "00001", "013"])
  }
}
