import TerminalKit

/// What the first screen says before it asks anything: what this is, in which language, and what to do
/// on a laptop that is not one's first.
enum FirstLines {
  static func all(_ language: Language) -> [String] {
    let lines: [any Wording] = [Phrase.product, SignInPhrase.languages, SignInPhrase.elsewhere]
    return lines.map { $0.text(in: language) }
  }
}
