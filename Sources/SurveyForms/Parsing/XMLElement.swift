extension XMLTree {
  /// An element of a document: a place in its table, as cheap to copy as a reference.
  package struct Element {
    let tree: XMLTree
    let index: Int32
  }

  package struct Attribute {
    package let name: Name
    package let value: String
  }

  package enum Content {
    case text(String)
    case element(Element)
  }
}

extension XMLTree.Element {
  private var node: XMLTree.Node { tree.nodes[Int(index)] }

  package var name: XMLTree.Name { tree.names[Int(node.name)] }

  package var local: String { tree.names[Int(node.name)].local }

  /// Where its `<` is, in bytes from the start.
  package var offset: Int { Int(node.offset) }

  /// How many elements and runs of character data it is, itself among them.
  var size: Int { Int(node.next - index) }

  package var attributes: [XMLTree.Attribute] {
    tree.attributes[places].map {
      XMLTree.Attribute(name: tree.names[Int($0.name)], value: tree.string($0.value))
    }
  }

  private var places: Range<Int> { Int(node.range.lowerBound)..<Int(node.range.upperBound) }

  /// The attribute of a local name: without a prefix, or with one of a namespace.
  package func attribute(_ local: String, in namespace: String = "") -> String? {
    value(local, in: namespace).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of an attribute, for those who need no string of it.
  func value(_ local: String, in namespace: String = "") -> ArraySlice<UInt8>? {
    for place in places {
      let name = Int(tree.attributes[place].name)
      // Nearly all names differ in length, which is known without looking at them.
      if tree.names[name].local.utf8.count == local.utf8.count, tree.names[name].local == local,
        tree.names[name].namespace == namespace
      {
        let range = tree.attributes[place].value
        return tree.text[Int(range.lowerBound)..<Int(range.upperBound)]
      }
    }
    return nil
  }

  package var elements: XMLTree.Elements { XMLTree.Elements(of: self) }

  /// The elements in the first child of a name; none when there is no such child.
  package func elements(in local: String) -> XMLTree.Elements {
    first(local)?.elements ?? XMLTree.Elements(noneOf: tree)
  }

  package func first(_ local: String) -> XMLTree.Element? {
    for element in elements where element.local == local { return element }
    return nil
  }

  /// Character data and elements, in the order of the file.
  package var content: [XMLTree.Content] {
    var content: [XMLTree.Content] = []
    forEachChild { place, child in
      content.append(
        child.name < 0
          ? .text(tree.string(child.range)) : .element(XMLTree.Element(tree: tree, index: place)))
    }
    return content
  }

  /// The character data directly inside.
  package var text: String {
    if let plainText { return String(decoding: plainText, as: UTF8.self) }
    var text = ""
    forEachChild { _, child in
      if child.name < 0 { text += tree.string(child.range) }
    }
    return text
  }

  /// The bytes of the character data, if there is no element among it.
  var plainText: ArraySlice<UInt8>? {
    if node.next == index + 1 { return [] }
    let only = tree.nodes[Int(index) + 1]
    guard only.name < 0, only.next == node.next else { return nil }
    return tree.text[Int(only.range.lowerBound)..<Int(only.range.upperBound)]
  }

  private func forEachChild(_ body: (Int32, XMLTree.Node) -> Void) {
    var place = index + 1
    while place < node.next {
      let child = tree.nodes[Int(place)]
      body(place, child)
      place = child.next
    }
  }
}

extension XMLTree {
  /// The elements directly inside of another, in the order of the file.
  package struct Elements: Collection {
    private let tree: XMLTree
    package let startIndex: Int32
    package let endIndex: Int32

    fileprivate init(of element: Element) {
      tree = element.tree
      endIndex = tree.nodes[Int(element.index)].next
      startIndex = Elements.element(from: element.index + 1, to: endIndex, in: tree)
    }

    fileprivate init(noneOf tree: XMLTree) {
      self.tree = tree
      startIndex = 0
      endIndex = 0
    }

    package subscript(place: Int32) -> Element { Element(tree: tree, index: place) }

    package func index(after place: Int32) -> Int32 {
      Elements.element(from: tree.nodes[Int(place)].next, to: endIndex, in: tree)
    }

    /// The first element from a node on, past character data.
    private static func element(from place: Int32, to end: Int32, in tree: XMLTree) -> Int32 {
      var place = place
      while place < end, tree.nodes[Int(place)].name < 0 { place = tree.nodes[Int(place)].next }
      return place
    }
  }
}
