import TerminalKit
import ThaiText

/// What both layouts type on the same key, and the keys that all of an officer's screens share.
enum OfficerKeys {
  /// Every command works while Thai is on; the help line names the twins of letters only.
  static let twins = LayoutTwins(
    latin: LayoutTwins.kedmanee.latin,
    thai: { ("a"..."z").contains($0) ? LayoutTwins.kedmanee.thai($0) : nil })

  /// A key as the Latin layout would have typed it, where digits choose and nothing is written.
  static func latin(_ key: Key) -> Key {
    // A Thai digit shares its key with a sign, and means the digit.
    guard case .character(let typed) = key, Digits.value(of: typed) == nil,
      let latin = twins.latin(typed)
    else { return key }
    return .character(latin)
  }

  /// The whole list of a screen's keys, for F1.
  static func help<Action>(_ keys: KeyMap<Action>, in language: Language) -> ScrollText.Model {
    ScrollText.Model(
      keys.help(in: language).map {
        ScrollText.Line(TextWidth.pad($0.keys, to: 14) + $0.label)
      })
  }

  static let languageLabel = Label("English", "ไทย")
  static let helpLabel = Label("ปุ่ม", "Keys")
}
