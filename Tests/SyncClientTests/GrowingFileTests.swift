import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import SyncClient

/// A file that is fetched in parts, and what a break, a full disk or a cheat leaves of it.
struct GrowingFileTests {
  private let folder: TemporaryFolder
  private let photo = randomBytes(3 * FileLimits.piece - 5)
  private var path: String { folder.path + "/house.jpg" }

  init() throws { folder = try TemporaryFolder() }

  private func file(_ identity: UInt8 = 1) throws -> RecordFile {
    RecordFile(
      file: try #require(FileID(bytes: identity..<(identity + 16))), author: PersonNumber(12),
      name: "house.jpg", size: photo.count, count: 3, arrived: 3)
  }

  private func mark(_ content: [UInt8]? = nil) throws -> [UInt8] {
    try file().mark(of: Digest.blake2b(content ?? photo, count: 32), Digest.blake2b)
  }

  @Test func `it has its name only when it is whole`() throws {
    let growing = try GrowingFile(path: path, file: file())
    try growing.take(photo.prefix(FileLimits.piece), mark())
    #expect(try folder.names().map { $0.hasSuffix(".part") } == [true])
    #expect(growing.pieces == 1)
    try growing.take(photo.dropFirst(FileLimits.piece), mark())
    try growing.finish()
    #expect(try folder.names() == ["house.jpg"])
    #expect(try folder.read("house.jpg") == photo)
    #expect(try folder.mode(of: "house.jpg") == 0o600)
  }

  @Test func `a later try goes on with the same file, and with no other`() throws {
    try GrowingFile(path: path, file: file())
      .take(photo.prefix(2 * FileLimits.piece), mark())
    #expect(try GrowingFile(path: path, file: file(2)).pieces == 0)
    let again = try GrowingFile(path: path, file: file())
    #expect(again.pieces == 2)
    try again.take(photo.dropFirst(2 * FileLimits.piece), mark())
    // A power cut before it had its name: the last piece comes again, for its mark.
    let last = try GrowingFile(path: path, file: file())
    #expect(last.pieces == 2)
    try last.take(photo.dropFirst(2 * FileLimits.piece), mark())
    try last.finish()
    #expect(try folder.read("house.jpg") == photo)
  }

  @Test func `a part that was cut off in the middle is fetched again`() throws {
    let growing = try GrowingFile(path: path, file: file())
    try growing.take(photo.prefix(FileLimits.piece), mark())
    let name = try #require(try folder.names().first)
    try folder.write(Array(photo.prefix(FileLimits.piece + 700)), to: name)
    #expect(try GrowingFile(path: path, file: file()).pieces == 1)
  }

  @Test func `what is not what its author had is thrown away`() throws {
    let growing = try GrowingFile(path: path, file: file())
    try growing.take(photo[...], mark([1]))
    #expect(throws: SyncFailure.garbled) { try growing.finish() }
    #expect(try folder.names() == [])
    #expect(throws: SyncFailure.garbled) { try growing.take([1], mark()) }
  }

  @Test func `what is there is never written over`() throws {
    try folder.write("ของเดิม", to: "house.jpg")
    #expect(throws: SyncFailure.fileIsThere) { try GrowingFile(path: path, file: file()) }
    #expect(throws: SyncFailure.store(.readOnly)) {
      try GrowingFile(path: folder.path + "/none/x", file: file()).take(photo[...], mark())
    }
  }
}
