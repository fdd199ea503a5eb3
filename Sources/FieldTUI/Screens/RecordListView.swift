import OfflineStore
import SyncProtocol
import TerminalKit
import ThaiText

extension RecordListScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      model.kind.title, keys: GlobalKeys.help(after: keys(model.kind), in: language), on: &grid)
    let (head, rest) = body.splitTop(2)
    let name = RecordsPhrase.search.text(in: language) + ": "
    let used = grid.draw(name, at: head.point(0), style: .label)
    let field = Rect(
      row: head.row, column: head.column + used, rows: 1,
      columns: min(40, max(0, head.columns - used)))
    let cursor = TextField.view(model.search, in: field, on: &grid)
    guard !model.found.isEmpty else {
      let words = model.records.isEmpty ? RecordsPhrase.empty : .noMatch
      grid.draw(words.text(in: language), at: rest.point(1), style: .muted)
      return cursor
    }
    let list = sayRefusal(of: model.selected, below: rest, language, on: &grid)
    drawTable(model, in: list, language, on: &grid)
    return cursor
  }

  /// Only the rows that are visible are made, so a thousand cost no more than twenty.
  private static func drawTable(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) {
    let visible = max(1, area.rows - 1)
    let top = Scrolling.top(0, showing: model.row, of: model.found.count, visible: visible)
    let rows = Array(model.found.dropFirst(top).prefix(visible))
    Table.view(table(rows, of: model, top: top, area.columns, language), in: area, on: &grid)
    let (_, body) = area.splitTop(1)
    Scrolling.bar(top: top, of: model.found.count, in: body, on: &grid)
  }

  /// Says under the list why the centre did not take the record, and leaves room for the list.
  private static func sayRefusal(
    of record: RecordSummary?, below area: Rect, _ language: Language, on grid: inout Grid
  ) -> Rect {
    guard let record else { return area }
    let text = refusal(of: record).map { $0.text(in: language) }.joined(separator: " ")
    let lines = TextWrap.lines(text, width: area.columns)
    guard !text.isEmpty, lines.count + 4 <= area.rows else { return area }
    let (list, foot) = area.splitBottom(lines.count)
    grid.draw(lines, in: foot, style: .problem)
    return list
  }

  /// Why the centre did not take a record, and what to do; empty when it was not refused.
  static func refusal(of record: RecordSummary) -> [Label] {
    let problem: Problem
    switch record.delivery {
    case .refused(let reason): problem = reason
    case .none, .queued, .offered, .stored, .archived:
      guard let reason = record.files.refused else { return [] }
      problem = reason
    }
    let notice = SyncNotice(problem)
    let correction = record.mayRecall ? [RecordsPhrase.callBackAndCorrect.label] : []
    return [notice.happened, RecordsPhrase.nothingIsLost.label, notice.next] + correction
  }

  /// Where the records are of several forms, the form stands in the place of the state, which is the
  /// same for a whole list; what was sent has many states, and its form among the details.
  private static func table(
    _ records: [RecordSummary], of model: Model, top: Int, _ width: Int, _ language: Language
  ) -> Table.Model {
    let isWide = width >= 74
    let titles = model.kind == .sent ? [:] : model.formTitles
    var columns = [Table.Column(RecordsPhrase.recordColumn.text(in: language), width: 20, share: 2)]
    columns.append(
      titles.isEmpty
        ? .init(RecordsPhrase.stateColumn.text(in: language), width: 12)
        : .init(FormsPhrase.formColumn.text(in: language), width: 14, share: 1))
    columns.append(
      .init(RecordsPhrase.detailColumn.text(in: language), width: isWide ? 20 : 12, share: 1))
    if isWide { columns.append(.init(RecordsPhrase.dateColumn.text(in: language), width: 16)) }
    return Table.Model(
      columns: columns, rows: records.map { tableRow($0, titles, language) },
      highlighted: model.row - top)
  }

  private static func tableRow(
    _ record: RecordSummary, _ titles: [String: String], _ language: Language
  ) -> Table.Row {
    let title = record.title.isEmpty ? RecordsPhrase.untitled.text(in: language) : record.title
    let style: Style =
      switch record.state {
      case _ where record.delivery.isRefused || record.isDamaged: .problem
      case .verified, .locked: .success
      case .returned: .warning
      case .rejected: .problem
      default: .plain
      }
    return Table.Row(
      [
        title,
        titles.isEmpty ? state(of: record, language) : titles[record.formID] ?? record.formID,
        detail(record, language), time(of: record),
      ], style: style)
  }

  // Of a record that was changed on the disk nothing but the title is known to be true.

  private static func state(of record: RecordSummary, _ language: Language) -> String {
    record.isDamaged ? "?" : record.state.phrase.text(in: language)
  }

  private static func time(of record: RecordSummary) -> String {
    record.isDamaged ? "?" : BuddhistTime.text(record.changed)
  }

  /// The one thing to know about a record beside its state.
  static func detail(_ record: RecordSummary, _ language: Language) -> String {
    if record.isDamaged { return RecordsPhrase.damaged.text(in: language) }
    if record.delivery.isRefused { return RecordsPhrase.refused.text(in: language) }
    if record.files.refused != nil { return RecordsPhrase.filesRefused.text(in: language) }
    if record.comments > 0 {
      return "\(RecordsPhrase.comments.text(in: language)) \(record.comments)"
    }
    if record.state == .draft, record.problems > 0 {
      return "\(RecordsPhrase.fixOne.text(in: language)) \(record.problems)"
    }
    switch record.delivery {
    case .refused: return RecordsPhrase.refused.text(in: language)
    case .offered: return RecordsPhrase.onTheWay.text(in: language)
    case .none where record.state == .ready: return RecordsPhrase.keptHere.text(in: language)
    case .stored where record.files.waiting > 0, .archived where record.files.waiting > 0:
      return RecordsPhrase.filesWaiting.text(in: language)
    case .none, .queued, .stored, .archived: return ""
    }
  }

  /// All that is known about a record that cannot be changed here.
  static func details(
    _ record: RecordSummary, form: String? = nil, in language: Language
  ) -> [ScrollText.Line] {
    var lines = [ScrollText.Line(record.title, style: .title)]
    if let form { lines.append(.init(form, style: .label)) }
    lines += [
      .init("\(state(of: record, language))  \(detail(record, language))"),
      .init(time(of: record), style: .muted),
    ]
    if let revision = record.revision {
      let code = String(revision.description.prefix(8))
      lines.append(.init("\(RecordsPhrase.receipt.text(in: language)) \(code)", style: .muted))
    }
    lines += refusal(of: record).map { .init($0.text(in: language), style: .problem) }
    if let verdict = record.verdict {
      lines += [.init(""), .init(RecordsPhrase.reasons.text(in: language), style: .label)]
      lines += words(of: verdict.decision, in: language).map { .init($0) }
      lines.append(.init("\(verdict.by)  \(BuddhistTime.text(verdict.time))", style: .muted))
    }
    return lines
  }

  private static func words(of decision: DecisionBody, in language: Language) -> [String] {
    decision.reasons.map { "- " + $0.label.text(in: language) }
      + decision.comments.map { "- \($0.text)" } + [decision.note].filter { !$0.isEmpty }
  }
}
