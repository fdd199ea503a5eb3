import XPath

/// Reads texts: the `itext` of the model, and labels, hints and messages that name them or are them.
extension FormParser {
  mutating func readTranslations(_ model: XMLTree.Element) {
    guard let itext = model.first("itext") else { return }
    let languages = itext.elements.filter { $0.local == "translation" }
    translations.languages = languages.map { $0.attribute("lang") ?? "" }
    let chosen = languages.first { $0.attribute("default") != nil } ?? languages.first
    translations.defaultLanguage = chosen?.attribute("lang")
    for (index, language) in languages.enumerated() {
      translations.reserve(language.elements.count)
      for text in language.elements where text.local == "text" {
        guard let id = text.attribute("id") else { continue }
        translations.begin(id, language: index)
        for value in text.elements where value.local == "value" { readForm(value) }
      }
    }
  }

  private mutating func readForm(_ value: XMLTree.Element) {
    let form = value.attribute("form") ?? ""
    let name = form == "long" ? "" : form
    if let words = value.plainText {
      translations.add(words, form: name)
    } else {
      translations.add(pieces(of: value), form: name)
    }
  }

  /// The words of an element, with its outputs.
  mutating func pieces(of element: XMLTree.Element) -> [TextPiece] {
    var pieces: [TextPiece] = []
    for content in element.content {
      switch content {
      case .text(let words): pieces.append(.words(words))
      case .element(let inner) where inner.local == "output":
        let name = inner.attribute("value") != nil ? "value" : "ref"
        if let expression = expression(inner, name) { pieces.append(.output(expression)) }
      case .element(let inner): pieces += self.pieces(of: inner)
      }
    }
    return pieces
  }

  /// A label, hint or item label.
  mutating func text(of element: XMLTree.Element) -> LocalizedText? {
    guard let ref = element.value("ref") else {
      let pieces = pieces(of: element)
      return pieces.isEmpty ? nil : .pieces(pieces)
    }
    if let id = plainID(in: ref) ?? translationID(in: String(decoding: ref, as: UTF8.self)) {
      check(id, at: .init(element: element, attribute: "ref"))
      return .translation(id)
    }
    return expression(element, "ref").map(LocalizedText.value)
  }

  /// The message of a bind, in an attribute of JavaRosa's.
  mutating func message(_ name: String, of bind: XMLTree.Element) -> LocalizedText? {
    guard let text = bind.attribute(name, in: FormParser.javarosa) else { return nil }
    guard let id = translationID(in: text) else { return .pieces([.words(text)]) }
    check(id, at: .init(element: bind, attribute: name))
    return .translation(id)
  }

  /// The id when the call is written without any blanks, as pyxform does.
  private func plainID(in text: ArraySlice<UInt8>) -> String? {
    guard text.count > 12, text.starts(with: "jr:itext('".utf8), text.last == UInt8(ascii: ")"),
      text[text.endIndex - 2] == UInt8(ascii: "'")
    else { return nil }
    return String(decoding: text.dropFirst(10).dropLast(2), as: UTF8.self)
  }

  /// The id in `jr:itext('id')`.
  func translationID(in text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "(")), text.utf8.contains(UInt8(ascii: ":")) else {
      return nil
    }
    let text = text.filter { !$0.isWhitespace || $0 == " " }
    guard text.hasPrefix("jr:itext("), text.hasSuffix(")") else { return nil }
    let inside = text.dropFirst("jr:itext(".count).dropLast()
    guard let quote = inside.first, quote == "'" || quote == "\"", inside.last == quote else {
      return nil
    }
    return String(inside.dropFirst().dropLast())
  }

  private mutating func check(_ id: String, at place: FindingLog.Place) {
    guard !translations.isDefault(id) else { return }
    log.add(.unknownText, id, at: place)
  }
}
