import OfflineStore
import SyncClient
import TerminalKit

extension SendScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let help =
      model.stick == nil
      ? GlobalKeys.help(after: keys(model.phase), in: language)
      : GlobalKeys.help(after: StickBox.keys, in: language)
    let body = frame.draw(
      (model.reports ? SendPhrase.title : .fetchTitle).label,
      keys: help, on: &grid)
    let cursor = report(model, in: body, language, on: &grid)
    return model.stick.map { StickBox.view($0, language, in: body, on: &grid) } ?? cursor
  }

  private static func report(
    _ model: Model, in body: Rect, _ language: Language, on grid: inout Grid
  ) -> Point? {
    let (head, rest) = body.splitTop(3)
    switch model.phase {
    case .sending(let progress), .stopping(let progress):
      Progress.view(bar(progress, language), in: head, on: &grid)
    case .over(let report): conclusion(report, of: model, in: head, language, on: &grid)
    }
    guard model.reports else {
      return fetched(model, in: rest, language, on: &grid)
    }
    let (counts, fates) = rest.splitTop(6)
    reconcile(model, in: counts, language, on: &grid)
    list(model, in: fates, language, on: &grid)
    return nil
  }

  private static func bar(_ progress: SyncProgress, _ language: Language) -> Progress.Model {
    guard progress.waiting + progress.waitingPieces > 0 || progress.bytesReceived > 0 else {
      return Progress.Model(
        done: 0, total: 1, text: SendPhrase.connecting.text(in: language))
    }
    var parts = [
      "\(SendPhrase.sending.text(in: language)) \(progress.acknowledged) "
        + "\(SendPhrase.of.text(in: language)) \(progress.waiting)"
    ]
    if progress.waitingPieces > 0 {
      parts.append(
        SendPhrase.files(progress.pieces, of: progress.waitingPieces).text(in: language))
    }
    parts.append(bytes(progress.bytesSent))
    parts.append("\(SendPhrase.received.text(in: language)) \(progress.received)")
    if let left = timeLeft(progress, language) { parts.append(left) }
    return Progress.Model(
      done: progress.acknowledged + progress.pieces,
      total: max(1, progress.waiting + progress.waitingPieces),
      text: parts.joined(separator: " · "))
  }

  static func timeLeft(_ progress: SyncProgress, _ language: Language) -> String? {
    let done = progress.acknowledged + progress.pieces
    let rest = progress.waiting + progress.waitingPieces - done
    guard done > 0, rest > 0, progress.elapsed > 2_000 else { return nil }
    let seconds = Int(progress.elapsed) / 1_000 * rest / done
    let about = SendPhrase.left.text(in: language)
    guard seconds >= 90 else {
      return "\(about) \(max(1, seconds)) \(SendPhrase.seconds.text(in: language))"
    }
    return "\(about) \((seconds + 30) / 60) \(SendPhrase.minutes.text(in: language))"
  }

  static func bytes(_ count: Int) -> String {
    count < 1_024
      ? "\(count) B" : count < 1_048_576 ? "\(count / 1_024) KB" : "\(count / 1_048_576) MB"
  }

  private static func conclusion(
    _ report: SyncReport, of model: Model, in area: Rect, _ language: Language,
    on grid: inout Grid
  ) {
    let (text, style) = words(of: report, reports: model.reports, in: language)
    grid.draw(TextWrap.lines(text, width: area.columns), in: area, style: style)
  }

  /// What became of a sync, in one or two sentences.
  static func words(
    of report: SyncReport, reports: Bool = true, in language: Language
  ) -> (String, Style) {
    switch report.outcome {
    case .complete:
      (
        [reports ? .done : .fetched, news(report.progress.received, reports)]
          .map { $0.text(in: language) }.joined(separator: " ")
          + (report.progress.received == 0 ? "" : " \(report.progress.received)"), .success
      )
    case .cancelled: (SendPhrase.stopped.text(in: language), .warning)
    case .tryLater(let failure, _): (SyncNotice(failure).text(in: language), .warning)
    case .needsPerson(let failure?): (SyncNotice(failure).text(in: language), .problem)
    case .needsPerson(nil): (SendPhrase.refusedSome.text(in: language), .problem)
    }
  }

  /// How what came is called: to a village what the district said, to an officer records.
  private static func news(_ count: Int, _ reports: Bool) -> SendPhrase {
    if count == 0 { return .nothingCame }
    return reports ? .newsCame : .recordsCame
  }

  /// What an officer's fetch leaves to do.
  private static func fetched(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) -> Point? {
    let name = TextWidth.pad(SendPhrase.toCheck.text(in: language), to: 28)
    let count = model.waiting.map(String.init) ?? "…"
    grid.draw(
      "\(name) \(count) \(SendPhrase.records.text(in: language))", at: area.point(0),
      width: area.columns)
    return nil
  }

  private static func reconcile(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) {
    let counts = RecordCounts(model.records)
    let rows =
      [
        (SendPhrase.finishedHere, counts.ready + counts.sent + counts.returned, Style.plain),
        (.confirmed, counts.sent + counts.returned, .success),
        (
          .waiting, counts.ready - counts.refused, counts.ready > counts.refused ? .warning : .plain
        ),
        (.returned, counts.returned, counts.returned > 0 ? .warning : .plain),
      ] + (counts.refused > 0 ? [(.refused, counts.refused, .problem)] : [])
    for (row, (phrase, count, style)) in rows.enumerated() where row < area.rows {
      let name = TextWidth.pad(phrase.text(in: language), to: 28)
      grid.draw(
        "\(name) \(count) \(SendPhrase.records.text(in: language))", at: area.point(row),
        width: area.columns, style: style)
    }
  }

  /// The records of this sync, each with what became of it.
  private static func list(
    _ model: Model, in area: Rect, _ language: Language, on grid: inout Grid
  ) {
    let fates = model.records.filter { model.sending.contains($0.id) }
    guard !fates.isEmpty else {
      grid.draw(SendPhrase.nothingWaiting.text(in: language), at: area.point(0), style: .muted)
      return
    }
    let table = Table.Model(
      columns: [
        .init(SendPhrase.fates.text(in: language), width: 20, share: 1),
        .init(RecordsPhrase.stateColumn.text(in: language), width: 14),
        .init("", width: 16),
      ],
      rows: fates.map { record in
        Table.Row(
          [
            record.title, record.state.phrase.text(in: language),
            RecordListScreen.detail(record, language),
          ], style: style(of: record))
      },
      highlighted: model.top)
    Table.view(table, in: area, on: &grid)
  }
  private static func style(of record: RecordSummary) -> Style {
    if record.delivery.isRefused { return .problem }
    return record.state == .ready ? .plain : .success
  }
}
