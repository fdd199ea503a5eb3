/// Reads the rows of questions with choices.
extension SurveyReader {
  static func select(_ type: String) -> (type: String, list: String, hasOther: Bool)? {
    for (command, select) in QuestionTypes.selects where type.hasPrefix(command + " ") {
      let words = type.dropFirst(command.count + 1).split(separator: " ", maxSplits: 1)
      guard let list = words.first else { continue }
      if words.count == 1 { return (select, String(list), false) }
      guard ["or specify other", "or_other", "or other"].contains(words[1]) else { continue }
      return (select, String(list), true)
    }
    return nil
  }

  mutating func readSelect(
    _ type: String, _ list: String, _ hasOther: Bool, _ name: String, _ row: SheetRow
  ) {
    var node = question(type, name, row)
    node.parameters = parameters(of: row)
    let file = FileName(list)
    let isFromFile =
      (row.text("type") ?? "").contains("from_file")
      || (row.text("type") ?? "").contains("from file")
    check(node, list, file, isFromFile, row)
    node.itemset = list
    if type == "select one external" {
      if node.choiceFilter != nil { node.query = list }
      append(node)
      return
    }
    if hasOther { addOther(to: list, node, row) }
    readTable(&node, list, row)
    append(node)
    if hasOther { append(other(name)) }
  }

  private mutating func check(
    _ node: SurveyNode, _ list: String, _ file: FileName, _ isFromFile: Bool, _ row: SheetRow
  ) {
    if isFromFile, !file.isList || file.base.contains(".") {
      log.add(.noSuchList, list, row: row, column: "type")
    }
    let accepted = isFromFile ? ["label", "randomize", "seed", "value"] : ["randomize", "seed"]
    checkParameters(node.parameters, accepted, row)
    if let randomize = node.parameters["randomize"] {
      if !["true", "false"].contains(randomize) {
        log.add(.badParameter, "randomize", row: row, column: "parameters")
      }
      if let seed = node.parameters["seed"], !References.isOne(seed), Double(seed) == nil {
        log.add(.badParameter, "seed", row: row, column: "parameters")
      }
    } else if node.parameters["seed"] != nil {
      log.add(.badParameter, "seed", row: row, column: "parameters")
    }
    for name in ["value", "label"] {
      if let value = node.parameters[name], !References.isTag(value) {
        log.add(.badParameter, name, row: row, column: "parameters")
      }
    }
    if node.type == "select one external" {
      if !externalLists.contains(list) { log.add(.noSuchList, list, row: row, column: "type") }
    } else if survey.choices[list] == nil, !file.isList, References.all(in: list).isEmpty {
      log.add(.noSuchList, list, row: row, column: "type")
    }
    guard node.type == "select all that apply", !file.isList else { return }
    for name in optionNames[list]?.spaced ?? [] {
      log.add(.spaceInChoice, name, row: row, column: "type")
    }
  }

  /// Adds the choice `other` to a list that lacks it.
  private mutating func addOther(to list: String, _ node: SurveyNode, _ row: SheetRow) {
    if node.choiceFilter != nil {
      log.add(.notTogether, "or_other", "choice_filter", row: row, column: "choice_filter")
    }
    guard optionNames[list]?.all.insert("other").inserted == true,
      var choices = survey.choices[list]
    else { return }
    var label = SheetValue.text("Other")
    var languages = Ordered<SheetValue>()
    for language in choices.options.flatMap({ $0.label?.group?.keys ?? [] }) {
      languages[language] = .text("Other")
    }
    if !languages.isEmpty { label = .group(languages) }
    choices.options.append(ChoiceList.Option(name: "other", label: label))
    survey.choices[list] = choices
  }

  private func other(_ name: String) -> SurveyNode {
    var node = SurveyNode(kind: .question, name: name + "_other", type: "text")
    node.label = .text("Specify other.")
    node.bind = ["type": .text("string"), "relevant": .text("selected(../\(name), 'other')")]
    return node
  }

  /// The first question of a table gets a row of headings above it.
  private mutating func readTable(_ node: inout SurveyNode, _ list: String, _ row: SheetRow) {
    guard let table = tableList else { return }
    if table.isEmpty {
      tableList = list
      if node.choiceFilter != nil {
        log.add(.notTogether, "table-list", "choice_filter", row: row, column: "choice_filter")
      }
      var heading = SurveyNode(
        kind: .question, name: "reserved_name_for_field_list_labels_\(row.ordinal)",
        type: node.type)
      heading.bind = QuestionTypes.entry(node.type)?.bind
      heading.label = .text(" ")
      heading.control = ["appearance": "label"]
      heading.itemset = list
      append(heading)
    } else if table != list {
      log.add(.notTogether, table, list, row: row, column: "type")
    }
    node.control["appearance"] = "list-nolabel"
  }
}

extension SurveyReader {
  /// Choices that an appearance looks up with `search()` stand in the body, not in a list.
  mutating func markSearched() {
    let shared = Set(
      survey.nodes.filter { $0.control["appearance"]?.contains("search(") != true }
        .compactMap(\.itemset))
    for node in survey.nodes {
      guard let list = node.itemset, let appearance = node.control["appearance"],
        let call = appearance.range(of: "search("), appearance[call.upperBound...].contains(")")
      else { continue }
      survey.choices[list]?.isSearched = true
      if shared.contains(list) || FileName(list).isList {
        log.add(.notTogether, "search()", list, row: node.row, column: "appearance")
      }
    }
  }
}

/// A list's name taken apart as a file's.
struct FileName {
  let base: String
  let ending: String

  init(_ name: String) {
    let dot = name.lastIndex(of: ".")
    base = dot.map { String(name[..<$0]) } ?? name
    ending = dot.map { String(name[$0...]) } ?? ""
  }

  /// Whether choices can be taken from such a file.
  var isList: Bool { [".xml", ".csv", ".geojson"].contains(ending) }

  var source: String {
    (ending == ".csv" ? "jr://file-csv/" : "jr://file/") + base + ending
  }
}
