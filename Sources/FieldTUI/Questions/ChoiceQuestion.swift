import TerminalKit

/// A question with a few choices, of which one is taken.
///
/// One digit answers and goes on; one that may be a letter on the Thai layout waits for Enter. Space
/// opens the choices for the arrows, which otherwise only pass. Backspace clears the answer.
enum ChoiceQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    let choices: [OfferedChoice]
    var chosen: String?
    /// The choice that Enter takes, once the choices were opened.
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
    if let highlighted = model.highlighted {
      if let effects = updateOpen(&model, key, at: highlighted) { return effects }
    }
    switch key {
    case .enter, .tab, .down: return [.goOn]
    case .backTab, .up: return [.goBack]
    case .left, .right: return model.choices.isEmpty ? [] : [.say(.form(.opensBySpace))]
    case .character(" "), .function(5):
      model.highlighted = model.chosenIndex ?? model.choices.indices.first
      return []
    // More letters: it was a word, and the choice that its first one pointed at was not meant.
    case .character:
      model.highlighted = nil
      return []
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
    return ChoiceRows(model.choices, chosen: chosen, takesMany: false, width: width)
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

  /// What a key does while the choices are open; nil where it means the same as always.
  private static func updateOpen(
    _ model: inout Model, _ key: Key, at highlighted: Int
  ) -> [QuestionEffect]? {
    switch key {
    case .left: return move(&model, by: .up)
    case .right: return move(&model, by: .down)
    case .up, .down, .home, .end, .pageUp, .pageDown: return move(&model, by: key)
    case .enter, .character(" "): return choose(highlighted, in: &model)
    case .escape, .function(5): model.highlighted = nil
    case .tab, .backTab:
      model.highlighted = nil
      return nil
    default: return nil
    }
    return []
  }

  private static func move(_ model: inout Model, by key: Key) -> [QuestionEffect] {
    model.highlighted = Scrolling.moved(
      model.highlighted ?? 0, by: key, of: model.choices.count, page: model.choices.count)
    return []
  }
}
