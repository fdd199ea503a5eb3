import SurveyForms
import TerminalKit

/// Which of a form's languages belongs to a language of the screens.
///
/// Designers write `ไทย (th)`, `Thai`, `TH` or `English (EN)`; all of them mean it.
enum FormLanguage {
  /// The form's name for a language of the screens; nil if it lacks it.
  static func name(of language: Language, among names: [String]) -> String? {
    names.first { code(of: $0) == language.rawValue }
      ?? names.first { code(of: $0) == nil && words(of: $0).contains(where: known(language)) }
  }

  /// The language of the screens that one of a form's languages is; nil for any other, also for a second
  /// English.
  static func screens(for name: String, among names: [String]) -> Language? {
    Language.allCases.first { self.name(of: $0, among: names) == name }
  }

  /// `th` of `ไทย (TH)` and of `th-TH`; nil where the name is only a name.
  private static func code(of name: String) -> String? {
    let tidy = name.lowercased()
    if let open = tidy.lastIndex(of: "("), let close = tidy.lastIndex(of: ")"), open < close {
      return tag(tidy[tidy.index(after: open)..<close])
    }
    return tag(tidy[...])
  }

  /// A language tag, in which a region may follow; nil for words.
  private static func tag(_ text: Substring) -> String? {
    let bare = language(of: text)
    return (2...3).contains(bare.count) && bare.allSatisfy { $0.isASCII && $0.isLetter }
      ? bare : nil
  }

  /// A tag without its region, and three letters as two.
  private static func language(of tag: Substring) -> String {
    let first = tag.split { " -_".contains($0) }.first.map(String.init) ?? ""
    return ["tha": "th", "eng": "en"][first] ?? first
  }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func known(_ language: Language) -> (String) -> Bool {
    let names: Set<String> =
      switch language {
      case .thai: ["thai", "ไทย", "ภาษาไทย", "siamese"]
      case .english: ["english", "อังกฤษ", "ภาษาอังกฤษ", "anglais", "eng"]
      }
    return names.contains
  }
}
