/// The `itext` of a form: for every id and language the text in its forms.
///
/// The words of all lie in one run of bytes, for a form shows one page of one language at a time:
/// most never become strings.
struct Translations: Sendable {
  var languages: [String] = []
  var defaultLanguage: String?
  /// For every id its row of cells, which has one for each language.
  private var rows: [String: Int] = [:]
  /// Which of the ``forms`` belong to a text in a language; nil where the language lacks it.
  private var cells: [Range<Int32>?] = []
  private var forms: [Form] = []
  private var words: [UInt8] = []
  /// The cell that was begun last.
  private var cell = 0

  /// One form of one text: `long` is written as "", others by their name.
  private struct Form {
    let name: String
    let text: Text

    enum Text {
      case words(Range<Int32>)
      case pieces([TextPiece])
    }
  }

  func contains(_ id: String) -> Bool { rows[id] != nil }

  /// Whether the default language has a text of this id, in any form.
  func isDefault(_ id: String) -> Bool {
    guard let row = rows[id] else { return false }
    guard let index = languages.firstIndex(of: defaultLanguage ?? "") else { return true }
    return cells[row + index] != nil
  }

  /// The text in a language; in the default one if it has none there.
  func pieces(_ id: String, form: String = "", in language: String) -> [TextPiece]? {
    guard let row = rows[id] else { return nil }
    for name in [language, defaultLanguage] {
      guard let name, let index = languages.firstIndex(of: name), let cell = cells[row + index],
        let found = self.form(form, in: cell)
      else { continue }
      switch found.text {
      case .pieces(let pieces): return pieces
      case .words(let range):
        let words = words[Int(range.lowerBound)..<Int(range.upperBound)]
        return [.words(String(decoding: words, as: UTF8.self))]
      }
    }
    return nil
  }

  /// Whether any form of the text, in any language, has the pieces that are asked for between its words.
  func hasPiece(_ id: String, where matches: (TextPiece) -> Bool) -> Bool {
    guard let row = rows[id] else { return false }
    return cells[row..<row + languages.count].contains { cell in
      guard let cell else { return false }
      return forms[Int(cell.lowerBound)..<Int(cell.upperBound)].contains { form in
        if case .pieces(let pieces) = form.text { pieces.contains(where: matches) } else { false }
      }
    }
  }

  private func form(_ name: String, in cell: Range<Int32>) -> Form? {
    let forms = forms[Int(cell.lowerBound)..<Int(cell.upperBound)]
    // A text that is only short is better than none.
    return forms.last { $0.name == name }
      ?? (name.isEmpty ? forms.last { $0.name == "short" } : nil)
  }

  /// Makes room for the texts of a language.
  mutating func reserve(_ count: Int) { rows.reserveCapacity(count) }

  /// Begins a text in a language, instead of one that it may already have.
  mutating func begin(_ id: String, language: Int) {
    let row = rows[id] ?? cells.count
    if row == cells.count {
      rows[id] = row
      cells += repeatElement(nil, count: languages.count)
    }
    cell = row + language
    let place = Int32(forms.count)
    cells[cell] = place..<place
  }

  /// Adds a form of words alone to the text that was begun last.
  mutating func add(_ words: ArraySlice<UInt8>, form: String) {
    let start = Int32(self.words.count)
    self.words += words
    add(Form(name: form, text: .words(start..<Int32(self.words.count))))
  }

  /// Adds a form with values between its words to the text that was begun last.
  mutating func add(_ pieces: [TextPiece], form: String) {
    add(Form(name: form, text: .pieces(pieces)))
  }

  private mutating func add(_ form: Form) {
    guard let range = cells[cell] else { return }
    forms.append(form)
    cells[cell] = range.lowerBound..<Int32(forms.count)
  }
}
