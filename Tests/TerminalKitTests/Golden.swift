import Glibc
import TerminalKit
import Testing

/// Compares a screen with the file that holds how it should look.
///
/// `RECORD=1` writes the file and fails the test, so a recording cannot pass for a check.
func expectGolden(
  _ grid: Grid, _ name: String, at location: SourceLocation = #_sourceLocation
) {
  let folder = #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
  let path = "\(folder)/Golden/\(name).screen"
  let shown = GridText.text(of: grid)
  if getenv("RECORD") != nil {
    record(shown, at: path)
    Issue.record("recorded \(name): read it, then run without RECORD", sourceLocation: location)
    return
  }
  #expect(shown == contents(of: path), "differs from \(name).screen", sourceLocation: location)
}

private func record(_ text: String, at path: String) {
  guard let file = fopen(path, "w") else { return }
  fputs(text, file)
  fclose(file)
}

private func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 4096)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
