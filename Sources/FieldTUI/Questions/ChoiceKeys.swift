import TerminalKit
import ThaiText

/// The keys that all questions with choices share.
enum ChoiceKeys {
  /// The digit that a key means: Arabic, Thai, or on the number row of the Thai layout.
  static func digit(_ key: Key) -> Int? { key.digit }

  /// What is said to a digit that no choice has; of a question without choices another thing is said.
  static func outside(_ count: Int) -> [QuestionEffect] {
    count == 0 ? [] : [.say(.form(.choicesOffered(min(9, count))))]
  }

  /// Whether a key that means a digit could as well be a letter of a word typed too early.
  ///
  /// On the number row of the Thai layout stand ภ ถ ุ ึ ค ต จ. Such a key points at its choice and
  /// answers nothing: that takes Enter or Space.
  static func mayBeLetter(_ key: Key) -> Bool {
    guard case .character(let scalar) = key else { return false }
    return scalar.isThai && !scalar.isThaiDigit && scalar != "ๅ"
  }
}
