/// A row of the sheet entities: which list a record adds to or changes, and when.
struct EntityDeclaration: Sendable {
  let dataset: String
  let id: String?
  let createIf: String?
  let updateIf: String?
  let label: String?

  init(_ row: SheetRow) {
    dataset = row.text("dataset") ?? ""
    id = row.text("entity_id")
    createIf = row.text("create_if")
    updateIf = row.text("update_if")
    label = row.text("label")
  }

  /// The questions that it reads.
  var references: Set<String> {
    Set([id, createIf, updateIf, label].compactMap { $0 }.flatMap(References.all).map(\.name))
  }

  /// The attributes and the label of the entity's node, in the order of the specification.
  func parts(isRepeated: Bool) -> [SurveyNode] {
    var parts = [attribute("dataset", value: dataset)]
    if id == nil || createIf != nil { parts.append(attribute("create", value: "1", createIf)) }
    var identity = attribute("id", reads: id)
    if let id {
      parts.append(attribute("update", value: "1", updateIf))
      let item = "instance('\(dataset)')/root/item[name=\(id)]"
      for (name, column) in [
        ("baseVersion", "__version"), ("trunkVersion", "__trunkVersion"),
        ("branchId", "__branchId"),
      ] {
        parts.append(attribute(name, value: "", "\(item)/\(column)"))
      }
    } else {
      let events = ["odk-instance-first-load"] + (isRepeated ? ["odk-new-repeat"] : [])
      identity.actions = events.map { .init(name: "setvalue", event: $0, value: "uuid()") }
    }
    parts.append(identity)
    guard let label else { return parts }
    var text = SurveyNode(kind: .text, name: "label")
    text.bind = ["calculate": .text(label), "readonly": .text("true()"), "type": .text("string")]
    return parts + [text]
  }

  private func attribute(
    _ name: String, value: String, _ calculate: String? = nil
  ) -> SurveyNode {
    var node = SurveyNode(kind: .attribute, name: name)
    node.value = value
    if let calculate {
      node.bind = [
        "calculate": .text(calculate), "readonly": .text("true()"), "type": .text("string"),
      ]
    }
    return node
  }

  private func attribute(_ name: String, reads calculate: String?) -> SurveyNode {
    var node = SurveyNode(kind: .attribute, name: name)
    node.bind = ["readonly": .text("true()"), "type": .text("string")]
    if let calculate { node.bind?["calculate"] = .text(calculate) }
    return node
  }
}

extension SurveyReader {
  mutating func checkEntity(_ row: SheetRow) {
    let entity = entities[entities.count - 1]
    let isNamed =
      References.isTag(entity.dataset) && !entity.dataset.hasPrefix("__")
      && !entity.dataset.contains(".")
    let isKnown = !datasets.insert(entity.dataset).inserted
    let isWhole =
      entity.id == nil
      ? entity.updateIf == nil && entity.label != nil
      : entity.createIf == nil || entity.updateIf != nil
    let headings = Set(row.values.keys).subtracting(SheetHeadings.entities.known)
    if !isNamed || isKnown || !isWhole || !headings.isEmpty {
      log.add(.badEntity, entity.dataset, sheet: "entities", row: row, column: "dataset")
    }
  }

  /// Puts every entity into the metadata of the repeat whose answers it takes, or of the record.
  mutating func placeEntities() {
    var homes: [String: Int] = [:]
    for index in survey.nodes.indices {
      guard let property = survey.nodes[index].bind?["entities:saveto"]?.text else { continue }
      saveTo(property, index, &homes)
    }
    var isRepeated = false
    var byName: [String: [Int]] = [:]
    for index in survey.nodes.indices where !entities.isEmpty {
      byName[survey.nodes[index].name, default: []].append(index)
    }
    for entity in entities {
      for index in entity.references.flatMap({ byName[$0] ?? [] }).sorted() {
        settle(entity.dataset, at: index, &homes)
      }
      let home = homes[entity.dataset] ?? 0
      isRepeated = isRepeated || home != 0
      let meta = addMetaGroup(below: home)
      let node = survey.add(SurveyNode(kind: .entity, name: "entity", type: "entity"), below: meta)
      for part in entity.parts(isRepeated: home != 0) { _ = survey.add(part, below: node) }
    }
    guard !entities.isEmpty else { return }
    survey.entityVersion = isRepeated || entities.count > 1 ? "2025.1.0" : "2024.1.0"
  }

  private mutating func saveTo(_ property: String, _ index: Int, _ homes: inout [String: Int]) {
    let parts = property.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    let node = survey.nodes[index]
    let dataset = parts.count == 2 ? parts[0] : entities.first?.dataset ?? ""
    let name = parts.last ?? ""
    let isPlain =
      datasets.contains(dataset) && parts.count <= 2
      && (parts.count == 2 || entities.count == 1)
    let isFree =
      References.isName(name) && !name.hasPrefix("__")
      && !["name", "label"].contains(name.lowercased())
    guard isPlain, isFree, node.kind == .question else {
      return log.add(.badEntity, property, row: node.row, column: "bind::entities:saveto")
    }
    survey.nodes[index].bind?["entities:saveto"] = .text(name)
    settle(dataset, at: index, &homes)
  }

  /// Moves an entity's home down to the repeat around a question that it reads.
  private mutating func settle(_ dataset: String, at index: Int, _ homes: inout [String: Int]) {
    let around = survey.ancestors(of: index)
    let inner = around.first { survey.nodes[$0].kind == .repeating } ?? 0
    let home = homes[dataset] ?? 0
    if home == 0 || survey.ancestors(of: inner).contains(home) {
      homes[dataset] = inner
    } else if inner != home, !survey.ancestors(of: home).contains(inner) {
      log.add(.badEntity, dataset, sheet: "entities")
    }
  }
}
