import Testing
import XPath

struct PathTests {
  private let village = TestTree(
    """
    <data><moo>4</moo>
    <person><name>สมชาย</name><age>61</age></person>
    <person><name>มาลี</name><age>34</age></person>
    <person><name>บุญมา</name><age>72</age></person></data>
    """)

  @Test func `an absolute path into the question's own repeat means its instance`() throws {
    #expect(try village.value("/data/person/name", at: "/data/person[2]/age") == .text("มาลี"))
    #expect(try village.value("../name", at: "/data/person[3]/age") == .text("บุญมา"))
  }

  @Test func `inside a repeat its own path counts all instances and a path into it is this one`()
    throws
  {
    #expect(try village.value("count(/data/person)", at: "/data/person[2]/age") == .number(3))
    #expect(try village.value("count(/data/person/age)", at: "/data/person[2]/age") == .number(1))
    #expect(try village.value("count(../../person)", at: "/data/person[2]/age") == .number(3))
    #expect(try village.value("count(/data/person)", at: "/data/moo") == .number(3))
  }

  @Test func `one value of many nodes is a fault of the form`() {
    #expect(throws: EvaluationError.manyNodes(path: "/data/person/name")) {
      try village.value("string(/data/person/name)")
    }
  }

  @Test func `predicates keep the nodes they hold for`() throws {
    #expect(try village.value("count(/data/person[age > 60])") == .number(2))
    #expect(try village.value("/data/person[age > 60][2]/name") == .text("บุญมา"))
    #expect(try village.value("/data/person[position() = 2]/name") == .text("มาลี"))
    #expect(try village.value("/data/person[last()]/name") == .text("บุญมา"))
  }

  @Test func `current is the question and the dot is the row`() throws {
    let areas = TestTree(
      "<data><province>47</province><district/></data>",
      instances: [
        "areas": """
        <root><item><code>4701</code><parent>47</parent></item>
        <item><code>5601</code><parent>56</parent></item></root>
        """
      ])
    #expect(
      try areas.value(
        "instance('areas')/root/item[parent = current()/../province]/code",
        at: "/data/district") == .text("4701"))
    #expect(throws: EvaluationError.unknownInstance("tambons")) {
      try areas.value("instance('tambons')/root/item")
    }
  }

  @Test func `an expression can be long and deep, but not so that it breaks the stack`() throws {
    let open = String(repeating: "if(1, ", count: 119)
    let nested = open + "1" + String(repeating: " + 1, 0)", count: 119)
    let sum = String(repeating: " + 1", count: 400)
    #expect(try village.value(nested + sum) == .number(520))
    #expect(throws: SyntaxError.self) { try Parser.parse(nested + sum + " + 1") }
    #expect(throws: SyntaxError.self) { try Parser.parse("((\(nested)))") }
    #expect(throws: SyntaxError(.tooDeep, at: 120)) {
      try Parser.parse(String(repeating: "(", count: 9000))
    }
    let choices = (1...5000).map { "/data/moo = \($0)" }.joined(separator: " or ")
    #expect(try village.value(choices) == .boolean(true))
  }

  @Test func `what is not relevant reads as nothing`() throws {
    village.irrelevant = ["age"]
    #expect(try village.value("count(/data/person/age)") == .number(0))
    #expect(try village.value("../age = ''", at: "/data/person[1]/name") == .boolean(true))
  }

  @Test(arguments: [
    ("/data/person[", SyntaxError(.unexpectedEnd, at: 13)),
    ("1 + somchai()", SyntaxError(.unknownFunction("somchai"), at: 4)),
    ("selected(.)", SyntaxError(.wrongArgumentCount(function: "selected"), at: 0)),
    ("following::age", SyntaxError(.unsupportedAxis("following"), at: 0)),
    ("'สวัสดี", SyntaxError(.unclosedText, at: 0)),
    ("$age", SyntaxError(.unsupported("a variable"), at: 0)),
    ("age ; 3", SyntaxError(.unexpectedCharacter(";"), at: 4)),
  ])
  func `what is no expression is refused where it goes wrong`(
    source: String, error: SyntaxError
  ) {
    #expect(throws: error) { try Parser.parse(source) }
  }
}

/// A list with an index on its columns, which remembers whether it was walked all the same.
private final class IndexedList: EvaluationContext {
  private let tree: TestTree
  var walks = 0
  var lookUps: [String] = []

  init(_ tree: TestTree) { self.tree = tree }

  func children(
    of node: NodeID, named name: String, where column: String, equals text: String
  ) -> [NodeID]? {
    lookUps.append("\(column)=\(text)")
    var items: [NodeID] = []
    tree.appendChildren(of: node, named: name, to: &items)
    return items.filter { item in
      var cells: [NodeID] = []
      tree.appendChildren(of: item, named: column, to: &cells)
      return cells.contains { tree.value(of: $0) == .text(text) }
    }
  }

  func appendChildren(of node: NodeID, named name: String?, to list: inout [NodeID]) {
    if name == "item" { walks += 1 }
    tree.appendChildren(of: node, named: name, to: &list)
  }

  func document(_ instance: String?) -> NodeID? { tree.document(instance) }
  func parent(of node: NodeID) -> NodeID? { tree.parent(of: node) }
  func name(of node: NodeID) -> String { tree.name(of: node) }
  func position(of node: NodeID) -> Int { tree.position(of: node) }
  func value(of node: NodeID) -> XPathValue { tree.value(of: node) }
  var now: Int64 { 0 }
  var zoneOffset: Int { 420 }
  func randomNumber() -> Double { 0 }
  func newUUID() -> String { "" }
}

struct IndexTests {
  @Test func `a list with an index is looked up and not walked`() throws {
    let areas = IndexedList(
      TestTree(
        "<data><province>47</province></data>",
        instances: [
          "areas": """
          <root><item><level>province</level><code>47</code><parent/></item>
          <item><level>district</level><code>4701</code><parent>47</parent></item>
          <item><level>district</level><code>5601</code><parent>56</parent></item></root>
          """
        ]))
    let filter = "instance('areas')/root/item[level = 'district' and parent = /data/province]/code"
    let found = try Evaluator(areas).scalar(Parser.parse(filter), at: NodeID(0))
    #expect(found == .text("4701"))
    #expect(areas.lookUps == ["level=district", "parent=47"])
    #expect(areas.walks == 0)
  }
}
