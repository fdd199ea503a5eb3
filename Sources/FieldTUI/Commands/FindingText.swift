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
  func lines(_ finding: Finding) -> String {
    let sentences = languages.map { sentence(finding, $0) }
    let head = "\(path):\(finding.line):\(finding.column): \(finding.severity.rawValue): "
    let more = sentences.dropFirst().map { "  \($0)\n" }.joined()
    return head + (sentences.first ?? "") + " [\(finding.code.rawValue)]\n" + more
  }

  private func sentence(_ finding: Finding, _ language: Language) -> String {
    switch language {
    case .thai: finding.words.thai
    case .english: finding.words.english
    }
  }

  func json(_ finding: Finding) -> String {
    let line = FindingJSON(
      file: path, line: finding.line, column: finding.column, severity: finding.severity.rawValue,
      code: finding.code.rawValue, subjects: finding.subjects, thai: finding.words.thai,
      english: finding.words.english)
    return String(decoding: WireJSON.encode(line), as: UTF8.self) + "\n"
  }
}

/// Its names are a promise to scripts.
private struct FindingJSON: Encodable {
  var file: String
  var line: Int
  var column: Int
  var severity: String
  var code: String
  var subjects: [String]
  var thai: String
  var english: String
}
