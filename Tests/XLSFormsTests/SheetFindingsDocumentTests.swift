import FoundationEssentials
import Testing
import XLSForms

/// `docs/SHEET-FINDINGS.md` lists what `form check` can say of a workbook.
@Suite struct SheetFindingsDocumentTests {
  @Test func `the list of findings is that of the code`() throws {
    let file = Sheets.root.appending(path: "docs/SHEET-FINDINGS.md")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(document.utf8).write(to: file)
      Issue.record("written anew: read it, and run again without RECORD")
    }
    #expect(String(decoding: try Data(contentsOf: file), as: UTF8.self) == document)
  }

  private var document: String {
    let rows = SheetFinding.Code.allCases.map { code in
      let words = code.sentences.map { "\($0.english)<br>\($0.thai)" }.joined(separator: "<br>")
      return "| `\(code.rawValue)` | \(code.severity.rawValue) | \(words) |\n"
    }
    return """
      # What `fieldtui form check` can say of an XLSForm

      Given a workbook (`.xlsx`, `.csv` with the sheets one below the other, `.md` tables), `fieldtui form check FILE` prints the cell
      instead of the line: `village.xlsx:survey!C14: error: …`. When the sheets can be converted, the XForm made of them is checked
      too (`FINDINGS.md`), and what is found there is told by the cell that it comes from. `--json` has `cell` in place of `line` and
      `column`. `fieldtui form convert FILE` prints the XForm.

      This list is made from the code and compared with it by a test; `RECORD=1 swift test --filter SheetFindings` makes it anew.

      | code | | what it says |
      |---|---|---|

      """ + rows.joined()
  }
}
