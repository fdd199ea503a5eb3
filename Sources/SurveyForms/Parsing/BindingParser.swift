import XPath

/// Reads the binds: types and rules of fields.
extension FormParser {
  mutating func readBind(_ bind: XMLTree.Element) {
    let place = FindingLog.Place(element: bind, attribute: "nodeset")
    guard let nodeset = bind.attribute("nodeset") ?? bind.attribute("ref") else {
      log.add(.noNode, bind.local, at: .init(element: bind))
      return
    }
    guard let field = field(nodeset, in: nil) else {
      log.add(.unknownNode, nodeset, at: place, stops: false)
      return
    }
    if let id = bind.attribute("id") { binds[id] = field }
    bindPlaces[field] = .init(element: bind)
    var binding = fields[field.index].binding
    readType(of: bind, into: &binding)
    binding.relevant = expression(bind, "relevant")
    binding.required = expression(bind, "required")
    binding.readonly = expression(bind, "readonly")
    binding.calculate = expression(bind, "calculate")
    binding.constraint = expression(bind, "constraint")
    binding.constraintMessage = message("constraintMsg", of: bind)
    binding.requiredMessage = message("requiredMsg", of: bind)
    binding.preload = preload(of: bind)
    if fields[field.index].path.hasSuffix("audit") {
      let audit = AuditPlan(bind: bind)
      if audit.wantsPlaces { log.add(.auditWithoutPlaces, at: .init(element: bind)) }
      binding.audit = audit
    }
    fields[field.index].binding = binding
    checkRules(of: field, bind)
  }

  private mutating func readType(of bind: XMLTree.Element, into binding: inout Binding) {
    guard let name = bind.attribute("type"), !name.isEmpty else { return }
    if let type = QuestionType(bind: name) {
      binding.type = type
    } else {
      log.add(.unknownType, name, at: .init(element: bind, attribute: "type"))
    }
  }

  private mutating func preload(of bind: XMLTree.Element) -> Preload? {
    guard let kind = bind.attribute("preload", in: FormParser.javarosa) else { return nil }
    let parameter = bind.attribute("preloadParams", in: FormParser.javarosa) ?? ""
    switch (kind, parameter) {
    case ("uid", _): return .uid
    case ("timestamp", "start"): return .start
    case ("timestamp", "end"): return .end
    case ("date", "today"): return .today
    case ("property", _): return .property(parameter)
    case ("string", _): return .constant(parameter)
    default:
      log.add(.unknownPreload, kind, parameter, at: .init(element: bind, attribute: "preload"))
      return nil
    }
  }

  /// Keeps the rules of a bind with what they read.
  private mutating func checkRules(of field: FieldID, _ bind: XMLTree.Element) {
    let binding = fields[field.index].binding
    let kinds: [(RecalculationOrder.Rule.Kind, String, Expression?)] = [
      (.relevant, "relevant", binding.relevant), (.required, "required", binding.required),
      (.readonly, "readonly", binding.readonly), (.calculate, "calculate", binding.calculate),
    ]
    for (kind, name, expression) in kinds {
      guard let expression else { continue }
      let place = FindingLog.Place(element: bind, attribute: name)
      var reads = reads(of: expression, at: field, in: place)
      // `once()` gives back the field's own value, which is no cycle.
      if kind == .calculate, Dependencies(of: expression).functions.contains("once") {
        reads.removeAll { $0 == field }
      }
      rules.append(.init(kind: kind, field: field, expression: expression, reads: reads))
    }
    if let constraint = binding.constraint {
      _ = reads(of: constraint, at: field, in: .init(element: bind, attribute: "constraint"))
    }
  }
}
