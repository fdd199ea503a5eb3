public import SurveyForms

extension XLSForm.Conversion {
  /// The cells that findings in the XForm come from.
  ///
  /// - Parameter findings: In the order of the file, so that it is gone through once.
  /// - Returns: Cells as spreadsheets name them, `survey!F12`; the sheet where the cell is not known.
  public func cells(of findings: [Finding]) -> [String] {
    guard let xform, let survey, !findings.isEmpty else { return findings.map { _ in "survey" } }
    let source = FindingSource(survey)
    var trail = FindingTrail()
    var cells: [String] = []
    var number = 0
    var place = xform.startIndex
    while cells.count < findings.count, place < xform.endIndex {
      let end = xform.utf8[place...].firstIndex(of: 0x0A) ?? xform.endIndex
      let line = xform[place..<end]
      number += 1
      trail.follow(line, survey)
      while cells.count < findings.count, findings[cells.count].line <= number {
        cells.append(source.cell(of: findings[cells.count], on: line, trail))
      }
      place = end < xform.endIndex ? xform.utf8.index(after: end) : end
    }
    return cells + findings.dropFirst(cells.count).map { _ in "survey" }
  }
}

/// What the lines up to a finding said last about where they come from.
private struct FindingTrail {
  private(set) var path: String?
  private(set) var list: String?
  /// The items of the list so far.
  private(set) var items = 0

  mutating func follow(_ line: Substring, _ survey: Survey) {
    let place = FindingPlace(line)
    if let name = place.list, survey.choices[name] != nil {
      (path, list, items) = (nil, name, 0)
    } else if let path = place.path {
      (self.path, list) = (path, nil)
    } else if list != nil, line.range(of: "<item>") != nil {
      items += 1
    }
  }
}

/// The rows of a survey by the paths that its XForm has.
private struct FindingSource {
  private let survey: Survey
  private let nodes: [String: Int]

  init(_ survey: Survey) {
    self.survey = survey
    let paths = survey.descendants().map { (survey.path(of: $0), $0) }
    nodes = Dictionary(paths) { first, _ in first }
  }

  func cell(of finding: Finding, on line: Substring, _ trail: FindingTrail) -> String {
    if let list = trail.list.flatMap({ survey.choices[$0] }) {
      return cell(of: finding, in: list, item: trail.items)
    }
    guard let path = trail.path else { return "survey" }
    return cell(path, FindingPlace(line).attribute(at: finding.column))
  }

  private func cell(_ path: String, _ attribute: String) -> String {
    let parts = path.split(separator: ":", maxSplits: 1).map(String.init)
    guard let row = nodes[parts[0]].flatMap({ survey.nodes[$0].row }) else { return "survey" }
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

  /// - Parameter item: Which of the list's, from 1.
  private func cell(of finding: Finding, in choices: ChoiceList, item: Int) -> String {
    guard choices.options.indices.contains(item - 1) else { return "choices" }
    let column = finding.code == .choiceWithoutLabel ? "label" : "name"
    return SheetLog.cell("choices", choices.options[item - 1].row, column)
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
  var list: String? { line.range(of: "<instance ") != nil ? value(of: "id") : nil }

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
