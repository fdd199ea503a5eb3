import TerminalKit

/// The keys that type a text.
func keys(_ text: String) -> [Key] { text.unicodeScalars.map { .character($0) } }
