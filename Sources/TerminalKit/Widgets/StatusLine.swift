/// The lines at the edges of a screen: its title, what just happened, and the keys that work.
public enum StatusLine {
  /// Draws the keys in one row; those at the end are left out when there is no room.
  public static func keys(_ help: [KeyHelp], in area: Rect, on grid: inout Grid) {
    grid.drawRow("", in: area, style: .bar)
    var column = 1
    for entry in help {
      let width = TextWidth.of(entry.keys) + 1 + TextWidth.of(entry.label)
      guard column + width <= area.columns else { continue }
      column += grid.draw(entry.keys, at: area.point(0, column), style: .bar.bold) + 1
      column += grid.draw(entry.label, at: area.point(0, column), style: .bar) + 2
    }
  }

  /// Draws a title on the left and a note on the right.
  ///
  /// A long title is cut off before the note is, because the note is what changes.
  public static func title(_ title: String, note: String, in area: Rect, on grid: inout Grid) {
    grid.drawRow("", in: area, style: .bar.bold)
    let width = TextWidth.of(note)
    let left = area.columns - 1 - (width == 0 ? 0 : width + 3)
    let hasRoom = left >= min(TextWidth.of(title), 16)
    grid.draw(
      title, at: area.point(0, 1), width: hasRoom ? left : area.columns - 1, style: .bar.bold)
    guard hasRoom else { return }
    grid.draw(note, at: area.point(0, area.columns - width - 1), style: .bar)
  }
}
