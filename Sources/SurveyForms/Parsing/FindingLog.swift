import XPath

/// Gathers findings, and knows where in the file things stand.
struct FindingLog {
  private let source: [UInt8]
  private var noted: [Note] = []
  private var left = 0

  /// More than this many findings are counted, not kept.
  static let limit = 500

  private struct Note {
    var code: Finding.Code
    var subjects: [String]
    /// In bytes from the start of the file.
    var offset: Int
  }
  /// Whether a session can be made of the form in spite of its errors.
  private(set) var isRunnable = true

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

  /// - Parameters:
  ///   - subjects: What the code's sentence names, in its order.
  ///   - stops: False if other clients run the form all the same, although it is an error.
  mutating func add(
    _ code: Finding.Code, _ subjects: String..., at place: Place, stops: Bool = true
  ) {
    if code.severity == .error, stops { isRunnable = false }
    guard noted.count < FindingLog.limit else { return left += 1 }
    noted.append(Note(code: code, subjects: subjects, offset: offset(of: place)))
  }

  mutating func add(_ code: Finding.Code, _ subjects: String..., atByte offset: Int) {
    noted.append(Note(code: code, subjects: subjects, offset: offset))
  }

  var hasErrors: Bool { noted.contains { $0.code.severity == .error } }

  /// All findings in the order of the file.
  var findings: [Finding] {
    var notes = noted
    if left > 0 {
      notes.append(Note(code: .tooManyFindings, subjects: ["\(left)"], offset: source.count))
    }
    let order = notes.indices.sorted { (notes[$0].offset, $0) < (notes[$1].offset, $1) }
    var place = LineCounter()
    return order.map { index in
      let note = notes[index]
      place.advance(to: note.offset, in: source)
      return Finding(
        line: place.line, column: place.column, code: note.code, subjects: note.subjects)
    }
  }

  private func offset(of place: Place) -> Int {
    let start = place.element.offset
    guard let name = place.attribute, let value = valueStart(of: name, after: start) else {
      return start
    }
    return advanced(value, by: place.offset)
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
}

/// Counts lines and columns once through a file, from finding to finding.
private struct LineCounter {
  private(set) var line = 1
  private(set) var column = 1
  private var offset = 0

  mutating func advance(to end: Int, in source: [UInt8]) {
    let end = min(end, source.count)
    source.withUnsafeBufferPointer { source in
      while offset < end {
        if source[offset] == UInt8(ascii: "\n") {
          line += 1
          column = 1
        } else if source[offset] & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
    }
  }
}
