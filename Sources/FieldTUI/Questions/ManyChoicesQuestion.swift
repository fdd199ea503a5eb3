import TerminalKit

/// A question with choices, of which any number are ticked; digits and Space tick, Enter goes on.
enum ManyChoicesQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    let choices: [OfferedChoice]
    var chosen: Set<Int>
    var highlighted = 0

    /// `value` is the stored names, separated by spaces.
    init(path: String, choices: [OfferedChoice], value: String) {
      self.path = path
      self.choices = choices
      let names = value.split(separator: " ")
      chosen = Set(choices.indices.filter { names.contains(choices[$0].name[...]) })
    }

    /// The ticked names in the order of the choices.
    var value: String { chosen.sorted().map { choices[$0].name }.joined(separator: " ") }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    if let digit = ChoiceKeys.digit(key) {
      guard ChoiceKeys.mayBeLetter(key) else { return toggle(digit - 1, in: &model) }
      if model.choices.indices.contains(digit - 1) { model.highlighted = digit - 1 }
      return []
    }
    switch key {
    case .up, .left: return move(&model, by: -1)
    case .down, .right: return move(&model, by: 1)
    case .character(" "): return toggle(model.highlighted, in: &model)
    case .enter, .tab: return [.goOn]
    case .backTab: return [.goBack]
    case .backspace, .delete:
      return model.chosen.contains(model.highlighted) ? toggle(model.highlighted, in: &model) : []
    default: return []
    }
  }

  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    rows(model, width: area.columns).draw(highlighted: model.highlighted, in: area, on: &grid)
  }

  static func rows(_ model: Model, width: Int) -> ChoiceRows {
    ChoiceRows(model.choices, chosen: model.chosen, takesMany: true, width: width)
  }

  private static func toggle(_ index: Int, in model: inout Model) -> [QuestionEffect] {
    guard model.choices.indices.contains(index) else {
      return ChoiceKeys.outside(model.choices.count)
    }
    model.highlighted = index
    if model.chosen.remove(index) == nil { model.chosen.insert(index) }
    return [.answer([Answer(path: model.path, text: model.value)])]
  }

  private static func move(_ model: inout Model, by step: Int) -> [QuestionEffect] {
    let target = model.highlighted + step
    guard model.choices.indices.contains(target) else { return [step > 0 ? .goOn : .goBack] }
    model.highlighted = target
    return []
  }
}
