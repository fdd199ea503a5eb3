/// The sheets of an XLSForm, whatever file they came from.
struct Workbook: Equatable {
  var sheets: [Sheet] = []

  /// One sheet: its name, and its rows with the heading first.
  struct Sheet: Equatable {
    var name: String
    /// A cell's text is "" where there is nothing.
    var rows: [[String]] = []
    /// The sheet's row that the first of ``rows`` is, from 1; blank rows above it are left out.
    var firstRow = 1
    /// How many columns of the file stand left of the first cell.
    var leftColumns = 0
  }

  subscript(name: String) -> Sheet? { sheets.first { $0.name.lowercased() == name } }
}
