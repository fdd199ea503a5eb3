/// What a piece of text is for; the terminal chooses how that looks.
///
/// A role is never the only carrier of a meaning: a problem also says that it is one.
public struct Style: Hashable, Sendable {
  /// The uses a screen makes of text, one palette entry each.
  public enum Role: String, CaseIterable, Sendable {
    case plain, title, label, muted, accent, problem, warning, success, selected, focus, bar
  }

  public var role: Role
  public var isBold: Bool
  public var isUnderlined: Bool
  public var isReversed: Bool

  public init(
    _ role: Role, isBold: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    self.role = role
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }

  public static let plain = Style(.plain)
  public static let title = Style(.title, isBold: true)
  public static let label = Style(.label)
  public static let muted = Style(.muted)
  public static let accent = Style(.accent)
  public static let problem = Style(.problem, isBold: true)
  public static let warning = Style(.warning)
  public static let success = Style(.success)
  /// The line of a list that the keys act on.
  public static let selected = Style(.selected, isReversed: true)
  /// The field that takes what is typed.
  public static let focus = Style(.focus, isReversed: true)
  /// The lines at the upper and lower edge of the screen.
  public static let bar = Style(.bar, isReversed: true)

  public var bold: Style {
    var style = self
    style.isBold = true
    return style
  }
}
