/// Writes where a question takes its choices from.
struct ItemsetWriter {
  let survey: Survey
  let paths: Paths

  func add(to control: inout XMLNode, _ index: Int) {
    let node = survey.nodes[index]
    guard let itemset = node.itemset, node.query == nil, node.type != "select one external" else {
      return
    }
    if let list = survey.choices[itemset], list.isSearched {
      for (place, option) in list.options.enumerated() {
        control.append(item(option, list, place))
      }
      return
    }
    let (nodes, value, label, filter) = parts(of: itemset, index)
    var nodeset = nodes
    if let filter = self.filter(index, nodes) ?? filter { nodeset += "[\(filter)]" }
    if node.parameters["randomize"] == "true" {
      let seed = node.parameters["seed"].map { ", " + trimmed(paths.replaced($0, at: index)) }
      nodeset = "randomize(\(nodeset)\(seed ?? ""))"
    }
    control.append(
      XMLNode(
        "itemset", ["nodeset": nodeset],
        [XMLNode("value", ["ref": value]), XMLNode("label", ["ref": label])]))
  }

  private func item(
    _ option: ChoiceList.Option, _ list: ChoiceList, _ place: Int
  ) -> XMLNode {
    let label =
      paths.translatedLists.contains(list.name)
      ? XMLNode("label", ["ref": "jr:itext('\(list.name)-\(place)')"])
      : paths.words("label", option.label?.text ?? "", at: nil)
    return XMLNode("item", [:], [label, XMLNode("value", text: option.name)])
  }

  private func parts(
    of itemset: String, _ index: Int
  ) -> (nodes: String, value: String, label: String, filter: String?) {
    let node = survey.nodes[index]
    let file = FileName(itemset)
    if file.isList {
      let isMap = file.ending == ".geojson"
      return (
        "instance('\(file.base)')/root/item", node.parameters["value"] ?? (isMap ? "id" : "name"),
        node.parameters["label"] ?? (isMap ? "title" : "label"), nil
      )
    }
    if !References.all(in: itemset).isEmpty {
      let path = trimmed(paths.replaced(itemset, at: index, fromParent: true))
      if node.type.hasPrefix("geo") { return (path, "geometry", "geometry", "./geometry != ''") }
      let steps = path.split(separator: "/", omittingEmptySubsequences: false)
      let last = String(steps.last ?? "")
      return (steps.dropLast().joined(separator: "/"), last, last, "./\(last) != ''")
    }
    let isTranslated = paths.translatedLists.contains(itemset)
    return (
      "instance('\(itemset)')/root/item", "name", isTranslated ? "jr:itext(itextId)" : "label", nil
    )
  }

  private func filter(_ index: Int, _ nodes: String) -> String? {
    let node = survey.nodes[index]
    guard let filter = node.choiceFilter else { return nil }
    let isReference = !References.all(in: node.itemset ?? "").isEmpty
    let path = paths.replaced(filter, at: index, current: true, fromParent: isReference)
    guard isReference else { return path }
    return path.split(separator: "current()/\(nodes)", omittingEmptySubsequences: false)
      .joined(separator: ".").split(separator: nodes, omittingEmptySubsequences: false)
      .joined(separator: ".")
  }
}
