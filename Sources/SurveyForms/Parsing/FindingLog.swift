import XPath

/// Gathers findings, and knows where in the file things stand.
struct FindingLog {
  private let source: [UInt8]
  private(set) var findings: [Finding] = []

  init(source: [UInt8]) {
    self.source = source
  }

  /// Where in a document something is: an element, or a place inside the value of its attribute.
  struct Place {
    var element: XMLTree.Element
    var attribute: String?
    /// In Unicode scalars from the start of the attribute's value.
    var offset = 0
  }

  mutating func error(_ code: Finding.Code, _ message: String, at place: Place) {
    add(.error, code, message, at: place)
  }

  mutating func warning(_ code: Finding.Code, _ message: String, at place: Place) {
    add(.warning, code, message, at: place)
  }

  mutating func error(_ code: Finding.Code, _ message: String, line: Int, column: Int) {
    findings.append(
      Finding(severity: .error, line: line, column: column, code: code, message: message))
  }

  private mutating func add(
    _ severity: Finding.Severity, _ code: Finding.Code, _ message: String, at place: Place
  ) {
    let (line, column) = position(of: place)
    findings.append(
      Finding(severity: severity, line: line, column: column, code: code, message: message))
  }

  private func position(of place: Place) -> (line: Int, column: Int) {
    let start = place.element.offset
    guard let name = place.attribute, let value = valueStart(of: name, after: start) else {
      return lineAndColumn(of: start)
    }
    return lineAndColumn(of: advanced(value, by: place.offset))
  }

  /// The first byte of an attribute's value in the tag that begins at a byte.
  private func valueStart(of name: String, after start: Int) -> Int? {
    let wanted = Array(name.utf8)
    var place = start
    while place < source.count, source[place] != UInt8(ascii: ">") {
      let byte = source[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if endsWith(wanted, before: place) { return place + 1 }
        place += 1
        while place < source.count, source[place] != byte { place += 1 }
      }
      place += 1
    }
    return nil
  }

  /// Whether what stands before a quote is the name, alone or behind a prefix, and `=`.
  private func endsWith(_ name: [UInt8], before quote: Int) -> Bool {
    var end = quote
    while end > 0, source[end - 1] <= 0x20 || source[end - 1] == UInt8(ascii: "=") { end -= 1 }
    guard end > name.count, source[(end - name.count)..<end].elementsEqual(name) else {
      return false
    }
    let before = source[end - name.count - 1]
    return before <= 0x20 || before == UInt8(ascii: ":")
  }

  /// The byte so many characters on, where `&gt;` and its like are one.
  private func advanced(_ start: Int, by count: Int) -> Int {
    var place = start
    for _ in 0..<count where place < source.count {
      if source[place] == UInt8(ascii: "&") {
        while place < source.count, source[place] != UInt8(ascii: ";") { place += 1 }
      }
      place += 1
      while place < source.count, source[place] & 0xC0 == 0x80 { place += 1 }
    }
    return place
  }

  private func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in source[..<min(offset, source.count)] {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
