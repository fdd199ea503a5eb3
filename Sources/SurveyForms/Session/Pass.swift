import XPath

/// One reading or changing of a record, with the clock standing still.
///
/// A class only while it runs: expressions look at the same nodes that the pass is changing.
final class Pass {
  let form: FormModel
  let body: [FormElement]
  let environment: SessionEnvironment
  let language: String
  var instance: Instance
  let now: Int64
  /// The node whose text is being made, which `output` inside a translation is relative to.
  var textNode: Int32 = Instance.root
  /// How many actions are at work that set each other off.
  var depth = 0
  /// The nodes that changed in value, relevance, requiredness or lock.
  var touched: Set<Int32> = []
  /// The rules that could not be worked out: the form's fault, shown at the question.
  var faults: [FieldID: EvaluationError] = [:]

  /// Nodes visited and letters made so far.
  private var work = 0
  /// Beginning a record may take more than a change.
  var mostWork: Int
  /// How dates are said to a reader; nil where the words are for a program, or for comparing.
  private(set) var wording: ValueWording?
  /// Whether the words are for a reader, who sees answers as they were written.
  private(set) var isForReading = false
  /// How many texts are being made for the sake of another.
  private var textDepth = 0

  init(_ session: FormSession, taking instance: Instance) {
    form = session.definition.model
    body = session.definition.body
    environment = session.environment
    language = session.language
    now = session.environment.now()
    mostWork = session.environment.mostWork
    wording = session.wording
    self.instance = instance
  }

  var evaluator: Evaluator { Evaluator(self) }

  /// The same, making words that a person reads.
  func forReading() -> Pass {
    isForReading = true
    return self
  }
}

extension Pass: EvaluationContext {
  /// Numbers of nodes as expressions see them: 0 is the document, then the record's nodes, then
  /// the lists beside it.
  static func id(_ node: Int32) -> NodeID { NodeID(node + 1) }

  func node(_ id: NodeID) -> Int32? {
    id.rawValue > 0 && id.rawValue < SecondaryInstances.firstNode ? id.rawValue - 1 : nil
  }

  private func isList(_ id: NodeID) -> Bool { id.rawValue >= SecondaryInstances.firstNode }

  var zoneOffset: Int { environment.zoneOffset }

  var repeatsFaults: Bool { environment.repeatsFaults }

  func document(_ name: String?) -> NodeID? {
    guard let name else { return NodeID(0) }
    return form.tables.document(name).map(NodeID.init)
  }

  func appendChildren(of id: NodeID, named name: String?, to nodes: inout [NodeID]) {
    if isList(id) {
      form.tables.appendChildren(of: id.rawValue, named: name, to: &nodes)
    } else if let node = node(id) {
      appendChildren(of: node, named: name, to: &nodes)
    } else if name == nil || name == form.fields[instance[Instance.root].field.index].name {
      nodes.append(Pass.id(Instance.root))
    }
  }

  private func appendChildren(of node: Int32, named name: String?, to nodes: inout [NodeID]) {
    guard let name else {
      for child in instance[node].children where !form[instance[child].field].isAttribute {
        nodes.append(Pass.id(child))
      }
      return
    }
    guard let field = form[instance[node].field].childByName[name] else { return }
    let all = instance.nodes(of: field)
    // A form of many questions has many nodes below one, and of most fields one node in all.
    if all.count == 1 {
      if instance[all[0]].parent == node { nodes.append(Pass.id(all[0])) }
      return
    }
    for child in instance[node].children where instance[child].field == field {
      nodes.append(Pass.id(child))
    }
  }

  func onlyNode(at place: Int32) -> NodeID? {
    let nodes = instance.nodesByField[Int(place)]
    return nodes.count == 1 ? Pass.id(nodes[0]) : nil
  }

  func attribute(of id: NodeID, named name: String) -> NodeID? {
    if isList(id) { return form.tables.attribute(of: id.rawValue, named: name) }
    guard let node = node(id) else { return nil }
    return instance[node].children.first {
      form[instance[$0].field].isAttribute && form[instance[$0].field].name == name
    }.map(Pass.id)
  }

  func parent(of id: NodeID) -> NodeID? {
    if isList(id) { return form.tables.parent(of: id.rawValue) }
    return node(id).map { NodeID(instance[$0].parent + 1) }
  }

  func name(of id: NodeID) -> String {
    if isList(id) { return form.tables.name(of: id.rawValue) }
    return node(id).map { form[instance[$0].field].name } ?? ""
  }

  func position(of id: NodeID) -> Int {
    if isList(id) { return form.tables.position(of: id.rawValue) }
    return node(id).map { Int(instance[$0].position) } ?? 1
  }

  func value(of id: NodeID) -> XPathValue {
    if isList(id) { return .text(form.tables.text(of: id.rawValue)) }
    guard let node = node(id), instance.isRelevant(node) else { return .empty }
    return instance[node].value.forExpressions
  }

  func isRelevant(_ id: NodeID) -> Bool {
    isList(id) || node(id).map(instance.isRelevant) ?? true
  }

  func children(
    of id: NodeID, named name: String, where column: String, equals text: String
  ) -> [NodeID]? {
    guard isList(id) else { return nil }
    return form.tables.rows(below: id.rawValue, named: name, where: column, equals: text)
  }

  func randomNumber() -> Double {
    let bits = environment.random().prefix(7).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Double(bits >> 3) / 0x1p53
  }

  func newUUID() -> String { uuidText(environment.random()) }

  func property(_ name: String) -> String { environment.properties[name] ?? "" }

  func spend(_ work: Int) throws(EvaluationError) {
    self.work += work
    if self.work > mostWork { throw .tooMuchWork }
  }

  func translation(_ id: String) -> String? {
    form.translations.pieces(id, in: language).map { pieces in
      nested { text(of: pieces, at: textNode) } ?? ""
    }
  }

  /// Makes a text for another; nil in a circle of texts that show each other.
  private func nested<T>(_ make: () -> T) -> T? {
    work += 100
    guard textDepth < Pass.deepestText, work <= mostWork else { return nil }
    textDepth += 1
    defer { textDepth -= 1 }
    return make()
  }

  private static let deepestText = 8

  func choiceLabel(_ value: String, question path: String, at id: NodeID) -> String? {
    let path = path.filter { !$0.isWhitespace }
    guard let field = form.fieldByPath[path], let question = form[field].question,
      let node = nearest(field, to: node(id) ?? Instance.root)
    else { return nil }
    return nested { choice(value, of: question, at: node)?.markup } ?? nil
  }

  /// The node of a field in the same repeat instances as another node; else the first.
  func nearest(_ field: FieldID, to node: Int32) -> Int32? {
    let candidates = instance.nodes(of: field)
    guard candidates.count > 1 else { return candidates.first }
    var place = node
    while place >= 0 {
      if let found = candidates.first(where: { instance.isInside($0, place) }) { return found }
      place = instance[place].parent
    }
    return candidates.first
  }
}

/// A version 4 UUID made of 16 random bytes.
func uuidText(_ random: [UInt8]) -> String {
  var bytes = Array(random.prefix(16))
  bytes += Array(repeating: 0, count: 16 - bytes.count)
  bytes[6] = bytes[6] & 0x0F | 0x40
  bytes[8] = bytes[8] & 0x3F | 0x80
  var text = ""
  for (index, byte) in bytes.enumerated() {
    if [4, 6, 8, 10].contains(index) { text += "-" }
    text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
  return text
}
