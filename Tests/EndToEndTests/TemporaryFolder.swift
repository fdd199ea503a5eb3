import FoundationEssentials
import Glibc

/// A folder of one test, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/fieldtui-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFault(action: "make a folder") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    // A test that has its answer does not fail for what it could not clean up.
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    guard let file = fopen(path + "/" + name, "w") else {
      throw SystemFault(action: "write \(name)")
    }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw SystemFault(action: "write \(name)")
    }
  }

  /// The file's text, or nothing when it is not there yet.
  func read(_ name: String) throws -> String {
    guard let file = fopen(path + "/" + name, "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
