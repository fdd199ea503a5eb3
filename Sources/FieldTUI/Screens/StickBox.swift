import TerminalKit

/// The box that sends by stick: where the stick is, and what came of it.
enum StickBox {
  struct Model: Equatable, Sendable {
    fileprivate(set) var folder: TextField.Model
    fileprivate(set) var isWorking = false
    fileprivate(set) var report: StickReport?
    fileprivate(set) var problem: Label?

    init(_ folder: String) { self.folder = TextField.Model(folder, limit: 400) }
  }

  /// What came of the work that the box asked for.
  enum News: Equatable, Sendable {
    /// A stick may be here.
    case found(String)
    case done(StickReport)
    case failed(Label)
  }

  enum Outcome: Equatable { case stay, close, exchange(folder: String) }

  enum Action: Sendable { case write, close }

  static var keys: KeyMap<Action> {
    KeyMap([
      KeyBinding(.enter, label: StickPhrase.write.label, action: .write),
      KeyBinding(.escape, label: Phrase.back.label, action: .close),
    ])
  }

  /// Opens the box when it is known where the stick is, or takes in what came of it.
  static func take(_ news: News, in model: inout Model?) {
    switch news {
    case .found(let folder): model = model ?? Model(folder)
    case .done(let report):
      model?.report = report
      model?.isWorking = false
    case .failed(let label):
      model?.problem = label
      model?.isWorking = false
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> Outcome {
    // What is written is written in a moment, and is better whole.
    guard !model.isWorking else { return .stay }
    switch keys.action(for: key) {
    case .close: return .close
    case .write:
      guard !model.folder.text.isBlank else { return .stay }
      (model.isWorking, model.report, model.problem) = (true, nil, nil)
      return .exchange(folder: model.folder.text)
    case nil:
      _ = TextField.write(&model.folder, key)
      return .stay
    }
  }

  static func sentences(_ model: Model) -> [(Label, Style)] {
    if model.isWorking { return [(StickPhrase.working.label, .muted)] }
    if let problem = model.problem { return [(problem, .problem)] }
    guard let report = model.report else { return [(StickPhrase.hint.label, .muted)] }
    var said: [(Label, Style)] = []
    if report.answers > 0 {
      let answered = StickPhrase.answered(report.acknowledged, news: report.received)
      said.append((answered, .success))
    }
    if report.unusable > 0 {
      said.append((StickPhrase.unusable(report.unusable), .warning))
    }
    return said + [(StickPhrase.written(report), .success)]
  }

  static func view(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let wide = min(area.columns, 76)
    let said = sentences(model).flatMap { label, style in
      TextWrap.lines(label.text(in: language), width: wide - 4).map { ($0, style) }
    }
    let box = area.centred(rows: said.count + 5, columns: wide)
    Dialog.frame(box, title: StickPhrase.title.text(in: language), on: &grid)
    let (head, foot) = box.inset(rows: 1, columns: 2).splitTop(said.count + 1)
    for (row, (line, style)) in said.enumerated() where row < head.rows {
      grid.draw(line, at: head.point(row), width: head.columns, style: style)
    }
    let (name, field) = foot.splitTop(1)
    grid.draw(
      StickPhrase.folder.text(in: language), at: name.origin, width: name.columns, style: .muted)
    return TextField.view(model.folder, in: field.splitTop(1).0, on: &grid)
  }
}
