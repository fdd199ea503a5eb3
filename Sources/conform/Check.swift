import SurveyForms

/// What a story looks at: a path, and the names of facts about it.
struct Check: Decodable {
  private let path: String?
  private let facts: Set<String>
  private let choiceIndex: Int?

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
    init(_ name: String) { stringValue = name }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    path = try container.decodeIfPresent(String.self, forKey: Key("path"))
    choiceIndex = try container.decodeIfPresent(Int.self, forKey: Key("choice_index"))
    facts = Set(container.allKeys.map(\.stringValue))
  }

  /// The facts as they are now.
  func observe(_ story: Story) -> [String: JSON] {
    var seen: [String: JSON] = [:]
    if facts.contains("validate") {
      let problem = story.firstProblem()
      seen["validate"] = .text(problem?.outcome.rawValue ?? "ok")
      seen["path"] = .text(problem?.path ?? path ?? "")
      return seen
    }
    guard let path else { return seen }
    seen["path"] = .text(path)
    if facts.contains("count") { seen["count"] = .number(Double(story.count(path))) }
    let known = story.facts(path)
    if facts.contains("exists") { seen["exists"] = .truth(known != nil) }
    if let known {
      describe(known, into: &seen)
    } else {
      seen["relevant"] = .truth(false)
    }
    return seen
  }

  private func describe(_ known: Story.Facts, into seen: inout [String: JSON]) {
    let choices = known.choices
    seen["value"] = .text(known.value)
    seen["relevant"] = .truth(known.isRelevant)
    seen["readonly"] = .truth(known.isReadonly)
    seen["required"] = .truth(known.isRequired)
    seen["label"] = .text(known.label)
    guard facts.contains(where: { $0.hasPrefix("choice") || $0 == "labels" }) else { return }
    seen["choices"] = .list(choices.map { .text($0.name) })
    seen["labels"] = .list(choices.map { .text($0.hasWords ? $0.writtenLabel : "") })
    seen["choices_count"] = .number(Double(choices.count))
    guard let choiceIndex else { return }
    seen["choice_index"] = .number(Double(choiceIndex))
    if choices.indices.contains(choiceIndex) {
      seen["choice_value"] = .text(choices[choiceIndex].name)
    }
  }
}
