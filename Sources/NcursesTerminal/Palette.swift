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
    // Of few colours bold may make another one: a reversed line would be in two tones.
    let isTinted = style.isReversed && (1..<256).contains(colours)
    if (style.isBold || isLoud) && !isTinted { attributes |= CInt(CNCURSES_BOLD) }
    if style.isUnderlined { attributes |= CInt(CNCURSES_UNDERLINE) }
    if style.isReversed { attributes |= CInt(CNCURSES_REVERSE) }
    return attributes
  }

  private func pair(of role: Style.Role) -> Int16 {
    Int16(Style.Role.allCases.firstIndex(of: role) ?? 0) + 1
  }

  /// The colours of a role, which can be read on a light ground and on a dark one.
  ///
  /// Six of the 256 colours stand at least 4.5 to 1 from white and from black: 29, 63, 98, 131, 163 and
  /// 243. Of sixteen or eight none is sure to, for everybody sets them as he likes.
  static func ink(of role: Style.Role, among count: CInt) -> Ink {
    guard count >= 256 else { return Ink() }
    return switch role {
    case .plain, .title, .selected: Ink()
    case .label, .accent: Ink(text: 63)
    case .muted: Ink(text: 243)
    case .problem: Ink(text: 131)
    case .warning: Ink(text: 163)
    case .success: Ink(text: 29)
    case .focus: Ink(text: 16, ground: 37)
    case .bar: Ink(text: 231, ground: 24)
    }
  }
}
