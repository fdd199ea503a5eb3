import SurveyForms
import TerminalKit

extension FillScreen {
  /// Draws the whole screen; what is typed into a field changes, around it is drawn once for many keys.
  static func view(_ model: Model, on grid: inout Grid) -> Point? {
    if let overlay = model.overlay { return view(overlay, over: model, on: &grid) }
    let picture = model.memory.picture(of: surroundings(of: model, grid.size)) {
      var page = Grid(size: grid.size)
      let editor = drawPage(of: model, on: &page)
      return PageMemory.Picture(grid: page, editor: editor)
    }
    grid = picture.grid
    guard let room = picture.editor else { return nil }
    guard model.editor != .inert else { return room.origin }
    return model.editor.view(model.setting, in: room, on: &grid)
  }

  /// All that the picture of a page depends on and that may change while the page's memory lasts.
  private static func surroundings(of model: Model, _ size: Size) -> PageMemory.Surroundings {
    let width = pageArea(in: Grid.body(of: size)).columns - 2
    return PageMemory.Surroundings(
      size: size, saving: model.saving, isTyping: model.editor.isDirty,
      notice: model.notice,
      editor: PageLayout(model: model, width: width).editorRoom, keys: keys(of: model))
  }

  private static func view(
    _ overlay: Overlay, over model: Model, on grid: inout Grid
  ) -> Point? {
    drawEdges(of: model, on: &grid)
    if model.saving.hasFailed { drawStatus(of: model, on: &grid) }
    let body = Grid.body(of: grid.size)
    switch overlay {
    case .help(let text):
      ScrollText.view(text, in: body.inset(columns: 2), on: &grid)
      return nil
    case .review(let review): return ReviewPage.view(review, model.language, in: body, on: &grid)
    case .jump(let list): return JumpList.view(list, model.language, in: body, on: &grid)
    case .remove(let dialog, _), .abandon(let dialog):
      return Dialog.view(dialog, model.language, in: body, on: &grid)
    case .reason(let field, _): return viewReason(field, in: model, in: body, on: &grid)
    }
  }

  private static func drawEdges(of model: Model, on grid: inout Grid) {
    let (title, rest) = grid.area.splitTop(1)
    let heading = model.memory.title { recordTitle(of: model) }
    StatusLine.title(heading, note: savingNote(of: model), in: title, on: &grid)
    StatusLine.keys(keys(of: model), in: rest.splitBottom(1).1, on: &grid)
  }

  private static func keys(of model: Model) -> [KeyHelp] {
    switch model.overlay {
    case .review(let review): FillKeys.reviewHelp(of: review, in: model.language)
    case .jump(let list): JumpList.help(of: list, in: model.language)
    case .help: ScrollText.keys(in: model.language)
    // A box draws its own.
    case .remove, .abandon, nil: FillKeys.help(of: model)
    case .reason: FillKeys.reasonHelp(in: model.language)
    }
  }

  private static func recordTitle(of model: Model) -> String {
    let form = model.session.definition.title
    return model.title.isEmpty ? form : "\(model.title) · \(form)"
  }

  private static func savingNote(of model: Model) -> String {
    let saving = model.saving
    // Half a name is no answer, so it is not on the disk: nothing may call it saved.
    let phrase: FillPhrase =
      saving.hasFailed
      ? .notSaved
      : model.editor.isDirty
        ? .form(.typing) : saving.asked == 0 ? .nothingNew : saving.isDone ? .saved : .saving
    return phrase.text(in: model.language)
  }

  private static func drawStatus(of model: Model, on grid: inout Grid) {
    let area = grid.area.splitBottom(2).1.splitTop(1).0
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

  /// Where the page lies beside or below the sections.
  private static func pageArea(in body: Rect) -> Rect {
    guard body.columns >= 76 else { return body.splitTop(1).1 }
    return body.splitLeft(25).1
  }

  /// Draws everything but the editor, and says where that is drawn.
  private static func drawPage(of model: Model, on grid: inout Grid) -> Rect? {
    drawEdges(of: model, on: &grid)
    drawStatus(of: model, on: &grid)
    let whole = Grid.body(of: grid.size)
    if whole.columns >= 76 {
      SectionList.column(of: model, in: whole.splitLeft(24).0, on: &grid)
    } else {
      SectionList.line(of: model, in: whole.splitTop(1).0, on: &grid)
    }
    let (head, body) = pageArea(in: whole).splitTop(1)
    grid.draw(
      model.title(ofSection: model.section), at: head.origin, width: head.columns - 1, style: .title
    )
    return drawBlocks(of: model, in: body, on: &grid)
  }

  private static func drawBlocks(of model: Model, in body: Rect, on grid: inout Grid) -> Rect? {
    let layout = PageLayout(model: model, width: body.columns - 2)
    var room: Rect?
    for (index, top, block) in visibleBlocks(layout, rows: body.rows) {
      block.draw(at: top, in: body, on: &grid)
      guard index == model.focus, let slot = block.editor, top + slot.row < body.rows else {
        continue
      }
      room = Rect(
        row: body.row + max(0, top + slot.row), column: body.column + slot.column,
        rows: min(slot.rows, body.rows - top - slot.row), columns: slot.columns)
    }
    return room
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

extension Grid {
  /// What lies between a form's title and its two lines at the bottom.
  fileprivate static func body(of size: Size) -> Rect {
    Rect(size).splitTop(1).1.splitBottom(2).0
  }
}
