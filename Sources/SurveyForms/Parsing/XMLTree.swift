/// An XML document: its elements and character data in one table, in the order of the file.
///
/// A form has ten thousand elements, and making as many objects takes longer than reading them. So
/// a node is a row of numbers, and a string is made when somebody asks for it.
package final class XMLTree: Sendable {
  /// Why bytes are not a document that we read.
  package enum Refusal: Error, Equatable {
    case malformed(String)
    case doctype
    case tooDeep
    case tooLarge
    case tooManyElements
  }

  package struct Failure: Error, Equatable {
    package var refusal: Refusal
    package var line: Int
    /// In bytes from the start.
    package var offset: Int
  }

  package struct Name: Hashable, Sendable {
    package var namespace: String
    package var local: String
    package var prefix: String

    /// The name as the document writes it.
    package var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
  }

  /// An element, or the character data between two tags.
  struct Node {
    /// Its place in ``names``; -1 for character data.
    let name: Int32
    /// Where the element's `<` is, in bytes from the start of the file.
    let offset: Int32
    /// The element's ``attributes``, or the bytes of the character data in ``text``.
    var range: Range<Int32>
    /// The node behind this one and everything in it.
    var next: Int32
  }

  struct AttributeNode {
    /// Its place in ``names``.
    let name: Int32
    /// The bytes of its value in ``text``.
    var value: Range<Int32>
  }

  let nodes: [Node]
  let attributes: [AttributeNode]
  let names: [Name]
  /// All values and character data in UTF-8, and what may stand between them in the document.
  let text: [UInt8]

  package var root: Element { Element(tree: self, index: 0) }

  /// Deeper documents are refused: no form is, and every level costs stack.
  package static let depthLimit = 64
  package static let byteLimit = 32 << 20
  /// Elements and attributes together; each takes far more memory than the bytes it is written in.
  package static let elementLimit = 600_000

  /// The tree that a builder has put together; the builder has closed an element.
  init(_ builder: Builder) {
    nodes = builder.nodes
    attributes = builder.attributes
    names = builder.names
    text = builder.text
  }

  /// Reads a document.
  ///
  /// A document type with declarations is refused, because entities can be made to swallow a
  /// laptop's memory.
  package convenience init(_ bytes: [UInt8], limit: Int = byteLimit) throws(Failure) {
    guard bytes.count <= limit else { throw Failure(refusal: .tooLarge, line: 1, offset: 0) }
    if let scanned = XMLScanner.read(bytes) {
      self.init(scanned)
      return
    }
    do {
      self.init(try XMLReader.read(bytes))
    } catch {
      guard case .malformed = error.refusal, let mended = XMLTree.escapingAttributes(bytes) else {
        throw error
      }
      self.init(try XMLReader.read(mended))
    }
  }

  func string(_ range: Range<Int32>) -> String {
    String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}

extension XMLTree {
  /// Writes a tree down from its first tag to its last.
  struct Builder {
    fileprivate(set) var nodes: [Node] = []
    fileprivate(set) var attributes: [AttributeNode] = []
    fileprivate(set) var names: [Name] = []
    fileprivate(set) var text: [UInt8] = []
    /// The elements whose end has not come, outermost first.
    private var open: [Int32] = []
    /// Where the character data begins that comes in pieces and has no node yet.
    private var loose = 0

    /// Elements and attributes together.
    private(set) var count = 0

    var depth: Int { open.count }

    /// Whether there is character data that more may follow.
    var isInText: Bool { loose < text.count }

    init() {}

    /// A tree whose texts may be left where they stand in a document.
    init(over document: [UInt8]) {
      text = document
      loose = document.count
    }

    /// Gives a name a number; a name that was added before should be used by that number.
    mutating func add(_ name: Name) -> Int32 {
      names.append(name)
      return Int32(names.count - 1)
    }

    mutating func begin(_ name: Int32, at offset: Int) {
      keepText()
      count += 1
      open.append(Int32(nodes.count))
      let place = Int32(attributes.count)
      nodes.append(Node(name: name, offset: Int32(offset), range: place..<place, next: 0))
    }

    /// Begins an attribute of the element that was begun last; what is added next is its value.
    mutating func beginAttribute(_ name: Int32) {
      count += 1
      let start = Int32(text.count)
      attributes.append(AttributeNode(name: name, value: start..<start))
    }

    mutating func endAttribute() {
      loose = text.count
      let start = attributes[attributes.count - 1].value.lowerBound
      attributes[attributes.count - 1].value = start..<Int32(loose)
      widen()
    }

    /// Adds an attribute of the element that was begun last, whose value stands in the document.
    mutating func addAttribute(_ name: Int32, at place: Range<Int>) {
      count += 1
      attributes.append(
        AttributeNode(name: name, value: Int32(place.lowerBound)..<Int32(place.upperBound)))
      widen()
    }

    /// Gives the element that was begun last all attributes since.
    private mutating func widen() {
      let first = nodes[nodes.count - 1].range.lowerBound
      nodes[nodes.count - 1].range = first..<Int32(attributes.count)
    }

    mutating func add(_ words: some Sequence<UInt8>) { text.append(contentsOf: words) }

    mutating func end() {
      keepText()
      guard let closed = open.popLast() else { return }
      nodes[Int(closed)].next = Int32(nodes.count)
    }

    private mutating func keepText() {
      guard loose < text.count else { return }
      addText(at: loose..<text.count)
      loose = text.count
    }

    /// Adds character data that stands in ``text``, or in the document that it began as: all that is
    /// between two tags.
    mutating func addText(at place: Range<Int>) {
      let range = Int32(place.lowerBound)..<Int32(place.upperBound)
      nodes.append(Node(name: -1, offset: 0, range: range, next: Int32(nodes.count + 1)))
    }
  }
}
