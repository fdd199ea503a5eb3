import TerminalKit

/// A question with a few choices, of which one is taken.
///
/// One digit answers and goes on; one that may be a letter on the Thai layout waits for Enter. Backspace clears the answer.
enum ChoiceQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    let choices: [OfferedChoice]
    var chosen: String?
    /// The choice that Enter takes, once the arrows were used.
    var highlighted: Int?

    init(path: String, choices: [OfferedChoice], chosen: String?) {
      self.path = path
      self.choices = choices
      self.chosen = chosen
    }

    var chosenIndex: Int? { choices.firstIndex { $0.name == chosen } }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    if let digit = ChoiceKeys.digit(key) {
      guard ChoiceKeys.mayBeLetter(key) else { return choose(digit - 1, in: &model) }
      model.highlighted = model.choices.indices.contains(digit - 1) ? digit - 1 : nil
      return []
    }
    switch key {
    case .up, .left: return move(&model, by: -1)
    case .down, .right: return move(&model, by: 1)
    case .character(" "): return choose(model.highlighted ?? model.chosenIndex ?? 0, in: &model)
    case .enter:
      guard let highlighted = model.highlighted else { return [.goOn] }
      return choose(highlighted, in: &model)
    // More letters: it was a word, and the choice that its first one pointed at was not meant.
    case .character:
      model.highlighted = nil
      return []
    case .tab: return [.goOn]
    case .backTab: return [.goBack]
    case .backspace, .delete:
      guard model.chosen != nil else { return [] }
      model.chosen = nil
      return [.answer([Answer(path: model.path, text: "")])]
    default: return []
    }
  }

  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let rows = rows(model, width: area.columns)
    return rows.draw(highlighted: model.highlighted, in: area, on: &grid)
      ?? area.point(rows.pieces.first { $0.choice == model.chosenIndex }?.row ?? 0, 1)
  }

  static func rows(_ model: Model, width: Int) -> ChoiceRows {
    let chosen = model.chosenIndex.map { Set([$0]) } ?? []
    return ChoiceRows(model.choices.map(\.label), chosen: chosen, takesMany: false, width: width)
  }

  private static func choose(_ index: Int, in model: inout Model) -> [QuestionEffect] {
    guard model.choices.indices.contains(index) else {
      return ChoiceKeys.outside(model.choices.count)
    }
    let name = model.choices[index].name
    model.highlighted = nil
    guard name != model.chosen else { return [.goOn] }
    model.chosen = name
    return [.answer([Answer(path: model.path, text: name)]), .goOn]
  }

  /// Moves the highlight; past either end the page moves on.
  private static func move(_ model: inout Model, by step: Int) -> [QuestionEffect] {
    let start = model.highlighted ?? model.chosenIndex ?? (step > 0 ? -1 : 0)
    guard model.choices.indices.contains(start + step) else { return [step > 0 ? .goOn : .goBack] }
    model.highlighted = start + step
    return []
  }
}
