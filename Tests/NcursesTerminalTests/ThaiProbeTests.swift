import TerminalKit
import Testing

@testable import NcursesTerminal

@Suite struct ThaiProbeTests {
  /// Where the cursor stands behind each text on a terminal that gives every scalar so many cells.
  private func verdict(_ cells: (Unicode.Scalar) -> Int) -> ThaiProbe.Verdict? {
    var probe = ThaiProbe()
    let columns = [ThaiProbe.texts.0, ThaiProbe.texts.1].map { text in
      1 + text.unicodeScalars.reduce(0) { $0 + cells($1) }
    }
    #expect(probe.take(column: columns[0]) == nil)
    return probe.take(column: columns[1])
  }

  @Test func `a terminal with our widths is a good one`() {
    #expect(verdict(ScalarWidth.of) == .good)
  }

  @Test func `a terminal that counts marks cannot show Thai`() {
    #expect(verdict { _ in 1 } == .cannotShow)
  }

  @Test func `a terminal without letters beyond ASCII cannot show Thai`() {
    #expect(verdict { String($0).utf8.count } == .cannotShow)
  }

  @Test func `sara am is divided where it has no cell of its own`() {
    #expect(verdict { $0 == "\u{0E33}" ? 0 : ScalarWidth.of($0) } == .dividesSaraAm)
  }
}
