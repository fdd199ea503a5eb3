/// The texts of a survey by language, as the `itext` of an XForm has them.
struct Translations {
  /// A text in one form: `long`, `guidance` or the name of a medium.
  private struct Entry {
    var text: String
    var source: Int?
  }

  private var languages = Ordered<Ordered<Ordered<Entry>>>()
  private let survey: Survey

  init(_ survey: Survey) {
    self.survey = survey
    for list in survey.choices.pairs.map(\.value) where list.needsTranslation {
      addChoices(of: list)
    }
    for index in survey.descendants() { addNode(index) }
    for index in survey.descendants() {
      let id = survey.path(of: index) + ":label"
      for (form, value) in survey.nodes[index].media.pairs { add(value, id, form, nil) }
    }
    fillGaps()
  }

  var isEmpty: Bool { languages.isEmpty }

  private mutating func put(
    _ text: String, _ language: String, _ id: String, _ form: String, _ source: Int?
  ) {
    languages.change(language, from: [:]) { texts in
      texts.change(id, from: [:]) { $0[form] = Entry(text: text, source: source) }
    }
  }

  /// A text without a language is one in the default language.
  private mutating func add(_ value: SheetValue?, _ id: String, _ form: String, _ source: Int?) {
    switch value {
    case nil: break
    case .text(let text)?: put(text, survey.defaultLanguage, id, form, source)
    case .group(let group)?:
      for (language, text) in group.pairs { put(text.text ?? "", language, id, form, source) }
    }
  }

  private mutating func addChoices(of list: ChoiceList) {
    for (index, option) in list.options.enumerated() {
      let id = "\(list.name)-\(index)"
      add(option.label, id, "long", nil)
      for (form, value) in option.media.pairs { add(value, id, form, nil) }
    }
  }

  private mutating func addNode(_ index: Int) {
    let node = survey.nodes[index]
    guard node.kind != .survey, node.kind != .external else { return }
    let path = survey.path(of: index)
    for name in ["jr:constraintMsg", "jr:requiredMsg", "jr:noAppErrorString"] {
      guard let message = node.bind?[name] else { continue }
      let hasReference = !References.all(in: message.text ?? "").isEmpty
      if message.group != nil || (hasReference && name != "jr:noAppErrorString") {
        add(message, "\(path):\(name)", "long", index)
      }
    }
    if node.needsTranslation, node.hasLabel { add(node.label, path + ":label", "long", index) }
    if node.hint?.group != nil || (node.hasHint && node.hasGuidance) {
      add(node.hint, path + ":hint", "long", index)
    }
    if node.hasGuidance { add(node.guidance, path + ":hint", "guidance", index) }
  }

  /// Every text is there in every language, if only as a hyphen.
  private mutating func fillGaps() {
    var all = Ordered<Ordered<Bool>>()
    for (id, forms) in languages.pairs.flatMap(\.value.pairs) {
      all.change(id, from: [:]) { known in
        for form in forms.keys { known[form] = true }
      }
    }
    for language in languages.keys {
      for (id, forms) in all.pairs {
        for form in forms.keys where languages[language]?[id]?[form] == nil {
          put("-", language, id, form, nil)
        }
      }
    }
  }

  func node(_ paths: Paths) -> XMLNode {
    XMLNode(
      "itext", [:],
      languages.pairs.map { language, texts in
        var attributes: Ordered<String> = ["lang": language]
        if language == survey.defaultLanguage { attributes["default"] = "true()" }
        return XMLNode(
          "translation", attributes,
          texts.pairs.map { id, forms in
            XMLNode("text", ["id": id], forms.pairs.compactMap { value($0, $1, paths) })
          })
      })
  }

  private func value(_ form: String, _ entry: Entry, _ paths: Paths) -> XMLNode? {
    if form == "long" || form == "guidance" {
      var node = paths.words("value", entry.text, at: entry.source)
      if form == "guidance" { node.attributes["form"] = form }
      return node
    }
    guard entry.text != "-" else { return nil }
    let folder = form == "big-image" ? "images" : form == "image" ? "images" : form
    var node = paths.words("value", "jr://\(folder)/\(entry.text)", at: entry.source)
    node.attributes["form"] = form
    return node
  }
}
