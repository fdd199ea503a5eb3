import CommandLineKit
import TerminalKit
import Testing

@testable import FieldTUI

/// The help of the program where the locale is Thai.
@Suite struct ThaiHelpTests {
  @Test func `every sentence of the help has its Thai, and no Thai is left over`() {
    #expect(Set(FieldTool.command.sentences) == Set(ThaiHelp.sentences.keys))
    #expect(!ThaiHelp.sentences.values.contains(""))
  }

  @Test(arguments: [
    ([Language.thai], "วิธีใช้: fieldtui sync"), ([.english], "usage: fieldtui sync"),
    ([.thai, .english], "usage: fieldtui sync"),
  ])
  func `help speaks the language of the locale`(languages: [Language], wanted: String) {
    let words = ThaiHelp.words(in: Speech(languages))
    guard case .help(let text) = FieldTool.command.invocation(of: ["sync", "--help"], in: words)
    else {
      Issue.record("no help")
      return
    }
    #expect(text.contains(wanted))
    #expect(text.contains("แสดงวิธีใช้นี้") == (languages == [.thai]))
  }

  @Test func `a mistake on the command line is told in Thai`() {
    let thai = ThaiHelp.words(in: Speech([.thai]))
    #expect(UsageError.unknownOption("--x").sentence(in: thai) == "ไม่มีตัวเลือก '--x'")
    #expect(UsageError.unknownOption("--x").sentence(in: .english) == "There is no option '--x'.")
  }
}
