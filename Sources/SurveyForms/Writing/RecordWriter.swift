/// Writes a record as XML: whole as a draft, or what is relevant as a submission.
struct RecordWriter {
  enum Purpose {
    /// Every answer, also hidden ones and parked instances, with what only memory would know.
    case draft
    /// What OpenRosa servers expect: relevant nodes only, no templates.
    case submission
  }

  /// The namespace of what a draft says beyond a submission.
  static let draftNamespace = "urn:fieldtui:draft"

  private let form: FormDefinition
  private let instance: Instance
  private let zoneOffset: Int
  private let purpose: Purpose
  private var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  init(_ session: FormSession, for purpose: Purpose) {
    form = session.definition
    instance = session.instance
    zoneOffset = session.environment.zoneOffset
    self.purpose = purpose
  }

  mutating func write() -> [UInt8] {
    guard !instance.nodes.isEmpty else { return [] }
    element(Instance.root, attributes: rootAttributes())
    return Array(xml.utf8)
  }

  private func rootAttributes() -> String {
    var text = ""
    for namespace in form.model.namespaces {
      let name = namespace.prefix.isEmpty ? "xmlns" : "xmlns:" + namespace.prefix
      text += " \(name)=\"\(escaped(namespace.uri))\""
    }
    if purpose == .draft { text += " xmlns:draft=\"\(RecordWriter.draftNamespace)\"" }
    return text
  }

  private mutating func element(_ node: Int32, attributes: String = "") {
    if purpose == .submission, !instance[node].isRelevant { return }
    let field = form.model[instance[node].field]
    xml += "<" + field.name + attributes
    for child in instance[node].children where form.model[instance[child].field].isAttribute {
      let text = instance[child].value.text(zoneOffset: zoneOffset)
      xml += " \(form.model[instance[child].field].name)=\"\(escaped(text))\""
    }
    if purpose == .draft, case .boolean = instance[node].value { xml += " draft:type=\"boolean\"" }
    let before = xml.utf8.count
    xml += ">"
    xml += escaped(instance[node].value.text(zoneOffset: zoneOffset))
    for child in instance[node].children where !form.model[instance[child].field].isAttribute {
      element(child)
    }
    if purpose == .draft { parkedInstances(below: node) }
    if xml.utf8.count == before + 1 {
      xml.removeLast()
      xml += "/>"
    } else {
      xml += "</\(field.name)>"
    }
  }

  private mutating func parkedInstances(below node: Int32) {
    for field in form.model[instance[node].field].children {
      let place = Instance.Parking(parent: node, repeating: field)
      for parked in instance.parked[place] ?? [] {
        element(parked, attributes: " draft:parked=\"1\"")
      }
    }
  }
}

/// The text with what XML reserves written as references; line ends survive in attributes too.
private func escaped(_ text: String) -> String {
  var escaped = ""
  escaped.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "\r": escaped += "&#13;"
    case "\n", "\t": escaped.unicodeScalars.append(scalar)
    // XML 1.0 has no way to write other control characters; a keyboard does not make them.
    case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
