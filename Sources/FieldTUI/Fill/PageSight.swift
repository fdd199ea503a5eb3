/// Which part of a page is in sight: the entry in focus with what is around it, as far as there are rows.
struct PageSight {
  /// An entry that falls into the rows, with the row it begins at, which may be above the first.
  struct Placed {
    let index: Int
    let top: Int
    let block: PageBlock
  }

  let layout: PageLayout
  let rows: Int
  /// What is in sight, in the order of the page.
  private(set) var placed: [Placed] = []
  /// The row at which the entry in focus begins, which may be out of sight.
  private(set) var focusTop = 0

  private var model: FillScreen.Model { layout.model }

  init(_ layout: PageLayout, rows: Int) {
    self.layout = layout
    self.rows = rows
    guard layout.model.entries.indices.contains(layout.model.focus) else { return }
    focusTop = top
    place(from: top)
  }

  /// How many entries are not wholly in sight.
  var hiddenAbove: Int {
    placed.first.map { $0.index + ($0.top < 0 ? 1 : 0) } ?? 0
  }

  var hiddenBelow: Int {
    guard let last = placed.last else { return 0 }
    return model.entries.count - 1 - last.index + (last.top + last.block.rows > rows ? 1 : 0)
  }

  /// The rows that the editor in focus has, also out of sight; nil where there is none.
  var slot: Range<Int>? {
    layout.block(model.focus).editor.map { slot in
      focusTop + slot.row..<focusTop + slot.row + slot.rows
    }
  }

  /// The rows of it that are in sight; nil where none is.
  var editor: Range<Int>? {
    slot.map { $0.clamped(to: 0..<rows) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// How far the page may be scrolled down before its end is in sight, up to a limit.
  func rowsBelow(until index: Int, limit: Int) -> Int {
    guard let last = placed.last else { return 0 }
    var hidden = max(0, last.top + last.block.rows - rows)
    if last.index >= index {
      hidden = max(0, (placed.first { $0.index == index }?.top ?? rows) - rows)
    }
    for entry in model.entries.indices where entry > last.index && entry < index {
      guard hidden < limit else { break }
      hidden += layout.block(entry).rows
    }
    return hidden
  }

  /// How many rows before the first in sight belong to entries after an index.
  func rowsAbove(after index: Int, limit: Int) -> Int {
    guard let first = placed.first else { return 0 }
    if first.index <= index {
      let end = placed.first { $0.index == index }.map { $0.top + $0.block.rows } ?? 0
      return max(0, -end)
    }
    var hidden = max(0, -first.top)
    for entry in model.entries.indices.reversed() where entry < first.index && entry > index {
      guard hidden < limit else { break }
      hidden += layout.block(entry).rows
    }
    return hidden
  }

  /// The row at which the entry in focus begins when nobody scrolls: it is shown whole if it can be, and
  /// what is before it takes up to a third.
  func restingTop(of focus: Int) -> Int {
    let focused = layout.block(focus)
    var below = 0
    for index in model.entries.indices.dropFirst(focus + 1) where below < rows {
      below += layout.block(index).rows
    }
    // Room that nothing below needs goes to what is above.
    let most = max(rows / 3, rows - focused.rows - below)
    return min(above(focus), max(0, min(most, rows - focused.rows)))
  }

  /// The rows before an entry, as far as they matter.
  private func above(_ focus: Int) -> Int {
    let scrolled = model.scroll == .fromPageStart ? Int.max : rows
    var above = 0
    for index in model.entries.indices.prefix(focus).reversed() where above < scrolled {
      above += layout.block(index).rows
    }
    return above
  }

  private var top: Int {
    switch model.scroll {
    case .fromPageStart: above(model.focus)
    case .by(let count): restingTop(of: model.focus) - count
    }
  }

  private mutating func place(from top: Int) {
    let focus = model.focus
    let block = layout.block(focus)
    var before: [Placed] = []
    var start = top
    for index in model.entries.indices.prefix(focus).reversed() where start > 0 {
      let block = layout.block(index)
      start -= block.rows
      before.append(Placed(index: index, top: start, block: block))
    }
    var all = before.reversed() + [Placed(index: focus, top: top, block: block)]
    var next = top + block.rows
    for index in model.entries.indices.dropFirst(focus + 1) where next < rows {
      let block = layout.block(index)
      all.append(Placed(index: index, top: next, block: block))
      next += block.rows
    }
    placed = all.filter { $0.top < rows && $0.top + $0.block.rows > 0 }
  }
}

/// Where a page stands.
enum PageScroll: Equatable, Sendable {
  /// At its first row, as one begins to read it.
  case fromPageStart
  /// So many rows further down than where the entry in focus lets it stand.
  case by(Int)
}
