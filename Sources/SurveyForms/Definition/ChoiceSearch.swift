import XPath

/// The choices that the appearance `search()` looks up in a table, as ODK Collect does.
struct ChoiceSearch: Sendable, Equatable {
  /// How the text is compared with a column; letters of the Latin alphabet alike, large or small.
  enum Comparison: String, Sendable {
    case contains, startswith, endswith, matches

    func accepts(_ cell: String, _ wanted: String) -> Bool {
      switch self {
      case .contains: wanted.isEmpty || cell.firstRange(of: wanted) != nil
      case .startswith: cell.hasPrefix(wanted)
      case .endswith: cell.hasSuffix(wanted)
      case .matches: cell == wanted
      }
    }
  }

  /// The name of the table, which is its file's without the ending.
  let table: String
  /// What follows the table's name: comparison, columns, text, and perhaps a column with its value.
  let arguments: [Expression]
  /// What the form writes into the question: choices with a whole number for a name, and one whose
  /// value and label name columns of the table.
  let items: [ChoiceSource.Item]
  /// The fields whose answers decide what is offered.
  let reads: [FieldID]

  /// Names of columns in one text, separated by commas, or by blanks where there is no comma.
  static func columns(_ text: String) -> [String] {
    let parts = text.split(separator: ",").map { collapsed(String($0)) }.filter { !$0.isEmpty }
    guard parts.count == 1 else { return parts }
    return parts[0].split(separator: " ").map(String.init)
  }

  /// Collect takes columns by their letters, digits and underscores, large or small.
  static func key(ofColumn name: String) -> String {
    String(
      collapsed(name).lowercased().map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "_"
      })
  }
}

extension CSVTable {
  /// The place of a column by its name as `search()` takes it.
  func searchedColumn(_ name: String) -> Int? {
    let key = ChoiceSearch.key(ofColumn: name)
    // Letters that are not Latin are all alike in a key: the name itself goes first.
    return column(name) ?? columns.firstIndex { ChoiceSearch.key(ofColumn: $0) == key }
  }
}
