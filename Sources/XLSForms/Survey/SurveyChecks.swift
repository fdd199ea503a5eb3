/// What can only be seen when the whole survey was read.
extension SurveyReader {
  /// A question that is shown needs words, and only one that is shown can change another.
  mutating func checkWords() {
    let targets = survey.targets
    for index in survey.descendants() {
      let node = survey.nodes[index]
      guard node.kind == .question else { continue }
      let isSeen = node.hasLabel || node.hasHint
      let isCalculated = node.bind?["calculate"] != nil || !node.triggers.isEmpty
      guard node.type != "calculate", isSeen || !isCalculated else {
        refuseTriggers(by: node.name, targets[node.name] ?? [])
        continue
      }
      guard let tag = node.tag, tag != "action" else { continue }
      if !isSeen, node.media.isEmpty {
        log.add(.noWords, node.name, row: node.row, column: "label")
      }
      if node.media["big-image"] != nil, node.media["image"] == nil {
        log.add(.noWords, node.name, row: node.row, column: "media::image")
      }
    }
  }

  private mutating func refuseTriggers(by name: String, _ targets: [Int]) {
    for node in targets.map({ survey.nodes[$0] }) {
      log.add(.hiddenTrigger, name, node.name, row: node.row, column: "trigger")
    }
  }

  /// Lists of one name must be one list.
  mutating func checkLists() {
    var sources: [String: String] = [:]
    var files: Set<String> = []
    for (name, source, index) in ListWriter(survey: survey).sources {
      let row = index.flatMap { survey.nodes[$0].row }
      let isFile = index.map { survey.nodes[$0].kind == .external } ?? false
      if sources[name] ?? source != source || (isFile && !files.insert(name).inserted) {
        log.add(.listTwice, name, row: row, column: "type")
      }
      sources[name] = sources[name] ?? source
    }
  }
}
