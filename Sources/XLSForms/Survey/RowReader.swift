/// Reads the rows of the survey sheet, one after the other.
extension SurveyReader {
  mutating func read(_ row: SheetRow) {
    if isYes(row.text("disabled")) { return }
    guard let type = row.text("type").map(SurveyReader.dealiased) else {
      let isComment = row.values["name"] == nil && row.values["label"] == nil
      return log.add(isComment ? .rowSkipped : .noType, row: row, column: "type")
    }
    if type == "audit" { return readAudit(row) }
    if let setting = [
      "form_title": "title", "form_id": "id_string", "set_form_id": "id_string",
      "set_form_title": "title", "prefix": "prefix",
    ][type] {
      survey.settings[setting] = row.values["name"]
      return
    }
    if let (control, _) = SurveyReader.control("end", type) { return close(control, row) }
    guard let name = name(of: row, type) else { return }
    if let (control, list) = SurveyReader.control("begin", type) {
      return begin(control, name, list, row)
    }
    if let (select, list, hasOther) = SurveyReader.select(type) {
      return readSelect(select, list, hasOther, name, row)
    }
    readQuestion(type, name, row)
  }

  private static func dealiased(_ type: String) -> String {
    [
      "imei": "deviceid", "image": "photo", "add image prompt": "photo",
      "add photo prompt": "photo", "add audio prompt": "audio", "add video prompt": "video",
      "add file prompt": "file",
    ][type] ?? type
  }

  /// The name of a row, which must be there, be a name, and be new among its siblings.
  private mutating func name(of row: SheetRow, _ type: String) -> String? {
    guard let name = row.text("name") else {
      if type == "note" { return "generated_note_name_\(row.ordinal)" }
      log.add(.noName, row: row, column: "name")
      return nil
    }
    guard References.isTag(name) else {
      log.add(.badName, name, row: row, column: "name")
      return name
    }
    if name == "meta" || openNames[openNames.count - 1].contains(name) {
      log.add(.nameTwice, name, row: row, column: "name")
    }
    return name
  }

  /// What a row opens or closes, and the list of a loop.
  private static func control(_ word: String, _ type: String) -> (kind: String, list: String?)? {
    guard type.hasPrefix(word + " ") || type.hasPrefix(word + "_") else { return nil }
    let rest = String(type.dropFirst(word.count + 1))
    if ["group", "loop", "repeat"].contains(rest) { return (rest, nil) }
    if rest == "lgroup" || rest == "looped group" { return ("repeat", nil) }
    guard word == "begin", rest.hasPrefix("loop ") else { return nil }
    let list = rest.dropFirst(5)
    return ("loop", String(list.hasPrefix("over ") ? list.dropFirst(5) : list))
  }

  private mutating func close(_ control: String, _ row: SheetRow) {
    tableList = nil
    guard open.count > 1, survey.nodes[open[open.count - 1]].type == control else {
      return log.add(.closesNothing, control, row: row, column: "type")
    }
    open.removeLast()
    openNames.removeLast()
  }

  /// A node with what every row can say about it.
  func node(_ kind: SurveyNode.Kind, _ name: String, _ type: String, _ row: SheetRow) -> SurveyNode
  {
    var node = SurveyNode(kind: kind, name: name, type: type, row: row)
    node.label = row.values["label"]
    node.hint = row.values["hint"]
    node.guidance = row.values["guidance_hint"]
    node.media = row.group("media") ?? [:]
    node.bind = row.group("bind")
    node.control = row.group("control")?.mapValues { $0.text ?? "" } ?? [:]
    node.instance = row.group("instance")?.mapValues { $0.text ?? "" } ?? [:]
    node.choiceFilter = row.text("choice_filter")
    return node
  }

  /// A question, with the bind and control that its type begins with.
  mutating func question(_ type: String, _ name: String, _ row: SheetRow) -> SurveyNode {
    var node = self.node(.question, name, type, row)
    guard let entry = QuestionTypes.entry(type) else {
      log.add(.unknownQuestionType, type, row: row, column: "type")
      return node
    }
    if QuestionTypes.external.contains(type) {
      node.kind = .external
      return node
    }
    // A trigger has no type of its own, and a bind only if the row gives it one.
    if !entry.bind.isEmpty || node.bind != nil {
      var bind = entry.bind
      bind.update(node.bind ?? [:])
      node.bind = bind
    }
    var control = Ordered<String>()
    if let media = entry.mediaType { control["mediatype"] = media }
    control.update(node.control)
    node.control = control
    if node.hint == nil, let hint = entry.hint { node.hint = .text(hint) }
    addDefault(to: &node, row)
    node.triggers = triggers(of: row)
    return node
  }

  private func addDefault(to node: inout SurveyNode, _ row: SheetRow) {
    guard let value = row.text("default") else { return }
    node.defaultValue = value
    guard ExpressionTokens.isDynamic(value, type: node.type) else { return }
    node.isDynamic = true
    node.actions.append(.init(name: "setvalue", event: "odk-instance-first-load"))
    if open.contains(where: { survey.nodes[$0].kind == .repeating }) {
      node.actions.append(.init(name: "setvalue", event: "odk-new-repeat"))
    }
  }

  private mutating func triggers(of row: SheetRow) -> [String] {
    guard let text = row.text("trigger") else { return [] }
    let names = text.split(separator: ",").flatMap { References.all(in: String($0)).prefix(1) }
    if names.isEmpty { log.add(.badReference, text, row: row, column: "trigger") }
    return names.map(\.name)
  }

  /// Adds a node to the group that is open.
  @discardableResult
  mutating func append(_ node: SurveyNode) -> Int {
    openNames[openNames.count - 1].insert(node.name)
    if node.kind == .repeating { repeatNames.insert(node.name) }
    return survey.add(node, below: open[open.count - 1])
  }
}
