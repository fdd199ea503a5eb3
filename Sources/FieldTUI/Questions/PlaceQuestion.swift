import TerminalKit

/// The questions for province, district and subdistrict, answered together by picking one place.
///
/// Any part of a subdistrict's name is typed, or the list opened with Space; one Enter fills all three.
enum PlaceQuestion {
  /// The paths of the three questions, the widest area first.
  struct Paths: Equatable, Sendable {
    let province: String
    let district: String
    let subdistrict: String
  }

  struct Model: Equatable, Sendable {
    let paths: Paths
    /// The six digits of the subdistrict that is the answer, or empty.
    var code: String
    var search = SearchList.Model()
    var found: AreaSearch

    init(paths: Paths, code: String, _ setting: QuestionSetting) {
      self.paths = paths
      self.code = code
      found = AreaSearch(codes: [])
      look(in: setting)
    }

    /// Finds what was typed; again when the areas came after it.
    mutating func look(in setting: QuestionSetting) {
      let typed = search.field.text
      // A dash for “none” names no place: Enter must not take the first one around the home for it.
      let isName = typed.isEmpty || typed.contains { $0.isLetter || $0.isNumber }
      found =
        isName
        ? setting.areas?.search(typed, home: setting.home, limit: 30) ?? AreaSearch(codes: [])
        : AreaSearch(codes: [])
      search.found(found.codes.count)
    }

    /// Opens the list: at the answer, among the places around it.
    fileprivate mutating func open(in setting: QuestionSetting) {
      if !code.isEmpty {
        found = setting.areas?.search("", home: code, limit: 30) ?? AreaSearch(codes: [])
        if !found.codes.contains(code) { found.codes.insert(code, at: 0) }
      }
      search.open(at: found.codes.firstIndex(of: code))
    }
  }

  static func update(
    _ model: inout Model, _ key: Key, _ setting: QuestionSetting
  ) -> [QuestionEffect] {
    switch SearchList.update(&model.search, key, count: model.found.codes.count) {
    case .typed:
      model.look(in: setting)
      return []
    case .opened:
      model.open(in: setting)
      return [.say(.form(.listIsOpen))]
    case .took(let row), .ticked(let row):
      guard model.found.codes.indices.contains(row) else { return [] }
      let code = model.found.codes[row]
      let isNew = code != model.code
      take(code, in: &model, setting)
      return isNew ? [.answer(answers(model)), .goOn] : [.goOn]
    case .cleared:
      guard !model.code.isEmpty else { return [] }
      take("", in: &model, setting)
      return [.answer(answers(model))]
    case .moved: return []
    case .goOn: return [.goOn]
    case .goBack: return [.goBack]
    case .refused(let reason): return [.say(reason)]
    case .foundNothing: return [.say(.form(.placeNotFound))]
    }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    let count = isIdle(model) ? 0 : model.found.codes.count
    return SearchList.height(model.search, count: count, nothing: nothing(setting), width: width)
      + (model.found.readAs == nil ? 0 : 1)
  }

  private static func nothing(_ setting: QuestionSetting) -> String {
    FormPhrase.placeNotFound.text(in: setting.language)
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let count = isIdle(model) ? 0 : model.found.codes.count
    let standing =
      model.code.isEmpty
      ? FillPhrase.typePlace.text(in: setting.language) : text(of: model.code, setting)
    var list = area
    if let readAs = model.found.readAs {
      let (above, remark) = area.splitBottom(1)
      list = above
      grid.draw(
        FillPhrase.readAs(readAs).text(in: setting.language), at: remark.origin,
        width: remark.columns, style: .muted)
    }
    return SearchList.view(
      model.search, standing: standing, nothing: nothing(setting), count: count, in: list,
      on: &grid,
      isAnswer: model.code.isEmpty ? nil : { model.found.codes[$0] == model.code }
    ) { text(of: model.found.codes[$0], setting) }
  }

  static func text(of code: String, _ setting: QuestionSetting) -> String {
    setting.areas?.place(code)?.text(in: setting.language) ?? code
  }

  /// The answers of the three questions, the widest area first, because it decides what the next
  /// one offers.
  static func answers(_ model: Model) -> [Answer] {
    let code = model.code
    return [
      Answer(path: model.paths.province, text: String(code.prefix(2))),
      Answer(path: model.paths.district, text: String(code.prefix(4))),
      Answer(path: model.paths.subdistrict, text: code),
    ]
  }

  /// An answered question lists nothing until a key asks for it.
  private static func isIdle(_ model: Model) -> Bool {
    model.search.field.text.isEmpty && !model.search.isOpen && !model.code.isEmpty
  }

  private static func take(_ code: String, in model: inout Model, _ setting: QuestionSetting) {
    model.code = code
    model.search = SearchList.Model()
    model.look(in: setting)
  }
}
