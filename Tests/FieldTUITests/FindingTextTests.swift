import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

/// What `form check` prints.
@Suite struct FindingTextTests {
  private let finding = Finding(line: 12, column: 7, code: .unknownNode, subjects: ["/data/agee"])

  @Test func `a finding is a line that editors can jump to`() {
    let text = FindingText(path: "village.xml", speech: Speech([.english]))
    #expect(
      text.lines("12:7", .error, "unknown-node", finding.words) == """
        village.xml:12:7: error: The form has no /data/agee. Check the spelling, and the group it is in. [unknown-node]

        """)
  }

  @Test func `without a locale it is said in Thai and in English`() {
    let text = FindingText(path: "village.xml", speech: Speech([.thai, .english]))
    #expect(
      text.lines("12:7", .error, "unknown-node", finding.words) == """
        village.xml:12:7: error: แบบฟอร์มไม่มี /data/agee โปรดตรวจตัวสะกดและกลุ่มที่อยู่ [unknown-node]
          The form has no /data/agee. Check the spelling, and the group it is in.

        """)
  }

  @Test func `a script reads the code and what it names`() {
    let line = FindingText(path: "village.xml", speech: Speech([])).json(
      "12:7", .error, "unknown-node", finding.subjects, finding.words, finding)
    #expect(line.hasPrefix(#"{"code":"unknown-node","column":7,"#))
    #expect(line.contains(#""line":12,"severity":"error","subjects":["/data/agee"]"#))
  }

  @Test(arguments: [
    (Language?.none, "th_TH.UTF-8", [Language.thai]), (nil, "en_US.UTF-8", [.english]),
    (nil, "C.UTF-8", [.thai, .english]), (nil, nil, [.thai, .english]),
    (.english, "th_TH.UTF-8", [.english]),
  ])
  func `the language is the one asked for, else the locale's`(
    asked: Language?, locale: String?, languages: [Language]
  ) {
    #expect(Speech(asked: asked, locale: locale) == Speech(languages))
  }
}
