/// An HTML tag of those that ODK shows or that are known to say nothing about words.
///
/// Any other, such as `<18>` or `<name>`, is no tag but words.
struct StylingTag {
  enum Effect: Equatable {
    case bold, italic, underline
    case look(StyledText.Look)
  }

  let name: String
  let isClosing: Bool
  private(set) var effect: Effect?
  private(set) var href: String?

  /// - Parameter bytes: What stands between `<` and `>`.
  init?(_ bytes: ArraySlice<UInt8>) {
    isClosing = bytes.first == UInt8(ascii: "/")
    let rest = isClosing ? bytes.dropFirst() : bytes
    let letters = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    guard letters.count <= 10 else { return nil }
    name = String(decoding: letters, as: UTF8.self).lowercased()
    guard Self.known.contains(name),
      [nil, UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "\n")].contains(
        rest.dropFirst(letters.count).first)
    else { return nil }
    let attributes = rest.dropFirst(letters.count).filter { $0 != UInt8(ascii: "/") }
    // `a <b and c> d` has no tag in it.
    guard attributes.allSatisfy({ $0 <= 0x20 }) || attributes.contains(UInt8(ascii: "=")) else {
      return nil
    }
    guard !isClosing else { return }
    read(rest.dropFirst(letters.count))
  }

  /// Whether nothing ever stands in it.
  var isVoid: Bool { ["br", "hr", "img"].contains(name) }

  var breaksLine: Bool {
    Self.blocks.contains(name) || name == "br" || name == "hr" || name == "li" && !isClosing
  }

  private static let blocks: Set = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "center",
    "blockquote",
  ]

  private static let known = blocks.union([
    "b", "strong", "i", "em", "u", "ins", "span", "font", "a", "br", "hr", "li", "img", "sub",
    "sup",
    "small", "big", "s", "del", "strike", "td", "th", "tbody", "thead", "code", "tt", "pre",
  ])

  private mutating func read(_ attributes: ArraySlice<UInt8>) {
    switch name {
    case "b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th": effect = .bold
    case "i", "em": effect = .italic
    case "u", "ins": effect = .underline
    case "a": href = Self.value(of: "href", in: attributes)
    case "span", "font", "p", "div":
      let look = Self.look(String(decoding: attributes, as: UTF8.self).lowercased())
      if look != StyledText.Look() { effect = .look(look) }
    default: break
    }
  }

  private static func look(_ attributes: String) -> StyledText.Look {
    var look = StyledText.Look()
    guard !attributes.isEmpty else { return look }
    let tidy = attributes.filter { $0 != " " }
    look.isBold = tidy.contains("font-weight:bold")
    look.isItalic = tidy.contains("font-style:italic")
    look.isUnderlined = tidy.contains("text-decoration:underline")
    look.colour = ColourName.colour(in: tidy)
    return look
  }

  /// The value of an attribute, in quotes or without.
  private static func value(of name: String, in attributes: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: attributes, as: UTF8.self)
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased().hasSuffix(name) else { return nil }
    let quotes: Set<Character> = ["\"", "'"]
    let start = parts[1].drop { $0 == " " }
    guard let quote = start.first, quotes.contains(quote) else {
      return start.split(separator: " ").first.map(String.init)
    }
    return String(start.dropFirst().prefix { $0 != quote })
  }

  /// The sign that an HTML entity without `&` and `;` stands for.
  static func entity(_ name: String) -> String? {
    if let sign = entities[name] { return sign }
    guard name.first == "#" else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
    "mdash": "—", "hellip": "…", "bull": "•", "times": "×", "deg": "°",
  ]
}
