/// What blanks in a form's texts mean: pads and breaks of lines are for the eyes of its writer.

/// Runs of blanks within a line made one, blanks around a line dropped, lines kept.
func collapsed(_ text: String) -> String {
  if isTidy(text.utf8) { return text }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
  let first = lines.firstIndex { !$0.isEmpty } ?? lines.endIndex
  let last = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? first
  return lines[first..<last].joined(separator: "\n")
}

/// Whether a text certainly has nothing to collapse, which most have not: a look at the bytes alone.
private func isTidy(_ text: String.UTF8View) -> Bool {
  var isBlank = true
  for byte in text {
    switch byte {
    case 0x20:
      if isBlank { return false }
      isBlank = true
    // Control characters, and the letters whose blanks are longer than a byte; Thai has none.
    case 0...0x1F, 0xC2, 0xE1...0xE3: return false
    default: isBlank = false
    }
  }
  return !isBlank || text.isEmpty
}

/// Whether there is nothing to see in a text.
func isBlank(_ text: String) -> Bool {
  guard let first = text.utf8.first else { return true }
  if first > 0x20, first < 0x80 { return false }
  return text.allSatisfy(\.isWhitespace)
}
