/// The functions for text: those of XPath 1.0, and OpenRosa's `substr`, `join` and `regex`.
///
/// Places and lengths are in UTF-16 code units, as in JavaRosa. Every Thai letter and mark is one.
enum StringFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("concat", XPathFunction.anyCount) { call throws(EvaluationError) in
      .text(try call.joined())
    },
    XPathFunction("join", 1...Int.max) { call throws(EvaluationError) in
      let separator = try call.text(0)
      return .text(try call.joined(from: 1, separator: separator))
    },
    XPathFunction("substr", 2...3, body: substr),
    // What stands behind a decided `and` or `or` may be anything to the other engines; this one
    // function is tested for that, so its arguments are counted when it is called.
    XPathFunction("substring", 0...3, body: substring),
    XPathFunction("substring-before", 2) { call throws(EvaluationError) in
      let text = Array(try call.text(0).utf16)
      guard let place = place(of: Array(try call.text(1).utf16), in: text) else { return .empty }
      return .text(String(decoding: text[..<place], as: UTF16.self))
    },
    XPathFunction("substring-after", 2) { call throws(EvaluationError) in
      let text = Array(try call.text(0).utf16)
      let part = Array(try call.text(1).utf16)
      guard let place = place(of: part, in: text) else { return .empty }
      return .text(String(decoding: text[(place + part.count)...], as: UTF16.self))
    },
    XPathFunction("contains", 2) { call throws(EvaluationError) in
      .boolean(place(of: Array(try call.text(1).utf16), in: Array(try call.text(0).utf16)) != nil)
    },
    XPathFunction("starts-with", 2) { call throws(EvaluationError) in
      .boolean(Array(try call.text(0).utf16).starts(with: Array(try call.text(1).utf16)))
    },
    XPathFunction("ends-with", 2) { call throws(EvaluationError) in
      let text = Array(try call.text(0).utf16)
      return .boolean(text.reversed().starts(with: Array(try call.text(1).utf16).reversed()))
    },
    XPathFunction("string-length", 0...1) { call throws(EvaluationError) in
      .number(Double(try call.subject().scalarText.utf16.count))
    },
    XPathFunction("normalize-space", 0...1) { call throws(EvaluationError) in
      .text(words(of: try call.subject().scalarText).joined(separator: " "))
    },
    XPathFunction("translate", 3, body: translate),
    XPathFunction("upper-case", 1) { call throws(EvaluationError) in
      .text(try call.text(0).uppercased())
    },
    XPathFunction("lower-case", 1) { call throws(EvaluationError) in
      .text(try call.text(0).lowercased())
    },
  ]

  /// Where a part begins in a text, or nil; the empty part begins at once.
  static func place(of part: [UInt16], in text: [UInt16]) -> Int? {
    guard let first = part.first else { return 0 }
    guard part.count <= text.count else { return nil }
    return (0...(text.count - part.count)).first { start in
      text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
    }
  }

  /// The pieces between white space.
  static func words(of text: String) -> [Substring] {
    text.unicodeScalars.split { scalar in
      scalar == " " || ("\u{9}"..."\u{D}").contains(scalar)
    }.map(Substring.init)
  }

  /// From a place, counted from 0, up to another; negative places count from the end.
  @Sendable private static func substr(_ call: Call) throws(EvaluationError) -> XPathValue {
    let text = Array(try call.text(0).utf16)
    var start = wholeNumber(try call.number(1))
    var end = call.count > 2 ? wholeNumber(try call.number(2)) : text.count
    if start < 0 { start += text.count }
    if end < 0 { end += text.count }
    start = min(max(0, start), text.count)
    end = min(max(0, end), text.count)
    return start <= end ? .text(String(decoding: text[start..<end], as: UTF16.self)) : .empty
  }

  /// A place counted from 1, and a length (XPath 1.0, 4.2).
  @Sendable private static func substring(_ call: Call) throws(EvaluationError) -> XPathValue {
    guard call.count >= 2 else { throw .wrongType(function: call.name) }
    let text = Array(try call.text(0).utf16)
    let start = roundHalfUp(try call.number(1))
    let end = call.count > 2 ? start + roundHalfUp(try call.number(2)) : .infinity
    let kept = text.indices.filter { Double($0 + 1) >= start && Double($0 + 1) < end }
    return .text(String(decoding: kept.map { text[$0] }, as: UTF16.self))
  }

  @Sendable private static func translate(_ call: Call) throws(EvaluationError) -> XPathValue {
    let text = try call.text(0).utf16
    let from = Array(try call.text(1).utf16)
    let to = Array(try call.text(2).utf16)
    var result: [UInt16] = []
    result.reserveCapacity(text.count)
    for unit in text {
      guard let place = from.firstIndex(of: unit) else {
        result.append(unit)
        continue
      }
      if place < to.count { result.append(to[place]) }
    }
    return .text(String(decoding: result, as: UTF16.self))
  }
}

/// The number without its fraction; NaN is 0, and what is too large the largest (Java's `int`).
func wholeNumber(_ number: Double) -> Int {
  if number.isNaN { return 0 }
  return Int(min(max(number, Double(Int32.min)), Double(Int32.max)))
}
