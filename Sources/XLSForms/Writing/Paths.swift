/// Replaces `${name}` by the path of the question.
struct Paths {
  let survey: Survey
  private let byName: [String: Int]

  init(_ survey: Survey) {
    self.survey = survey
    var byName: [String: Int] = [:]
    for index in survey.descendants() {
      switch survey.nodes[index].kind {
      case .survey, .group, .repeating, .question: byName[survey.nodes[index].name] = index
      case .external, .entity, .text, .attribute: break
      }
    }
    self.byName = byName
  }

  /// - Parameters:
  ///   - source: The node that the text belongs to; paths within its repeat are relative to it.
  ///   - current: Whether a relative path begins with `current()`, as inside of a filter.
  ///   - fromParent: Whether the path of a list goes by the repeat that it is made of.
  func replaced(
    _ text: String, at source: Int?, current: Bool = false, fromParent: Bool = false
  ) -> String {
    replace(text) { path(of: $0, in: text, at: source, current, fromParent) }
  }

  private func replace(_ text: String, _ change: (References.Reference) -> String) -> String {
    var replaced = ""
    var place = text.startIndex
    for reference in References.all(in: text) {
      replaced += text[place..<reference.range.lowerBound] + change(reference)
      place = reference.range.upperBound
    }
    return replaced + text[place...]
  }

  /// The path that stands for one reference of a text, with the blanks that pyxform puts around it.
  func path(
    of reference: References.Reference, in text: String, at source: Int?, _ current: Bool = false,
    _ fromParent: Bool = false
  ) -> String {
    guard let target = byName[reference.name] else { return reference.name }
    if let source, !reference.isLastSaved, isRelative(reference, in: text),
      let path = relative(
        target, source, current || isInFilter(reference, in: text), fromParent)
    {
      return path
    }
    let list = reference.isLastSaved ? "instance('__last-saved')" : ""
    return " \(list)\(survey.path(of: target)) "
  }

  /// From a node to another of the same repeat; nil when no repeat is around both.
  private func relative(
    _ target: Int, _ source: Int, _ current: Bool, _ fromParent: Bool
  ) -> String? {
    let above = survey.ancestors(of: source)
    let aboveTarget = survey.ancestors(of: target)
    let common = above.filter(aboveTarget.contains)
    guard let innermost = common.first(where: isRepeat) else { return nil }
    var top = common.first { $0 != 0 } ?? innermost
    if fromParent {
      let isTargets = aboveTarget.first(where: isRepeat) == innermost
      let isOutermost = !survey.ancestors(of: innermost).contains(where: isRepeat)
      if isTargets, isOutermost || above.first(where: isRepeat) != innermost,
        let parent = survey.nodes[innermost].parent
      {
        top = parent
        let steps = (above.firstIndex(of: innermost) ?? 0) + 2
        return written(steps, survey.path(of: target, below: top), current)
      }
    }
    let steps = (above.firstIndex(of: top) ?? 0) + 1
    return written(steps, survey.path(of: target, below: top), current)
  }

  private func written(_ steps: Int, _ path: String, _ current: Bool) -> String {
    let up = Array(repeating: "..", count: steps).joined(separator: "/")
    return (current ? " current()/" : " ") + up + path + " "
  }

  private func isRepeat(_ index: Int) -> Bool { survey.nodes[index].kind == .repeating }

  /// Whether a reference stands in brackets of a text that looks into a list.
  private func isInFilter(_ reference: References.Reference, in text: String) -> Bool {
    guard text.contains("instance(") else { return false }
    var place = text.startIndex
    while let open = text[place...].firstIndex(of: "[") {
      guard let close = text[open...].firstIndex(of: "]") else { return false }
      if reference.range.lowerBound >= open, reference.range.upperBound <= text.index(after: close)
      {
        return true
      }
      place = text.index(after: close)
    }
    return false
  }

  /// In `indexed-repeat` the names of repeats and of what is looked up stay absolute.
  private func isRelative(_ reference: References.Reference, in text: String) -> Bool {
    let calls = indexedRepeats(in: text)
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

  private func indexedRepeats(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var place = text.startIndex
    while let start = text[place...].range(of: "indexed-repeat(") {
      guard let end = text[start.upperBound...].firstIndex(of: ")") else { break }
      place = text.index(after: end)
      found.append(start.lowerBound..<place)
    }
    return found
  }
}
