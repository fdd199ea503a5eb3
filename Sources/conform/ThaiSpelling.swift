import ThaiText

/// Answers about spelling, search and order.
enum ThaiSpelling {
  static func normalize(_ question: JSON) -> JSON {
    let typed = question["in"]?.string ?? ""
    let code = typed.unicodeScalars.map { hex($0) }.joined(separator: " ")
    return [
      "in": .text(typed), "in_hex": .text(code),
      "out": .text(ThaiNormalization.normalize(typed)),
    ]
  }

  static func foldEqual(_ question: JSON) -> JSON {
    let texts = question.items.prefix(2).compactMap(\.string)
    let isSame = Set(texts.map(ThaiFolding.fold)).count == 1
    return .list(texts.map { .text($0) } + [.truth(isSame)])
  }

  static func sort(_ question: JSON) -> JSON {
    let texts = (question["in"]?.items ?? []).compactMap(\.string)
    let keyed = texts.map { (text: $0, key: ThaiCollation.key(of: $0)) }
    let sorted = keyed.sorted { $0.key < $1.key }.map { JSON.text($0.text) }
    return ["in": .list(texts.map { .text($0) }), "out": .list(sorted)]
  }

  private static func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
