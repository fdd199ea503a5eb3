/// The parts of a text in which paths are written in another way, found once for all its references.
struct Stretches {
  private let text: String
  /// The calls of `indexed-repeat`.
  private let calls: [Range<String.Index>]
  /// The brackets of a text that looks into a list.
  private let filters: [Range<String.Index>]

  init(_ text: String) {
    self.text = text
    calls = Stretches.calls(in: text)
    filters = Stretches.filters(in: text)
  }

  private static func calls(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var place = text.startIndex
    while let start = text[place...].range(of: "indexed-repeat(") {
      guard let end = text[start.upperBound...].firstIndex(of: ")") else { break }
      place = text.index(after: end)
      found.append(start.lowerBound..<place)
    }
    return found
  }

  private static func filters(in text: String) -> [Range<String.Index>] {
    guard text.range(of: "instance(") != nil else { return [] }
    var found: [Range<String.Index>] = []
    var place = text.startIndex
    while let open = text[place...].firstIndex(of: "[") {
      guard let close = text[open...].firstIndex(of: "]") else { break }
      place = text.index(after: close)
      found.append(open..<place)
    }
    return found
  }

  /// Whether a reference stands in brackets of a text that looks into a list.
  func isInFilter(_ reference: References.Reference) -> Bool {
    filters.contains {
      reference.range.lowerBound >= $0.lowerBound && reference.range.upperBound <= $0.upperBound
    }
  }

  /// In `indexed-repeat` the names of repeats and of what is looked up stay absolute.
  func isRelative(_ reference: References.Reference) -> Bool {
    var next = 0
    while next < calls.count {
      let call = calls[next]
      if reference.range.upperBound > call.upperBound {
        if next + 1 == calls.count { return true }
        next += 2
        continue
      }
      if reference.range.upperBound < call.lowerBound { return true }
      let arguments = text[call].dropFirst("indexed-repeat(".count).dropLast()
        .split(separator: ",", omittingEmptySubsequences: false)
      let place = arguments.lastIndex { $0.contains("${\(reference.name)}") }
      return place.map { ![0, 1, 3, 5].contains($0) } ?? false
    }
    return calls.isEmpty
  }
}
