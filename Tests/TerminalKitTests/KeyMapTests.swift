import Testing

@testable import TerminalKit

@Suite struct KeyMapTests {
  private enum Action { case verify, move, back }

  private let keys = KeyMap<Action>(
    [
      KeyBinding(.character("v"), label: Label("ตรวจแล้ว", "Verify"), action: .verify),
      KeyBinding(.up, .down, label: Label("เลื่อน", "Move"), action: .move),
      KeyBinding(.escape, label: Label("กลับ", "Back"), action: .back),
      KeyBinding(.left, label: Label("กลับ", "Back"), action: .back, isShown: false),
    ],
    twins: LayoutTwins(
      latin: { $0 == "อ" ? "v" : nil }, thai: { $0 == "v" ? "อ" : nil }))

  @Test func `a command works with the Thai layout on`() {
    #expect(keys.action(for: .character("v")) == .verify)
    #expect(keys.action(for: .character("อ")) == .verify)
    #expect(keys.action(for: .character("ก")) == nil)
  }

  @Test func `the help line is made from the bindings`() {
    #expect(
      keys.help(in: .thai) == [
        KeyHelp(keys: "v/อ", label: "ตรวจแล้ว"), KeyHelp(keys: "↑↓", label: "เลื่อน"),
        KeyHelp(keys: "Esc", label: "กลับ"),
      ])
  }

  @Test func `a mark is named on a dotted circle`() {
    #expect(Key.character("\u{0E31}").name == "\u{25CC}\u{0E31}")
  }
}
