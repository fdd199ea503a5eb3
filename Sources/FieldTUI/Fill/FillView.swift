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
    guard model.editor != .inert else { return room.area.origin }
    guard room.hiddenRows > 0 else {
      return model.editor.view(model.setting, in: room.area, on: &grid)
    }
    var whole = Grid(size: Size(rows: room.rows, columns: room.area.columns))
    let cursor = model.editor.view(model.setting, in: whole.area, on: &whole)
    grid.draw(whole, fromRow: room.hiddenRows, in: room.area)
    return cursor.flatMap { cursor in
      let row = cursor.row - room.hiddenRows
      return (0..<room.area.rows).contains(row) ? room.area.point(row, cursor.column) : nil
    }
  }

  /// All that the picture of a page depends on and that may change while the page's memory lasts.
  private static func surroundings(of model: Model, _ size: Size) -> PageMemory.Surroundings {
    let page = pageArea(in: body(of: model, size)).splitTop(1).1
    return PageMemory.Surroundings(
      size: size, saving: model.saving, isTyping: model.editor.isDirty,
      areTextsSaved: model.areTextsSaved,
      notice: model.notice,
      editor: PageLayout(model: model, in: page).editorRoom, keys: keys(of: model))
  }

  private static func view(
    _ overlay: Overlay, over model: Model, on grid: inout Grid
  ) -> Point? {
    drawEdges(of: model, on: &grid)
    if model.saving.hasFailed { drawStatus(of: model, on: &grid) }
    let body = body(of: model, grid.size)
    switch overlay {
    case .help(let text):
      ScrollText.view(text, in: body.inset(columns: 2), on: &grid)
      return nil
    case .review(let review): return ReviewPage.view(review, model.language, in: body, on: &grid)
    case .jump(let list): return JumpList.view(list, model.language, in: body, on: &grid)
    case .languages(let list): return LanguageList.view(list, model.language, in: body, on: &grid)
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
    case .languages: LanguageList.help(in: model.language)
    case .help: ScrollText.keys(in: model.language)
    // A box draws its own.
    case .remove, .abandon, nil: FillKeys.help(of: model)
    case .reason: FillKeys.reasonHelp(in: model.language)
    }
  }

  private static func recordTitle(of model: Model) -> String {
    let form = model.session.definition.title
    let title = model.title.isEmpty ? form : "\(model.title) · \(form)"
    guard model.isPractice else { return title }
    return "\(FormPhrase.practice.text(in: model.language)) · \(title)"
  }

  private static func savingNote(of model: Model) -> String {
    if model.isPractice { return FormPhrase.practiceNote.text(in: model.language) }
    let saving = model.saving
    // Half a name is no answer: nothing may call it one, and it is on the disk after a rest only.
    let phrase: FillPhrase =
      saving.hasFailed
      ? .notSaved
      : model.editor.isDirty
        ? .form(model.areTextsSaved && saving.isDone ? .savedNotTaken : .typing)
        : saving.asked == 0 ? .nothingNew : saving.isDone ? .saved : .saving
    return phrase.text(in: model.language)
  }

  /// What just happened, or that nothing is on the disk: whole, over as many rows as it takes.
  private static func status(
    of model: Model, _ size: Size
  ) -> (lines: [String], style: Style) {
    let saving = model.saving
    var words = model.notice?.text(in: model.language) ?? ""
    if saving.hasFailed {
      let phrase: FillPhrase = saving.mayLeaveUnsaved ? .leaveUnsaved : .notSavedWhatToDo
      let reason = saving.mayLeaveUnsaved ? nil : saving.reason
      words = reason?.text(in: model.language) ?? phrase.text(in: model.language)
    }
    let lines = TextWrap.lines(words, width: size.columns - PageEdge.short)
    return (lines, saving.hasFailed ? .problem : .accent)
  }

  private static func drawStatus(of model: Model, on grid: inout Grid) {
    let (lines, style) = status(of: model, grid.size)
    let area = grid.area.splitBottom(lines.count + 1).1
    grid.draw(lines, in: area.splitTop(lines.count).0, style: style)
  }

  /// What lies between a form's title and its lines at the bottom.
  private static func body(of model: Model, _ size: Size) -> Rect {
    let rows = min(size.rows / 3, status(of: model, size).lines.count)
    return Rect(size).splitTop(1).1.splitBottom(rows + 1).0
  }

  /// Where the page lies beside or below the sections.
  private static func pageArea(in body: Rect) -> Rect {
    guard body.columns >= 76 else { return body.splitTop(1).1 }
    return body.splitLeft(25).1
  }

  /// Draws everything but the editor, and says where that is drawn.
  private static func drawPage(
    of model: Model, on grid: inout Grid
  ) -> PageMemory.EditorPlace? {
    drawEdges(of: model, on: &grid)
    drawStatus(of: model, on: &grid)
    let whole = body(of: model, grid.size)
    if whole.columns >= 76 {
      SectionList.column(of: model, in: whole.splitLeft(24).0, on: &grid)
    } else {
      SectionList.line(of: model, in: whole.splitTop(1).0, on: &grid)
    }
    var body = pageArea(in: whole).splitTop(1).1
    if let line = model.languageLine {
      let above = body.splitTop(1)
      grid.draw(line, at: above.0.origin, width: body.columns - 1, style: .muted)
      body = above.1
    }
    return drawBlocks(of: model, in: body, on: &grid)
  }

  private static func drawBlocks(
    of model: Model, in body: Rect, on grid: inout Grid
  ) -> PageMemory.EditorPlace? {
    let layout = PageLayout(model: model, in: body)
    model.memory.bodySize = Size(rows: body.rows, columns: layout.width)
    let sight = PageSight(layout, rows: body.rows)
    for placed in sight.placed { placed.block.draw(at: placed.top, in: body, on: &grid) }
    PageEdge(sight, model).draw(around: body, on: &grid)
    guard let room = sight.editor, let whole = sight.slot,
      let slot = sight.layout.block(model.focus).editor
    else { return nil }
    let area = Rect(
      row: body.row + room.lowerBound, column: body.column + slot.column, rows: room.count,
      columns: slot.columns)
    return PageMemory.EditorPlace(
      area: area, hiddenRows: room.lowerBound - whole.lowerBound, rows: whole.count)
  }
}
