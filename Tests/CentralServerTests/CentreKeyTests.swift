import FoundationEssentials
import Glibc
import SQLiteKit
import Sealing
import TestSupport
import Testing

@testable import CentralServer

/// A centre opens with the keys that its database was made with, and with no others.
struct CentreKeyTests {
  private let folder: TemporaryFolder
  private var data: String { folder.path + "/centre" }
  private static let keys = ["key-box-1", "key-sign", "key-blind"]

  /// A centre with a code and a record, which has ended.
  init() throws {
    folder = try TemporaryFolder()
    let test = try TestCentre(folder)
    var village = try Laptop.enrolled(at: test)
    try village.sync([.revision(village.survey(nationalID: "1000000001013"))], with: test)
  }

  private func path(_ name: String) -> String { data + "/" + name }

  /// Puts other random bytes in the place of a key.
  private func replace(_ key: String, count: Int? = nil) throws {
    let length = try #require(FileManager.default.contents(atPath: path(key))).count
    let other = SecretBytes(randomCount: count ?? length).withBytes { Data($0) }
    try other.write(to: URL(filePath: path(key)))
  }

  /// Makes the database one of the days before it knew keys.
  private func forgetKeys() throws {
    let database = try Connection(path: path("centre.sqlite"), settings: .centre)
    for table: SQL in ["DROP TABLE centre_key", "DROP TABLE step", "DROP TABLE copy"] {
      try database.run(table)
    }
    try database.run("DROP INDEX revision_by_hash")
    try database.run("PRAGMA user_version = 5")
  }

  private func marks() throws -> Int? {
    try Connection(path: path("centre.sqlite"), settings: .centre)
      .number("SELECT count(*) FROM centre_key")
  }

  @Test(arguments: keys)
  func `another key is refused by its name`(key: String) throws {
    try replace(key)
    #expect(throws: DataDirectoryError.keyIsAnother(key)) { try TestCentre(folder) }
    let words = ServerWords(DataDirectoryError.keyIsAnother(key))
    #expect(words.thai.contains(key) && words.english.contains(key))
  }

  @Test(arguments: keys)
  func `a key of another length is refused by its name`(key: String) throws {
    try replace(key, count: 31)
    #expect(throws: DataDirectoryError.keyIsAnother(key)) { try TestCentre(folder) }
  }

  @Test func `an empty database knows its keys as well`() throws {
    let new = try TemporaryFolder()
    _ = try TestCentre(new)
    let other = SecretBytes(randomCount: 32).withBytes { Data($0) }
    try other.write(to: URL(filePath: new.path + "/centre/key-box-1"))
    #expect(throws: DataDirectoryError.keyIsAnother("key-box-1")) { try TestCentre(new) }
  }

  @Test func `a database of before takes up the keys that fit it`() throws {
    try forgetKeys()
    #expect(try TestCentre(folder).status() == ["47120601 received 1"])
    #expect(try marks() == 3)
    try replace("key-sign")
    #expect(throws: DataDirectoryError.keyIsAnother("key-sign")) { try TestCentre(folder) }
  }

  @Test(arguments: keys)
  func `a database of before takes up no key that does not fit it`(key: String) throws {
    try forgetKeys()
    try replace(key)
    #expect(throws: DataDirectoryError.keyIsAnother(key)) { try TestCentre(folder) }
    #expect(try marks() == 0)
  }

  @Test func `a database of before that tells of no key takes up those that lie there`() throws {
    let database = try Connection(path: path("centre.sqlite"), settings: .centre)
    try database.run("DELETE FROM enrolment_code")
    try database.run("DELETE FROM revision")
    try forgetKeys()
    _ = try TestCentre(folder)
    #expect(try marks() == 3)
  }

  @Test func `no key is in the database`() throws {
    let secrets = try Self.keys.map { try #require(FileManager.default.contents(atPath: path($0))) }
    for file in ["centre.sqlite", "centre.sqlite-wal"] {
      guard let bytes = FileManager.default.contents(atPath: path(file)) else { continue }
      for secret in secrets { #expect(bytes.firstRange(of: secret.prefix(32)) == nil) }
    }
  }

  @Test func `keys without a database begin no centre over what was lost`() throws {
    try #require(unlink(path("centre.sqlite")) == 0)
    #expect(throws: DataDirectoryError.databaseMissing) { try TestCentre(folder) }
    for key in Self.keys { try #require(unlink(path(key)) == 0) }
    _ = try TestCentre(folder)
  }

  @Test func `a log without its database is not played into a new one`() throws {
    try FileManager.default.moveItem(
      atPath: path("centre.sqlite"), toPath: path("centre.sqlite-wal"))
    for key in Self.keys { try #require(unlink(path(key)) == 0) }
    #expect(throws: DataDirectoryError.databaseMissing) { try TestCentre(folder) }
  }

  @Test(arguments: [0, 1, 3])
  func `a centre whose beginning was cut off begins`(keys: Int) throws {
    try FileManager.default.moveItem(
      atPath: path("centre.sqlite"), toPath: path("centre.sqlite.new"))
    for key in Self.keys.dropFirst(keys) { try #require(unlink(path(key)) == 0) }
    #expect(try TestCentre(folder).status() == [])
    #expect(try marks() == 3)
  }

  @Test func `who does not serve begins no centre`() throws {
    let new = folder.path + "/new"
    let directory = try DataDirectory(new)
    #expect(throws: MissingCentre(path: new)) {
      try Centre(in: directory, title: "", ambient: .live)
    }
    #expect(try CentreTrace(in: new) == .nothing)
  }
}
