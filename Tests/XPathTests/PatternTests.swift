import Testing

@testable import XPath

struct PatternTests {
  @Test(arguments: [
    ("^[0-8][0-9]{12}$", "1000000001013", true), ("^[0-8][0-9]{12}$", "9000000001013", false),
    ("[0-9]{5}", "470001", false), ("[^0-9๐-๙]+", "สมชาย", true), ("[^0-9๐-๙]+", "สมชาย๒", false),
    ("^(0[689][0-9]{8}|0[2-57][0-9]{7})$", "0812345678", true),
    ("^(0[689][0-9]{8}|0[2-57][0-9]{7})$", "042712345", true),
    ("^(0[689][0-9]{8}|0[2-57][0-9]{7})$", "081234567", false),
    ("[0-9๐-๙ก-ฮA-Za-z/ .-]+", "12/3 ก", true), ("a|b|", "", true), ("(ab)*c?", "ababc", true),
    ("\\d{2,4}\\s\\w+", "123 abc", true), ("\\d{2,4}", "12345", false), ("a.c", "a\nc", false),
    (".*\\bบ้าน\\b.*", "ที่ บ้าน เรา", true), ("\\p{IsThai}+", "น้ำ", true), ("[\\]\\-]+", "-]", true),
    ("(?i)yes", "YES", true), ("(?:x|y){3}", "xyx", true), ("\\Qa.b\\E", "a.b", true),
    ("\\Qa.b\\E", "axb", false), ("[^\\d]", "๑", true), ("\\u0E01", "ก", true),
    ("(a*)*b", "aaab", true),
  ])
  func `the whole text must match`(pattern: String, text: String, matches: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == matches)
  }

  @Test func `a pattern that would hang a backtracking engine takes no time`() throws {
    let text = String(repeating: "a", count: 2_000)
    #expect(try !Pattern("(a|aa)+(a+)+b").matches(text))
  }

  @Test(arguments: [
    "(a", "[a", "a{2", "*a", "(?=a)", "(a)\\1", "a)", "[b-a]", "\\p{Klingon}", "a*+",
  ])
  func `what is no pattern, or needs backtracking, is refused when the form is read`(
    pattern: String
  ) {
    #expect(throws: SyntaxError.self) { try Parser.parse("regex(., '\(pattern)')") }
  }
}
