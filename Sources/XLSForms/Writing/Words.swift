/// Makes the words of labels, in which references become outputs.
extension Paths {
  /// An element with words; what they refer to is shown by an `output`.
  func words(_ tag: String, _ text: String, at source: Int?) -> XMLNode {
    // Most words name nothing, and need not be taken apart.
    guard text.range(of: "${") != nil || text.range(of: "instance(") != nil else {
      return XMLNode(tag, text: text)
    }
    let pieces = pieces(of: text, at: source)
    guard pieces.contains(where: { !$0.isText }) else { return XMLNode(tag, text: text) }
    var node = XMLNode(tag)
    node.children = pieces
    return node
  }

  private func pieces(of text: String, at source: Int?) -> [XMLNode.Child] {
    guard text != "-" else { return [.text(text)] }
    // Paths of lists are found in the text as XML writes it, where `<` is four letters of no token.
    var pieces: [XMLNode.Child] = []
    var place = 0
    let tokens = ExpressionTokens(text)
    let end = text.unicodeScalars.count
    for range in ExpressionTokens.instancePaths(in: text) {
      pieces += outputs(in: tokens.text(place..<range.lowerBound), at: source)
      let path = replaced(tokens.text(range), at: source)
      pieces.append(.node(XMLNode("output", ["value": path])))
      place = range.upperBound
    }
    return pieces + outputs(in: tokens.text(place..<end), at: source)
  }

  private func outputs(in text: String, at source: Int?) -> [XMLNode.Child] {
    var pieces: [XMLNode.Child] = []
    var place = text.startIndex
    let stretches = Stretches(text)
    for reference in References.all(in: text) {
      let before = String(text[place..<reference.range.lowerBound])
      if !before.isEmpty { pieces.append(.mixed(before)) }
      let value = path(of: reference, in: stretches, at: source)
      pieces.append(.node(XMLNode("output", ["value": value])))
      place = reference.range.upperBound
    }
    let rest = String(text[place...])
    return rest.isEmpty ? pieces : pieces + [.mixed(rest)]
  }
}
