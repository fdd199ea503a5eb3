/// What CSS and HTML call colours, told apart as far as a reader has to.
enum ColourName {
  /// The colour that attributes without blanks ask for; nil for black, white and what is unknown.
  static func colour(in attributes: String) -> StyledText.Colour? {
    for sign in ["color:", "color="] {
      var rest = attributes[...]
      while let found = rest.firstRange(of: sign) {
        let before =
          found.lowerBound > attributes.startIndex
          ? attributes[attributes.index(before: found.lowerBound)] : " "
        rest = rest[found.upperBound...]
        // `background-color` says nothing about the words.
        guard before != "-" else { continue }
        let value = rest.drop { $0 == "\"" || $0 == "'" }.prefix { !"\"';/".contains($0) }
        return colour(named: String(value))
      }
    }
    return nil
  }

  static func colour(named name: String) -> StyledText.Colour? {
    if let known = names.first(where: { $0.value.contains(name) }) { return known.key }
    return levels(name).flatMap { colour(red: $0[0], green: $0[1], blue: $0[2]) }
  }

  private static let names: [StyledText.Colour: Set<String>] = [
    .red: ["red", "darkred", "crimson", "firebrick", "maroon", "tomato", "indianred", "deeppink"],
    .amber: [
      "orange", "darkorange", "orangered", "gold", "yellow", "brown", "chocolate", "goldenrod",
      "amber",
    ],
    .green: [
      "green", "darkgreen", "lime", "limegreen", "forestgreen", "seagreen", "olive", "teal",
    ],
    .blue: [
      "blue", "darkblue", "navy", "dodgerblue", "royalblue", "steelblue", "deepskyblue", "cyan",
      "aqua", "purple", "indigo", "violet", "magenta", "fuchsia",
    ],
    .grey: ["gray", "grey", "darkgray", "darkgrey", "dimgray", "lightgray", "lightgrey", "silver"],
  ]

  /// `#f00`, `#ff0000` or `rgb(255,0,0)` as three numbers.
  private static func levels(_ name: String) -> [Int]? {
    if name.hasPrefix("rgb"), let start = name.firstIndex(of: "(") {
      let numbers = name[name.index(after: start)...].prefix { $0 != ")" }
        .split(separator: ",").prefix(3).compactMap { Int($0) }
      return numbers.count == 3 ? numbers : nil
    }
    let digits = name.drop { $0 == "#" }.compactMap(\.hexDigitValue)
    guard digits.count == name.drop(while: { $0 == "#" }).count else { return nil }
    switch digits.count {
    case 3: return digits.map { $0 * 17 }
    case 6: return [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
    default: return nil
    }
  }

  private static func colour(red: Int, green: Int, blue: Int) -> StyledText.Colour? {
    let most = max(red, green, blue)
    let least = min(red, green, blue)
    guard most - least > 40 else { return (60..<210).contains(most) ? .grey : nil }
    if most == blue { return .blue }
    if most == green, green - red > 30 { return .green }
    return green * 5 > red * 2 ? .amber : blue * 5 > red * 4 ? .blue : .red
  }
}
