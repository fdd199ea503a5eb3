public import SurveyForms

/// Finds the cell that a finding in the XForm comes from.
extension XLSForm.Conversion {
  /// The cell as spreadsheets name it, `survey!F12`; only the sheet where the cell is not known.
  public func cell(of finding: Finding) -> String {
    guard let xform, let survey else { return "survey" }
    let lines = xform.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(finding.line - 1) else { return "survey" }
    for number in (0..<finding.line).reversed() {
      if let list = FindingPlace(lines[number]).list, let choices = survey.choices[list] {
        return cell(of: finding, in: choices, lines[number..<finding.line])
      }
      guard let path = FindingPlace(lines[number]).path else { continue }
      let attribute = FindingPlace(lines[finding.line - 1]).attribute(at: finding.column)
      return cell(path, attribute, survey)
    }
    return "survey"
  }

  private func cell(_ path: String, _ attribute: String, _ survey: Survey) -> String {
    let parts = path.split(separator: ":", maxSplits: 1).map(String.init)
    let index = survey.descendants().first { survey.path(of: $0) == parts[0] }
    guard let row = index.flatMap({ survey.nodes[$0].row }) else { return "survey" }
    let text = ["label": "label", "hint": "hint", "jr:constraintMsg": "bind::jr:constraintMsg"]
    if parts.count == 2 { return SheetLog.cell("survey", row, text[parts[1]] ?? "label") }
    let columns = [
      "nodeset": "choice_filter", "ref": "name", "": "name", "value": "label", "type": "type",
      "jr:count": "control::jr:count",
    ]
    let isFilter = attribute == "nodeset" && row.values["choice_filter"] != nil
    let column = isFilter ? "choice_filter" : attribute == "nodeset" ? "name" : columns[attribute]
    return SheetLog.cell("survey", row, column ?? "bind::" + attribute)
  }

  /// - Parameter lines: From the beginning of the list to the finding.
  private func cell(
    of finding: Finding, in choices: ChoiceList, _ lines: ArraySlice<Substring>
  ) -> String {
    let items = lines.count { $0.contains("<item>") }
    guard items > 0, choices.options.indices.contains(items - 1) else { return "choices" }
    let column = finding.code == .choiceWithoutLabel ? "label" : "name"
    return SheetLog.cell("choices", choices.options[items - 1].row, column)
  }
}

/// What a line of an XForm, as we write it, says about where it comes from.
private struct FindingPlace {
  private let line: Substring

  init(_ line: Substring) {
    self.line = line
  }

  /// The path of the node that the line is about, perhaps with the name of a text behind it.
  var path: String? {
    for name in ["nodeset", "ref", "id"] {
      if let value = value(of: name), value.hasPrefix("/") { return value }
    }
    return nil
  }

  /// The list that begins on the line.
  var list: String? { line.contains("<instance ") ? value(of: "id") : nil }

  private func value(of name: String) -> String? {
    guard let start = line.range(of: " \(name)=\"") else { return nil }
    return String(line[start.upperBound...].prefix { $0 != "\"" })
  }

  /// The attribute whose value covers a column, or "" between them.
  func attribute(at column: Int) -> String {
    let before = line.unicodeScalars.prefix(max(0, column - 1))
    guard before.count(where: { $0 == "\"" }) % 2 == 1,
      let quote = before.lastIndex(of: "\"")
    else { return "" }
    let name = before[..<quote].dropLast()
    let start = name.lastIndex(of: " ").map { name.index(after: $0) } ?? name.startIndex
    return String(String.UnicodeScalarView(name[start...]))
  }
}
