/// One thing of a survey: a group, a repeat, a question, a part of an entity.
struct SurveyNode: Sendable {
  enum Kind: Sendable { case survey, group, repeating, question, external, entity, text, attribute }

  var kind: Kind
  var name: String
  var type = ""
  /// The row of the sheet that it comes from; nil for what the converter adds.
  var row: SheetRow?
  var parent: Int?
  var children: [Int] = []
  var label: SheetValue?
  var hint: SheetValue?
  var guidance: SheetValue?
  var media = Ordered<SheetValue>()
  var bind: Ordered<SheetValue>?
  var control = Ordered<String>()
  /// The attributes of its node in the record.
  var instance = Ordered<String>()
  var defaultValue: String?
  var isDynamic = false
  var actions: [Action] = []
  var choiceFilter: String?
  var parameters = Ordered<String>()
  /// The list that choices are taken from: a name, a file or a reference to a question.
  var itemset: String?
  var query: String?
  var triggers: [String] = []
  /// The metadata of the record, which no one is asked for.
  var isBodyless = false
  /// The value of an attribute.
  var value = ""

  /// Something that happens by itself at an event.
  struct Action: Sendable {
    var name: String
    var event: String
    var value: String?
    var quality: String?
  }

  var tag: String? { kind == .question ? QuestionTypes.entry(type)?.tag : nil }

  /// Whether its words go into the translations.
  var needsTranslation: Bool { label?.group != nil || !media.isEmpty }

  var hasLabel: Bool { label.map { !$0.isEmpty } ?? false }
  var hasHint: Bool { hint.map { !$0.isEmpty } ?? false }
  var hasGuidance: Bool { guidance.map { !$0.isEmpty } ?? false }
}

/// A list of choices.
struct ChoiceList: Sendable {
  var name: String
  var options: [Option] = []
  /// Whether its questions look them up with `search()`, so that they stand in the body.
  var isSearched = false

  struct Option: Sendable {
    var name: String
    var label: SheetValue?
    var media = Ordered<SheetValue>()
    var smsOption: String?
    /// Nil for what `or_other` adds.
    var row: SheetRow?
    /// The columns that filters compare with.
    var more = Ordered<SheetValue>()
  }

  /// Whether any label needs the translations.
  var needsTranslation: Bool {
    options.contains { option in
      !option.media.isEmpty || option.label?.group != nil
        || !References.all(in: option.label?.text ?? "").isEmpty
    }
  }
}

/// A whole survey as a tree; the first node is its root.
struct Survey: Sendable {
  var nodes: [SurveyNode]
  var settings = Ordered<SheetValue>()
  var defaultLanguage = "default"
  var choices = Ordered<ChoiceList>()
  var entityVersion: String?

  func setting(_ name: String) -> String? { settings[name]?.text }

  mutating func add(_ node: SurveyNode, below parent: Int) -> Int {
    var node = node
    node.parent = parent
    nodes.append(node)
    nodes[parent].children.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// A node and everything below it, in order.
  func descendants(of index: Int = 0) -> [Int] {
    var found: [Int] = []
    var waiting = [index]
    while let next = waiting.popLast() {
      found.append(next)
      waiting += nodes[next].children.reversed()
    }
    return found
  }

  func ancestors(of index: Int) -> [Int] {
    var found: [Int] = []
    var place = nodes[index].parent
    while let ancestor = place {
      found.append(ancestor)
      place = nodes[ancestor].parent
    }
    return found
  }

  /// The nodes that a change of a question writes to, by the question's name.
  var targets: [String: [Int]] {
    var targets: [String: [Int]] = [:]
    for index in descendants() {
      for name in Set(nodes[index].triggers) { targets[name, default: []].append(index) }
    }
    return targets
  }

  /// The path of a node in the record, or from below one of its ancestors.
  func path(of index: Int, below top: Int? = nil) -> String {
    let line = ancestors(of: index).prefix { $0 != top }.reversed() + [index]
    return line.map { "/" + (nodes[$0].kind == .attribute ? "@" : "") + nodes[$0].name }.joined()
  }
}
