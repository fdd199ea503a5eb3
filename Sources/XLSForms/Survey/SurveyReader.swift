/// Reads the sheets of an XLSForm into a survey, and notes on the way all that is wrong.
struct SurveyReader {
  let workbook: Workbook
  var log = SheetLog()
  var survey: Survey
  /// The groups and repeats that are open, from the outside in, as places in the survey's nodes.
  var open: [Int] = [0]
  /// The list of the table that is being read, if one is: "" until its first question names it.
  var tableList: String?
  var externalLists: Set<String> = []
  var entities: [EntityDeclaration] = []
  var metadata: [SurveyNode] = []

  init(_ workbook: Workbook, fallbackID: String) {
    self.workbook = workbook
    survey = Survey(nodes: [SurveyNode(kind: .survey, name: "data", type: "survey")])
    readSettings(fallbackID: fallbackID)
    readChoices()
    readEntities()
    readSurvey()
  }

  private mutating func table(
    _ name: String, _ headings: SheetHeadings, collapses: Bool = false
  ) -> SheetTable? {
    guard let sheet = workbook[name], !sheet.rows.isEmpty else { return nil }
    let table = SheetTable(
      sheet, headings, language: survey.defaultLanguage, collapses: collapses)
    // Settings under an old and a new name have always been taken: the later counts.
    for heading in table.doubles where name != "settings" {
      log.add(.columnTwice, heading, sheet: sheet.name)
    }
    return table
  }

  private mutating func readSettings(fallbackID: String) {
    let row = table("settings", .settings)?.rows.first
    survey.settings = row?.values ?? [:]
    survey.defaultLanguage = survey.setting("default_language") ?? "default"
    if survey.settings["id_string"] == nil { survey.settings["id_string"] = .text(fallbackID) }
    guard let name = survey.setting("name") else { return }
    survey.nodes[0].name = name
    if !References.isTag(name) {
      log.add(.badName, name, sheet: "settings", row: row, column: "name")
    }
  }

  private mutating func readChoices() {
    externalLists = Set(
      table("external_choices", .choices)?.rows.compactMap { $0.text("list name") } ?? [])
    guard let choices = table("choices", .choices) else { return }
    if !choices.headings.contains("name") {
      log.add(.noTypeColumn, "choices", "name", sheet: "choices")
    }
    let bad = Set(choices.headings.filter { $0 != "list name" && $0.contains(" ") })
    for row in choices.rows {
      guard let list = row.text("list name") else { continue }
      addChoice(row, to: list, without: bad)
    }
  }

  private mutating func addChoice(_ row: SheetRow, to list: String, without bad: Set<String>) {
    var choices = survey.choices[list] ?? ChoiceList(name: list)
    defer { survey.choices[list] = choices }
    guard let name = row.text("name") else {
      return log.add(.choiceWithoutName, sheet: "choices", row: row, column: "name")
    }
    if row.values["label"] == nil {
      log.add(.choiceWithoutLabel, name, sheet: "choices", row: row, column: "label")
    }
    let mayRepeat = isYes(survey.setting("allow_choice_duplicates"))
    if !mayRepeat, choices.options.contains(where: { $0.name == name }) {
      log.add(.choiceTwice, name, sheet: "choices", row: row, column: "name")
    }
    var option = ChoiceList.Option(name: name, label: row.values["label"], row: row)
    option.media = row.group("media") ?? [:]
    option.smsOption = row.text("sms_option")
    let own = ["name", "label", "media", "sms_option", "list name"]
    for (key, value) in row.values.pairs where !own.contains(key) && !bad.contains(key) {
      option.more[key] = value
    }
    choices.options.append(option)
  }

  private mutating func readEntities() {
    for row in table("entities", .entities)?.rows ?? [] where !row.values.isEmpty {
      entities.append(EntityDeclaration(row))
      checkEntity(row)
    }
  }

  private mutating func readSurvey() {
    let cleans = survey.setting("clean_text_values").map { isYes($0) } ?? true
    // A workbook of one sheet is a survey, whatever it is called.
    let name = workbook.sheets.count == 1 ? workbook.sheets[0].name.lowercased() : "survey"
    guard let sheet = table(name, .survey, collapses: cleans) else {
      return log.add(.noSurvey, sheet: "survey")
    }
    guard sheet.headings.contains("type") else {
      return log.add(.noTypeColumn, "survey", "type", sheet: "survey")
    }
    for row in sheet.rows where !row.values.isEmpty { read(row) }
    for index in open.dropFirst() {
      let node = survey.nodes[index]
      log.add(.unclosed, node.type, row: node.row, column: "type")
    }
    addMetadata()
    checkReferences()
    markSearched()
    checkWords()
    checkLists()
  }
}

/// Whether a cell says yes.
func isYes(_ text: String?) -> Bool {
  ["yes", "Yes", "YES", "true", "True", "TRUE", "true()"].contains(text ?? "")
}
