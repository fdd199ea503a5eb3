import SyncProtocol
import TerminalKit

/// The answers of a record as rows of two columns: what was asked, and what was said.
struct AnswerLines {
  struct Line: Equatable {
    var label = ""
    var value = ""
    var style = Style.plain
    /// The listed answer that the row belongs to; nil for a section's title.
    var answer: Int?
  }

  private(set) var lines: [Line] = []
  private let model: ReviewScreen.Model
  /// Columns of the questions and of the answers.
  let widths: (label: Int, value: Int)

  init(_ model: ReviewScreen.Model, width: Int) {
    self.model = model
    let label = max(12, width * 2 / 5)
    widths = (label, max(8, width - label - 1))
    var position = 0
    for section in model.record.sections {
      let answers = section.answers.filter { !model.showsOnlyChanges || $0.isChanged }
      guard !answers.isEmpty else { continue }
      lines.append(Line(label: section.title.text(in: model.language), style: .title))
      for answer in answers {
        add(answer, at: position)
        position += 1
      }
    }
  }

  /// The rows of the answer in focus.
  var focused: Range<Int> {
    let start = lines.firstIndex { $0.answer == model.focus } ?? 0
    let end = lines.lastIndex { $0.answer == model.focus } ?? 0
    return start..<end + 1
  }

  /// The first row to draw, so that the focus stands a third down and its end is seen.
  func top(visible: Int) -> Int {
    let focused = focused
    // The title above the very first answer belongs to the page.
    let wanted = max(focused.lowerBound - visible / 3, focused.upperBound - visible)
    return max(0, min(wanted, lines.count - visible))
  }

  private mutating func add(_ answer: RecordReading.Answer, at position: Int) {
    let labels = TextWrap.lines(answer.label.text(in: model.language), width: widths.label)
    let values = values(of: answer)
    for row in 0..<max(labels.count, values.count) {
      lines.append(
        Line(
          label: labels.indices.contains(row) ? labels[row] : "",
          value: values.indices.contains(row) ? values[row].text : "",
          style: values.indices.contains(row) ? values[row].style : .plain, answer: position))
    }
  }

  private func values(of answer: RecordReading.Answer) -> [ScrollText.Line] {
    let isRevealed = model.revealed == answer.path
    let value = answer.value.text(in: model.language, revealed: isRevealed)
    guard let former = answer.former else {
      return wrapped(value, .plain) + remarks(on: answer)
    }
    let old = former.text(in: model.language, revealed: isRevealed)
    return wrapped(named(.former, old), .muted)
      + wrapped(named(.now, value), Style.accent.bold) + remarks(on: answer)
  }

  private func remarks(on answer: RecordReading.Answer) -> [ScrollText.Line] {
    let earlier = model.record.earlierComments(at: answer.path).flatMap {
      wrapped("< " + $0.text, .label)
    }
    let own = model.comment(at: answer.path).map { wrapped("> " + $0, .warning) } ?? []
    return earlier + own
  }

  private func named(_ phrase: OfficerPhrase, _ value: String) -> String {
    phrase.text(in: model.language) + ": " + value
  }

  private func wrapped(_ text: String, _ style: Style) -> [ScrollText.Line] {
    TextWrap.lines(text, width: widths.value).map { ScrollText.Line($0, style: style) }
  }
}
