import TerminalKit

/// Sentences of one part of the app, each in both languages; a missing translation does not compile.
protocol Wording: CaseIterable, Hashable, Sendable {
  var label: Label { get }
}

extension Wording {
  func text(in language: Language) -> String { label.text(in: language) }
}

extension Label {
  /// Two sentences in one line.
  func followed(by other: Label) -> Label {
    Label("\(thai)  \(other.thai)", "\(english)  \(other.english)")
  }
}
