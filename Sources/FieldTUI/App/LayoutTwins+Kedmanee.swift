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
}
