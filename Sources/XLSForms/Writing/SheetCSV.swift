extension Workbook.Sheet {
  /// The sheet as a file of comma-separated values, every cell in quotes.
  ///
  /// A list's column is called `list_name`, which is how queries call it.
  var csv: [UInt8] {
    let heading = (rows.first ?? []).map { $0.lowercased() == "list name" ? "list_name" : $0 }
    let lines = ([heading] + rows.dropFirst()).map { cells in
      cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }
    return Array(lines.joined().utf8)
  }
}
