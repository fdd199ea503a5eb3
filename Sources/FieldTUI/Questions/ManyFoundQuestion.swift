import TerminalKit

/// A question with a long list of choices, of which any number are ticked: part of a label is typed
/// and Enter ticks it, or the list is opened with Space, which ticks and unticks in it.
enum ManyFoundQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    let choices: ChoiceIndex
    /// The ticked choices, by their positions.
    var chosen: Set<Int>
    var search = SearchList.Model()
    var found: [Int]

    init(path: String, choices: [OfferedChoice], value: String) {
      self.path = path
      self.choices = ChoiceIndex(choices)
      let names = Set(value.split(separator: " ").map(String.init))
      chosen = names.isEmpty ? [] : Set(choices.indices.filter { names.contains(choices[$0].name) })
      found = Array(choices.indices)
    }

    var value: String { chosen.sorted().map { choices.all[$0].name }.joined(separator: " ") }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    switch SearchList.update(&model.search, key, count: model.found.count) {
    case .typed:
      model.found = model.choices.find(model.search.field.text)
      model.search.found(model.found.count)
      return []
    case .opened:
      model.search.open(at: model.found.firstIndex { model.chosen.contains($0) })
      return [.say(.form(.listIsOpen))]
    case .took(let row), .ticked(let row): return toggle(row, in: &model)
    case .cleared, .moved: return []
    case .goOn: return [.goOn]
    case .goBack: return [.goBack]
    case .refused(let reason): return [.say(reason)]
    case .foundNothing: return [.say(.form(.listNotFound))]
    }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    let nothing = FormPhrase.listNotFound.text(in: setting.language)
    return SearchList.height(model.search, count: model.found.count, nothing: nothing, width: width)
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let standing =
      model.chosen.isEmpty
      ? FillPhrase.typeToFind.text(in: setting.language)
      : FormPhrase.tickedSoFar(model.chosen.count).text(in: setting.language)
    return SearchList.view(
      model.search, standing: standing,
      nothing: FormPhrase.listNotFound.text(in: setting.language), count: model.found.count,
      in: area, on: &grid
    ) { row in
      let index = model.found[row]
      return (model.chosen.contains(index) ? "[x] " : "[ ] ") + model.choices.all[index].label
    }
  }

  /// Ticks a choice and stays: the next one is looked for from an empty field.
  private static func toggle(_ row: Int, in model: inout Model) -> [QuestionEffect] {
    guard model.found.indices.contains(row) else { return [] }
    let index = model.found[row]
    if model.chosen.remove(index) == nil { model.chosen.insert(index) }
    if model.search.isOpen {
      model.search.open(at: row)
    } else {
      model.search = SearchList.Model()
      model.found = Array(model.choices.all.indices)
    }
    return [.answer([Answer(path: model.path, text: model.value)])]
  }
}
