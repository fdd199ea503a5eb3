import CExpat

/// One run of expat over a document, which writes down what the parser tells.
struct XMLReader {
  private var builder = XMLTree.Builder()
  private var names = KnownNames()
  /// What all names take, in bytes: a long namespace is written once and belongs to many.
  private var nameSize = 0
  private var refusal: XMLTree.Refusal?
  private let parser: XML_Parser

  /// The longest name, its namespace and prefix with it, in bytes.
  private static let nameLimit = 3_000

  static func read(_ bytes: [UInt8]) throws(XMLTree.Failure) -> XMLTree.Builder {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: 32)) else {
      throw XMLTree.Failure(refusal: .tooLarge, line: 1, offset: 0)
    }
    defer { XML_ParserFree(parser) }
    XML_SetReturnNSTriplet(parser, 1)
    setHandlers(of: parser)
    var reader = XMLReader(parser: parser)
    let status = withUnsafeMutablePointer(to: &reader) { reader in
      XML_SetUserData(parser, reader)
      return bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), CInt(buffer.count), 1)
      }
    }
    guard status == XML_STATUS_OK else { throw reader.failure }
    return reader.builder
  }

  private init(parser: XML_Parser) {
    self.parser = parser
  }

  private static func setHandlers(of parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        data?.assumingMemoryBound(to: XMLReader.self).pointee.begin(name, attributes)
      },
      { data, _ in data?.assumingMemoryBound(to: XMLReader.self).pointee.builder.end() })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let bytes else { return }
      let piece = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      data?.assumingMemoryBound(to: XMLReader.self).pointee.builder.add(piece)
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, hasDeclarations in
      // Without declarations of its own it declares nothing, for we read no file that it names.
      guard hasDeclarations != 0 else { return }
      data?.assumingMemoryBound(to: XMLReader.self).pointee.stop(.doctype)
    }
  }

  private mutating func stop(_ refusal: XMLTree.Refusal) {
    self.refusal = self.refusal ?? refusal
    XML_StopParser(parser, 0)
  }

  private var failure: XMLTree.Failure {
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
    return XMLTree.Failure(
      refusal: refusal ?? .malformed(reason ?? "empty"),
      line: Int(XML_GetCurrentLineNumber(parser)),
      offset: Int(XML_GetCurrentByteIndex(parser)))
  }

  private mutating func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
  ) {
    guard refusal == nil else { return }
    guard builder.depth < XMLTree.depthLimit else { return stop(.tooDeep) }
    builder.begin(number(of: name), at: Int(XML_GetCurrentByteIndex(parser)))
    var next = attributes
    while let key = next[0], let value = next[1] {
      builder.beginAttribute(number(of: key))
      builder.add(bytes(value))
      builder.endAttribute()
      next += 2
    }
    if builder.count > XMLTree.elementLimit { stop(.tooManyElements) }
  }

  private mutating func number(of name: UnsafePointer<CChar>) -> Int32 {
    let written = bytes(name)
    if written.count > XMLReader.nameLimit {
      stop(.malformed("a name of more than 1,000 letters"))
    }
    if let known = names[written] { return known }
    nameSize += written.count
    if nameSize > XMLTree.byteLimit { stop(.tooLarge) }
    let number = builder.add(XMLReader.split(String(decoding: written, as: UTF8.self)))
    // One that is crowded out gets another number when it is met again.
    _ = names.add(written, number: number)
    return number
  }

  /// Takes "namespace local prefix" apart, as the parser writes names.
  private static func split(_ written: String) -> XMLTree.Name {
    let parts = written.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard parts.count > 1 else { return XMLTree.Name(namespace: "", local: written, prefix: "") }
    return XMLTree.Name(
      namespace: String(Substring(parts[0])), local: String(Substring(parts[1])),
      prefix: parts.count > 2 ? String(Substring(parts[2])) : "")
  }

  /// The bytes before the zero, which are there as long as the callback runs.
  private func bytes(_ text: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeRawBufferPointer(start: text, count: count)
  }
}
