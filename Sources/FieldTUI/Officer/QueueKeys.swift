import TerminalKit

extension QueueScreen {
  enum Action: Sendable {
    case open, nextStanding, nextVillage, nextChecks, everything, search, order, bulk, undo
    case help, language, leave
  }

  /// How many rows PgUp and PgDn go.
  static let page = 15

  static let keys = KeyMap<Action>(
    [
      KeyBinding(.enter, label: Label("เปิด", "Open"), action: .open),
      KeyBinding(.character("/"), label: Label("ค้นชื่อ", "Search"), action: .search),
      KeyBinding(.character("s"), label: Label("สถานะ", "State"), action: .nextStanding),
      KeyBinding(.function(1), label: OfficerKeys.helpLabel, action: .help),
      KeyBinding(.escape, label: Label("กลับ", "Back"), action: .leave),
      KeyBinding(.character("m"), label: Label("หมู่บ้าน", "Village"), action: .nextVillage),
      KeyBinding(.character("w"), label: Label("เตือน", "Checks"), action: .nextChecks),
      KeyBinding(.character("u"), label: Label("เอากลับ", "Undo"), action: .undo),
      KeyBinding(.function(2), label: OfficerKeys.languageLabel, action: .language),
      KeyBinding(.character("a"), label: Label("ทั้งหมด", "All"), action: .everything),
      KeyBinding(.character("n"), label: Label("เรียงชื่อ", "By name"), action: .order),
      KeyBinding(.character("b"), label: Label("ตรวจหลายราย", "Verify several"), action: .bulk),
    ], twins: OfficerKeys.twins)
}
