import SurveyForms
import TerminalKit

/// The sections of the form with what became of each: done, with errors, not reached.
enum SectionList {
  enum State: Equatable {
    case done
    case wrong(Int)
    case notReached
  }

  static func state(of index: Int, in model: FillScreen.Model) -> State {
    let paths = model.sections[index].items.map(\.path)
    let wrong = paths.count { model.shownProblem(at: $0) != nil }
    if wrong > 0 { return .wrong(wrong) }
    let isOpen = paths.contains { model.problems[$0] != nil }
    // Of a record that came back every page was seen, also the one where nothing had to be said.
    let isSeen =
      model.reached.contains(model.sections[index].path) || model.isPrefilled(section: index)
      || model.former != nil
    return isOpen || !isSeen ? .notReached : .done
  }

  /// One section a row, the one on the page marked.
  static func column(of model: FillScreen.Model, in area: Rect, on grid: inout Grid) {
    for row in 0..<area.rows {
      grid.draw("│", at: area.point(row, area.columns - 1), style: .muted)
    }
    let (list, _) = area.splitLeft(area.columns - 1)
    let top = Scrolling.top(
      0, showing: model.section, of: model.sections.count, visible: list.rows)
    for (row, index) in model.sections.indices.dropFirst(top).prefix(list.rows).enumerated() {
      let state = state(of: index, in: model)
      let text = "\(box(state)) \(model.title(ofSection: index))"
      let isHere = index == model.section
      grid.drawRow(text, row: row, in: list, style: isHere ? .selected : style(of: state))
    }
  }

  /// All sections in one line: their boxes, and the number of the one on the page.
  static func line(of model: FillScreen.Model, in area: Rect, on grid: inout Grid) {
    let count = model.sections.count
    var column = grid.draw(
      " \(model.section + 1)/\(count)  ", at: area.origin, width: area.columns, style: .label.bold)
    for index in model.sections.indices {
      let state = state(of: index, in: model)
      let isHere = index == model.section
      column += grid.draw(
        box(state), at: area.point(0, column), width: max(0, area.columns - column),
        style: isHere ? .selected : style(of: state))
    }
  }

  private static func box(_ state: State) -> String {
    switch state {
    case .done: "[x]"
    case .wrong: "[!]"
    case .notReached: "[ ]"
    }
  }

  private static func style(of state: State) -> Style {
    switch state {
    case .done: .success
    case .wrong: .problem
    case .notReached: .muted
    }
  }
}
