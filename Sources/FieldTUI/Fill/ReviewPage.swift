import SurveyForms
import TerminalKit

/// The last page: what is wrong, what is doubtful, and every answer; each a jump to its question.
enum ReviewPage {
  struct Row: Equatable, Sendable {
    let text: String
    let style: Style
    /// The question that Enter leads to; nil for words that are only read.
    var target: String?
    var finishes = false
  }

  struct Model: Equatable, Sendable {
    var rows: [Row]
    /// Which of the rows that can be stopped at is highlighted.
    var highlighted = 0
    var confirm: Dialog.Model?
    /// How many answers are files.
    var files = 0

    var stops: [Int] {
      rows.indices.filter { rows[$0].target != nil || rows[$0].finishes }
    }

    var row: Int { stops.indices.contains(highlighted) ? stops[highlighted] : 0 }
  }

  enum Outcome: Equatable, Sendable {
    case stay, back, finish
    case jump(String)
  }

  static func update(_ model: inout Model, _ key: Key, _ language: Language) -> Outcome {
    if var dialog = model.confirm {
      let outcome = Dialog.update(&dialog, key)
      model.confirm = [.moved, .ignored].contains(outcome) ? dialog : nil
      return outcome == .chose(0) ? .finish : .stay
    }
    let stops = model.stops
    if let row = Scrolling.moved(model.highlighted, by: key, of: stops.count, page: 10) {
      model.highlighted = max(0, row)
      return .stay
    }
    switch key {
    case .escape, .function(9): return .back
    case .enter:
      guard stops.indices.contains(model.highlighted) else { return .back }
      let row = model.rows[stops[model.highlighted]]
      if row.finishes { model.confirm = dialog(of: model, in: language) }
      return row.target.map { .jump($0) } ?? .stay
    default: return .stay
    }
  }

  private static func dialog(of model: Model, in language: Language) -> Dialog.Model {
    let files = model.files == 0 ? "" : "\n" + FormPhrase.fileStays(model.files).text(in: language)
    return Dialog.Model(
      title: FillPhrase.finishTitle.text(in: language),
      text: FillPhrase.finishText.text(in: language) + files,
      buttons: [FillPhrase.finish, .goBackAndCheck].map { $0.text(in: language) })
  }

  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let width = area.columns - 2
    let blocks = model.rows.map { row in
      TextWrap.lines(row.text, width: width - (row.target == nil && !row.finishes ? 0 : 2))
    }
    let before = blocks[..<min(model.row, blocks.count)].reduce(0) { $0 + $1.count }
    let total = blocks.reduce(0) { $0 + $1.count }
    // The words above the first stop come into view with it.
    let shown = model.highlighted == 0 ? 0 : before
    let top = Scrolling.top(
      max(0, before - area.rows / 2), showing: shown, of: total, visible: area.rows)
    var row = -top
    for (index, lines) in blocks.enumerated() {
      let isLit = index == model.row && !model.stops.isEmpty
      for line in lines {
        defer { row += 1 }
        guard (0..<area.rows).contains(row) else { continue }
        let indent = model.rows[index].target == nil && !model.rows[index].finishes ? "" : "  "
        let style = isLit ? .selected : model.rows[index].style
        grid.draw(indent + line, at: area.point(row), width: width, style: style)
      }
    }
    Scrolling.bar(top: top, of: total, in: area, on: &grid)
    if let dialog = model.confirm { return Dialog.view(dialog, in: area, on: &grid) }
    return area.point(max(0, min(area.rows - 1, before - top)))
  }
}
