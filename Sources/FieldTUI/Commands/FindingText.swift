import Glibc
import SurveyForms
import SyncProtocol
import TerminalKit

/// What `fieldtui form check` writes about a finding, for people or for scripts.
struct FindingText {
  let path: String
  let languages: [Language]

  /// The language asked for, else the locale's, else both.
  static func languages(asked: Language?) -> [Language] {
    languages(
      asked: asked, locale: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(variable).first)
  }

  static func languages(asked: Language?, locale: String?) -> [Language] {
    if let asked { return [asked] }
    switch locale?.prefix(2) {
    case "th": return [.thai]
    case "en": return [.english]
    default: return [.thai, .english]
    }
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { return nil }
    return value
  }

  /// `file:12:7: error: sentence [code]`, as compilers write it; a second language goes below.
  ///
  /// - Parameter place: Line and column, or the cell of a workbook.
  func lines(
    _ place: String, _ severity: Finding.Severity, _ code: String, _ words: FindingWords
  ) -> String {
    let sentences = languages.map { $0 == .thai ? words.thai : words.english }
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
