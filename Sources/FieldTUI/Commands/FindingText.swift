import SurveyForms
import SyncProtocol

/// What `fieldtui form check` writes about a finding, for people or for scripts.
struct FindingText {
  let path: String
  let speech: Speech

  /// `file:12:7: error: sentence [code]`, as compilers write it; a second language goes below.
  ///
  /// - Parameter place: Line and column, or the cell of a workbook.
  func lines(
    _ place: String, _ severity: Finding.Severity, _ code: String, _ words: FindingWords
  ) -> String {
    let sentences = speech.languages.map { $0 == .thai ? words.thai : words.english }
    let head = "\(path):\(place): \(severity.rawValue): "
    let more = sentences.dropFirst().map { "  \($0)\n" }.joined()
    return head + (sentences.first ?? "") + " [\(code)]\n" + more
  }

  /// - Parameter finding: Nil for one in a workbook, whose place is a cell.
  func json(
    _ place: String, _ severity: Finding.Severity, _ code: String, _ subjects: [String],
    _ words: FindingWords, _ finding: Finding?
  ) -> String {
    let line = FindingJSON(
      file: path, cell: finding == nil ? place : nil, line: finding?.line, column: finding?.column,
      severity: severity.rawValue, code: code, subjects: subjects, thai: words.thai,
      english: words.english)
    return String(decoding: WireJSON.encode(line), as: UTF8.self) + "\n"
  }
}

/// Its names are a promise to scripts.
private struct FindingJSON: Encodable {
  var file: String
  /// Of a finding in a workbook.
  var cell: String?
  /// Of a finding in an XForm.
  var line: Int?
  var column: Int?
  var severity: String
  var code: String
  var subjects: [String]
  var thai: String
  var english: String
}
