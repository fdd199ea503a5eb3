/// Reads Markdown and HTML of labels, as ODK shows it.
///
/// Every byte is looked at a bounded number of times: a look ahead for the end of a tag or a link stops
/// where another begins, and an open mark is given up once.
struct StylingParser {
  /// A part of the text, before it is known which marks have a partner.
  enum Piece {
    case words(Range<Int>)
    case sign(String)
    /// `**` and the like, in its place among ``marks``.
    case mark(Int)
    case begin(StylingTag.Effect)
    case end
    case lineBreak
  }

  /// A sequence of `*` or `_`.
  struct Mark {
    let range: Range<Int>
    var role = Role.words

    enum Role { case words, opens, closes }
  }

  let bytes: [UInt8]
  var place = 0
  var pieces: [Piece] = []
  var marks: [Mark] = []
  /// The marks of this line that wait for a partner, the last one last.
  private var open: [Int] = []
  /// How many of them there are of each kind, so that nothing is looked for in vain.
  private var openByKind = [0, 0, 0, 0]
  /// The HTML elements that are open, and for each whether anything begins with it.
  private var elements: [(name: String, href: String?, effects: Bool)] = []
  private var countByName: [String: Int] = [:]
  private var wordsStart = 0
  private var isHeading = false

  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "#"), UInt8(ascii: "["),
      UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  /// What a backslash takes its meaning from.
  static let escapable: Set<Unicode.Scalar> = ["*", "_", "#", "[", "]", "<", ">", "&", "\\"]

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func parse() -> [StyledText.Run] {
    beginLine()
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n"): endLine()
      case UInt8(ascii: "*"), UInt8(ascii: "_"): readMarks()
      case UInt8(ascii: "\\"): readEscape()
      case UInt8(ascii: "["): readLink()
      case UInt8(ascii: "<"): readTag()
      case UInt8(ascii: "&"): readEntity()
      default: place += 1
      }
    }
    endWords()
    var writer = RunWriter(bytes, marks)
    return writer.runs(of: pieces)
  }

  /// Ends the words before the sign at the place, and goes on behind what it takes.
  private mutating func take(to end: Int, _ piece: Piece?) {
    endWords()
    if let piece { pieces.append(piece) }
    place = end
    wordsStart = end
  }

  private mutating func endWords() {
    if wordsStart < place { pieces.append(.words(wordsStart..<place)) }
    wordsStart = place
  }

  private func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }
}

extension StylingParser {
  /// Reads the `#` of a heading or the sign of a list.
  private mutating func beginLine() {
    let sign = bytes[place...].prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(sign), byte(at: place + sign) == UInt8(ascii: " ") {
      take(to: place + sign + 1, .begin(.bold))
      isHeading = true
    } else if let first = byte(at: place), first == UInt8(ascii: "*"),
      byte(at: place + 1) == UInt8(ascii: " ")
    {
      take(to: place + 2, .sign("- "))
    }
  }

  private mutating func endLine() {
    // A stress ends with its line, whatever was begun.
    open.removeAll(keepingCapacity: true)
    openByKind = [0, 0, 0, 0]
    endWords()
    if isHeading { pieces.append(.end) }
    isHeading = false
    take(to: place + 1, .lineBreak)
    if place < bytes.count { beginLine() }
  }
}

extension StylingParser {
  private mutating func readMarks() {
    let sign = bytes[place]
    var end = place
    while byte(at: end) == sign { end += 1 }
    let count = end - place
    let (mayOpen, mayClose) = sides(of: place..<end)
    // Longer ones are lines to write on.
    guard count <= 3, mayOpen || mayClose else {
      place = end
      return
    }
    endWords()
    if mayClose { close(sign, upTo: end) }
    if mayOpen {
      while place < end { add(.opens, count: end - place >= 2 ? 2 : 1) }
    }
    wordsStart = place
    place = end
  }

  /// Closes marks of this sign, the innermost first, as far as the signs go.
  private mutating func close(_ sign: UInt8, upTo end: Int) {
    while place < end {
      let fitting = (1...min(2, end - place)).map { Self.kind(sign, $0) }
      guard fitting.contains(where: { openByKind[$0] > 0 }) else { return }
      while let mark = open.popLast() {
        let count = marks[mark].range.count
        let kind = Self.kind(bytes[marks[mark].range.lowerBound], count)
        openByKind[kind] -= 1
        guard fitting.contains(kind) else { continue }
        marks[mark].role = .opens
        add(.closes, count: count)
        break
      }
    }
  }

