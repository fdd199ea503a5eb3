import CExpat

/// An XML document as a tree of elements that remember where they stand.
///
/// A document type with declarations is refused, because entities can be made to swallow a laptop's
/// memory.
package struct XMLTree {
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

  package struct Name: Hashable {
    package var namespace: String
    package var local: String
    package var prefix: String

    /// The name as the document writes it.
    package var qualified: String { prefix.isEmpty ? local : prefix + ":" + local }
  }

  package struct Attribute {
    package var name: Name
    package var value: String
  }

  package enum Content {
    case text(String)
    case element(Element)
  }

  package struct Element {
    package var name: Name
    package var attributes: [Attribute] = []
    package var content: [Content] = []
    /// Where its `<` is, in bytes from the start.
    package var offset: Int
  }

  package let root: Element

  /// Deeper documents are refused: no form is, and every level costs stack.
  static let depthLimit = 64
  package static let byteLimit = 32 << 20
  /// Elements and attributes together; each takes far more memory than the bytes it is written in.
  static let nameLimit = 3_000
  static let elementLimit = 600_000

  package init(_ bytes: [UInt8], limit: Int = byteLimit) throws(Failure) {
    guard bytes.count <= limit else { throw Failure(refusal: .tooLarge, line: 1, offset: 0) }
    do {
      root = try Reading().run(bytes)
    } catch {
      guard case .malformed = error.refusal, let mended = XMLTree.escapingAttributes(bytes) else {
        throw error
      }
      root = try Reading().run(mended)
    }
  }
}

extension XMLTree.Element {
  package var local: String { name.local }

  package var elements: [XMLTree.Element] {
    content.compactMap {
      guard case .element(let element) = $0 else { return nil }
      return element
    }
  }

  /// The character data directly inside.
  package var text: String {
    var text = ""
    for case .text(let piece) in content { text += piece }
    return text
  }

  package func first(_ local: String) -> XMLTree.Element? {
    for case .element(let element) in content where element.local == local { return element }
    return nil
  }

  /// The attribute of a local name: without a prefix, or with one of a namespace.
  package func attribute(_ local: String, in namespace: String = "") -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
  }
}

/// One run of the parser; lives as long as it runs.
private final class Reading {
  private var open: [XMLTree.Element] = []
  private var count = 0
  private var root: XMLTree.Element?
  /// The names met before, each where a hash of how the parser writes it says; a later one of the
  /// same place takes it over.
  private var names: [KnownName?] = Array(repeating: nil, count: 1024)
  private var refusal: XMLTree.Refusal?
  private var parser: XML_Parser?
  /// Character data not yet added to the innermost element, for it comes in pieces.
  private var text: [UInt8] = []

  func run(_ bytes: [UInt8]) throws(XMLTree.Failure) -> XMLTree.Element {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: 32)) else {
      throw XMLTree.Failure(refusal: .tooLarge, line: 1, offset: 0)
    }
    defer { XML_ParserFree(parser) }
    self.parser = parser
    XML_SetReturnNSTriplet(parser, 1)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    setHandlers(of: parser)
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count), 1)
    }
    guard status == XML_STATUS_OK, let root else { throw failure(of: parser) }
    return root
  }

  private func setHandlers(of parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        Reading.of(data)?.begin(name, attributes)
      },
      { data, _ in Reading.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let bytes else { return }
      let piece = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      Reading.of(data)?.text.append(contentsOf: piece)
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasDeclarations in
      // Without declarations of its own it declares nothing, for we read no file that it names.
      if hasDeclarations != 0 { Reading.of(data)?.stop(.doctype) }
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> Reading? {
    data.map { Unmanaged<Reading>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ refusal: XMLTree.Refusal) {
    self.refusal = self.refusal ?? refusal
    if let parser { XML_StopParser(parser, 0) }
  }

  private func failure(of parser: XML_Parser) -> XMLTree.Failure {
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    return XMLTree.Failure(
      refusal: refusal ?? .malformed(reason ?? "empty"),
      line: Int(XML_GetCurrentLineNumber(parser)),
      offset: Int(XML_GetCurrentByteIndex(parser)))
  }

  private func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    guard refusal == nil else { return }
    guard open.count < XMLTree.depthLimit else { return stop(.tooDeep) }
    keepText()
    var element = XMLTree.Element(
      name: self.name(name), offset: Int(XML_GetCurrentByteIndex(parser)))
    var next = attributes
    while let key = next[0], let value = next[1] {
      element.attributes.append(
        XMLTree.Attribute(name: self.name(key), value: String(cString: value)))
      next += 2
    }
    count += 1 + element.attributes.count
    guard count <= XMLTree.elementLimit else { return stop(.tooManyElements) }
    open.append(element)
  }

  private func end() {
    keepText()
    guard let closed = open.popLast() else { return }
    if open.isEmpty { root = closed } else { open[open.count - 1].content.append(.element(closed)) }
  }

  private func keepText() {
    guard !text.isEmpty else { return }
    if !open.isEmpty {
      open[open.count - 1].content.append(.text(String(decoding: text, as: UTF8.self)))
    }
    text.removeAll(keepingCapacity: true)
  }

  /// Splits "namespace local prefix", once for every name.
  private func name(_ raw: UnsafePointer<CChar>) -> XMLTree.Name {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    while raw[count] != 0 {
      hash = (hash ^ UInt64(UInt8(bitPattern: raw[count]))) &* 0x100_0000_01b3
      count += 1
    }
    let written = UnsafeBufferPointer(start: raw, count: count)
    let place = Int(hash & 1023)
    if let known = names[place], known.isWritten(written) { return known.name }
    if count > XMLTree.nameLimit { stop(.malformed("a name of more than 1,000 letters")) }
    let name = Reading.split(String(cString: raw))
    names[place] = KnownName(raw: Array(written), name: name)
    return name
  }

  private static func split(_ raw: String) -> XMLTree.Name {
    let parts = raw.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else { return XMLTree.Name(namespace: "", local: parts[0], prefix: "") }
    return XMLTree.Name(
      namespace: parts[0], local: parts[1], prefix: parts.count > 2 ? parts[2] : "")
  }
}

/// A name, and the bytes in which the parser gives it.
private struct KnownName {
  let raw: [CChar]
  let name: XMLTree.Name

  func isWritten(_ other: UnsafeBufferPointer<CChar>) -> Bool {
    guard raw.count == other.count else { return false }
    for index in raw.indices where raw[index] != other[index] { return false }
    return true
  }
}
