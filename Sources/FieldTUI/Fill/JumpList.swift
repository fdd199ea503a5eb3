import TerminalKit

/// Every section, repeat and question of the record in one list, each a jump; searched while one
/// types.
enum JumpList {
  /// What a row says of itself.
  enum Mark: Equatable, Sendable {
    case heading, answered, empty
    /// An answer that must be given and is not.
    case missing
    case wrong
    /// It was answered, and a warning stands below it.
    case warned

    var box: String {
      switch self {
      case .heading: ""
      case .answered: "[x] "
      case .empty: "[ ] "
      case .missing: "[*] "
      case .wrong: "[!] "
      case .warned: "[?] "
      }
    }

    var isOpen: Bool { [.missing, .wrong, .warned].contains(self) }
  }

  struct Row: Equatable, Sendable {
    let text: String
    let path: String
    let depth: Int
    let mark: Mark
  }

  struct Model: Equatable, Sendable {
    let rows: [Row]
    var search = TextField.Model(limit: 60)
    var showsOpenOnly = false
    private var names: NameSearch?
    /// Whether what was just pasted was too long to look for.
    fileprivate(set) var excess: TextField.Excess?
    /// The rows that are shown, by their places.
    private(set) var found: [Int]
    var highlighted: Int

    /// - Parameter here: The path that the person came from.
    init(_ rows: [Row], here: String) {
      self.rows = rows
      found = Array(rows.indices)
      highlighted = rows.firstIndex { $0.path == here && $0.mark != .heading } ?? 0
    }

    fileprivate mutating func find() {
      highlighted = 0
      var places = Array(rows.indices)
      if !search.text.isEmpty {
        // Folded once, when somebody searches: not at every key.
        var names = names ?? NameSearch(rows.map(\.text))
        places = names.positions(of: search.text).filter { rows[$0].mark != .heading }
        self.names = names
      }
      found = showsOpenOnly ? places.filter { rows[$0].mark.isOpen } : places
    }
  }

  enum Outcome: Equatable, Sendable {
    case stay, back
    case jump(String)
  }

  static func update(_ model: inout Model, _ key: Key) -> Outcome {
    if let row = Scrolling.moved(model.highlighted, by: key, of: model.found.count, page: 10) {
      model.highlighted = max(0, row)
      return .stay
    }
    switch key {
    case .escape, .function(6): return .back
    case .function(3):
      model.showsOpenOnly.toggle()
      model.find()
    case .enter:
      guard model.found.indices.contains(model.highlighted) else { return .stay }
      return .jump(model.rows[model.found[model.highlighted]].path)
    default:
      let outcome = TextField.write(&model.search, key)
      model.excess = outcome.excess
      if outcome == .changed { model.find() }
    }
    return .stay
  }

  static func view(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let (field, list) = area.inset(columns: 1).splitTop(1)
    let cursor = TextField.view(model.search, in: field, on: &grid)
    if let excess = model.excess {
      let words = FillPhrase.tooLong(excess).text(in: language)
      grid.draw(TextWrap.lines(words, width: list.columns), in: list, style: .problem)
      return cursor
    }
    if model.search.text.isEmpty {
      grid.draw(
        FormPhrase.jumpFind.text(in: language), at: field.origin, width: field.columns,
        style: .focus)
    }
    guard !model.found.isEmpty else {
      grid.drawRow(FormPhrase.jumpNothing.text(in: language), in: list, style: .muted)
      return cursor
    }
    let top = Scrolling.top(
      max(0, model.highlighted - list.rows / 2), showing: model.highlighted, of: model.found.count,
      visible: list.rows)
    for (row, index) in model.found.dropFirst(top).prefix(list.rows).enumerated() {
      let entry = model.rows[index]
      let text = String(repeating: "  ", count: min(6, entry.depth)) + entry.mark.box + entry.text
      let isLit = top + row == model.highlighted
      grid.drawRow(text, row: row, in: list, style: isLit ? .selected : style(of: entry.mark))
    }
    Scrolling.bar(top: top, of: model.found.count, in: list, on: &grid)
    return cursor
  }

  private static func style(of mark: Mark) -> Style {
    switch mark {
    case .heading: .label.bold
    case .answered: .plain
    case .empty: .muted
    case .missing, .warned: .warning
    case .wrong: .problem
    }
  }

  /// The line at the bottom while the list lies over the page.
  static func help(of model: Model, in language: Language) -> [KeyHelp] {
    [
      (Key.enter.name, FormPhrase.jumpHere.label), ("↑↓", Label("เลื่อน", "Move")),
      ("F3", (model.showsOpenOnly ? FormPhrase.jumpAll : .jumpOpenOnly).label),
      (Key.escape.name, Label("กลับ", "Back")), ("F1", Label("อธิบาย", "Help")),
    ].map { KeyHelp(keys: $0, label: $1.text(in: language)) }
  }
}
