/// Writes the record as a survey begins it.
struct RecordWriter {
  let survey: Survey
  let paths: Paths

  var node: XMLNode {
    var record = instance(0, hasTemplate: false)
    for (key, value) in survey.settings["attribute"]?.texts?.pairs ?? [] {
      record.attributes[key] = value
    }
    record.attributes["id"] = survey.setting("id_string")
    for (key, setting) in [
      ("xmlns", "instance_xmlns"), ("version", "version"), ("odk:prefix", "prefix"),
      ("odk:delimiter", "delimiter"),
    ] {
      if let value = survey.setting(setting), !value.isEmpty { record.attributes[key] = value }
    }
    return record
  }

  /// - Parameter hasTemplate: Whether a repeat around it has its template already.
  private func instance(_ index: Int, hasTemplate: Bool) -> XMLNode {
    let node = survey.nodes[index]
    var result = XMLNode(node.name)
    for (key, value) in node.instance.pairs {
      result.attributes[key] = paths.replaced(value, at: index)
    }
    if node.kind == .question {
      if let value = node.defaultValue, !node.isDynamic {
        result.children = [.text(value)]
      }
      return result
    }
    for child in node.children {
      switch survey.nodes[child].kind {
      case .external: continue
      case .attribute: result.attributes[survey.nodes[child].name] = survey.nodes[child].value
      case .repeating where !hasTemplate:
        result.append(template(child))
        result.append(instance(child, hasTemplate: true))
      case .survey, .group, .repeating, .question, .entity, .text:
        result.append(instance(child, hasTemplate: hasTemplate))
      }
    }
    return result
  }

  private func template(_ index: Int) -> XMLNode {
    var result = XMLNode(survey.nodes[index].name, ["jr:template": ""])
    for child in survey.nodes[index].children where survey.nodes[child].kind != .external {
      let isRepeat = survey.nodes[child].kind == .repeating
      result.append(isRepeat ? template(child) : instance(child, hasTemplate: false))
    }
    return result
  }
}
