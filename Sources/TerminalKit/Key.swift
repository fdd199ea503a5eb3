/// A key that was pressed, or something else that the terminal says in the same stream.
public enum Key: Hashable, Sendable {
  case character(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// Left and right together with Ctrl.
  case wordLeft, wordRight
  /// A movement together with Shift, which takes what is passed into the selection.
  case select(Motion)
  /// F1 is `function(1)`.
  case function(Int)
  /// A letter together with Ctrl, in lower case.
  case control(Character)
  /// A text pasted at once, exactly as the terminal gave it.
  case paste(String)
  /// The screen has another size now, or is to be drawn again.
  case resized
  /// The terminal has no Thai letters, or gives their marks cells of their own.
  case thaiUnreadable
}

extension Key {
  /// The movements that Shift turns into a selection.
  public enum Motion: Hashable, Sendable {
    case left, right, wordLeft, wordRight, home, end
  }

  /// The key's name as the help line shows it.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar):
      ScalarWidth.of(scalar) == 0 ? "\u{25CC}\(scalar)" : String(Character(scalar))
    case .function(let number): "F\(number)"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .paste, .resized, .thaiUnreadable: ""
    default: Self.names[self] ?? ""
    }
  }

  private static let names: [Key: String] = [
    .enter: "Enter", .escape: "Esc", .tab: "Tab", .backTab: "Shift-Tab", .backspace: "Backspace",
    .delete: "Del", .insert: "Ins", .up: "↑", .down: "↓", .left: "←", .right: "→", .home: "Home",
    .end: "End", .pageUp: "PgUp", .pageDown: "PgDn", .wordLeft: "Ctrl-←", .wordRight: "Ctrl-→",
    .select(.left): "Shift-←", .select(.right): "Shift-→", .select(.home): "Shift-Home",
    .select(.end): "Shift-End", .select(.wordLeft): "Ctrl-Shift-←",
    .select(.wordRight): "Ctrl-Shift-→",
  ]
}
