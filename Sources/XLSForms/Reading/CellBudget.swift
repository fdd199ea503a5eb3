import SurveyForms

/// Counts what is read of a file, so that a small one does not become a workbook that fills memory.
struct CellBudget {
  /// Ten times the cells of the largest workbook that we know.
  static let cellLimit = 2_000_000

  private var cells = 0
  private var bytes = 0

  /// Takes a row, with the blank ones above it that keep its place.
  mutating func take(_ row: [String], blankRows: Int = 0) throws(WorkbookFailure) {
    cells += row.count + blankRows + 1
    for cell in row { bytes += cell.utf8.count }
    guard cells <= CellBudget.cellLimit, bytes <= XMLTree.byteLimit else { throw .tooLarge }
  }
}
