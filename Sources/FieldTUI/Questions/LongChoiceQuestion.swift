import TerminalKit
import ThaiText

/// A question with more choices than there are digits: part of a label is typed, Enter takes it.
enum LongChoiceQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    let choices: [OfferedChoice]
    var chosen: String?
    var search = SearchList.Model()
    /// The positions of the choices that fit what was typed.
    var found: [Int]

    init(path: String, choices: [OfferedChoice], chosen: String?) {
      self.path = path
      self.choices = choices
      self.chosen = chosen
      found = Array(choices.indices)
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    switch SearchList.update(&model.search, key, count: model.found.count) {
    case .typed:
      model.found = find(model.search.field.text, in: model.choices)
      if model.found.isEmpty { model.search.highlighted = nil }
      return []
    case .took(let row): return take(row, in: &model)
    case .cleared:
      guard model.chosen != nil else { return [] }
      model.chosen = nil
      return [.answer([Answer(path: model.path, text: "")])]
    case .moved: return []
    case .goOn: return [.goOn]
    case .goBack: return [.goBack]
    }
  }

  static func height(_ model: Model) -> Int { SearchList.height(count: shownEntries(model).count) }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let standing = model.choices.first { $0.name == model.chosen }?.label
    return SearchList.view(
      model.search, standing: standing ?? FillPhrase.typeToFind.text(in: setting.language),
      entries: shownEntries(model), in: area, on: &grid)
  }

  /// An answered question lists nothing until a key asks for it.
  private static func shownEntries(_ model: Model) -> [String] {
    let isIdle = model.search.field.text.isEmpty && model.search.highlighted == nil
    return isIdle && model.chosen != nil ? [] : model.found.map { model.choices[$0].label }
  }

  private static func take(_ row: Int, in model: inout Model) -> [QuestionEffect] {
    guard model.found.indices.contains(row) else { return [] }
    let name = model.choices[model.found[row]].name
    model.search = SearchList.Model()
    model.found = Array(model.choices.indices)
    guard name != model.chosen else { return [.goOn] }
    model.chosen = name
    return [.answer([Answer(path: model.path, text: name)]), .goOn]
  }

  /// Labels that begin with the text come before those that only hold it.
  private static func find(_ typed: String, in choices: [OfferedChoice]) -> [Int] {
    let found = positions(of: typed, in: choices)
    guard found.isEmpty, let meant = KeyboardLayout.suggestThai(for: typed) else { return found }
    return positions(of: meant, in: choices)
  }

  private static func positions(of typed: String, in choices: [OfferedChoice]) -> [Int] {
    let wanted = ThaiFolding.fold(typed)
    guard !wanted.isEmpty else { return Array(choices.indices) }
    let folded = choices.map { [ThaiFolding.fold($0.label), ThaiFolding.fold($0.otherLabel)] }
    let starting = choices.indices.filter { folded[$0].contains { $0.hasPrefix(wanted) } }
    let inside = choices.indices.filter { index in
      !starting.contains(index) && folded[index].contains { $0.contains(wanted) }
    }
    return starting + inside
  }
}
