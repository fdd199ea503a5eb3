import XPath

extension Pass {
  /// Builds the nodes of a template; returns the first.
  func build(_ template: Template, below parent: Int32) -> Int32 {
    let type = form[template.field].binding.type
    let value =
      AnswerValue(template.text, as: type, zoneOffset: zoneOffset) ?? .text(template.text)
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
    guard let template = form.repeatTemplates[repeating] else { return nil }
    let node =
      instance.unpark(repeating, below: parent) ?? build(template, below: parent)
    let last = instance[parent].children.lastIndex { instance[$0].field == repeating }
    let place = last.map { $0 + 1 } ?? placeForFirst(of: repeating, below: parent)
    instance[parent].children.insert(node, at: place)
    instance.listNodes()
    return node
  }

  /// Where the form has the repeat among its siblings.
  private func placeForFirst(of repeating: FieldID, below parent: Int32) -> Int {
    let order = form[instance[parent].field].children
    let later = Set(order.drop { $0 != repeating })
    return instance[parent].children.firstIndex { later.contains(instance[$0].field) }
      ?? instance[parent].children.count
  }

  /// Makes as many instances as the form counts, in every instance of what the repeat stands in.
  func count(_ rule: RecalculationOrder.Rule) {
    guard let parentField = form[rule.field].parent else { return }
    for parent in instance.nodes(of: parentField) {
      do {
        let wanted = try evaluator.scalar(rule.expression, at: Pass.id(parent)).scalarNumber
        let limit = Double(Pass.mostInstances)
        setCount(of: rule.field, below: parent, to: wanted > 0 ? Int(min(wanted, limit)) : 0)
      } catch {
        faults[rule.field] = error
      }
    }
  }

  /// A slip of the finger must not make a million pages.
  static let mostInstances = 10_000

  private func setCount(of repeating: FieldID, below parent: Int32, to wanted: Int) {
    let present = instance.children(of: parent, field: repeating)
    if present.count > wanted {
      instance.park(Array(present[wanted...]), of: repeating, below: parent)
      instance.listNodes()
      touched.insert(parent)
    }
    for _ in present.count..<max(present.count, wanted) {
      guard let node = addInstance(of: repeating, below: parent) else { return }
      touched.insert(node)
      _ = fire(.newRepeat, source: repeating, at: node)
    }
  }
}
