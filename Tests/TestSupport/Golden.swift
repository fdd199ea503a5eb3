import Glibc
public import TerminalKit
public import Testing

/// Compares a screen with the file that holds how it should look, in `Golden` beside the test or above.
///
/// `RECORD=1` writes the file and fails the test, so a recording cannot pass for a check.
public func expectGolden(
  _ grid: Grid, _ name: String, file: String = #filePath,
  at location: SourceLocation = #_sourceLocation
) {
  let path = "\(goldenFolder(near: file))/\(name).screen"
  let shown = GridText.text(of: grid)
  if getenv("RECORD") != nil {
    record(shown, at: path)
    Issue.record("recorded \(name): read it, then run without RECORD", sourceLocation: location)
    return
  }
  #expect(shown == contents(of: path), "differs from \(name).screen", sourceLocation: location)
}

/// The nearest folder `Golden` going up from a file of tests.
private func goldenFolder(near file: String) -> String {
  var folder = file[...]
  while let slash = folder.lastIndex(of: "/") {
    folder = folder[..<slash]
    let golden = folder + "/Golden"
    if access(String(golden), F_OK) == 0 { return String(golden) }
  }
  return "Golden"
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
