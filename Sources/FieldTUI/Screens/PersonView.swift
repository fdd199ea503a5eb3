import TerminalKit

extension PersonScreen {
  static func view(
    _ model: Model, _ setting: QuestionSetting, _ frame: ScreenFrame, on grid: inout Grid
  ) -> Point? {
    let language = frame.language
    let body = frame.draw(
      title(of: model), keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let page = body.centred(rows: body.rows, columns: min(body.columns, 92))
    let area = welcome(model, language, in: page, on: &grid)
    let width = area.columns - nameWidth
    let hints = hints(model, language, width: width, rows: area.rows)
    let answerRows =
      model.focus == .place ? PlaceQuestion.height(model.place, width: width, setting) : 1
    let first = first(model, answerRows + hints.count, visible: area.rows)
    var row = 0
    var cursor: Point?
    for field in model.fields.dropFirst(first) where row < area.rows {
      let isFocused = field == model.focus
      let (name, answer) = area.splitTop(row).1.splitLeft(nameWidth)
      grid.draw(
        phrase(field).text(in: language), at: name.point(0), width: nameWidth - 1, style: .label)
      row += draw(field, isFocused, model, setting, in: answer, &cursor, on: &grid)
      for hint in isFocused ? hints : [] where row < area.rows {
        grid.draw(
          hint.text, at: area.point(row, nameWidth), width: answer.columns, style: hint.style)
        row += 1
      }
    }
    if model.isWorking {
      grid.draw(
        PersonPhrase.making.text(in: language), at: area.point(min(row + 1, area.rows - 1)),
        style: .accent)
    }
    return cursor
  }

  private static let nameWidth = 20

  static func title(of model: Model) -> Label {
    guard model.isNew else { return PersonPhrase.titleEdit.label }
    let title = PersonPhrase.titleNew.label
    return model.isFirst ? Label("FieldTUI · \(title.thai)", "FieldTUI · \(title.english)") : title
  }

  /// Draws what a new laptop says first, where there is room for it, and says what is left.
  private static func welcome(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Rect {
    let lines = FirstLines.all(language).flatMap { TextWrap.lines($0, width: area.columns) }
    guard model.isFirst, area.rows >= model.fields.count + lines.count + 5 else { return area }
    let (head, rest) = area.splitTop(lines.count + 1)
    grid.draw(lines, in: head, style: .muted)
    return rest
  }

  /// The first field that is shown: on the smallest screens what is being filled in comes before those
  /// above it.
  private static func first(_ model: Model, _ rows: Int, visible: Int) -> Int {
    let focus = model.fields.firstIndex(of: model.focus) ?? 0
    // All fields above it take one row each.
    return max(0, focus + min(rows, visible) - visible)
  }

  /// What stands under the field in focus.
  private static func hints(
    _ model: Model, _ language: Language, width: Int, rows: Int
  ) -> [(text: String, style: Style)] {
    // Where the screen is smallest, the words that are offered are worth more than the whole rule.
    let phrase: PersonPhrase =
      model.focus == .passphrase && rows < 12 ? .passphraseNeeds : hint(model.focus)
    let hint = TextWrap.lines(phrase.text(in: language), width: width)
    let offers = model.focus == .passphrase && !model.suggestion.isEmpty
    let words = "\(PersonPhrase.suggested.text(in: language)): \(model.suggestion)"
    return hint.map { ($0, .muted) }
      + (offers ? TextWrap.lines(words, width: width).map { ($0, .accent) } : [])
  }

  /// Draws a field's answer and says how many rows it took.
  private static func draw(
    _ field: Field, _ isFocused: Bool, _ model: Model, _ setting: QuestionSetting, in area: Rect,
    _ cursor: inout Point?, on grid: inout Grid
  ) -> Int {
    let line = area.splitTop(1).0
    switch field {
    case .kind:
      let names = [("village", PersonPhrase.village), ("community", .community)]
      let text = names.enumerated().map { row, name in
        "(\(model.kind == name.0 ? "x" : " ")) \(row + 1) \(name.1.text(in: setting.language))"
      }
      grid.drawRow(
        text.joined(separator: "   "), in: line, style: isFocused ? .selected : .plain)
      if isFocused { cursor = line.point(0, 1) }
      return 1
    case .place where isFocused:
      let height = min(PlaceQuestion.height(model.place, width: area.columns, setting), area.rows)
      cursor = PlaceQuestion.view(model.place, setting, in: area.splitTop(height).0, on: &grid)
      return height
    case .place:
      grid.draw(
        PlaceQuestion.text(of: model.place.code, setting), at: line.origin, width: line.columns)
      return 1
    default:
      guard let text = model.texts[field] else { return 1 }
      let box = line.splitLeft(field == .moo ? 6 : 50).0
      let place = TextField.view(text, in: box, on: &grid, style: isFocused ? .focus : .accent)
      if isFocused { cursor = place }
      return 1
    }
  }

  static func phrase(_ field: Field) -> PersonPhrase {
    switch field {
    case .name: .name
    case .position: .position
    case .kind: .kind
    case .place: .place
    case .moo: .moo
    case .villageName: .villageName
    case .passphrase: .passphrase
    case .again: .again
    }
  }

  static func hint(_ field: Field) -> PersonPhrase {
    switch field {
    case .name: .nameHint
    case .position: .positionHint
    case .kind: .kindHint
    case .place: .placeHint
    case .moo: .mooHint
    case .villageName: .villageHint
    case .passphrase: .passphraseHint
    case .again: .againHint
    }
  }
}
