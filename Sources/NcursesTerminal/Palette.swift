import CNcurses
import TerminalKit

/// How each style looks on this terminal; without colour, bold and reverse remain.
struct Palette {
  struct Look {
    var attributes: CInt
    var pair: Int16
  }

  private let colours: CInt

  /// Sets curses up with one pair for each role.
  init(hasColour: Bool) {
    guard hasColour, has_colors(), start_color() == OK else {
      colours = 0
      return
    }
    colours = cncurses_colours()
    let background: Int16 = use_default_colors() == OK ? -1 : 0
    for (index, role) in Style.Role.allCases.enumerated() {
      init_pair(
        Int16(index + 1), Self.colour(of: role, among: colours) ?? plain(background), background)
    }
  }

  func look(of style: Style) -> Look {
    Look(
      attributes: Self.attributes(of: style, among: colours),
      pair: colours > 0 ? pair(of: style.role) : 0)
  }

  /// What makes a style stand out beside its colour: everything where there is no colour.
  static func attributes(of style: Style, among colours: CInt) -> CInt {
    var attributes: CInt = 0
    let isLoud = colours == 0 && [.problem, .warning, .accent].contains(style.role)
    if style.isBold || isLoud { attributes |= CInt(CNCURSES_BOLD) }
    if style.isReversed { attributes |= CInt(CNCURSES_REVERSE) }
    if style.role == .muted, colours < 16 { attributes |= CInt(CNCURSES_DIM) }
    return attributes
  }

  private func pair(of role: Style.Role) -> Int16 {
    Int16(Style.Role.allCases.firstIndex(of: role) ?? 0) + 1
  }

  /// Nil: the terminal's own colour, so that text is readable on a light and on a dark ground.
  static func colour(of role: Style.Role, among count: CInt) -> Int16? {
    switch role {
    case .plain, .title, .selected: nil
    case .label: count >= 256 ? 37 : Int16(COLOR_CYAN)
    case .muted: count >= 256 ? 244 : count >= 16 ? 8 : nil
    case .accent, .focus: count >= 256 ? 37 : Int16(COLOR_CYAN)
    case .problem: count >= 256 ? 203 : Int16(COLOR_RED)
    case .warning: count >= 256 ? 172 : Int16(COLOR_YELLOW)
    case .success: count >= 256 ? 35 : Int16(COLOR_GREEN)
    case .bar: count >= 256 ? 31 : Int16(COLOR_BLUE)
    }
  }
}

private func plain(_ background: Int16) -> Int16 {
  background < 0 ? -1 : Int16(COLOR_WHITE)
}
