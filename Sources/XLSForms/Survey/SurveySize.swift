import SurveyForms

/// Refuses early what the XForm would be refused for, before the work that it would cost.
extension SurveyReader {
  /// Counted while rows are read: nodes of the record, and groups inside of groups.
  mutating func isWithinLimits(at row: SheetRow) -> Bool {
    if survey.nodes.count + metadata.count > FormReader.mostNodes {
      log.add(.tooManyNodes, "\(FormReader.mostNodes)", row: row, column: "type")
      return false
    }
    if open.count > XMLTree.depthLimit {
      log.add(.tooDeep, "\(XMLTree.depthLimit)", row: row, column: "type")
      return false
    }
    return true
  }

  /// Counted when all is read: what the paths alone make of it, and lists written again and again.
  mutating func checkSize() {
    if itemCount > XMLTree.elementLimit {
      return log.add(.tooManyElements, "\(XMLTree.elementLimit)", sheet: "survey")
    }
    if pathBytes > XMLTree.byteLimit {
      log.add(.tooLarge, "\(XMLTree.byteLimit >> 20)", sheet: "survey")
    }
  }

  /// The elements of lists: each once, or in the body of every question that searches it.
  private var itemCount: Int {
    let lists = survey.choices.pairs.map(\.value).filter { !$0.isSearched }
    let once = lists.flatMap(\.options).reduce(0) { count, option in
      count + (option.label == nil ? 2 : 3) + option.more.keys.count
    }
    return survey.nodes.reduce(once) { count, node in
      guard let list = node.itemset.flatMap({ survey.choices[$0] }), list.isSearched else {
        return count
      }
      return count + 3 * list.options.count
    }
  }

  /// Every node's path is written once at least, and so is that of every reference.
  private var pathBytes: Int {
    var lengths: [Int] = []
    var byName: [String: Int] = [:]
    var bytes = 0
    for node in survey.nodes {
      let length = (node.parent.map { lengths[$0] } ?? 0) + node.name.utf8.count + 1
      lengths.append(length)
      byName[node.name] = length
      if node.kind != .external { bytes += length }
    }
    func add(_ value: SheetValue) {
      switch value {
      case .group(let group): group.pairs.forEach { add($0.value) }
      case .text(let text): for one in References.all(in: text) { bytes += byName[one.name] ?? 0 }
      }
    }
    for node in survey.nodes { node.row?.values.pairs.forEach { add($0.value) } }
    for list in survey.choices.pairs {
      for option in list.value.options { if let label = option.label { add(label) } }
    }
    return bytes
  }
}
