import CommandLineKit
import Glibc
import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import CentralServer

/// The command line of the centre.
struct CentralToolTests {
  private func help(_ words: [String]) -> String? {
    if case .help(let text) = CentralTool.command.invocation(of: words) { return text }
    return nil
  }

  @Test(arguments: [
    ([], "usage: fieldcentral COMMAND"), (["serve"], "--tls CERT"), (["enrol"], "--role ROLE"),
    (["status"], "usage: fieldcentral status"), (["audit"], "verify"),
    (["audit", "verify"], "usage: fieldcentral audit verify"),
  ])
  func `help is there at every level`(words: [String], line: String) {
    #expect(help(words + ["--help"])?.contains(line) == true)
  }

  @Test(arguments: [
    ["enrol", "--role", "king", "--area", "47", "--name", "x"],
    ["enrol", "--role", "village", "--area", "471", "--name", "x"], ["serve", "--listen", "here"],
    ["serve", "--port", "80"], ["nothing"],
  ])
  func `a line that makes no sense is a usage error`(words: [String]) {
    guard case .refuse = CentralTool.command.invocation(of: words) else {
      Issue.record("\(words) was understood")
      return
    }
  }

  @Test(arguments: [
    (["enrol", "--role", "village", "--area", "4712", "--name", "นายสมชาย"], ExitStatus.usage),
    (["enrol", "--role", "village", "--area", "47120601"], ExitStatus.usage),
    (["serve", "key.pem"], ExitStatus.usage),
    (["serve", "--tls", "/nowhere/cert.pem", "/nowhere/key.pem"], ExitStatus.noSuchFile),
    (["serve", "--forms", "/nowhere", "--data"], ExitStatus.usage),
    (["status", "--data", "/proc/centre"], ExitStatus.noSuchFile),
    (["audit", "verify", "--data", "/nowhere"], ExitStatus.noSuchFile),
    (["status", "--data", "/proc/version"], ExitStatus.storeCannotBeOpened),
    (["serve", "--data", "/proc/centre"], ExitStatus.storeCannotBeOpened),
    (["enrol", "--role", "province", "--area", "47", "--name", "\u{1B}[2J"], ExitStatus.usage),
  ])
  func `what cannot be done exits with its own status`(
    words: [String], status: Int32
  ) async {
    let exit = await CentralTool.command.main(words) { CentralTool.failure($0) }
    #expect(exit == status)
  }

  @Test func `what goes wrong is said without the words of a programmer`() {
    let errors: [any Error] = [
      SQLiteError(code: .corrupt, message: "database disk image is malformed"),
      SQLiteError(code: .full, message: "database or disk is full"), MigrationError.newer(9),
      MigrationError.foreign, SealingError.unusableKey, DataDirectoryError.cannotOpen(13),
      DataDirectoryError.keyMissing("key-sign"), DataDirectoryError.keyIsAnother("key-sign"),
      DataDirectoryError.databaseMissing, NoBundle(laptop: 1), MicroHTTPD.StartProblem.cannotListen,
      ControlFailure(),
    ]
    for error in errors {
      let words = ServerWords(error)
      #expect(!words.thai.isEmpty && words.english.hasSuffix("."))
      for word in ["SQLite", "Error", "code:", "malformed", "(13)"] {
        #expect(!words.english.contains(word), "\(words.english)")
      }
    }
  }

  @Test(arguments: Problem.allCases)
  func `why a file is not taken is said in Thai and in English, with the code`(problem: Problem) {
    let words = ServerWords(RefusedFile(subject: "stick", problem: problem))
    #expect(words.status == ExitStatus.unreadableInput)
    for sentence in [words.thai, words.english] {
      #expect(sentence.hasPrefix("stick: ") && sentence.hasSuffix(" [\(problem.rawValue)]"))
    }
    #expect(words.thai.contains { !$0.isASCII } && words.english.allSatisfy(\.isASCII))
  }

  @Test func `items that were not taken are counted by what is wrong with them`() {
    let refused =
      [RefusedItem(index: 0, problem: .outOfArea)]
      + (4..<6).map { RefusedItem(index: $0, problem: .malformedItem) }
    #expect(
      RefusalWords.lines(refused) == """
        refused: 2 อ่านไม่ได้ [item.malformed]
          It cannot be read.
        refused: 1 อยู่นอกพื้นที่ของผู้ทำรายการ [item.out-of-area]
          It lies outside its author's area.

        """)
    #expect(RefusalWords.lines([]) == "")
  }

  @Test func `a centre that another process has open is to be tried later`() async throws {
    let test = try TestCentre()
    let exit = await CentralTool.command.main(
      ["status", "--data", test.folder.path + "/centre"]
    ) { CentralTool.failure($0) }
    #expect(exit == ExitStatus.tryLater)
  }

  @Test func `a code is printed for a folder that no server has open`() async throws {
    let folder = try TemporaryFolder()
    _ = try TestCentre(folder)
    #expect(await enrol(in: folder.path + "/centre") == ExitStatus.success)
    let directory = try DataDirectory(folder.path + "/centre")
    let centre = try Centre(in: directory, title: "", ambient: .live)
    #expect(try centre.storage.verifyAudit() == .whole(lines: 1))
  }

  @Test func `a code of no centre is not printed, and no centre begins`() async throws {
    let folder = try TemporaryFolder()
    #expect(await enrol(in: folder.path + "/typo") == ExitStatus.noSuchFile)
    #expect(access(folder.path + "/typo", F_OK) != 0)
  }

  @Test func `no command works on keys without their database`() async throws {
    let folder = try TemporaryFolder()
    _ = try TestCentre(folder)
    let data = folder.path + "/centre"
    try #require(unlink(data + "/centre.sqlite") == 0)
    #expect(await enrol(in: data) == ExitStatus.storeCannotBeOpened)
    for words in [["status"], ["serve", "--listen", "127.0.0.1:0"]] {
      let exit = await CentralTool.command.main(words + ["--data", data]) {
        CentralTool.failure($0)
      }
      #expect(exit == ExitStatus.storeCannotBeOpened)
    }
    #expect(access(data + "/centre.sqlite", F_OK) != 0)
  }

  @Test func `the database of a village is called none of a centre`() async throws {
    let folder = try TemporaryFolder()
    _ = try TestCentre(folder)
    let path = folder.path + "/centre/centre.sqlite"
    let database = try Connection(path: path, settings: .centre)
    try database.run("PRAGMA application_id = 1179927889")
    try database.run("PRAGMA user_version = 99")
    #expect(throws: MigrationError.foreign) { try TestCentre(folder) }
    #expect(ServerWords(MigrationError.foreign).english.contains("not a centre's database"))
  }

  @Test func `a laptop that never handed in a bundle is known all the same`() throws {
    let test = try TestCentre()
    let laptop = try Laptop.enrolled(at: test)
    #expect(test.centre.answer(.lastBundle(laptop.number)) == .noBundle)
    #expect(test.centre.answer(.lastBundle(DeviceNumber(99))) == .unknownLaptop)
  }

  private func enrol(in data: String) async -> Int32 {
    await CentralTool.command.main(
      ["enrol", "--role", "district", "--area", "4712", "--name", "ปลัดแดง", "--data", data]
    ) { CentralTool.failure($0) }
  }
}
