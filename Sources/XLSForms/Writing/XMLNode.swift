/// An XML element that is being made.
struct XMLNode {
  var tag: String
  var attributes = Ordered<String>()
  var children: [Child] = []

  enum Child {
    case node(XMLNode)
    /// Words as they stand in a cell.
    case text(String)
    /// Words between outputs, whose quotes are escaped too.
    case mixed(String)

    var isText: Bool {
      if case .node = self { false } else { true }
    }
  }

  init(_ tag: String, _ attributes: Ordered<String> = [:], _ children: [XMLNode] = []) {
    self.tag = tag
    self.attributes = attributes
    self.children = children.map(Child.node)
  }

  init(_ tag: String, text: String) {
    self.tag = tag
    if !text.isEmpty { children = [.text(text)] }
  }

  mutating func append(_ node: XMLNode) { children.append(.node(node)) }

  /// The document, indented by two blanks as pyxform does.
  var document: String {
    var text = "<?xml version=\"1.0\"?>\n"
    write(to: &text, indent: "", line: "\n")
    return text
  }

  private func write(to text: inout String, indent: String, line: String) {
    text += "\(indent)<\(tag)"
    for (key, value) in attributes.pairs {
      text += " \(key)=\"\(XMLNode.escaped(value, quotes: true))\""
    }
    guard !children.isEmpty else { return text += "/>\(line)" }
    text += ">"
    if children.contains(where: \.isText) {
      writeMixed(to: &text)
    } else {
      text += line
      for case .node(let child) in children {
        child.write(to: &text, indent: indent + "  ", line: line)
      }
      text += indent
    }
    text += "</\(tag)>\(line)"
  }

  /// Words and outputs on one line; where there are both, a blank at the ends keeps them apart.
  private func writeMixed(to text: inout String) {
    if children.count > 1, children[0].isText { text += " " }
    for child in children {
      switch child {
      case .node(let node): node.write(to: &text, indent: "", line: "")
      case .text(let words): text += XMLNode.escaped(words, quotes: false)
      case .mixed(let words): text += XMLNode.escaped(words, quotes: true)
      }
    }
    if children.count > 1 { text += " " }
  }

  static func escaped(_ text: String, quotes: Bool) -> String {
    let isPlain = !text.utf8.contains { $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 }
    if isPlain { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where quotes: escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
