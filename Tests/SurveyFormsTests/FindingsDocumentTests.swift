import FoundationEssentials
import SurveyForms
import Testing

/// `docs/FINDINGS.md` lists what `form check` can say; it is made from the codes themselves.
@Suite struct FindingsDocumentTests {
  private let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/FINDINGS.md")

  @Test func `the list of findings is that of the code`() throws {
    let made = document
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data((Self.introduction + made).utf8).write(to: file)
      Issue.record("written anew: read it, and run again without RECORD")
    }
    let written = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(written == Self.introduction + made)
  }

  private static let introduction = """
    # What `fieldtui form check` can say

    `fieldtui form check FILE` prints a line for every finding: the file, the line and the column (from 1, in characters), whether
    it is an error or a warning, a sentence, and its code. A form with an error is refused and the command ends with 1; with
    warnings only it can be used, and the command ends with 0. `--language th|en` chooses the language, otherwise the locale does,
    and without one both are printed. `--json` prints one object a line: `file`, `line`, `column`, `severity`, `code`, `subjects`
    (what `{0}`, `{1}`, `{2}` stand for), `thai`, `english`. The codes do not change from version to version.

    This list is made from the code and compared with it by a test; `RECORD=1 swift test --filter FindingsDocument` makes it anew.


    """

  private static let heading = "| code | | what it says |\n"

  private var document: String {
    let rows = Finding.Code.allCases.map { code in
      "| `\(code.rawValue)` | \(code.severity.rawValue) | \(code.words.english)<br>\(code.words.thai) |\n"
    }
    return Self.heading + "|---|---|---|\n" + rows.joined()
  }
}
