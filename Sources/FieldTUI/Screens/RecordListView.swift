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
    drawCounts(of: model, in: head, language, on: &grid)
    guard !model.found.isEmpty else {
      let words = model.records.isEmpty ? RecordsPhrase.empty : .noMatch
      grid.draw(words.text(in: language), at: rest.point(1), style: .muted)
      return cursor
    }
    let list = sayRefusal(of: model.selected, below: rest, language, on: &grid)
    drawTable(model, in: list, language, on: &grid)
    return cursor
  }

  /// How many there are or were found, what was done today, and by what one may search.
  private static func drawCounts(
    of model: Model, in head: Rect, _ language: Language, on grid: inout Grid
  ) {
    let count = model.search.text.isEmpty ? model.records.count : model.found.count
    let people = "\(count) \(VillagePhrase.people.text(in: language))"
    let counts = model.today.map { "\(people) · \($0.text(in: language))" } ?? ""
    let used = grid.draw(counts, at: head.point(1), width: head.columns, style: .muted)
    let hint = VillagePhrase.newSearchHint.text(in: language)
    guard used + 3 + TextWidth.of(hint) <= head.columns else { return }
    grid.draw(hint, at: head.point(1, used == 0 ? 0 : used + 3), style: .muted)
  }

  /// Only the rows that are visible are made, so a thousand cost no more than twenty.
  private static func drawTable(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) {
    let visible = max(1, area.rows - 1)
    let top = Scrolling.top(0, showing: model.row, of: model.found.count, visible: visible)
    let rows = Array(model.found.dropFirst(top).prefix(visible))
    let table = RecordColumns(model, width: area.columns, language).table(
      rows, highlighted: model.row - top)
    Table.view(table, in: area, on: &grid)
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

  // Of a record that was changed on the disk nothing but the title is known to be true.

  static func state(of record: RecordSummary, _ language: Language) -> String {
    record.isDamaged ? "?" : record.state.phrase.text(in: language)
  }

  static func time(of record: RecordSummary) -> String {
    record.isDamaged ? "?" : BuddhistTime.text(record.changed)
  }

  /// A record's name; one without says when it was changed, so that two can be told apart.
  static func name(of record: RecordSummary, _ language: Language) -> String {
    guard record.title.isEmpty else { return record.title }
    let untitled = RecordsPhrase.untitled.text(in: language)
    return record.isDamaged ? untitled : "\(untitled) \(BuddhistTime.text(record.changed))"
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
    var lines = [ScrollText.Line(name(of: record, language), style: .title)]
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
