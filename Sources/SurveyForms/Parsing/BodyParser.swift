import XPath

/// Reads the body: groups, repeats and questions in the order in which they are asked.
extension FormParser {
  mutating func readBody(_ body: XMLTree.Element) -> [FormElement] {
    elements(in: body, context: nil)
  }

  private mutating func elements(
    in parent: XMLTree.Element, context: FieldID?
  ) -> [FormElement] {
    parent.elements.compactMap { element in
      switch element.local {
      case "group": return group(element, context)
      case "repeat": return repeating(element, label: nil, context)
      case "label", "hint", "help", "setvalue", "setgeopoint", "recordaudio", "alert": return nil
      default: return question(element, context)
      }
    }
  }

  private mutating func group(_ element: XMLTree.Element, _ context: FieldID?) -> FormElement? {
    let label = element.first("label").flatMap { text(of: $0) }
    let inner = element.elements.filter { $0.local != "label" }
    // pyxform writes a repeat's heading as a group around it.
    if let only = inner.first, inner.count == 1, only.local == "repeat" {
      let around = element.attribute("ref").flatMap { self.field($0, in: context) }
      return repeating(
        only, label: label, appearance: element.attribute("appearance"), context, around: around)
    }
    var field: FieldID?
    if element.attribute("ref") != nil || element.attribute("bind") != nil {
      guard let found = reference(of: element, context) else { return nil }
      field = found
      if let label { groupLabels[found] = label }
    }
    for action in inner where FormAction.Kind(rawValue: action.local) != nil {
      readAction(action, source: field, context: field ?? context)
    }
    return .group(
      Group(
        path: field.map { fields[$0.index].path },
        appearance: Appearance(element.attribute("appearance")),
        children: elements(in: element, context: field ?? context), label: label))
  }

  private mutating func repeating(
    _ element: XMLTree.Element, label: LocalizedText?, appearance: String? = nil,
    _ context: FieldID?, around: FieldID? = nil
  ) -> FormElement? {
    guard let field = reference(of: element, context, name: "nodeset") else { return nil }
    if let outer = openRepeats.last, field == outer || !isBelow(field, outer) {
      // Shown in each of the outer one's instances, all of the inner ones would multiply.
      log.add(
        .strayRepeat, fields[field.index].path, fields[outer.index].path,
        at: .init(element: element, attribute: "nodeset"))
      return nil
    }
    openRepeats.append(field)
    defer { openRepeats.removeLast() }
    fields[field.index].isRepeat = true
    let label = label ?? element.first("label").flatMap { text(of: $0) }
    if let label { groupLabels[field] = label }
    let isCounted = readCount(of: field, element, around ?? context ?? FieldID(index: 0))
    let fixed = element.attribute("noAddRemove", in: FormParser.javarosa)
    if isCounted || fixed?.hasPrefix("true") == true { countedRepeats.insert(field) }
    for action in element.elements where FormAction.Kind(rawValue: action.local) != nil {
      readAction(action, source: field, context: field)
    }
    return .repeating(
      RepeatGroup(
        path: fields[field.index].path,
        appearance: Appearance(element.attribute("appearance") ?? appearance),
        children: elements(in: element, context: field),
        isOpen: !countedRepeats.contains(field), label: label))
  }

  /// - Parameter context: What a relative path in the count starts from.
  private mutating func readCount(
    of field: FieldID, _ element: XMLTree.Element, _ context: FieldID
  ) -> Bool {
    guard let count = read(element, "count", in: FormParser.javarosa) else { return false }
    let place = FindingLog.Place(element: element, attribute: "count")
    if countedRepeats.contains(field),
      let first = rules.first(where: { $0.kind == .count && $0.field == field })
    {
      // Two that differ would go on making and taking instances.
      if first.expression != count.expression {
        log.add(.countedTwice, fields[field.index].path, at: place)
      }
      return true
    }
    rules.append(
      .init(
        kind: .count, field: field, context: context, expression: count.expression,
        reads: reads(of: count.dependencies, at: context, in: place)))
    bindPlaces[field] = bindPlaces[field] ?? .init(element: element)
    return true
  }

  private mutating func question(_ element: XMLTree.Element, _ context: FieldID?) -> FormElement? {
    guard let control = Control(element.local) else {
      log.add(.unknownControl, element.local, at: .init(element: element))
      return nil
    }
    guard let field = reference(of: element, context) else { return nil }
    for action in element.elements { readAction(action, source: field, context: field) }
    let question = question(control, field, element)
    warn(about: question, element)
    fields[field.index].question = question
    return .question(question)
  }

  private mutating func question(
    _ control: Control, _ field: FieldID, _ element: XMLTree.Element
  ) -> Question {
    let binding = fields[field.index].binding
    let choices = control.hasChoices ? choices(of: element, field) : query(of: element, field)
    return Question(
      path: fields[field.index].path, control: control, type: binding.type,
      appearance: Appearance(element.attribute("appearance")),
      isAlwaysReadonly: binding.readonly?.isAlwaysTrue ?? false,
      itemset: source(of: choices, element), range: RangeBounds(element, control),
      mediaType: element.attribute("mediatype"), role: role(of: field, control),
      countName: control == .rank ? countName(ofRanking: field) : nil, field: field,
      label: element.first("label").flatMap { text(of: $0) },
      hint: element.first("hint").flatMap { text(of: $0) }, choices: choices)
  }

  private mutating func warn(about question: Question, _ element: XMLTree.Element) {
    let place = FindingLog.Place(element: element)
    if question.label == nil {
      log.add(.noLabel, question.path, at: place)
    }
    if question.control == .upload {
      log.add(.filesByPath, question.path, at: place)
    }
    if fields[question.field.index].question != nil {
      log.add(.questionTwice, question.path, at: place)
    }
  }

  /// The field that a control is about.
  private mutating func reference(
    of element: XMLTree.Element, _ context: FieldID?, name: String = "ref"
  ) -> FieldID? {
    if let id = element.attribute("bind"), let field = binds[id] { return field }
    guard let path = element.attribute(name) else {
      log.add(.noNode, element.local, at: .init(element: element))
      return nil
    }
    if let field = field(path, in: context) { return field }
    log.add(.unknownNode, path, at: .init(element: element, attribute: name))
    return nil
  }
}

extension Control {
  fileprivate init?(_ element: String) {
    switch element {
    case "input": self = .input
    case "select1": self = .selectOne
    case "select": self = .selectMany
    case "rank": self = .rank
    case "trigger": self = .trigger
    case "range": self = .range
    case "secret": self = .secret
    case "upload": self = .upload
    default: return nil
    }
  }
}

extension RangeBounds {
  fileprivate init?(_ element: XMLTree.Element, _ control: Control) {
    guard control == .range, let start = element.attribute("start").flatMap(Double.init),
      let end = element.attribute("end").flatMap(Double.init)
    else { return nil }
    self.start = start
    self.end = end
    step = element.attribute("step").flatMap(Double.init) ?? 1
  }
}
