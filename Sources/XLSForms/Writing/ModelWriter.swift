/// Writes the model: texts, record, lists, binds and actions.
struct ModelWriter {
  let survey: Survey
  let paths: Paths

  var node: XMLNode {
    var model = XMLNode("model", ["odk:xforms-version": "1.0.0"])
    if let version = survey.entityVersion {
      model.attributes["entities:entities-version"] = version
    }
    if let submission { model.append(submission) }
    let translations = Translations(survey)
    if !translations.isEmpty { model.append(translations.node(paths)) }
    model.append(XMLNode("instance", [:], [RecordWriter(survey: survey, paths: paths).node]))
    for list in ListWriter(survey: survey).nodes { model.append(list) }
    for index in survey.descendants() {
      if let bind = bind(index) { model.append(bind) }
      for action in actions(of: index, inRepeat: false) { model.append(action) }
    }
    return model
  }

  private var submission: XMLNode? {
    var attributes = Ordered<String>()
    if let address = survey.setting("submission_url"), !address.isEmpty {
      attributes["action"] = address
      attributes["method"] = "post"
    }
    for (key, setting) in [
      ("base64RsaPublicKey", "public_key"), ("orx:auto-send", "auto_send"),
      ("orx:auto-delete", "auto_delete"),
    ] {
      if let value = survey.setting(setting), !value.isEmpty { attributes[key] = value }
    }
    if isYes(survey.setting("client_editable")) { attributes["odk:client-editable"] = "true" }
    return attributes.isEmpty ? nil : XMLNode("submission", attributes)
  }

  private func bind(_ index: Int) -> XMLNode? {
    let node = survey.nodes[index]
    guard let bind = node.bind, node.kind != .external else { return nil }
    var attributes: Ordered<String> = ["nodeset": survey.path(of: index)]
    for (key, value) in bind.pairs where !(key == "calculate" && !node.triggers.isEmpty) {
      attributes[key] = attribute(key, value, index)
    }
    return XMLNode("bind", attributes)
  }

  private func attribute(_ key: String, _ value: SheetValue, _ index: Int) -> String {
    let messages = ["jr:constraintMsg", "jr:requiredMsg", "jr:noAppErrorString"]
    let text = value.text ?? ""
    if messages.contains(key),
      value.group != nil || (!References.all(in: text).isEmpty && key != "jr:noAppErrorString")
    {
      return "jr:itext('\(survey.path(of: index)):\(key)')"
    }
    let rules = ["readonly", "required", "relevant", "constraint", "calculate"]
    if rules.contains(key), let truth = ModelWriter.truth(text) { return truth }
    return paths.replaced(text, at: index)
  }

  private static func truth(_ text: String) -> String? {
    switch text {
    case "yes", "Yes", "YES", "true", "True", "TRUE": "true()"
    case "no", "No", "NO", "false", "False", "FALSE": "false()"
    default: nil
    }
  }

  /// The actions of a node: those of new instances stand in the repeat, the others in the model.
  func actions(of index: Int, inRepeat: Bool) -> [XMLNode] {
    let node = survey.nodes[index]
    return node.actions.filter { ($0.event == "odk-new-repeat") == inRepeat }.map { action in
      var attributes: Ordered<String> = ["ref": survey.path(of: index), "event": action.event]
      let value = node.defaultValue.map {
        node.isDynamic ? paths.replaced($0, at: index) : $0
      }
      if action.name == "setvalue", let value = value ?? action.value {
        attributes["value"] = value
      }
      if let quality = action.quality { attributes["odk:quality"] = quality }
      return XMLNode(action.name, attributes)
    }
  }
}
