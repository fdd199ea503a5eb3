import TerminalKit

/// Choices laid out on a page as on paper: side by side when they fit in one row, else below each
/// other.
struct ChoiceRows: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    let row: Int
    let column: Int
    let text: String
    let choice: Int
  }

  private(set) var pieces: [Piece] = []
  private(set) var height = 0

  /// `takesMany` draws square boxes instead of round ones; only the first nine have a digit.
  init(_ labels: [String], chosen: Set<Int>, takesMany: Bool, width: Int) {
    let heads = labels.indices.map { Self.head($0, isChosen: chosen.contains($0), takesMany) }
    let wholes = zip(heads, labels).map { $0 + $1 }
    let total = wholes.reduce(0) { $0 + TextWidth.of($1) + Self.gap }
    if total - Self.gap <= width, labels.count > 1 {
      placeSideBySide(wholes)
    } else {
      for choice in labels.indices { placeBelow(labels[choice], heads[choice], choice, width) }
    }
  }

  var isOneRow: Bool { height <= 1 }

  /// Draws the rows, the highlighted choice in the style of the line the keys act on.
  func draw(highlighted: Int?, in area: Rect, on grid: inout Grid) -> Point? {
    var cursor: Point?
    for piece in pieces where piece.row < area.rows {
      let isLit = piece.choice == highlighted
      let point = area.point(piece.row, piece.column)
      grid.draw(
        piece.text, at: point, width: area.columns - piece.column, style: isLit ? .selected : .plain
      )
      if isLit, cursor == nil { cursor = area.point(piece.row, piece.column + 1) }
    }
    return cursor
  }

  private static let gap = 3

  private static func head(_ choice: Int, isChosen: Bool, _ takesMany: Bool) -> String {
    let mark = isChosen ? "x" : " "
    let box = takesMany ? "[\(mark)]" : "(\(mark))"
    return choice < 9 ? "\(box) \(choice + 1) " : "\(box)   "
  }

  private mutating func placeSideBySide(_ texts: [String]) {
    var column = 0
    for (choice, text) in texts.enumerated() {
      pieces.append(Piece(row: 0, column: column, text: text, choice: choice))
      column += TextWidth.of(text) + Self.gap
    }
    height = 1
  }

  private mutating func placeBelow(_ label: String, _ head: String, _ choice: Int, _ width: Int) {
    let indent = TextWidth.of(head)
    for (line, text) in TextWrap.lines(label, width: max(8, width - indent)).enumerated() {
      pieces.append(
        line == 0
          ? Piece(row: height, column: 0, text: head + text, choice: choice)
          : Piece(row: height, column: indent, text: text, choice: choice))
      height += 1
    }
  }
}
