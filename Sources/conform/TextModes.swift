import FoundationEssentials
import TerminalKit
import ThaiBreaking
import ThaiText

/// Says how we order and divide text, a line for each line of a file, to be held against ICU.
enum TextModes {
  /// Two texts with a tab between them: `<`, `=` or `>`.
  static func collate(_ cases: CaseFile) throws {
    for line in try lines(of: cases) {
      let keys = line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { ThaiCollation.key(of: String($0)) }
      guard keys.count == 2 else { continue }
      print(keys[0] < keys[1] ? "<" : keys[1] < keys[0] ? ">" : "=")
    }
  }

  /// A text: the scalars before which a line may begin, by libthai's words where it is installed.
  static func breaks(_ cases: CaseFile) throws { try divide(cases, LibThai.breaker) }

  /// The same by spelling alone.
  static func spelling(_ cases: CaseFile) throws { try divide(cases, .spelling) }

  private static func divide(_ cases: CaseFile, _ breaker: LineBreaker) throws {
    for line in try lines(of: cases) {
      print(breaker.breaks(Array(line.unicodeScalars)).map(String.init).joined(separator: " "))
    }
  }

  private static func lines(of cases: CaseFile) throws -> [Substring] {
    String(decoding: try cases.contents, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }
}
