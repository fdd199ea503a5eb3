import TerminalKit
import ThaiText

/// The keys that all questions with choices share.
enum ChoiceKeys {
  /// The digit that a key means: Arabic, Thai, or on the number row of the Thai layout.
  static func digit(_ key: Key) -> Int? {
    guard case .character(let scalar) = key else { return nil }
    return Digits.value(of: scalar) ?? Digits.value(of: KeyboardLayout.latin(fromThai: scalar))
  }
}
