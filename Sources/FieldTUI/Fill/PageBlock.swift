import SurveyForms
import TerminalKit

/// One entry of a page laid out for a width: pieces of text, and the room for its editor.
struct PageBlock: Equatable, Sendable {
  struct Piece: Equatable, Sendable {
    let row: Int
    let column: Int
    let text: String
    let style: Style
  }

  private(set) var pieces: [Piece] = []
  private(set) var rows = 0
  /// Where the editor of the entry in focus is drawn, within the block.
  private(set) var editor: Rect?
  let width: Int

  init(width: Int) { self.width = width }

  /// Adds a text below what is there, wrapped.
  mutating func add(_ text: String, column: Int = 0, style: Style = .plain) {
    for line in TextWrap.lines(text, width: width - column) {
      pieces.append(Piece(row: rows, column: column, text: line, style: style))
      rows += 1
    }
  }

  /// Adds words of the form below what is there, wrapped, in its own styling.
  mutating func add(_ text: StyledText, column: Int = 0, style: Style = .plain) {
    for line in StyledWords(text, style: style, width: width - column).lines {
      for run in line {
        pieces.append(
          Piece(row: rows, column: column + run.column, text: run.text, style: run.style))
      }
      rows += 1
    }
  }

  /// Adds a text that goes on in the last row.
  mutating func addBeside(_ text: String, column: Int, style: Style = .plain) {
    let line = TextWidth.clip(text, to: max(1, width - column))
    pieces.append(Piece(row: max(0, rows - 1), column: column, text: line, style: style))
    rows = max(1, rows)
  }

  mutating func add(_ choices: ChoiceRows, column: Int, beside: Bool) {
    let top = beside ? max(0, rows - 1) : rows
    for piece in choices.pieces {
      pieces.append(
        Piece(
          row: top + piece.row, column: column + piece.column, text: piece.text,
          style: piece.style))
    }
    rows = max(rows, top + choices.height)
  }

  mutating func reserve(rows height: Int, column: Int, beside: Bool) {
    let top = beside ? max(0, rows - 1) : rows
    editor = Rect(row: top, column: column, rows: height, columns: max(1, width - column))
    rows = max(rows, top + height)
  }

  /// Draws what falls into the area when the block's first row is at `top`, which may be above it.
  func draw(at top: Int, in area: Rect, on grid: inout Grid) {
    for piece in pieces where (0..<area.rows).contains(top + piece.row) {
      let point = area.point(top + piece.row, piece.column)
      grid.draw(piece.text, at: point, width: area.columns - piece.column, style: piece.style)
    }
  }
}
