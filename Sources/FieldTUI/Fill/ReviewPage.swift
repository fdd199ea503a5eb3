import SurveyForms
import Synchronization
import TerminalKit

/// The last page: what is wrong, what is doubtful, and every answer; each a jump to its question.
enum ReviewPage {
  struct Row: Equatable, Sendable {
    let text: String
    let style: Style
    /// The question that Enter leads to; nil for words that are only read.
    var target: String?
    var finishes = false
    /// Whether nothing is left to do about it.
    var isSettled = false
  }

  struct Model: Equatable, Sendable {
    let rows: [Row]
    /// The rows that can be stopped at.
    let stops: [Int]
    /// Which of the stops is highlighted.
    var highlighted = 0
    var confirm: Dialog.Model?
    /// How many answers are files.
    let files: Int
    fileprivate let wrapped: WrappedRows

    init(rows: [Row], files: Int) {
      self.rows = rows
      self.files = files
      stops = rows.indices.filter { rows[$0].target != nil || rows[$0].finishes }
      wrapped = WrappedRows(rows)
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
    let files =
      model.files == 0 ? "" : "\n" + FormPhrase.fileFollows(model.files).text(in: language)
    return Dialog.Model(
      title: FillPhrase.finishTitle.text(in: language),
      text: FillPhrase.finishText.text(in: language) + files,
      buttons: [FillPhrase.finish, .goBackAndCheck].map { $0.text(in: language) })
  }

  static func view(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let width = area.columns - 2
    let layout = model.wrapped.layout(width: width)
    let before = layout.starts[model.row]
    let total = layout.starts[model.rows.count]
    // The words above the first stop come into view with it.
    let shown = model.highlighted == 0 ? 0 : before
    let top = Scrolling.top(
      max(0, before - area.rows / 2), showing: shown, of: total, visible: area.rows)
    for line in layout.lines.indices.dropFirst(top).prefix(area.rows) {
      let (index, text) = layout.lines[line]
      let isLit = index == model.row && !model.stops.isEmpty
      grid.draw(
        text, at: area.point(line - top), width: width,
        style: isLit ? .selected : model.rows[index].style)
    }
    Scrolling.bar(top: top, of: total, in: area, on: &grid)
    if let dialog = model.confirm { return Dialog.view(dialog, language, in: area, on: &grid) }
    return area.point(max(0, min(area.rows - 1, before - top)))
  }
}

/// The rows of a review wrapped for a width: once, for a record may have thousands.
///
/// A class, so that the copies of a review share the work.
private final class WrappedRows: Equatable, Sendable {
  struct Layout {
    let width: Int
    fileprivate(set) var lines: [(row: Int, text: String)] = []
    /// The line that each row begins at, and after the last how many there are.
    fileprivate(set) var starts = [0]
  }

  private let rows: [ReviewPage.Row]
  private let last = Mutex<Layout?>(nil)

  init(_ rows: [ReviewPage.Row]) { self.rows = rows }

  static func == (one: WrappedRows, other: WrappedRows) -> Bool {
    one === other || one.rows == other.rows
  }

  func layout(width: Int) -> Layout {
    last.withLock { last in
      if let last, last.width == width { return last }
      var layout = Layout(width: width)
      for (index, row) in rows.enumerated() {
        let indent = row.target == nil && !row.finishes ? "" : "  "
        let lines = TextWrap.lines(row.text, width: width - indent.utf8.count)
        layout.lines += lines.map { (index, indent + $0) }
        layout.starts.append(layout.lines.count)
      }
      last = layout
      return layout
    }
  }
}
