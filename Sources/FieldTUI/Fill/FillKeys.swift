import TerminalKit

/// What a key does anywhere in a form, whatever the question in focus does with other keys.
enum FillAction: Sendable {
  case explain, language, nextFlagged, undo, review, jumpList, remove, nextPage, previousPage, leave
}

enum FillKeys {
  static let map = KeyMap<FillAction>([
    KeyBinding(.function(1), label: Label("อธิบาย", "Help"), action: .explain),
    KeyBinding(.function(2), label: Label("English", "ไทย"), action: .language),
    KeyBinding(.function(9), label: Label("ตรวจทาน", "Review"), action: .review),
    KeyBinding(.escape, label: Label("ออก", "Leave"), action: .leave),
    KeyBinding(.function(3), label: Label("ข้อที่ต้องแก้", "Next problem"), action: .nextFlagged),
    KeyBinding(.function(4), .control("z"), label: Label("ย้อน", "Undo"), action: .undo),
    KeyBinding(.function(6), label: FormPhrase.jumpTitle.label, action: .jumpList),
    KeyBinding(.function(8), label: FormPhrase.removeTitle.label, action: .remove),
    KeyBinding(.pageDown, label: Label("หน้าถัดไป", "Next page"), action: .nextPage),
    KeyBinding(.pageUp, label: Label("หน้าก่อน", "Page before"), action: .previousPage),
  ])

  /// The line at the bottom while the review lies over the page.
  static func reviewHelp(in language: Language) -> [KeyHelp] {
    [
      (Key.enter.name, Label("ไปที่ข้อ", "Go there")), ("↑↓", Label("เลื่อน", "Move")),
      ("F2", Label("English", "ไทย")), (Key.escape.name, Label("กลับ", "Back")),
    ].map { KeyHelp(keys: $0, label: $1.text(in: language)) }
  }

  /// The line at the bottom of the page.
  static func help(in language: Language) -> [KeyHelp] {
    language == .thai ? thaiHelp : englishHelp
  }

  // Drawn at every key.
  private static let thaiHelp = pageHelp(in: .thai)
  private static let englishHelp = pageHelp(in: .english)

  private static func pageHelp(in language: Language) -> [KeyHelp] {
    [KeyHelp(keys: Key.enter.name, label: Label("ไปต่อ", "Go on").text(in: language))]
      + map.help(in: language).map { entry in
        // Two keys undo; the line names the one that works on every keyboard layout.
        entry.keys.hasPrefix("F4") ? KeyHelp(keys: "F4", label: entry.label) : entry
      }
  }
}
