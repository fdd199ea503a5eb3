import SurveyForms
import TerminalKit

/// Choices laid out on a page as on paper: side by side when they fit in one row, else below each
/// other.
struct ChoiceRows: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    let row: Int
    let column: Int
    let text: String
    let choice: Int
    var style = Style.plain
  }

  private(set) var pieces: [Piece] = []
  private(set) var height = 0

  /// `takesMany` draws square boxes instead of round ones; only the first nine have a digit.
  init(_ choices: [OfferedChoice], chosen: Set<Int>, takesMany: Bool, width: Int) {
    let labels = choices.map(\.label)
    let heads = labels.indices.map { Self.head($0, isChosen: chosen.contains($0), takesMany) }
    let wholes = zip(heads, labels).map { $0 + $1 }
    let total = wholes.reduce(0) { $0 + TextWidth.of($1) + Self.gap }
    if total - Self.gap <= width, labels.count > 1,
      choices.allSatisfy({ $0.styled == nil })
    {
      placeSideBySide(wholes)
    } else {
      for choice in labels.indices { placeBelow(choices[choice], heads[choice], choice, width) }
    }
  }

  var isOneRow: Bool { height <= 1 }

  /// Draws the rows, the highlighted choice in the style of the line the keys act on.
  func draw(highlighted: Int?, in area: Rect, on grid: inout Grid) -> Point? {
    var cursor: Point?
    let top = top(showing: highlighted, in: area.rows)
    for piece in pieces where (top..<top + area.rows).contains(piece.row) {
      let isLit = piece.choice == highlighted
      let point = area.point(piece.row - top, piece.column)
      grid.draw(
        piece.text, at: point, width: area.columns - piece.column,
        style: isLit ? .selected : piece.style)
      if isLit, cursor == nil { cursor = area.point(piece.row - top, piece.column + 1) }
    }
    return cursor
  }

  /// The first row to draw so that all of a choice is in sight where there is less room than rows.
  private func top(showing choice: Int?, in rows: Int) -> Int {
    guard let choice, let last = pieces.last(where: { $0.choice == choice }),
      let first = pieces.first(where: { $0.choice == choice })
    else { return 0 }
    return min(first.row, Scrolling.top(0, showing: last.row, of: height, visible: rows))
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

  private mutating func placeBelow(
    _ choice: OfferedChoice, _ head: String, _ index: Int, _ width: Int
  ) {
    let indent = TextWidth.of(head)
    pieces.append(Piece(row: height, column: 0, text: head, choice: index))
    let words = StyledWords(
      choice.styled ?? StyledText(plain: choice.label), style: .plain, width: max(8, width - indent)
    )
    for line in words.lines {
      for run in line {
        pieces.append(
          Piece(
            row: height, column: indent + run.column, text: run.text, choice: index,
            style: run.style))
      }
      height += 1
    }
  }
}
