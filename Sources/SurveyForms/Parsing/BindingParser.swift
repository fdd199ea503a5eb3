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
    let relevant = read(bind, "relevant")
    let required = read(bind, "required")
    let readonly = read(bind, "readonly")
    let calculate = read(bind, "calculate")
    let constraint = read(bind, "constraint")
    binding.relevant = relevant?.expression
    binding.required = required?.expression
    binding.readonly = readonly?.expression
    binding.calculate = calculate?.expression
    binding.constraint = constraint?.expression
    binding.constraintMessage = message("constraintMsg", of: bind)
    binding.requiredMessage = message("requiredMsg", of: bind)
    binding.preload = preload(of: bind)
    binding.role = role(of: bind)
    if fields[field.index].path.hasSuffix("audit") {
      let audit = AuditPlan(bind: bind)
      if audit.wantsPlaces { log.add(.auditWithoutPlaces, at: .init(element: bind)) }
      binding.audit = audit
    }
    fields[field.index].binding = binding
    keep(relevant, .relevant, of: field, in: .init(element: bind, attribute: "relevant"))
    keep(required, .required, of: field, in: .init(element: bind, attribute: "required"))
    keep(readonly, .readonly, of: field, in: .init(element: bind, attribute: "readonly"))
    keep(calculate, .calculate, of: field, in: .init(element: bind, attribute: "calculate"))
    if let constraint {
      let place = FindingLog.Place(element: bind, attribute: "constraint")
      _ = reads(of: constraint.dependencies, at: field, in: place)
    }
  }

  private mutating func readType(of bind: XMLTree.Element, into binding: inout Binding) {
    guard let name = bind.attribute("type"), !name.isEmpty else { return }
    if let type = QuestionType(bind: name) {
      binding.type = type
    } else {
      log.add(.unknownType, name, at: .init(element: bind, attribute: "type"))
    }
  }

  private mutating func role(of bind: XMLTree.Element) -> QuestionRole? {
    guard let name = bind.attribute("role", in: QuestionRole.namespace), !name.isEmpty else {
      return nil
    }
    guard let role = QuestionRole(rawValue: name) else {
      log.add(.unknownRole, name, at: .init(element: bind, attribute: "role"))
      return nil
    }
    writtenRoles.insert(role)
    return role
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

  /// Keeps a rule of a bind with the fields that it reads.
  private mutating func keep(
    _ rule: ReadExpression?, _ kind: RecalculationOrder.Rule.Kind, of field: FieldID,
    in place: FindingLog.Place
  ) {
    guard let rule else { return }
    var reads = reads(of: rule.dependencies, at: field, in: place)
    // `once()` gives back the field's own value, which is no cycle.
    if kind == .calculate, rule.dependencies.functions.contains("once") {
      reads.removeAll { $0 == field }
    }
    rules.append(.init(kind: kind, field: field, expression: rule.expression, reads: reads))
  }
}
