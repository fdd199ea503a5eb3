/// The functions that read the device, the dice and the tables beside a form.
enum FormFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("random", 0, readsFocus: true) { call in .number(call.context.randomNumber()) },
    XPathFunction("uuid", 0...1, readsFocus: true, body: uuid),
    XPathFunction("property", 1) { call throws(EvaluationError) in
      .text(call.context.property(try call.text(0)))
    },
    XPathFunction("version", 0) { call in .text(call.context.property("version")) },
    XPathFunction("pulldata", 4, body: pulldata),
  ]

  /// A UUID, or so many random letters and digits.
  @Sendable private static func uuid(_ call: Call) throws(EvaluationError) -> XPathValue {
    guard call.count == 1 else { return .text(call.context.newUUID()) }
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let length = wholeNumber(try call.number(0))
    guard (0...1000).contains(length) else { throw .outOfRange(function: call.name) }
    let picked = (0..<length).map { _ in
      letters[Int(call.context.randomNumber() * Double(letters.count)) % letters.count]
    }
    return .text(String(picked))
  }

  /// `pulldata('table', 'column', 'key column', key)`: the first row with the key; "" without one.
  @Sendable private static func pulldata(_ call: Call) throws(EvaluationError) -> XPathValue {
    let table = try call.text(0)
    guard let document = call.context.document(table) else { throw .unknownInstance(table) }
    let (column, keyColumn, key) = (try call.text(1), try call.text(2), try call.text(3))
    var rows: [NodeID] = []
    for root in call.context.children(of: document) {
      rows += call.context.rows(below: root, where: keyColumn, equals: key)
    }
    guard let row = rows.first else { return .empty }
    return call.context.children(of: row, named: column).first.map(call.context.value(of:))
      ?? .empty
  }
}

extension EvaluationContext {
  fileprivate func children(of node: NodeID, named name: String? = nil) -> [NodeID] {
    var nodes: [NodeID] = []
    appendChildren(of: node, named: name, to: &nodes)
    return nodes
  }

  fileprivate func rows(
    below root: NodeID, where column: String, equals key: String
  ) -> [NodeID] {
    if !key.isEmpty,
      let rows = children(of: root, named: "item", where: column, equals: key)
    {
      return rows
    }
    return children(of: root, named: "item").filter { row in
      children(of: row, named: column).contains { sameText(value(of: $0).scalarText, key) }
    }
  }
}
