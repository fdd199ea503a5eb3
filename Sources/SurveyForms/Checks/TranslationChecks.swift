/// What can be seen of a form's translations: what is missing, twice, or names no file.
extension FormParser {
  mutating func checkTranslations(_ model: XMLTree.Element) {
    guard let itext = model.first("itext") else { return }
    let languages = itext.elements.filter { $0.local == "translation" }
    var names: Set<String> = []
    var told: [String: Int] = [:]
    for language in languages {
      let name = language.attribute("lang") ?? ""
      if !names.insert(name).inserted {
        log.add(.duplicateLanguage, name, at: .init(element: language, attribute: "lang"))
      }
      readTexts(of: language, name, &told)
    }
    for language in languages { checkMissing(in: language, told) }
  }

  /// Gathers the texts of a language, and counts in how many each says something.
  private mutating func readTexts(
    of language: XMLTree.Element, _ name: String, _ told: inout [String: Int]
  ) {
    var ids: Set<String> = []
    for text in language.elements where text.local == "text" {
      guard let id = text.attribute("id") else { continue }
      if !ids.insert(id).inserted {
        log.add(.duplicateText, id, name, at: .init(element: text, attribute: "id"))
      }
      let values = text.elements.filter { $0.local == "value" }
      if values.contains(where: \.saysSomething) { told[id, default: 0] += 1 }
      for value in values {
        itextValues[id, default: []].append(value)
        checkMedia(value)
      }
    }
  }

  private mutating func checkMedia(_ value: XMLTree.Element) {
    let uri = collapsed(value.text)
    guard uri.hasPrefix("jr://"), let name = uri.split(separator: "/").last.map(String.init),
      seenMedia.insert(name).inserted, media(name) == nil
    else { return }
    log.add(.missingAttachment, name, at: .init(element: value))
  }

  /// - Parameter told: The texts that some language has.
  private mutating func checkMissing(in language: XMLTree.Element, _ told: [String: Int]) {
    var missing = Set(told.keys)
    let name = language.attribute("lang") ?? ""
    for text in language.elements where text.local == "text" {
      guard let id = text.attribute("id"), missing.remove(id) != nil,
        !text.elements.contains(where: \.saysSomething)
      else { continue }
      log.add(.missingTranslation, id, name, at: .init(element: text, attribute: "id"))
    }
    for id in missing.sorted() {
      log.add(.missingTranslation, id, name, at: .init(element: language, attribute: "lang"))
    }
  }
}

extension XMLTree.Element {
  /// Whether a `<value>` is more than the `-` that pyxform puts where a translation is missing.
  fileprivate var saysSomething: Bool {
    let words = collapsed(text)
    return !elements.isEmpty || (!words.isEmpty && words != "-")
  }
}
