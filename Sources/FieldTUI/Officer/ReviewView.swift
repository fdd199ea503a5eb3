import SyncProtocol
import TerminalKit
import ThaiText

extension ReviewScreen {
  /// The narrowest screen on which the checks stand beside the answers.
  private static let sideBySide = 72

  /// Draws the record with its checks beside it, or above it on a narrow screen.
  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let (head, rest) = area.splitTop(2)
    let (body, foot) = rest.splitBottom(2)
    drawHead(model, in: head, on: &grid)
    let (answers, checks) =
      area.columns >= sideBySide ? beside(body, on: &grid) : above(model, body, on: &grid)
    drawChecks(model, in: checks, on: &grid)
    let cursor = drawAnswers(model, in: answers, on: &grid)
    drawFoot(model, in: foot, on: &grid)
    return drawOverlay(model, in: area, on: &grid) ?? cursor
  }

  private static func beside(_ body: Rect, on grid: inout Grid) -> (Rect, Rect) {
    let side = min(64, max(28, body.columns / 3))
    let (answers, rest) = body.splitLeft(body.columns - side)
    for row in 0..<rest.rows { grid.draw("│", at: rest.point(row), style: .muted) }
    let (_, checks) = rest.splitLeft(2)
    return (answers, checks)
  }

  private static func above(
    _ model: Model, _ body: Rect, on grid: inout Grid
  ) -> (Rect, Rect) {
    let wanted = checkRows(model, width: body.columns - 2).count
    let (checks, rest) = body.splitTop(min(wanted, 5))
    grid.draw(String(repeating: "─", count: rest.columns), at: rest.origin, style: .muted)
    let (_, answers) = rest.splitTop(1)
    return (answers, checks.inset(columns: 1))
  }

  private static func drawHead(_ model: Model, in area: Rect, on grid: inout Grid) {
    let row = model.record.row
    let place = model.place.map { $0.text(in: model.language) + " · " } ?? ""
    let unsent = row.pending == nil ? "" : "*"
    StatusLine.title(
      row.name, note: place + row.standing.label.text(in: model.language) + unsent, in: area,
      on: &grid)
    let day = row.received.thaiDay
    let received = model.language == .thai ? BuddhistDate.long(day) : BuddhistDate.numeric(day)
    var parts = [
      row.place.text(in: model.language),
      OfficerPhrase.by(model.record.author).text(in: model.language),
      OfficerPhrase.received.text(in: model.language) + " " + received,
    ]
    if model.showsOnlyChanges {
      parts.insert(OfficerPhrase.onlyChanges.text(in: model.language), at: 0)
    }
    grid.draw(
      parts.joined(separator: " · "), at: area.point(1, 1), width: area.columns - 2,
      style: .label)
  }

  private static func checkRows(_ model: Model, width: Int) -> [ScrollText.Line] {
    ChecksText.lines(model.record, model.language).flatMap { line in
      TextWrap.lines(line.text, width: width).map { ScrollText.Line($0, style: line.style) }
    }
  }

  /// What does not fit is said to be missing, and one key shows all of it.
  private static func drawChecks(_ model: Model, in area: Rect, on grid: inout Grid) {
    let rows = checkRows(model, width: area.columns)
    let fits = rows.count <= area.rows
    for (index, row) in rows.prefix(fits ? area.rows : max(0, area.rows - 1)).enumerated() {
      grid.draw(row.text, at: area.point(index), width: area.columns, style: row.style)
    }
    guard !fits, area.rows > 0 else { return }
    grid.draw(
      OfficerPhrase.more(rows.count - area.rows + 1).text(in: model.language),
      at: area.point(area.rows - 1), width: area.columns, style: .accent)
  }

  private static func drawAnswers(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let answers = AnswerLines(model, width: area.columns - 2)
    let top = answers.top(visible: area.rows)
    var cursor: Point?
    for (row, line) in answers.lines.dropFirst(top).prefix(area.rows).enumerated() {
      let isFocused = line.answer == model.focus
      draw(line, answers, isFocused: isFocused, row: row, in: area, on: &grid)
      if isFocused, cursor == nil { cursor = area.point(row) }
    }
    Scrolling.bar(top: top, of: answers.lines.count, in: area, on: &grid)
    return cursor
  }

  private static func draw(
    _ line: AnswerLines.Line, _ answers: AnswerLines, isFocused: Bool, row: Int, in area: Rect,
    on grid: inout Grid
  ) {
    let width = area.columns - 1
    guard line.answer != nil else {
      grid.draw(line.label, at: area.point(row), width: width, style: line.style)
      return
    }
    if isFocused {
      grid.fill(
        Rect(row: area.row + row, column: area.column, rows: 1, columns: width), style: .selected)
    }
    let column = answers.widths.label + 1
    grid.draw(
      line.label, at: area.point(row), width: answers.widths.label,
      style: isFocused ? .selected : .label)
    grid.draw(
      line.value, at: area.point(row, column), width: width - column,
      style: isFocused ? .selected : line.style)
  }

  private static func drawFoot(_ model: Model, in area: Rect, on grid: inout Grid) {
    if let notice = model.notice {
      grid.draw(
        notice.text(in: model.language), at: area.point(0, 1), width: area.columns - 2,
        style: .accent)
    }
    let (_, bar) = area.splitBottom(1)
    StatusLine.keys(help(model), in: bar, on: &grid)
  }

  private static func help(_ model: Model) -> [KeyHelp] {
    switch model.overlay {
    case nil: keys.help(in: model.language)
    case .help, .checks: BoxKeys.reading.help(in: model.language)
    case .care, .files: BoxKeys.choosing.help(in: model.language)
    case .comment: BoxKeys.commenting.help(in: model.language)
    case .reasons(let box): BoxKeys.giving(box.decision).help(in: model.language)
    }
  }

  private static func drawOverlay(
    _ model: Model, in area: Rect, on grid: inout Grid
  ) -> Point? {
    switch model.overlay {
    case nil: return nil
    case .help(let text):
      OfficerBox.text(text, title: .keysTitle, model.language, in: area, on: &grid)
      return area.origin
    case .checks(let text):
      OfficerBox.text(text, title: .checksTitle, model.language, in: area, on: &grid)
      return area.origin
    case .care(let dialog): return Dialog.view(dialog, model.language, in: area, on: &grid)
    case .comment(let path, let field):
      return drawComment(field, on: path, model, in: area, on: &grid)
    case .reasons(let box):
      return ReasonsBox.view(box, model.record, model.language, in: area, on: &grid)
    case .files(let box): return FilesBox.view(box, model.language, in: area, on: &grid)
    }
  }

  private static func drawComment(
    _ field: TextField.Model, on path: String, _ model: Model, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let wide = min(area.columns, 76)
    let rows = TextField.height(field, width: wide - 4, most: 4)
    let question = TextWrap.lines(
      model.record.name(of: path, in: model.language), width: wide - 4)
    let hint = TextWrap.lines(
      OfficerPhrase.commentHint.text(in: model.language), width: wide - 4)
    let box = area.centred(rows: question.count + hint.count + 4 + rows, columns: wide)
    Dialog.frame(box, title: OfficerPhrase.commentTitle.text(in: model.language), on: &grid)
    let (top, rest) = box.inset(rows: 1, columns: 2).splitTop(question.count)
    grid.draw(question, in: top, style: .label)
    let (typing, below) = rest.splitTop(rows)
    let (_, foot) = below.splitTop(1)
    grid.draw(hint, in: foot, style: .muted)
    return TextField.view(field, in: typing, on: &grid)
  }
}
