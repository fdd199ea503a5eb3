import XPath

/// Reads actions: what the form writes by itself at an event.
extension FormParser {
  /// - Parameters:
  ///   - source: The question or repeat that the action stands in, or nil for the model.
  ///   - context: What a relative `ref` starts from.
  mutating func readAction(_ action: XMLTree.Element, source: FieldID?, context: FieldID?) {
    warnAboutDevice(action)
    guard let kind = FormAction.Kind(rawValue: action.local) else { return }
    let names = action.attributes.first { $0.name.local == "event" }?.value ?? ""
    let events = Set(
      names.split(whereSeparator: \.isWhitespace).compactMap { name in
        event(String(name), at: action)
      })
    let ref = action.attribute("ref") ?? action.attribute("bind")
    guard let ref, let target = binds[ref] ?? field(withoutPredicates(ref), in: context)
    else {
      if let ref {
        log.add(.unknownNode, ref, at: .init(element: action, attribute: "ref"))
      } else {
        log.add(.noTarget, action.local, at: .init(element: action))
      }
      return
    }
    let value = expression(action, "value") ?? literal(in: action)
    if let value {
      _ = reads(
        of: Dependencies(of: value), at: target, in: .init(element: action, attribute: "value"))
    }
    let nodes = ref.contains("[") ? expression(action, "ref") : nil
    add(
      FormAction(
        kind: kind, events: events, target: target, nodes: nodes, source: source, value: value))
  }

  /// The path without the conditions in its brackets, which leads to the same field.
  private func withoutPredicates(_ path: String) -> String {
    var depth = 0
    return path.filter { letter in
      if letter == "[" { depth += 1 }
      defer { if letter == "]" { depth -= 1 } }
      return depth == 0
    }
  }

  /// Events of the whole form reach an action wherever it stands; the others only from its place.
  private mutating func add(_ action: FormAction) {
    var (whole, local) = (action, action)
    whole.events.formIntersection([.firstLoad, .load])
    whole.source = nil
    local.events.subtract(whole.events)
    actions += [whole, local].filter { !$0.events.isEmpty }
  }

  private mutating func event(_ name: String, at action: XMLTree.Element) -> FormAction.Event? {
    // The name that first-load had before ODK's own events.
    if name == "xforms-ready" { return .firstLoad }
    if let event = FormAction.Event(rawValue: name) { return event }
    log.add(.unknownEvent, name, at: .init(element: action, attribute: "event"))
    return nil
  }

  private func literal(in action: XMLTree.Element) -> Expression? {
    action.text.isEmpty ? nil : .text(action.text)
  }

  private mutating func warnAboutDevice(_ action: XMLTree.Element) {
    guard ["setgeopoint", "recordaudio"].contains(action.local) else { return }
    log.add(.notInTerminal, action.local, at: .init(element: action))
  }
}
