/// Replaces `${name}` by the path of the question.
struct Paths {
  let survey: Survey
  private let byName: [String: Int]
  /// The lists whose labels stand in the translations.
  let translatedLists: Set<String>

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
    translatedLists = Set(survey.choices.pairs.filter(\.value.needsTranslation).map(\.key))
  }

  /// - Parameters:
  ///   - source: The node that the text belongs to; paths within its repeat are relative to it.
  ///   - current: Whether a relative path begins with `current()`, as inside of a filter.
  ///   - fromParent: Whether the path of a list goes by the repeat that it is made of.
  func replaced(
    _ text: String, at source: Int?, current: Bool = false, fromParent: Bool = false
  ) -> String {
    let stretches = Stretches(text)
    return replace(text) { path(of: $0, in: stretches, at: source, current, fromParent) }
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
    of reference: References.Reference, in stretches: Stretches, at source: Int?,
    _ current: Bool = false,
    _ fromParent: Bool = false
  ) -> String {
    guard let target = byName[reference.name] else { return reference.name }
    if let source, !reference.isLastSaved, stretches.isRelative(reference),
      let path = relative(
        target, source, current || stretches.isInFilter(reference), fromParent)
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
}
