/// Writes the lists beside the record: files, and the choices of the form.
struct ListWriter {
  let survey: Survey

  var nodes: [XMLNode] {
    var found = Ordered<XMLNode>()
    for (id, source, _) in sources where found[id] == nil {
      guard source.isEmpty, let list = survey.choices[id] else {
        found[id] = XMLNode("instance", ["id": id, "src": source])
        continue
      }
      found[id] = choices(list)
    }
    return found.pairs.map(\.value)
  }

  /// Every list that something reads: its id, its file or "" for choices, and what reads it.
  var sources: [(id: String, source: String, reader: Int?)] {
    var found: [(String, String, Int?)] = []
    var readsLastRecord = false
    for index in survey.descendants() {
      let node = survey.nodes[index]
      if node.kind == .external {
        let isTable = node.type.hasPrefix("csv")
        let file = isTable ? "jr://file-csv/\(node.name).csv" : "jr://file/\(node.name).xml"
        found.append((node.name, file, index))
      }
      for text in expressions(of: node) {
        for table in ListWriter.tables(in: text) {
          found.append((table, "jr://file-csv/\(table).csv", index))
        }
        readsLastRecord = readsLastRecord || References.all(in: text).contains(where: \.isLastSaved)
      }
      if let list = node.itemset.map(FileName.init), list.isList, node.tag?.hasPrefix("sel") == true
      {
        found.append((list.base, list.source, index))
      }
    }
    if readsLastRecord { found.append(("__last-saved", "jr://instance/last-saved", nil)) }
    for (name, list) in survey.choices.pairs where !list.isSearched {
      found.append((name, "", nil))
    }
    return found
  }

  /// Where tables and the last record may be read.
  private func expressions(of node: SurveyNode) -> [String] {
    let rules = ["calculate", "constraint", "readonly", "required", "relevant"]
    return rules.compactMap { node.bind?[$0]?.text }
      + [node.choiceFilter, node.defaultValue].compactMap { $0 }
  }

  /// The tables that `pulldata` names.
  private static func tables(in text: String) -> [String] {
    var tables: [String] = []
    var place = text.startIndex
    while let call = text[place...].range(of: "pulldata") {
      place = call.upperBound
      let rest = text[place...].drop(while: \.isWhitespace)
      guard rest.first == "(" else { continue }
      guard let comma = rest.firstIndex(of: ",") else { break }
      let name = rest[rest.startIndex..<comma].dropFirst()
      tables.append(trimmed(name.filter { $0 != "'" && $0 != "\"" }))
    }
    return tables
  }

  private func choices(_ list: ChoiceList) -> XMLNode {
    let needsTranslation = list.needsTranslation
    let items = list.options.enumerated().map { index, option in
      var item = XMLNode("item")
      if needsTranslation { item.append(XMLNode("itextId", text: "\(list.name)-\(index)")) }
      item.append(XMLNode("name", text: option.name))
      if !needsTranslation, let label = option.label?.text {
        item.append(XMLNode("label", text: label))
      }
      for (key, value) in option.more.pairs { item.append(XMLNode(key, text: value.text ?? "")) }
      if let sms = option.smsOption { item.append(XMLNode("sms_option", text: sms)) }
      return item
    }
    return XMLNode("instance", ["id": list.name], [XMLNode("root", [:], items)])
  }
}
