import SurveyForms
import TerminalKit

/// The sections of the form with what became of each: done, with errors, with warnings, not reached.
enum SectionList {
  enum State: Equatable {
    case done
    case wrong(Int)
    /// Something may be wrong there.
    case warned
    case notReached
  }

  private static func states(in model: FillScreen.Model) -> [State] {
    model.memory.states { model.sections.indices.map { state(of: $0, in: model) } }
  }

  /// The rows as they fit a width; most titles are longer than their place.
  private static func rows(of model: FillScreen.Model, width: Int) -> [String] {
    model.memory.sectionRows(width: width) {
      states(in: model).enumerated().map { index, state in
        // Of a long title the number stays.
        let number = model.number(ofSection: index)
        let words = "\(box(state)) \(model.words(ofSection: index))"
        return TextWidth.clip(words, to: width - number.utf8.count) + number
      }
    }
  }

  static func state(of index: Int, in model: FillScreen.Model) -> State {
    let paths = model.sections[index].items.map(\.path)
    let wrong = paths.count { model.shownProblem(at: $0) != nil }
    if wrong > 0 { return .wrong(wrong) }
    if model.isWarned(section: index) { return .warned }
    let isOpen = paths.contains { model.problems[$0] != nil }
    // Of a record that came back every page was seen, also the one where nothing had to be said.
    let isSeen =
      model.reached.contains(model.sections[index].page) || model.isPrefilled(section: index)
      || model.former != nil
    return isOpen || !isSeen ? .notReached : .done
  }

  /// One section a row, the one on the page marked.
  static func column(of model: FillScreen.Model, in area: Rect, on grid: inout Grid) {
    for row in 0..<area.rows {
      grid.draw("│", at: area.point(row, area.columns - 1), style: .muted)
    }
    let (list, _) = area.splitLeft(area.columns - 1)
    let states = states(in: model)
    let texts = rows(of: model, width: list.columns)
    let top = Scrolling.top(
      0, showing: model.section, of: model.sections.count, visible: list.rows)
    for (row, index) in model.sections.indices.dropFirst(top).prefix(list.rows).enumerated() {
      let isHere = index == model.section
      grid.drawRow(
        texts[index], row: row, in: list, style: isHere ? .selected : style(of: states[index]))
    }
  }

  /// The sections in one line: the boxes around the one on the page, and its number.
  static func line(of model: FillScreen.Model, in area: Rect, on grid: inout Grid) {
    let count = model.sections.count
    var column = grid.draw(
      " \(model.section + 1)/\(count)  ", at: area.origin, width: area.columns, style: .label.bold)
    let states = states(in: model)
    let visible = max(1, (area.columns - column) / 3)
    let first = Scrolling.top(
      max(0, model.section - visible / 2), showing: model.section, of: count, visible: visible)
    for index in states.indices.dropFirst(first).prefix(visible) {
      column += grid.draw(
        box(states[index]), at: area.point(0, column), width: max(0, area.columns - column),
        style: index == model.section ? .selected : style(of: states[index]))
    }
  }

  private static func box(_ state: State) -> String {
    switch state {
    case .done: "[x]"
    case .wrong: "[!]"
    case .warned: "[?]"
    case .notReached: "[ ]"
    }
  }

  private static func style(of state: State) -> Style {
    switch state {
    case .done: .success
    case .wrong: .problem
    case .warned: .warning
    case .notReached: .muted
    }
  }
}
