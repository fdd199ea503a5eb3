import SyncProtocol
import TerminalKit

/// What an officer who returned a record says of it as a whole.
extension DecisionBody {
  /// The reasons and the note as remarks without a question, before those on questions.
  func remarks(in language: Language) -> [QuestionComment] {
    let words = reasons.map { $0.label.text(in: language) } + [note].filter { !$0.isEmpty }
    return words.map { QuestionComment(path: "", text: $0) } + comments
  }
}

extension FillScreen.Model {
  /// Says first why the record came back, if the officer said anything of it as a whole.
  mutating func tellWhyReturned() {
    let general = comments.filter(\.path.isEmpty)
    guard !general.isEmpty else { return }
    var lines = [
      ScrollText.Line(RecordsPhrase.reasons.text(in: language), style: .title), .init(""),
    ]
    lines += general.map { .init("- \($0.text)", style: .accent.bold) } + [.init("")]
    let others = comments.count - general.count
    if others > 0 { lines.append(.init(FormPhrase.remarksOnQuestions(others).text(in: language))) }
    lines.append(.init(FormPhrase.remarksAgain.text(in: language)))
    overlay = .help(ScrollText.Model(lines))
  }
}
