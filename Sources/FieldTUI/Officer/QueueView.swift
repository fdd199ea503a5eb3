import SyncProtocol
import TerminalKit
import ThaiText

extension QueueScreen {
  /// Draws the counts, the list around the highlighted record and the keys.
  static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let (head, rest) = area.splitTop(3)
    let (body, foot) = rest.splitBottom(2)
    drawHead(model, in: head, on: &grid)
    let cursor = drawList(model, in: body, on: &grid)
    drawFoot(model, in: foot, on: &grid)
    let typing = drawSearch(model, in: foot, on: &grid)
    return drawOverlay(model, in: area, on: &grid) ?? typing ?? cursor
  }

  private static func drawHead(_ model: Model, in area: Rect, on grid: inout Grid) {
    let place = OfficerPhrase.position(
      model.shown.isEmpty ? 0 : model.highlighted + 1, of: model.shown.count)
    StatusLine.title(
      OfficerPhrase.menu.text(in: model.language), note: place.text(in: model.language),
      in: area, on: &grid)
    grid.draw(counts(model), at: area.point(1, 1), width: area.columns - 2)
    grid.draw(filters(model), at: area.point(2, 1), width: area.columns - 2, style: .accent)
  }

  static func counts(_ model: Model) -> String {
    let language = model.language
    let waiting = QueueFilter.Standing.waiting.label.text(in: language)
    let states: [ReviewState] = [
      .resubmitted, .returned, .verified, .rejected, .locked, .retracted,
    ]
    let counted = states.filter { model.counts[$0] > 0 }.map {
      "\($0.label.text(in: language)) \(model.counts[$0])"
    }
    return (["\(waiting) \(model.counts.waiting)"] + counted).joined(separator: " · ")
  }

  static func filters(_ model: Model) -> String {
    let filter = model.filter
    let village = model.rows.first { $0.village == filter.village }?.place.text(in: model.language)
    var parts = [
      OfficerPhrase.standing(filter.standing).text(in: model.language),
      village ?? OfficerPhrase.everyVillage.text(in: model.language),
    ]
    if filter.checks != .all {
      parts.append(OfficerPhrase.checked(filter.checks).text(in: model.language))
    }
    if !filter.search.isEmpty {
      parts.append(OfficerPhrase.search.text(in: model.language) + " " + filter.search)
    }
    return parts.joined(separator: " · ")
  }

  private static func drawList(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    guard let empty = emptyPhrase(model) else { return drawTable(model, in: area, on: &grid) }
    let lines = TextWrap.lines(empty.text(in: model.language), width: area.columns - 4)
    grid.draw(lines, in: area.inset(rows: 1, columns: 2), style: .muted)
    return nil
  }

  static func emptyPhrase(_ model: Model) -> OfficerPhrase? {
    guard model.isLoaded else { return .loading }
    guard model.shown.isEmpty else { return nil }
    if model.rows.isEmpty { return model.hasFetched ? .nothingCame : .neverFetched }
    return model.filter == QueueFilter() ? .nothingWaits : .nothingShown
  }

  /// Only the rows that are visible are made, so ten thousand cost no more than twenty.
  private static func drawTable(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let visible = max(1, area.rows - 1)
    let top = model.highlighted / visible * visible
    let rows = model.shown.dropFirst(top).prefix(visible).map { tableRow(model.rows[$0], model) }
    let (_, body) = area.splitTop(1)
    let table = Table.Model(
      columns: columns(model.language, width: area.columns), rows: rows,
      highlighted: model.highlighted - top)
    let cursor = Table.view(table, in: area, on: &grid)
    let last = max(0, model.shown.count - visible)
    Scrolling.bar(top: min(top, last), of: model.shown.count, in: body, on: &grid)
    return cursor
  }

  private static func columns(_ language: Language, width: Int) -> [Table.Column] {
    let isNarrow = width < 72
    let titles = [OfficerPhrase.village, .name, .received, .state, .checks]
      .map { $0.text(in: language) }
    return [
      Table.Column("", width: 1),
      Table.Column(titles[0], width: isNarrow ? 10 : 18, share: 1),
      Table.Column(titles[1], width: isNarrow ? 13 : 20, share: 2),
      Table.Column(titles[2], width: isNarrow ? 10 : 11),
      Table.Column(titles[3], width: isNarrow ? 9 : 10),
      Table.Column(titles[4], width: isNarrow ? 8 : 10),
    ]
  }

  private static func tableRow(_ row: QueueRow, _ model: Model) -> Table.Row {
    let day = row.received.thaiDay
    let date = model.language == .thai ? BuddhistDate.short(day) : BuddhistDate.numeric(day)
    return Table.Row(
      [
        mark(row, model), row.place.text(in: model.language), name(row, model.language),
        row.isDamaged ? "?" : date,
        row.isDamaged ? "?" : row.standing.label.text(in: model.language),
        checks(row, model.language),
      ], style: row.isToDecideAgain ? .problem : row.isWaiting ? .plain : .muted)
  }

  static func name(_ row: QueueRow, _ language: Language) -> String {
    row.isDamaged ? OfficerPhrase.unreadable.text(in: language) : row.name
  }

  static func mark(_ row: QueueRow, _ model: Model) -> String {
    if row.isToDecideAgain { return "!" }
    if row.pending != nil { return "*" }
    return model.commented.contains(row.id) ? "c" : ""
  }

  static func checks(_ row: QueueRow, _ language: Language) -> String {
    let warnings = row.warnings > 0 ? ["\(row.warnings)"] : []
    let phrases: [OfficerPhrase?] = [
      row.mayBeDouble ? .doubled : nil, row.unsettled == nil ? nil : .unsettled,
      row.revoked == nil ? nil : .revoked,
    ]
    return (warnings + phrases.compactMap { $0?.text(in: language) }).joined(separator: " ")
  }

  private static func drawFoot(_ model: Model, in area: Rect, on grid: inout Grid) {
    if let notice = model.notice ?? legend(model.counts) {
      grid.draw(
        notice.text(in: model.language), at: area.point(0, 1), width: area.columns - 2,
        style: .accent)
    }
    let (_, bar) = area.splitBottom(1)
    StatusLine.keys(help(model), in: bar, on: &grid)
  }

  private static func legend(_ counts: QueueCounts) -> OfficerPhrase? {
    if counts.refused > 0 { return .refusedLegend(counts.refused) }
    return counts.unsent > 0 ? .legend(unsent: counts.unsent) : nil
  }

  private static func help(_ model: Model) -> [KeyHelp] {
    switch model.overlay {
    case .help: BoxKeys.reading.help(in: model.language)
    case .bulk: BoxKeys.choosing.help(in: model.language)
    case nil:
      model.searching == nil
        ? keys.help(in: model.language) : BoxKeys.searching.help(in: model.language)
    }
  }

  private static func drawSearch(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    guard let field = model.searching else { return nil }
    grid.drawRow("", in: area)
    let label = " " + OfficerPhrase.search.text(in: model.language) + " "
    let width = grid.draw(label, at: area.origin, style: .label)
    let (line, _) = area.splitTop(1)
    let (_, room) = line.splitLeft(width)
    return TextField.view(field, in: room, on: &grid)
  }

  private static func drawOverlay(
    _ model: Model, in area: Rect, on grid: inout Grid
  ) -> Point? {
    switch model.overlay {
    case nil: return nil
    case .bulk(let dialog): return Dialog.view(dialog, model.language, in: area, on: &grid)
    case .help(let text):
      OfficerBox.text(text, title: .keysTitle, model.language, in: area, on: &grid)
      return area.origin
    }
  }
}

/// A box over an officer's screen.
enum OfficerBox {
  /// Draws a text to read in a box, and leaves a margin of the screen visible.
  static func text(
    _ text: ScrollText.Model, title: OfficerPhrase, _ language: Language, in area: Rect,
    on grid: inout Grid
  ) {
    let box = area.centred(rows: area.rows - 2, columns: min(area.columns - 4, 90))
    Dialog.frame(box, title: title.text(in: language), on: &grid)
    ScrollText.view(text, in: box.inset(rows: 1, columns: 2), on: &grid)
  }
}
