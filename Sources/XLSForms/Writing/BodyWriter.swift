/// Writes the body: groups, repeats and questions.
struct BodyWriter {
  let survey: Survey
  let paths: Paths
  private let targets: [String: [Int]]

  init(survey: Survey, paths: Paths) {
    self.survey = survey
    self.paths = paths
    targets = survey.targets
  }

  var node: XMLNode {
    var body = XMLNode("h:body")
    if let style = survey.setting("style"), !style.isEmpty { body.attributes["class"] = style }
    for control in controls(below: 0) { body.append(control) }
    return body
  }

  private func controls(below index: Int) -> [XMLNode] {
    survey.nodes[index].children.compactMap(control)
  }

  private func control(_ index: Int) -> XMLNode? {
    switch survey.nodes[index].kind {
    case .group: group(index)
    case .repeating: repeating(index)
    case .question: question(index)
    case .survey, .external, .entity, .text, .attribute: nil
    }
  }

  private func group(_ index: Int) -> XMLNode? {
    let node = survey.nodes[index]
    if node.isBodyless { return nil }
    var attributes = node.control.mapValues { paths.replaced($0, at: index) }
    if let appearance = node.control["appearance"] { attributes["appearance"] = appearance }
    attributes["ref"] = survey.path(of: index)
    let label = node.hasLabel ? [self.label(index)] : []
    return XMLNode("group", attributes, label + controls(below: index))
  }

  private func repeating(_ index: Int) -> XMLNode {
    let node = survey.nodes[index]
    var attributes: Ordered<String> = ["nodeset": survey.path(of: index)]
    attributes.update(node.control.mapValues { paths.replaced($0, at: index) })
    var inner = controls(below: index)
    let writer = ModelWriter(survey: survey, paths: paths)
    for child in survey.descendants(of: index) where nearestRepeat(child) == index {
      inner += writer.actions(of: child, inRepeat: true)
    }
    return XMLNode(
      "group", ["ref": survey.path(of: index)],
      [label(index), XMLNode("repeat", attributes, inner)])
  }

  private func nearestRepeat(_ index: Int) -> Int? {
    survey.ancestors(of: index).first { survey.nodes[$0].kind == .repeating }
  }

  private func question(_ index: Int) -> XMLNode? {
    let node = survey.nodes[index]
    let isCalculated = node.bind?["calculate"] != nil || !node.triggers.isEmpty
    let isSeen = node.hasLabel || node.hasHint
    guard let tag = node.tag, tag != "action", node.type != "calculate", isSeen || !isCalculated
    else { return nil }
    var result = XMLNode(tag, ["ref": survey.path(of: index)], labels(index))
    for (key, value) in node.control.pairs {
      result.attributes[key] = paths.replaced(value, at: index)
    }
    if let query = node.query {
      let filter = node.choiceFilter.map { "[\(paths.replaced($0, at: index, current: true))]" }
      result.attributes["query"] = "instance('\(query)')/root/item\(filter ?? "")"
    }
    ItemsetWriter(survey: survey, paths: paths).add(to: &result, index)
    for action in triggered(by: index) { result.append(action) }
    return result
  }

  /// What a change of this question's answer writes elsewhere.
  private func triggered(by index: Int) -> [XMLNode] {
    let targets = targets[survey.nodes[index].name] ?? []
    let isPlace = { survey.nodes[$0].type == "background-geopoint" }
    return (targets.filter { !isPlace($0) } + targets.filter(isPlace)).map { target in
      var attributes: Ordered<String> = [
        "ref": survey.path(of: target), "event": "xforms-value-changed",
      ]
      if isPlace(target) { return XMLNode("odk:setgeopoint", attributes) }
      let value = survey.nodes[target].bind?["calculate"]?.text ?? ""
      if !value.isEmpty { attributes["value"] = paths.replaced(value, at: index) }
      return XMLNode("setvalue", attributes)
    }
  }

  private func labels(_ index: Int) -> [XMLNode] {
    let node = survey.nodes[index]
    var labels: [XMLNode] = []
    if node.hasLabel || !node.media.isEmpty || node.hasHint || node.hasGuidance {
      labels.append(label(index))
    }
    guard node.hasHint || node.hasGuidance else { return labels }
    if node.hint?.group != nil || node.hasGuidance {
      return labels + [XMLNode("hint", ["ref": "jr:itext('\(survey.path(of: index)):hint')"])]
    }
    return labels + [paths.words("hint", node.hint?.text ?? "", at: index)]
  }

  private func label(_ index: Int) -> XMLNode {
    let node = survey.nodes[index]
    if node.needsTranslation {
      return XMLNode("label", ["ref": "jr:itext('\(survey.path(of: index)):label')"])
    }
    return paths.words("label", node.label?.text ?? "", at: index)
  }
}
