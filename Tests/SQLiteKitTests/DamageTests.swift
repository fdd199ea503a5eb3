import SQLiteKit
import TestSupport
import Testing

/// What a broken file does to a laptop: an error that says so, and nothing to the file.
struct DamageTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/test.sqlite" }

  init() throws {
    folder = try TemporaryFolder()
    let connection = try Connection(path: folder.path + "/test.sqlite", settings: .device)
    try connection.run("CREATE TABLE answer (id INTEGER PRIMARY KEY, body BLOB) STRICT")
    for _ in 0..<50 {
      try connection.run("INSERT INTO answer (body) VALUES (\([UInt8](repeating: 7, count: 900)))")
    }
  }

  private func code(ofOpening bytes: [UInt8]) throws -> SQLiteError.Code? {
    try folder.write(bytes, to: "test.sqlite")
    let error = #expect(throws: SQLiteError.self) {
      try Connection(path: path, settings: .device)
    }
    #expect(try folder.read("test.sqlite") == bytes)
    return error?.code.primary
  }

  @Test func `a page of nonsense is damage`() throws {
    var bytes = try folder.read("test.sqlite")
    for index in 4096..<8192 { bytes[index] ^= 0x5A }
    #expect(try code(ofOpening: bytes) == .corrupt)
  }

  @Test func `a file that lost its end is damage`() throws {
    let bytes = try folder.read("test.sqlite")
    #expect(try code(ofOpening: Array(bytes.prefix(3 * 4096))) == .corrupt)
  }

  @Test func `a letter is no database`() throws {
    let letter = Array(repeating: "เรียน ผู้ใหญ่บ้าน ", count: 200).joined()
    #expect(try code(ofOpening: Array(letter.utf8)) == .notADatabase)
  }
}
