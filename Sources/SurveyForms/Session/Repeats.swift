import XPath

extension Pass {
  /// Builds the nodes of a template; returns the first.
  func build(_ template: Template, below parent: Int32) -> Int32 {
    let type = form[template.field].binding.type
    // As in JavaRosa, a default that is no value of its type is none.
    let value = AnswerValue(template.text, as: type, zoneOffset: zoneOffset) ?? .none
    let node = instance.append(
      Instance.Node(field: template.field, parent: parent, value: value))
    for child in template.children {
      let index = build(child, below: node)
      instance[node].children.append(index)
    }
    return node
  }

  /// Adds one instance after the last of its siblings.
  func addInstance(of repeating: FieldID, below parent: Int32) -> Int32? {
    guard let node = linkInstance(of: repeating, below: parent) else { return nil }
    if !instance.listLast(node) { instance.listNodes() }
    return node
  }

  /// The same, for a caller that lists the nodes when it has linked all.
  private func linkInstance(of repeating: FieldID, below parent: Int32) -> Int32? {
    guard let template = form.repeatTemplates[repeating], instance.nodes.count < Pass.mostNodes
    else { return nil }
    let node =
      instance.unpark(repeating, below: parent) ?? build(template, below: parent)
    let last = instance[parent].children.lastIndex { instance[$0].field == repeating }
    let place = last.map { $0 + 1 } ?? placeForFirst(of: repeating, below: parent)
    instance[parent].children.insert(node, at: place)
    return node
  }

  /// Where the form has the repeat among its siblings.
  ///
  /// Inside of another repeat it is the end, where JavaRosa puts it, for the record's order of
  /// elements is the same as from every ODK client.
  private func placeForFirst(of repeating: FieldID, below parent: Int32) -> Int {
    if form.isInRepeat(instance[parent].field) { return instance[parent].children.count }
    let order = form[instance[parent].field].children
    let later = Set(order.drop { $0 != repeating })
    return instance[parent].children.firstIndex { later.contains(instance[$0].field) }
      ?? instance[parent].children.count
  }

  /// Makes as many instances as the form counts, in every instance of what the repeat stands in;
  /// whether any came or went.
  func count(_ rule: RecalculationOrder.Rule) -> Bool {
    guard let parentField = form[rule.field].parent else { return false }
    var added: [Int32] = []
    var hasChanged = false
    for parent in instance.nodes(of: parentField) {
      do {
        let wanted = try count(rule, below: parent)
        let present = instance.children(of: parent, field: rule.field).count
        // Counts that read what is inside of each other's repeats may go on making and taking.
        try spend(work(ofInstanceOf: rule.field) * abs(wanted - present))
        hasChanged = setCount(of: rule.field, below: parent, to: wanted, &added) || hasChanged
        faults[rule.field] = nil
      } catch {
        faults[rule.field] = error
      }
    }
    guard hasChanged else { return false }
    instance.listNodes()
    for node in added {
      touched.insert(node)
      _ = fire(.newRepeat, source: rule.field, at: node)
    }
    return true
  }

  /// A relative path in a count begins at the group around the repeat; when that names the repeat
  /// itself, there may be no instance of it yet.
  private func count(
    _ rule: RecalculationOrder.Rule, below parent: Int32
  ) throws(EvaluationError) -> Int {
    var place = parent
    while place > Instance.root, instance[place].field != rule.context {
      place = instance[place].parent
    }
    let isHere = rule.context != rule.field
    if !isHere {
      var node = Instance.Node(field: rule.field, parent: parent)
      node.position = Int32(instance.children(of: parent, field: rule.field).count)
      place = instance.append(node)
    }
    defer { if !isHere { instance.removeLast() } }
    let wanted = try evaluator.scalar(rule.expression, at: Pass.id(place)).scalarNumber
    return wanted > 0 ? Int(min(wanted, Double(Pass.mostInstances))) : 0
  }

  /// What an instance that comes or goes is taken for, in steps of an expression.
  private func work(ofInstanceOf repeating: FieldID) -> Int {
    max(10, form.repeatTemplates[repeating]?.nodeCount ?? 0)
  }

  /// A slip of the finger must not make a million pages.
  static let mostInstances = 2_000

  /// Repeats within repeats multiply; no record of a village comes near.
  static let mostNodes = 40_000

  /// Links or parks instances; the caller lists the nodes, once for all parents.
  ///
  /// - Returns: Whether any came or went, which in a full record is less than was wanted.
  private func setCount(
    of repeating: FieldID, below parent: Int32, to wanted: Int, _ added: inout [Int32]
  ) -> Bool {
    let present = instance.children(of: parent, field: repeating)
    if present.count > wanted {
      instance.park(Array(present[wanted...]), of: repeating, below: parent)
      touched.insert(parent)
    }
    let before = added.count
    for _ in present.count..<max(present.count, wanted) {
      guard let node = linkInstance(of: repeating, below: parent) else { break }
      added.append(node)
    }
    return present.count > wanted || added.count > before
  }
}
