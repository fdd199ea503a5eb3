import SurveyForms
import TerminalKit

extension FillScreen {
  /// Draws the whole screen; only what is visible of the page is laid out.
  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let (title, rest) = area.splitTop(1)
    let (middle, help) = rest.splitBottom(1)
    let (body, status) = middle.splitBottom(1)
    let heading = model.memory.title { recordTitle(of: model) }
    StatusLine.title(heading, note: savingNote(of: model), in: title, on: &grid)
    StatusLine.keys(keys(of: model), in: help, on: &grid)
    if model.saving.hasFailed || model.overlay == nil {
      drawStatus(of: model, in: status, on: &grid)
    }
    switch model.overlay {
    case .help(let text):
      ScrollText.view(text, in: body.inset(columns: 2), on: &grid)
      return nil
    case .review(let review): return ReviewPage.view(review, in: body, on: &grid)
    case .jump(let list): return JumpList.view(list, model.language, in: body, on: &grid)
    case .remove(let dialog, _): return Dialog.view(dialog, in: body, on: &grid)
    case .reason(let field, _):
      return viewReason(field, in: model, in: body, on: &grid)
    case nil: break
    }
    let page: Rect
    if body.columns >= 76 {
      let (left, right) = body.splitLeft(24)
      SectionList.column(of: model, in: left, on: &grid)
      page = right.splitLeft(1).1
    } else {
      let (above, below) = body.splitTop(1)
      SectionList.line(of: model, in: above, on: &grid)
      page = below
    }
    return drawPage(of: model, in: page, on: &grid)
  }

  private static func keys(of model: Model) -> [KeyHelp] {
    switch model.overlay {
    case .review: FillKeys.reviewHelp(in: model.language)
    case .jump(let list): JumpList.help(of: list, in: model.language)
    case .help, .remove, .reason, nil: FillKeys.help(in: model.language)
    }
  }

  private static func recordTitle(of model: Model) -> String {
    let form = model.session.definition.title
    return model.title.isEmpty ? form : "\(model.title) · \(form)"
  }

  private static func savingNote(of model: Model) -> String {
    let saving = model.saving
    let phrase: FillPhrase =
      saving.hasFailed
      ? .notSaved : saving.asked == 0 ? .nothingNew : saving.isDone ? .saved : .saving
    return phrase.text(in: model.language)
  }

  private static func drawStatus(of model: Model, in area: Rect, on grid: inout Grid) {
    let saving = model.saving
    if saving.hasFailed {
      let phrase: FillPhrase = saving.mayLeaveUnsaved ? .leaveUnsaved : .notSavedWhatToDo
      let reason = saving.mayLeaveUnsaved ? nil : saving.reason
      grid.draw(
        reason?.text(in: model.language) ?? phrase.text(in: model.language), at: area.origin,
        width: area.columns, style: .problem)
    } else if let notice = model.notice {
      grid.draw(
        notice.text(in: model.language), at: area.origin, width: area.columns, style: .accent)
    }
  }

  private static func drawPage(of model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let (head, body) = area.splitTop(1)
    grid.draw(
      model.title(ofSection: model.section), at: head.origin, width: head.columns - 1, style: .title
    )
    let layout = PageLayout(model: model, width: body.columns - 2)
    let blocks = visibleBlocks(layout, rows: body.rows)
    var cursor: Point?
    for (index, top, block) in blocks {
      block.draw(at: top, in: body, on: &grid)
      guard index == model.focus, let slot = block.editor, top + slot.row < body.rows else {
        continue
      }
      let room = Rect(
        row: body.row + max(0, top + slot.row), column: body.column + slot.column,
        rows: min(slot.rows, body.rows - top - slot.row), columns: slot.columns)
      if model.editor != .inert {
        cursor = model.editor.view(model.setting, in: room, on: &grid)
      } else {
        cursor = room.origin
      }
    }
    return cursor
  }

  /// The blocks around the one in focus that fall into the rows, each with the row it begins at.
  ///
  /// The one in focus is shown whole if it can be; what is before it takes up to a third.
  private static func visibleBlocks(
    _ layout: PageLayout, rows: Int
  ) -> [(index: Int, top: Int, block: PageBlock)] {
    let model = layout.model
    guard model.entries.indices.contains(model.focus) else { return [] }
    let focused = layout.block(model.focus)
    var after: [(Int, PageBlock)] = []
    var below = 0
    for index in model.entries.indices.dropFirst(model.focus + 1) where below < rows {
      after.append((index, layout.block(index)))
      below += after.last?.1.rows ?? 0
    }
    var before: [(Int, PageBlock)] = []
    var above = 0
    // Room that nothing below needs goes to what is above.
    let most = max(rows / 3, rows - focused.rows - below)
    for index in model.entries.indices.prefix(model.focus).reversed() where above < rows {
      before.append((index, layout.block(index)))
      above += before.last?.1.rows ?? 0
    }
    var top = min(above, max(0, min(most, rows - focused.rows)))
    var placed = [(model.focus, top, focused)]
    var next = top + focused.rows
    for (index, block) in after where next < rows {
      placed.append((index, next, block))
      next += block.rows
    }
    for (index, block) in before where top > 0 {
      top -= block.rows
      placed.append((index, top, block))
    }
    return placed
  }
}
