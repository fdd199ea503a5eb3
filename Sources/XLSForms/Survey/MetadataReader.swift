/// Adds the metadata of a record: audit, instanceID, instanceName and entities.
extension SurveyReader {
  mutating func readAudit(_ row: SheetRow) {
    if let name = row.text("name"), name != "audit" {
      log.add(.badName, name, row: row, column: "name")
    }
    var node = question("audit", "audit", row)
    let parameters = parameters(of: row)
    let location = ["location-max-age", "location-min-interval", "location-priority"]
    checkParameters(
      parameters, ["identify-user", "track-changes", "track-changes-reasons"] + location, row)
    for key in ["track-changes", "track-changes-reasons", "identify-user"] {
      guard let value = parameters[key] else { continue }
      let isGood =
        key.hasSuffix("reasons") ? value == "on-form-edit" : ["true", "false"].contains(value)
      if !isGood { log.add(.badParameter, key, row: row, column: "parameters") }
      node.bind?["odk:" + key] = .text(value)
    }
    if location.contains(where: { parameters[$0] != nil }) {
      checkLocation(parameters, row)
      for key in location { node.bind?["odk:" + key] = .text(parameters[key] ?? "") }
    }
    metadata.append(node)
  }

  private mutating func checkLocation(_ parameters: Ordered<String>, _ row: SheetRow) {
    let priorities = ["no-power", "low-power", "balanced", "high-accuracy"]
    let least = parameters["location-min-interval"].flatMap { Int($0) } ?? -1
    let most = parameters["location-max-age"].flatMap { Int($0) } ?? -1
    if !priorities.contains(parameters["location-priority"] ?? "") {
      log.add(.badParameter, "location-priority", row: row, column: "parameters")
    }
    if least < 0 { log.add(.badParameter, "location-min-interval", row: row, column: "parameters") }
    if most < least { log.add(.badParameter, "location-max-age", row: row, column: "parameters") }
  }

  mutating func addMetadata() {
    if isYes(survey.setting("omit_instanceID")) {
      if survey.setting("public_key") != nil {
        log.add(.notTogether, "omit_instanceID", "public_key", sheet: "settings")
      }
    } else {
      metadata.append(
        SurveyReader.calculation(
          "instanceID",
          [
            "readonly": .text("true()"),
            "jr:preload": .text(survey.setting("instance_id") ?? "uid"),
          ]))
    }
    if let name = survey.setting("instance_name") {
      metadata.append(SurveyReader.calculation("instanceName", ["calculate": .text(name)]))
    }
    placeEntities()
    guard !metadata.isEmpty else { return }
    let meta = survey.nodes[0].children.first { survey.nodes[$0].name == "meta" }
    let group = meta ?? addMetaGroup(below: 0)
    for node in metadata { _ = survey.add(node, below: group) }
  }

  mutating func addMetaGroup(below parent: Int) -> Int {
    var group = SurveyNode(kind: .group, name: "meta", type: "group")
    group.isBodyless = true
    return survey.add(group, below: parent)
  }

  private static func calculation(_ name: String, _ bind: Ordered<SheetValue>) -> SurveyNode {
    var node = SurveyNode(kind: .question, name: name, type: "calculate")
    node.bind = ["type": .text("string")]
    node.bind?.update(bind)
    return node
  }
}

/// References in any cell must lead to one question.
extension SurveyReader {
  mutating func checkReferences() {
    var counts: [String: Int] = [:]
    for node in survey.nodes where node.kind != .survey && node.kind != .attribute {
      counts[node.name, default: 0] += 1
    }
    for node in survey.nodes {
      guard let row = node.row else { continue }
      for (key, value) in row.values.pairs { check(value, under: key, row, counts) }
      for name in node.triggers where counts[name] == nil {
        log.add(.noSuchQuestion, name, row: row, column: "trigger")
      }
    }
  }

  private mutating func check(
    _ value: SheetValue, under key: String, _ row: SheetRow, _ counts: [String: Int]
  ) {
    switch value {
    case .group(let group):
      for (part, value) in group.pairs { check(value, under: key + "::" + part, row, counts) }
    case .text(let text):
      for reference in References.all(in: text) {
        switch counts[reference.name] {
        case nil: log.add(.noSuchQuestion, reference.name, row: row, column: key)
        case 1: break
        default: log.add(.manyQuestions, reference.name, row: row, column: key)
        }
      }
      let begun = text.split(separator: "${", omittingEmptySubsequences: false).count - 1
      if begun > References.all(in: text).count {
        log.add(.badReference, text, row: row, column: key)
      }
    }
  }
}
