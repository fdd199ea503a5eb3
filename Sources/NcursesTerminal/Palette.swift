import CNcurses
import TerminalKit

/// How each style looks on this terminal; without colour, bold and reverse remain.
struct Palette {
  struct Look {
    var attributes: CInt
    var pair: Int16
  }

  /// A role's colours; nil is the terminal's own.
  struct Ink: Equatable {
    var text: Int16?
    /// What the text stands on.
    var ground: Int16?
  }

  private let colours: CInt

  /// Sets curses up with one pair for each role.
  init(hasColour: Bool) {
    guard hasColour, has_colors(), start_color() == OK else {
      colours = 0
      return
    }
    colours = cncurses_colours()
    let hasDefaults = use_default_colors() == OK
    for (index, role) in Style.Role.allCases.enumerated() {
      var ink = Self.ink(of: role, among: colours)
      // The roles with a ground of their own are drawn reversed.
      if ink.ground != nil { swap(&ink.text, &ink.ground) }
      init_pair(
        Int16(index + 1), ink.text ?? (hasDefaults ? -1 : Int16(COLOR_WHITE)),
        ink.ground ?? (hasDefaults ? -1 : Int16(COLOR_BLACK)))
    }
  }

  func look(of style: Style) -> Look {
    Look(
      attributes: Self.attributes(of: style, among: colours),
      pair: colours > 0 ? pair(of: style.role) : 0)
  }

  /// What makes a style stand out beside its colour, the more the fewer colours there are.
  static func attributes(of style: Style, among colours: CInt) -> CInt {
    var attributes: CInt = 0
    let isLoud = colours < 256 && [.problem, .warning, .accent].contains(style.role)
    // Of few colours bold makes another one: a reversed line would be in two tones.
    let isTinted = style.isReversed && (1..<256).contains(colours)
    if (style.isBold || isLoud) && !isTinted { attributes |= CInt(CNCURSES_BOLD) }
    if style.isReversed { attributes |= CInt(CNCURSES_REVERSE) }
    if style.role == .muted, colours < 16 { attributes |= CInt(CNCURSES_DIM) }
    return attributes
  }

  private func pair(of role: Style.Role) -> Int16 {
    Int16(Style.Role.allCases.firstIndex(of: role) ?? 0) + 1
  }

  /// The colours of a role, which can be read on a light ground and on a dark one.
  ///
  /// Of 256 colours each is about as far from white as from black. Of eight only red and magenta are: what
  /// else would have a colour is plain there.
  static func ink(of role: Style.Role, among count: CInt) -> Ink {
    let hasMany = count >= 256
    return switch role {
    case .plain, .title, .selected: Ink()
    case .label, .accent: Ink(text: hasMany ? 32 : nil)
    case .muted: Ink(text: hasMany ? 243 : count >= 16 ? 8 : nil)
    case .problem: Ink(text: hasMany ? 196 : Int16(COLOR_RED))
    case .warning: Ink(text: hasMany ? 166 : Int16(COLOR_MAGENTA))
    case .success: Ink(text: hasMany ? 64 : nil)
    case .focus:
      Ink(text: hasMany ? 16 : Int16(COLOR_BLACK), ground: hasMany ? 37 : Int16(COLOR_CYAN))
    case .bar:
      Ink(text: hasMany ? 231 : Int16(COLOR_WHITE), ground: hasMany ? 24 : Int16(COLOR_BLUE))
    }
  }
}
