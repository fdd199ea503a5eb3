import TerminalKit

/// The keys that work on every screen of the shell.
enum GlobalKeys {
  enum Action: Sendable { case help, language }

  static let map = KeyMap<Action>([
    KeyBinding(.function(1), label: Phrase.help.label, action: .help),
    KeyBinding(.function(2), label: Phrase.otherLanguage.label, action: .language),
  ])

  /// A screen's own keys first, then those of every screen.
  static func help<Action>(after own: KeyMap<Action>, in language: Language) -> [KeyHelp] {
    own.help(in: language) + map.help(in: language)
  }
}
