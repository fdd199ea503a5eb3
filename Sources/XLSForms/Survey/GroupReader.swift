/// Reads the rows that open groups and repeats.
extension SurveyReader {
  mutating func begin(_ control: String, _ name: String, _ list: String?, _ row: SheetRow) {
    var node = self.node(control == "repeat" ? .repeating : .group, name, control, row)
    if control == "loop" {
      // pyxform 4.5 keeps loops for forms from before 2015; none of them reach a village.
      log.add(.unknownQuestionType, "loop", row: row, column: "type")
    }
    checkRepeatName(node, row)
    readCount(of: &node, name)
    var heading: SurveyNode?
    if node.control["appearance"]?.split(separator: " ").contains("table-list") == true {
      heading = beginTable(&node, row)
    }
    if let intent = row.text("intent") { node.control["intent"] = intent }
    open.append(append(node))
    openNames.append([])
    if let heading { append(heading) }
  }

  private mutating func checkRepeatName(_ node: SurveyNode, _ row: SheetRow) {
    guard node.kind == .repeating else { return }
    if repeatNames.contains(node.name) || node.name == survey.nodes[0].name {
      log.add(.nameTwice, node.name, row: row, column: "name")
    }
  }

  /// A count that is more than a reference gets a node of its own.
  private mutating func readCount(of node: inout SurveyNode, _ name: String) {
    guard let count = node.control["jr:count"], !References.isOne(count) else { return }
    var counter = SurveyNode(kind: .question, name: name + "_count", type: "calculate")
    counter.bind = [
      "type": .text("string"), "readonly": .text("true()"), "calculate": .text(count),
    ]
    counter.row = node.row
    append(counter)
    node.control["jr:count"] = "${\(name)_count}"
  }

  /// A table of questions: its own label and hint move to a note inside.
  private mutating func beginTable(_ node: inout SurveyNode, _ row: SheetRow) -> SurveyNode? {
    tableList = ""
    let words = (node.control["appearance"] ?? "").split(separator: " ")
    node.control["appearance"] =
      (["field-list"] + words.filter { $0 != "table-list" }).joined(separator: " ")
    guard node.label != nil || node.hint != nil else { return nil }
    var note = SurveyNode(
      kind: .question, name: "generated_table_list_label_\(row.ordinal)", type: "note", row: row)
    note.bind = QuestionTypes.entry("note")?.bind
    note.label = node.label
    note.hint = node.hint
    node.label = nil
    node.hint = nil
    return note
  }
}
