import SurveyForms

/// Reads the sheets of an XLSForm into a survey, and notes on the way all that is wrong.
struct SurveyReader {
  let workbook: Workbook
  var log = SheetLog()
  var survey: Survey
  /// The groups and repeats that are open, from the outside in, as places in the survey's nodes.
  var open: [Int] = [0]
  /// The names that are taken in each of them.
  var openNames: [Set<String>] = [[]]
  var repeatNames: Set<String> = []
  /// The names of every list's choices: all, and those that have a space.
  var optionNames: [String: (all: Set<String>, spaced: [String])] = [:]
  /// The list of the table that is being read, if one is: "" until its first question names it.
  var tableList: String?
  var externalLists: Set<String> = []
  var entities: [EntityDeclaration] = []
  var datasets: Set<String> = []
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
    let mayRepeat = isYes(survey.setting("allow_choice_duplicates"))
    for row in choices.rows {
      guard let list = row.text("list name") else { continue }
      let option = option(row, of: list, without: bad, mayRepeat)
      survey.choices.change(list, from: ChoiceList(name: list)) { choices in
        if let option { choices.options.append(option) }
      }
    }
  }

  /// The choice of a row; nil for one without a name.
  private mutating func option(
    _ row: SheetRow, of list: String, without bad: Set<String>, _ mayRepeat: Bool
  ) -> ChoiceList.Option? {
    guard let name = row.text("name") else {
      log.add(.choiceWithoutName, sheet: "choices", row: row, column: "name")
      return nil
    }
    if row.values["label"] == nil {
      log.add(.choiceWithoutLabel, name, sheet: "choices", row: row, column: "label")
    }
    let isNew = optionNames[list, default: ([], [])].all.insert(name).inserted
    if name.contains(" ") { optionNames[list]?.spaced.append(name) }
    if !mayRepeat, !isNew {
      log.add(.choiceTwice, name, sheet: "choices", row: row, column: "name")
    }
    var option = ChoiceList.Option(name: name, label: row.values["label"], row: row)
    option.media = row.group("media") ?? [:]
    option.smsOption = row.text("sms_option")
    let own = ["name", "label", "media", "sms_option", "list name"]
    for (key, value) in row.values.pairs where !own.contains(key) && !bad.contains(key) {
      option.more[key] = value
    }
    return option
  }

  private mutating func readEntities() {
    for row in table("entities", .entities)?.rows ?? [] where !row.values.isEmpty {
      // Each is several nodes of the record.
      guard entities.count < FormReader.mostNodes / 4 else {
        return log.add(
          .tooManyNodes, "\(FormReader.mostNodes)", sheet: "entities", row: row, column: "dataset")
      }
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
    for row in sheet.rows where !row.values.isEmpty {
      read(row)
      guard isWithinLimits(at: row) else { return }
    }
    for index in open.dropFirst() {
      let node = survey.nodes[index]
      log.add(.unclosed, node.type, row: node.row, column: "type")
    }
    addMetadata()
    checkReferences()
    markSearched()
    checkWords()
    checkLists()
    if !log.hasErrors { checkSize() }
  }
}

/// Whether a cell says yes.
func isYes(_ text: String?) -> Bool {
  ["yes", "Yes", "YES", "true", "True", "TRUE", "true()"].contains(text ?? "")
}
