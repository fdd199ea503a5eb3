import TerminalKit

/// A question with more choices than there are digits: part of a label is typed, or the list opened
/// with Space; Enter takes an entry.
enum LongChoiceQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    let choices: ChoiceIndex
    var chosen: String?
    var search = SearchList.Model()
    /// The positions of the choices that fit what was typed.
    var found: [Int]

    init(path: String, choices: [OfferedChoice], chosen: String?) {
      self.path = path
      self.choices = ChoiceIndex(choices)
      self.chosen = chosen
      found = Array(choices.indices)
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    switch SearchList.update(&model.search, key, count: model.found.count) {
    case .typed:
      model.found = model.choices.find(model.search.field.text)
      model.search.found(model.found.count)
      return []
    case .opened:
      model.search.open(at: model.found.firstIndex { model.choices.all[$0].name == model.chosen })
      return [.say(.form(.listIsOpen))]
    case .took(let row), .ticked(let row): return take(row, in: &model)
    case .cleared:
      guard model.chosen != nil else { return [] }
      model.chosen = nil
      return [.answer([Answer(path: model.path, text: "")])]
    case .moved: return []
    case .goOn: return [.goOn]
    case .goBack: return [.goBack]
    case .refused(let reason): return [.say(reason)]
    case .foundNothing: return [.say(.form(.listNotFound))]
    }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    let nothing = FormPhrase.listNotFound.text(in: setting.language)
    return SearchList.height(
      model.search, count: shownCount(model), nothing: nothing, width: width)
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let standing = model.choices.all.first { $0.name == model.chosen }?.label
    return SearchList.view(
      model.search, standing: standing ?? FillPhrase.typeToFind.text(in: setting.language),
      nothing: FormPhrase.listNotFound.text(in: setting.language), count: shownCount(model),
      in: area, on: &grid,
      isAnswer: model.chosen.map { chosen in
        { model.choices.all[model.found[$0]].name == chosen }
      }
    ) { model.choices.all[model.found[$0]].label }
  }

  /// An answered question lists nothing until a key asks for it.
  private static func shownCount(_ model: Model) -> Int {
    let isIdle = model.search.field.text.isEmpty && !model.search.isOpen
    return isIdle && model.chosen != nil ? 0 : model.found.count
  }

  private static func take(_ row: Int, in model: inout Model) -> [QuestionEffect] {
    guard model.found.indices.contains(row) else { return [] }
    let name = model.choices.all[model.found[row]].name
    model.search = SearchList.Model()
    model.found = Array(model.choices.all.indices)
    guard name != model.chosen else { return [.goOn] }
    model.chosen = name
    return [.answer([Answer(path: model.path, text: name)]), .goOn]
  }
}
