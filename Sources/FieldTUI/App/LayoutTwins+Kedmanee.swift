import TerminalKit
import ThaiText

extension LayoutTwins {
  /// The Thai keyboard that nearly everyone has, so that a command works whichever layout is on.
  static let kedmanee = LayoutTwins(
    latin: { thai in
      let latin = KeyboardLayout.latin(fromThai: thai)
      return latin == thai ? nil : latin
    },
    thai: { latin in
      let thai = KeyboardLayout.thai(fromLatin: String(Character(latin))).unicodeScalars.first
      return thai == latin ? nil : thai
    })

  /// The key that was meant in a field without any Thai, such as one for an address or a code.
  ///
  /// Only Thai letters are read as typed on the wrong layout: signs such as / are on both.
  static func latin(_ key: Key) -> Key {
    guard case .character(let typed) = key, typed.isThai else { return key }
    return .character(KeyboardLayout.latin(fromThai: typed))
  }
}
