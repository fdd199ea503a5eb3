import TerminalKit
import ThaiText

/// Digits typed with the Thai layout on, turned into digits as they come.
///
/// On the number row of that layout stand letters, two marks that need a letter, and the signs / and -.
/// Only the keys as they were pressed tell what was meant, so they are kept beside the field.
struct NumberRow: Equatable, Sendable {
  /// What may stand between the digits.
  let separators: String
  /// The keys pressed so far, while they were all typed at the end of the field.
  private var pressed: String?
  /// Whether the field shows what the keys mean instead of what they type.
  private(set) var isTranslating = false

  init(separators: String) { self.separators = separators }

  /// Takes a key that types or takes back a sign at the end; false when the field must take it.
  mutating func take(_ key: Key, into field: inout TextField.Model) -> Bool {
    guard let before = pressedBefore(in: field), let keys = keys(after: key, before) else {
      forget()
      return false
    }
    pressed = keys
    if let meant = KeyboardLayout.suggestDigits(for: keys, allowing: separators) {
      isTranslating = true
      TextField.overwrite(&field, with: meant)
      return true
    }
    guard isTranslating else { return false }
    // It was a word after all, such as จันทร์.
    isTranslating = false
    TextField.overwrite(&field, with: keys)
    return true
  }

  /// What is typed from now on is read by itself.
  mutating func forget() {
    pressed = nil
    isTranslating = false
  }

  /// What the next key at the end comes after; nothing when all is selected, nil elsewhere.
  private func pressedBefore(in field: TextField.Model) -> String? {
    let count = field.text.unicodeScalars.count
    if let selection = field.selection { return selection == 0..<count ? "" : nil }
    return field.cursor == count ? pressed ?? field.text : nil
  }

  private func keys(after key: Key, _ pressed: String) -> String? {
    var keys = pressed.unicodeScalars
    switch key {
    case .character(let scalar): keys.append(scalar)
    case .backspace where !keys.isEmpty: keys.removeLast()
    default: return nil
    }
    return String(keys)
  }
}
