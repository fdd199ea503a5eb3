/// Counts the cells that scalars take one after the other, as ``Glyph/split(_:)`` draws them.
///
/// A scalar's width depends on what stands before it: a mark with no letter to stand on gets a dotted
/// circle, and so a cell of its own.
struct CellMeter {
  /// Cells taken so far.
  private(set) var width = 0
  private var carriesMarks = false

  mutating func add(_ scalar: Unicode.Scalar) {
    guard scalar != ScalarWidth.breakMark else { return }
    guard ScalarWidth.isDrawable(scalar), scalar != Self.box else {
      carriesMarks = false
      width += 1
      return
    }
    let own = ScalarWidth.of(scalar)
    width += own == 0 && !carriesMarks ? 1 : own
    carriesMarks = true
  }

  private static let box: Unicode.Scalar = "\u{25A1}"
}
