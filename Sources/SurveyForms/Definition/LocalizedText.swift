import XPath

/// A label, hint or message: fixed words with values in between, or the id of a translation.
enum LocalizedText: Sendable, Equatable {
  case pieces([TextPiece])
  /// `jr:itext('id')`.
  case translation(String)
  /// Any other `ref`: a path whose value is the text.
  case value(Expression)
}

/// A run of words, or an `output` that is replaced by a value.
enum TextPiece: Sendable, Equatable {
  case words(String)
  case output(Expression)
}

/// The `itext` of a form: for every id and language the text in its forms.
struct Translations: Sendable {
  /// The forms of one text: `long` is written as "", others by their name.
  typealias Forms = [String: [TextPiece]]

  var languages: [String] = []
  var defaultLanguage: String?
  private(set) var texts: [String: [Forms?]] = [:]

  func contains(_ id: String) -> Bool { texts[id] != nil }

  /// Whether the default language has a text of this id, in any form.
  func isDefault(_ id: String) -> Bool {
    guard let forms = texts[id] else { return false }
    guard let index = languages.firstIndex(of: defaultLanguage ?? "") else { return true }
    return forms[index] != nil
  }

  /// The text in a language; in the default one if it has none there.
  func pieces(_ id: String, form: String = "", in language: String) -> [TextPiece]? {
    guard let forms = texts[id] else { return nil }
    for name in [language, defaultLanguage] {
      guard let name, let index = languages.firstIndex(of: name) else { continue }
      if let pieces = forms[index]?[form] { return pieces }
    }
    return nil
  }

  mutating func add(_ forms: Forms, id: String, language: Int) {
    texts[id, default: Array(repeating: nil, count: languages.count)][language] = forms
  }
}
