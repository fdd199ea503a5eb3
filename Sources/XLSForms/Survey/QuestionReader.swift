/// Reads the rows of questions without choices, and their parameters.
extension SurveyReader {
  mutating func readQuestion(_ type: String, _ name: String, _ row: SheetRow) {
    var node = question(type, name, row)
    let parameters = parameters(of: row)
    switch type {
    case "text": readText(&node, parameters, row)
    case "photo": readPhoto(&node, parameters, row)
    case "audio", "background-audio": readAudio(&node, parameters, row)
    case "geopoint", "geotrace", "geoshape": readPlace(&node, parameters, row)
    case "range": readRange(&node, parameters, row)
    case "start-geopoint":
      node.actions.append(.init(name: "odk:setgeopoint", event: "odk-instance-first-load"))
    case "calculate":
      if node.bind?["calculate"] == nil, !node.isDynamic {
        log.add(.missingCalculation, name, row: row, column: "calculation")
      }
    case "background-geopoint":
      if node.triggers.isEmpty || node.bind?["calculate"] != nil {
        log.add(.missingCalculation, name, row: row, column: "trigger")
      }
    default: break
    }
    append(node)
  }

  /// `a=b c=d`, in any case; only the columns of files keep theirs.
  mutating func parameters(of row: SheetRow) -> Ordered<String> {
    var found = Ordered<String>()
    var words = SurveyReader.words(of: row.text("parameters") ?? "")[...]
    while let name = words.popFirst() {
      guard name != "=", words.popFirst() == "=", let value = words.popFirst(), value != "=" else {
        log.add(.badParameter, name, row: row, column: "parameters")
        return found
      }
      let key = name.lowercased()
      found[key] = ["label", "value"].contains(key) ? value : value.lowercased()
    }
    return found
  }

  /// Names, values and the signs between them; blanks, commas and semicolons keep them apart.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var isNew = true
    for letter in text {
      if letter == "=" {
        words.append("=")
        isNew = true
      } else if letter.isWhitespace || letter == "," || letter == ";" {
        isNew = true
      } else if isNew {
        words.append(String(letter))
        isNew = false
      } else {
        words[words.count - 1].append(letter)
      }
    }
    return words
  }

  mutating func checkParameters(
    _ parameters: Ordered<String>, _ accepted: [String], _ row: SheetRow
  ) {
    for key in parameters.keys where !accepted.contains(key) {
      log.add(.badParameter, key, row: row, column: "parameters")
    }
  }

  private mutating func require(_ isGood: Bool, _ parameter: String, _ row: SheetRow) {
    if !isGood { log.add(.badParameter, parameter, row: row, column: "parameters") }
  }

  private mutating func readText(
    _ node: inout SurveyNode, _ parameters: Ordered<String>, _ row: SheetRow
  ) {
    checkParameters(parameters, ["rows"], row)
    guard let rows = parameters["rows"] else { return }
    require(Int(rows) != nil, "rows", row)
    node.control["rows"] = rows
  }

  private mutating func readPhoto(
    _ node: inout SurveyNode, _ parameters: Ordered<String>, _ row: SheetRow
  ) {
    checkParameters(parameters, ["app", "max-pixels"], row)
    if let name = node.defaultValue, !name.contains("jr://images/") {
      node.defaultValue = "jr://images/" + name
    }
    if let pixels = parameters["max-pixels"] {
      require(Int(pixels) != nil, "max-pixels", row)
      node.bind?["orx:max-pixels"] = .text(pixels)
    }
    let appearance = node.control["appearance"]
    if let app = parameters["app"], appearance == nil || appearance == "annotate" {
      let parts = app.split(separator: ".", omittingEmptySubsequences: false)
      require(parts.count > 1 && parts.allSatisfy { References.isName($0) }, "app", row)
      node.control["intent"] = app
    }
  }

  private mutating func readAudio(
    _ node: inout SurveyNode, _ parameters: Ordered<String>, _ row: SheetRow
  ) {
    checkParameters(parameters, ["quality"], row)
    let quality = parameters["quality"]
    let isBackground = node.type == "background-audio"
    let known = ["voice-only", "low", "normal"] + (isBackground ? [] : ["external"])
    if let quality { require(known.contains(quality), "quality", row) }
    if isBackground {
      node.actions.append(
        .init(name: "odk:recordaudio", event: "odk-instance-load", quality: quality))
    } else if let quality {
      node.bind?["odk:quality"] = .text(quality)
    }
  }

  private mutating func readPlace(
    _ node: inout SurveyNode, _ parameters: Ordered<String>, _ row: SheetRow
  ) {
    let isPoint = node.type == "geopoint"
    checkParameters(
      parameters,
      ["allow-mock-accuracy", "reference-geometry"]
        + (isPoint ? ["capture-accuracy", "warning-accuracy"] : ["incremental"]), row)
    for (key, attribute) in [
      ("capture-accuracy", "accuracyThreshold"),
      ("warning-accuracy", "unacceptableAccuracyThreshold"),
    ] where isPoint {
      guard let value = parameters[key] else { continue }
      require(Double(value) != nil, key, row)
      node.control[attribute] = value
    }
    if let incremental = parameters["incremental"], !isPoint {
      require(isYes(incremental), "incremental", row)
      node.control["incremental"] = "true"
    }
    if let mock = parameters["allow-mock-accuracy"] {
      require(["true", "false"].contains(mock), "allow-mock-accuracy", row)
      node.bind?["odk:allow-mock-accuracy"] = .text(mock)
    }
    node.itemset = parameters["reference-geometry"]
  }

  private mutating func readRange(
    _ node: inout SurveyNode, _ given: Ordered<String>, _ row: SheetRow
  ) {
    checkParameters(
      given, ["end", "placeholder", "start", "step", "tick_interval", "tick_labelset"], row)
    var parameters = given
    for (key, value) in [("start", "1"), ("end", "10"), ("step", "1")] where parameters[key] == nil
    {
      parameters[key] = value
    }
    let numbers = ["start", "end", "step", "tick_interval", "placeholder"]
    for key in numbers {
      if let value = parameters[key] { require(Double(value)?.isFinite == true, key, row) }
    }
    func number(_ key: String) -> Double? { parameters[key].flatMap(Double.init) }
    if let start = number("start"), let end = number("end"), let step = number("step") {
      require(step != 0 && step <= abs(end - start), "step", row)
    }
    if numbers.compactMap(number).contains(where: { $0 != $0.rounded() }) {
      node.bind?["type"] = .text("decimal")
    }
    for (key, name) in [("tick_interval", "odk:tick-interval"), ("placeholder", "odk:placeholder")]
    {
      guard let value = parameters[key] else { continue }
      parameters[key] = nil
      parameters[name] = value
    }
    if let list = parameters["tick_labelset"] {
      require(survey.choices[list] != nil, "tick_labelset", row)
      node.itemset = list
      parameters["tick_labelset"] = nil
    }
    node.control.update(parameters)
  }
}
