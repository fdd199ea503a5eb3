import OfflineStore
import SyncProtocol
import TerminalKit

/// A record that is read, as lines for a width: in two columns where there is room for them.
struct ReadingLines {
  struct Line: Equatable {
    var label = ""
    var value = ""
    var style = Style.plain
    /// The question that the line belongs to.
    var path: String?
  }

  private(set) var lines: [Line] = []
  /// Columns of the questions; none where they stand above their answers.
  let labelWidth: Int
  private let width: Int
  private let wraps: Bool
  private let language: Language

  /// - Parameter wraps: Whether lines end at the width; what is read out has no width.
  init(
    _ model: ReadingScreen.Model, width: Int, _ language: Language, wraps: Bool = true
  ) {
    self.width = max(10, width - 1)
    self.wraps = wraps
    self.language = language
    labelWidth = width >= 56 ? width * 2 / 5 : 0
    addFacts(of: model.record, form: model.form)
    addRemarks(model.remarks, of: model)
    switch model.text {
    case .sealed: add(ReadingPhrase.sealed.text(in: language), style: .warning)
    case .formMissing: add(ReadingPhrase.formMissing.text(in: language), style: .problem)
    case .here(let sections, let warnings):
      for warning in warnings { add("! " + warning.text.text(in: language), style: .warning) }
      for section in sections { add(section, of: model) }
    }
  }

  private mutating func addFacts(of record: RecordSummary, form: String?) {
    for line in RecordListScreen.details(record, form: form, in: language) {
      add(line.text, style: line.style)
    }
    add("")
  }

  private mutating func addRemarks(
    _ remarks: [QuestionComment], of model: ReadingScreen.Model
  ) {
    // Those on questions stand at their answers, where these can be shown.
    var general = remarks
    if case .here(let sections, _) = model.text {
      let asked = Set(sections.flatMap(\.answers).map(\.path))
      general = remarks.filter { !asked.contains($0.path) }
    }
    guard !general.isEmpty else { return }
    add(ReadingPhrase.remarks.text(in: language), style: .title)
    for remark in general { add("- " + remark.text, style: .accent) }
    add("")
  }

  private mutating func add(_ section: RecordReading.Section, of model: ReadingScreen.Model) {
    guard !section.answers.isEmpty else { return }
    add(section.title.text(in: language), style: .title)
    for answer in section.answers {
      add(answer, isRevealed: model.isRevealed)
      for remark in model.remarks where remark.path == answer.path {
        add("> " + remark.text, style: .accent, path: answer.path)
      }
    }
  }

  private mutating func add(_ answer: RecordReading.Answer, isRevealed: Bool) {
    let label = answer.label.text(in: language)
    let value = answer.value.text(in: language, revealed: isRevealed)
    let style: Style = answer.value == .none ? .muted : .plain
    guard wraps else {
      return lines.append(Line(label: label, value: value, path: answer.path))
    }
    guard labelWidth > 0 else {
      add(label, style: .label, path: answer.path)
      add("  " + value, style: style, path: answer.path)
      return
    }
    let labels = TextWrap.lines(label, width: labelWidth)
    let values = TextWrap.lines(value, width: width - labelWidth - 1)
    for row in 0..<max(labels.count, values.count) {
      lines.append(
        Line(
          label: labels.indices.contains(row) ? labels[row] : "",
          value: values.indices.contains(row) ? values[row] : "", style: style,
          path: answer.path))
    }
  }

  private mutating func add(_ text: String, style: Style = .plain, path: String? = nil) {
    for line in wraps ? TextWrap.lines(text, width: width) : [text] {
      lines.append(Line(value: line, style: style, path: path))
    }
  }
}

extension ReadingScreen {
  static func view(_ model: Model, _ frame: ScreenFrame, on grid: inout Grid) -> Point? {
    let language = frame.language
    let body = frame.draw(
      ReadingPhrase.title.label, keys: GlobalKeys.help(after: keys(model), in: language),
      on: &grid)
    model.drawn.keep(body)
    let reading = ReadingLines(model, width: body.columns, language)
    let row = min(model.row, max(0, reading.lines.count - 1))
    let top = Scrolling.top(
      max(0, row - body.rows / 2), showing: row, of: reading.lines.count, visible: body.rows)
    for (offset, line) in reading.lines.dropFirst(top).prefix(body.rows).enumerated() {
      draw(line, isLit: top + offset == row, at: offset, reading, in: body, on: &grid)
    }
    Scrolling.bar(top: top, of: reading.lines.count, in: body, on: &grid)
    return nil
  }

  private static func draw(
    _ line: ReadingLines.Line, isLit: Bool, at offset: Int, _ reading: ReadingLines, in body: Rect,
    on grid: inout Grid
  ) {
    let isTwoColumns = line.path != nil && reading.labelWidth > 0
    let column = isTwoColumns && !line.isRemark ? reading.labelWidth + 1 : 0
    if isLit {
      let text =
        column == 0 ? line.value : TextWidth.pad(line.label, to: column) + line.value
      grid.drawRow(text, row: offset, in: body, style: .selected)
      return
    }
    if column > 0 {
      grid.draw(line.label, at: body.point(offset), width: column - 1, style: .label)
    }
    grid.draw(
      line.value, at: body.point(offset, column), width: body.columns - column - 1,
      style: line.style)
  }
}

extension ReadingLines.Line {
  /// Whether it is a remark, which takes the whole width.
  fileprivate var isRemark: Bool { label.isEmpty && style == .accent }
}
