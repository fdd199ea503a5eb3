/// The rows of a survey sheet, turned into the parts of an XForm as pyxform turns them.
struct SurveySheet {
  private(set) var record = ""
  private(set) var binds = ""
  private(set) var body = ""
  private var path = ["data"]
  private var paths: [String: String] = [:]

  init(_ table: String) {
    var rows = table.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
    let heading = rows.removeFirst()
    let cells = rows.map { Dictionary(uniqueKeysWithValues: zip(heading, $0)) }
    for row in cells { learnPath(row) }
    for row in cells { add(row) }
  }

  private mutating func learnPath(_ row: [String: String]) {
    guard let type = row["type"], let name = row["name"] else { return }
    if type.hasPrefix("end") {
      path.removeLast()
      return
    }
    paths[name] = "/" + (path + [name]).joined(separator: "/")
    if type.hasPrefix("begin") { path.append(name) }
  }

  private mutating func add(_ row: [String: String]) {
    guard let type = row["type"], let name = row["name"] else { return }
    let isRepeat = type.hasSuffix("repeat")
    if type.hasPrefix("end") {
      record += "</\(path.removeLast())>"
      body += isRepeat ? "</repeat></group>" : "</group>"
      return
    }
    bind(type, name, row)
    if type.hasPrefix("begin") {
      path.append(name)
      record += "<\(name)>"
      let ref = paths[name] ?? ""
      let count = row["count"].map { $0.isEmpty ? "" : " jr:count=\"\(expanded($0))\"" } ?? ""
      body += "<group ref=\"\(ref)\"><label>\(name)</label>"
      if isRepeat { body += "<repeat nodeset=\"\(ref)\"\(count)>" }
      return
    }
    record +=
      row["default"].map { $0.isEmpty ? "<\(name)/>" : "<\(name)>\($0)</\(name)>" } ?? "<\(name)/>"
    if type != "calculate" { control(type, name) }
  }

  private mutating func control(_ type: String, _ name: String) {
    let words = type.split(separator: " ")
    let ref = paths[name] ?? ""
    let items = words.dropFirst().map { "<item><label>\($0)</label><value>\($0)</value></item>" }
    let tags = ["select_one": "select1", "select_multiple": "select", "rank": "odk:rank"]
    let tag = tags[String(words[0])] ?? "input"
    body += "<\(tag) ref=\"\(ref)\"><label>\(name)</label>\(items.joined())</\(tag)>"
  }

  private mutating func bind(_ type: String, _ name: String, _ row: [String: String]) {
    let types = ["integer": "int", "decimal": "decimal", "date": "date"]
    binds += "<bind nodeset=\"\(paths[name] ?? "")\""
    if let known = types[type] { binds += " type=\"\(known)\"" }
    for rule in ["relevant", "required", "constraint", "calculate", "readonly"] {
      if let text = row[rule], !text.isEmpty { binds += " \(rule)=\"\(expanded(text))\"" }
    }
    binds += "/>"
  }

  /// `${age}` as its path, and what XML reserves as references.
  private func expanded(_ text: String) -> String {
    var expanded = text
    for (name, path) in paths { expanded = replace("${\(name)}", by: path, in: expanded) }
    for (sign, reference) in [("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")] {
      expanded = replace(sign, by: reference, in: expanded)
    }
    return expanded
  }

  private func replace(_ old: String, by new: String, in text: String) -> String {
    text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
