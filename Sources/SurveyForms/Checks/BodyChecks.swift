import XPath

/// What can be seen of groups, questions and their choices.
extension FormParser {
  mutating func checkBody(
    _ parent: XMLTree.Element, context: FieldID?, inside repeating: FieldID?, _ lists: WrittenLists
  ) {
    for element in parent.elements {
      switch element.local {
      case "label", "hint", "help", "alert":
        checkOutputs(of: element, at: context, lists)
      case "group":
        checkGroup(element, context, repeating, lists)
      case "repeat":
        let field = element.attribute("nodeset").flatMap { self.field($0, in: context) }
        checkBody(element, context: field ?? context, inside: field ?? repeating, lists)
      default:
        checkQuestion(element, context, repeating, lists)
      }
    }
  }

  private mutating func checkGroup(
    _ element: XMLTree.Element, _ context: FieldID?, _ repeating: FieldID?, _ lists: WrittenLists
  ) {
    let ref = element.attribute("ref")
    let field = ref.flatMap { self.field($0, in: context) } ?? context
    if !element.elements.contains(where: { !["label", "setvalue"].contains($0.local) }) {
      log.add(.emptyGroup, ref ?? "", at: .init(element: element))
    }
    checkBody(element, context: field, inside: repeating, lists)
  }

  private mutating func checkQuestion(
    _ element: XMLTree.Element, _ context: FieldID?, _ repeating: FieldID?, _ lists: WrittenLists
  ) {
    guard let ref = element.attribute("ref"), let field = self.field(ref, in: context),
      let question = fields[field.index].question
    else { return }
    if let outer = innermostRepeat(around: field), outer != repeating,
      repeating.map({ !isBelow($0, outer) }) ?? true
    {
      log.add(
        .outsideRepeat, question.path, fields[outer.index].path,
        at: .init(element: element, attribute: "ref"))
    }
    if question.control == .range, question.range.map({ $0.step == 0 }) ?? true {
      log.add(.badRange, question.path, at: .init(element: element))
    }
    for text in element.elements where ["label", "hint"].contains(text.local) {
      checkOutputs(of: text, at: field, lists)
    }
    checkItems(of: element, question, lists)
  }

  private func innermostRepeat(around field: FieldID) -> FieldID? {
    var place = fields[field.index].parent
    while let outer = place, !fields[outer.index].isRepeat { place = fields[outer.index].parent }
    return place
  }

  /// Whether a field is another one or lies below it in the record.
  func isBelow(_ field: FieldID, _ outer: FieldID) -> Bool {
    var place: FieldID? = field
    while let inner = place, inner != outer { place = fields[inner.index].parent }
    return place != nil
  }

  /// Values that a label shows must be there, seen from the question that it belongs to.
  mutating func checkOutputs(
    of element: XMLTree.Element, at field: FieldID?, _ lists: WrittenLists
  ) {
    for output in element.elements where output.local == "output" {
      let name = output.attribute("value") != nil ? "value" : "ref"
      // What cannot be read was said when the text was read.
      guard let source = output.attribute(name), let shown = try? Parser.parse(source) else {
        continue
      }
      let place = FindingLog.Place(element: output, attribute: name)
      let field = field ?? FieldID(index: 0)
      _ = reads(of: Dependencies(of: shown), at: field, in: place)
      check(shown, of: field, at: place, lists)
    }
    guard let id = element.attribute("ref").flatMap(translationID(in:)) else { return }
    for value in itextValues[id] ?? [] { checkOutputs(of: value, at: field, lists) }
    itextValues[id] = nil
  }
}
