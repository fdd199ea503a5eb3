import TerminalKit

/// A page longer than the screen: a moving key reads on before it goes on, so that no words are passed
/// unseen.
extension FillScreen.Model {
  /// What was in sight when the page was last drawn; nil when it was not.
  private var sight: PageSight? {
    guard let size = memory.bodySize, !entries.isEmpty else { return nil }
    return PageSight(PageLayout(model: self, size: size), rows: size.rows)
  }

  /// Takes a moving key while the editor in focus is out of sight: it is not to be moved in unseen.
  mutating func readsOn(_ key: Key) -> Bool {
    guard let sight, let slot = sight.slot else { return false }
    switch key {
    case .down, .enter, .tab:
      if slot.lowerBound >= sight.rows {
        return scroll(down: min(sight.rows - 1, slot.upperBound - sight.rows), in: sight)
      }
      guard slot.upperBound <= 0 else { return false }
      goOn()
    case .up, .backTab:
      if slot.upperBound <= 0 {
        return scroll(down: max(1 - sight.rows, slot.lowerBound), in: sight)
      }
      guard slot.lowerBound >= sight.rows else { return false }
      goBack()
    default: return false
    }
    return true
  }

  /// Brings the editor back into sight, for somebody types into it.
  mutating func showEditor() {
    guard editor != .inert, let hidden = sight, hidden.editor == nil else { return }
    scroll = .by(0)
    guard let resting = sight, resting.editor == nil, let slot = resting.slot else { return }
    scroll = .by(slot.upperBound - resting.rows)
  }

  /// Scrolls on where going on would pass words that were not in sight.
  mutating func readOn(to next: Int?) -> Bool {
    guard let sight else { return false }
    let hidden = sight.rowsBelow(until: next ?? entries.count, limit: sight.rows * 2)
    let shown = next.map { sight.restingTop(of: $0) } ?? 0
    guard hidden > shown else { return false }
    return scroll(down: min(sight.rows - 1, hidden), in: sight)
  }

  /// The same upwards.
  mutating func readBack(to previous: Int?) -> Bool {
    guard let sight else { return false }
    let hidden = sight.rowsAbove(after: previous ?? -1, limit: sight.rows * 2)
    let shown = previous.map { index in
      sight.rows - sight.restingTop(of: index) - sight.layout.block(index).rows
    }
    guard hidden > max(0, shown ?? 0) else { return false }
    return scroll(down: -min(sight.rows - 1, hidden), in: sight)
  }

  private mutating func scroll(down count: Int, in sight: PageSight) -> Bool {
    scroll = .by(sight.restingTop(of: focus) - sight.focusTop + count)
    return true
  }
}
