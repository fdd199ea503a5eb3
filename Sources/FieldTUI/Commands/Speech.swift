import TerminalKit

/// In which languages a command speaks: in the locale's, or in both where that is neither Thai nor
/// English.
struct Speech: Equatable {
  let languages: [Language]

  init(_ languages: [Language]) { self.languages = languages }

  /// - Parameters:
  ///   - asked: What the command line asks for; it counts more than the locale.
  ///   - locale: Such as `th_TH.UTF-8`.
  init(asked: Language? = nil, locale: String? = Speech.locale) {
    if let asked {
      languages = [asked]
    } else {
      switch locale?.prefix(2) {
      case "th": languages = [.thai]
      case "en": languages = [.english]
      default: languages = [.thai, .english]
      }
    }
  }

  /// What the environment says, in the order in which the C library looks.
  static var locale: String? {
    ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(DataFolder.variable).first { !$0.isEmpty }
  }

  /// The language of what would only be longer in two: a count, a name and its value.
  var oneLanguage: Language { languages == [.thai] ? .thai : .english }

  /// A count or a name with its value, as one line.
  func line(_ label: Label) -> String { label.text(in: oneLanguage) + "\n" }

  /// A sentence, in a line for each language, the last without its end.
  func sentence(_ label: Label) -> String {
    languages.map(label.text).joined(separator: "\n")
  }

  /// A sentence, in a line for each language.
  func lines(_ label: Label) -> String { sentence(label) + "\n" }
}