  private static func kind(_ sign: UInt8, _ count: Int) -> Int {
    (sign == UInt8(ascii: "*") ? 0 : 2) + count - 1
  }

  private mutating func add(_ role: Mark.Role, count: Int) {
    // What opens is words until something closes it.
    marks.append(Mark(range: place..<place + count, role: role == .closes ? .closes : .words))
    pieces.append(.mark(marks.count - 1))
    if role == .opens {
      open.append(marks.count - 1)
      openByKind[Self.kind(bytes[place], count)] += 1
    }
    place += count
    wordsStart = place
  }

  /// Whether signs may begin or end a stress here: `a_b`, `5 * 3` and `2*3*4` do not.
  private func sides(of range: Range<Int>) -> (mayOpen: Bool, mayClose: Bool) {
    let before = byte(at: range.lowerBound - 1)
    let after = byte(at: range.upperBound)
    let isInside =
      range.count == 1
      ? Self.isWord(before) && Self.isWord(after) : Self.isDigit(before) && Self.isDigit(after)
    let isBound = bytes[range.lowerBound] == UInt8(ascii: "_")
    let isInThai = isBound && Self.isLetter(before) && Self.isLetter(after)
    guard !isInside, !isInThai else { return (false, false) }
    return (
      !Self.isBlank(after) && !(isBound && Self.isLetter(before)),
      !Self.isBlank(before) && !(isBound && Self.isLetter(after))
    )
  }

  private static func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? true }

  private static func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (0x30...0x39).contains($0) } ?? false
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte, !isDigit(byte) else { return byte != nil }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8?) -> Bool {
    isWord(byte) || byte.map { $0 >= 0x80 } ?? false
  }
}

extension StylingParser {
  private mutating func readEscape() {
    guard let next = byte(at: place + 1),
      Self.escapable.contains(Unicode.Scalar(next))
    else {
      place += 1
      return
    }
    endWords()
    wordsStart = place + 1
    place += 2
  }

  /// `[words](address)` becomes `words (address)`.
  private mutating func readLink() {
    guard let middle = end(after: place + 1, of: "]", butNot: "[\n"),
      byte(at: middle + 1) == UInt8(ascii: "("),
      let close = end(after: middle + 2, of: ")", butNot: "([ \n"), close > middle + 2
    else {
      place += 1
      return
    }
    let words = place + 1..<middle
    let address = middle + 2..<close
    take(to: close + 1, .words(words))
    guard bytes[words] != bytes[address] else { return }
    pieces += [.sign(words.isEmpty ? "" : " ("), .words(address), .sign(words.isEmpty ? "" : ")")]
  }

  /// Where a sign stands behind a place; nil when one of others comes first.
  private func end(
    after start: Int, of sign: Unicode.Scalar, butNot others: String
  ) -> Int? {
    guard start <= bytes.count else { return nil }
    let stops = others.utf8
    let found = bytes[start...].firstIndex { $0 == UInt8(ascii: sign) || stops.contains($0) }
    return found.flatMap { bytes[$0] == UInt8(ascii: sign) ? $0 : nil }
  }

  private mutating func readTag() {
    guard let close = end(after: place + 1, of: ">", butNot: "<"),
      let tag = StylingTag(bytes[place + 1..<close])
    else {
      place += 1
      return
    }
    take(to: close + 1, nil)
    if tag.breaksLine { pieces.append(.lineBreak) }
    if tag.isClosing {
      closeElement(tag.name)
    } else if !tag.isVoid {
      elements.append((tag.name, tag.href, tag.effect != nil))
      countByName[tag.name, default: 0] += 1
      if let effect = tag.effect { pieces.append(.begin(effect)) }
      if tag.name == "li" { pieces.append(.sign("- ")) }
    }
  }

  /// Closes the innermost element of a name, and those that were left open in it.
  private mutating func closeElement(_ name: String) {
    guard countByName[name, default: 0] > 0 else { return }
    while let element = elements.popLast() {
      countByName[element.name, default: 0] -= 1
      if element.effects { pieces.append(.end) }
      if let href = element.href { pieces.append(.sign(" (\(href))")) }
      if element.name == name { return }
    }
  }

  private mutating func readEntity() {
    let name = bytes[(place + 1)...].prefix(9).prefix { $0 != UInt8(ascii: ";") }
    let close = place + 1 + name.count
    guard byte(at: close) == UInt8(ascii: ";"),
      let sign = StylingTag.entity(String(decoding: name, as: UTF8.self))
    else {
      place += 1
      return
    }
    take(to: close + 1, .sign(sign))
  }
}
