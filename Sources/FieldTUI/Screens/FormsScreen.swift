import TerminalKit

/// The forms of this laptop, one of which a new survey is of; searched while one types.
enum FormsScreen {
  /// A form as the menu shows it.
  struct Row: Equatable, Sendable {
    enum State: Equatable, Sendable {
      case reading
      case ready(FormHead)
      /// Why it cannot be opened.
      case broken(Label)
    }

    /// The name of its folder.
    let name: String
    var state: State

    /// What the form calls itself; one that has no title or cannot be read is known by its folder.
    var title: String {
      guard case .ready(let head) = state, !head.title.isEmpty else { return name }
      return head.title
    }
  }

  struct Model: Equatable, Sendable {
    private(set) var rows: [Row]
    /// The places of the rows whose title holds what was typed.
    private(set) var found: [Int]
    var row = 0
    var search = TextField.Model(limit: 60) {
      didSet { if search.text != oldValue.text { find() } }
    }

    init(_ rows: [Row]) {
      self.rows = rows
      found = Array(rows.indices)
    }

    /// Takes in what was read of a form meanwhile.
    mutating func take(_ row: Row) {
      guard let place = rows.firstIndex(where: { $0.name == row.name }) else { return }
      rows[place] = row
      find()
    }

    private mutating func find() {
      var names = NameSearch(rows.map(\.title))
      found = names.positions(of: search.text)
      row = max(0, min(row, found.count - 1))
    }

    var selected: Row? { found.indices.contains(row) ? rows[found[row]] : nil }
  }

  enum Effect: Equatable {
    case begin(String)
    case say(Label)
    case back
  }

  enum Action: Sendable { case begin, back }

  static let keys = KeyMap<Action>([
    KeyBinding(.enter, label: Phrase.open.label, action: .begin),
    KeyBinding(.escape, label: Phrase.back.label, action: .back),
  ])

  static func update(_ model: inout Model, _ key: Key) -> [Effect] {
    if key != .home, key != .end,
      let row = Scrolling.moved(model.row, by: key, of: model.found.count, page: 10)
    {
      model.row = max(0, row)
      return []
    }
    switch keys.action(for: key) {
    case .back: return [.back]
    case .begin: return model.selected.map { [begin($0)] } ?? []
    case nil: break
    }
    let outcome = TextField.write(&model.search, key)
    if outcome == .changed { model.row = 0 }
    return Phrase.refusal(outcome).map { [.say($0)] } ?? []
  }

  private static func begin(_ row: Row) -> Effect {
    switch row.state {
    case .ready: .begin(row.name)
    case .reading: .say(FormsPhrase.stillReading.label)
    case .broken(let why): .say(why)
    }
  }
}

extension FormsScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      FormsPhrase.title.label, keys: GlobalKeys.help(after: keys, in: language), on: &grid)
    let (head, rest) = body.splitTop(2)
    let used = grid.draw(
      RecordsPhrase.search.text(in: language) + ": ", at: head.origin, style: .label)
    let (field, _) = head.splitTop(1).0.splitLeft(used).1.splitLeft(
      min(40, max(0, head.columns - used)))
    let cursor = TextField.view(model.search, in: field, on: &grid)
    guard !model.found.isEmpty else {
      grid.draw(RecordsPhrase.noMatch.text(in: language), at: rest.point(0), style: .muted)
      return cursor
    }
    let list = sayWhy(model.selected, below: rest, language, on: &grid)
    let top = Scrolling.top(0, showing: model.row, of: model.found.count, visible: list.rows)
    for (line, place) in model.found.dropFirst(top).prefix(list.rows).enumerated() {
      let row = model.rows[place]
      grid.drawRow(
        " " + text(of: row, language), row: line, in: list,
        style: top + line == model.row ? .selected : style(of: row))
    }
    Scrolling.bar(top: top, of: model.found.count, in: list, on: &grid)
    return cursor
  }

  static func text(of row: Row, _ language: Language) -> String {
    switch row.state {
    case .reading: "\(row.title) · \(FormsPhrase.reading.text(in: language))"
    case .ready(let head):
      head.version.isEmpty
        ? row.title
        : "\(row.title) · \(FormsPhrase.version.text(in: language)) \(head.version)"
    case .broken: "\(row.title) · \(FormsPhrase.broken.text(in: language))"
    }
  }

  private static func style(of row: Row) -> Style {
    switch row.state {
    case .reading: .muted
    case .ready: .plain
    case .broken: .problem
    }
  }

  /// Says under the list why the form cannot be opened, and leaves room for the list.
  private static func sayWhy(
    _ row: Row?, below area: Rect, _ language: Language, on grid: inout Grid
  ) -> Rect {
    guard case .broken(let why)? = row?.state else { return area }
    let lines = TextWrap.lines(why.text(in: language), width: area.columns)
    guard lines.count + 4 <= area.rows else { return area }
    let (list, foot) = area.splitBottom(lines.count)
    grid.draw(lines, in: foot, style: .problem)
    return list
  }
}
