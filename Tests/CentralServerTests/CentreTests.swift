import FoundationEssentials
import Glibc
import SQLiteKit
import SyncProtocol
import TestSupport
import Testing

@testable import CentralServer

/// The centre as a whole: what it leaves on the disk, and what it does over a real socket.
struct CentreTests {
  @Test func `a centre that ends after the commit and before the answer loses nothing`() throws {
    var test: TestCentre? = try TestCentre()
    var village = try Laptop.enrolled(at: #require(test))
    let items = [SyncItem.revision(try village.survey())]
    let request = try village.request(items)
    // The answer never reaches the laptop: the process is gone.
    _ = test?.router.response(to: request)
    let (folder, clock) = try (#require(test).folder, #require(test).clock)
    test = nil

    let again = try TestCentre(folder, clock)
    let answer = try village.sync(items, with: again)
    #expect(answer.reply.stored == 1)
    #expect(answer.reply.at == 1)
    #expect(answer.news == ["1 received"])
    #expect(answer.reply.epoch == village.epoch, "a restart is no restore")
    #expect(try again.status() == ["47120601 received 1"])
  }

  @Test func `only one process has a centre open`() throws {
    let test = try TestCentre()
    #expect(throws: DataDirectoryError.inUse) {
      try DataDirectory(test.folder.path + "/centre")
    }
  }

  @Test func `a centre whose database lost its content does not begin anew over it`() throws {
    let folder = try TemporaryFolder()
    let epoch = try TestCentre(folder).centre.storage.epoch
    #expect(try TestCentre(folder).centre.storage.epoch == epoch)
    try #require(truncate(folder.path + "/centre/centre.sqlite", 0) == 0)
    let error = #expect(throws: SQLiteError.self) { try TestCentre(folder) }
    #expect(error?.code == .corrupt)
  }

  @Test(arguments: ["key-box-1", "key-sign", "key-blind"])
  func `a key that is gone is not made anew`(key: String) throws {
    let folder = try TemporaryFolder()
    _ = try TestCentre(folder)
    try #require(unlink(folder.path + "/centre/" + key) == 0)
    #expect(throws: DataDirectoryError.keyMissing(key)) { try TestCentre(folder) }
  }

  @Test func `only its own user can look into a centre's folder`() throws {
    let test = try TestCentre()
    let folder = test.folder.path + "/centre"
    #expect(try mode(folder) == 0o700)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(files.count >= 5)
    for file in files { #expect(try mode(folder + "/" + file) == 0o600, "\(file)") }
  }

  private func mode(_ path: String) throws -> UInt32 {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return status.st_mode & 0o777
  }

  @Test func `no answer and no national ID is readable in the centre's files`() throws {
    let test = try TestCentre()
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try village.survey("นางพิกุล", nationalID: "1000000001013")
    try village.sync([.revision(survey)], with: test)
    let words = DecisionBody(reasons: [.idMismatch], note: "เลขบัตรไม่ตรง")
    try officer.sync([.decision(officer.decision(.return, on: survey, body: words))], with: test)
    let folder = test.folder.path + "/centre"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let bytes = try #require(FileManager.default.contents(atPath: folder + "/" + file))
      for planted in ["นางพิกุล", "1000000001013", "เลขบัตรไม่ตรง"] {
        #expect(bytes.firstRange(of: Data(planted.utf8)) == nil, "\(planted) in \(file)")
      }
    }
  }

  @Test func `a changed line of the audit log is found`() throws {
    var test: TestCentre? = try TestCentre()
    for _ in 0..<3 { _ = try test?.code() }
    let (folder, clock) = try (#require(test).folder, #require(test).clock)
    test = nil
    let path = folder.path + "/centre/centre.sqlite"
    try Connection(path: path, settings: .centre)
      .run(
        "UPDATE audit SET entry = CAST(replace(entry, 'village', 'auditor') AS BLOB) WHERE number = 2"
      )
    #expect(try TestCentre(folder, clock).centre.storage.verifyAudit() == .broken(line: 2))
  }

  @Test func `a line taken out of the audit log is missed`() throws {
    var test: TestCentre? = try TestCentre()
    for _ in 0..<3 { _ = try test?.code() }
    let (folder, clock) = try (#require(test).folder, #require(test).clock)
    test = nil
    let path = folder.path + "/centre/centre.sqlite"
    try Connection(path: path, settings: .centre).run("DELETE FROM audit WHERE number = 1")
    #expect(try TestCentre(folder, clock).centre.storage.verifyAudit() == .broken(line: 1))
  }

  @Test func `a laptop enrols and syncs over a real socket`() throws {
    let test = try TestCentre()
    let settings = HTTPSettings(listen: try #require(ListenAddress("127.0.0.1:0")))
    let server = try MicroHTTPD(settings, router: test.router)
    defer { server.stop() }
    let village = try Laptop.enrolled(at: test)
    let request = try village.request([.revision(village.survey())])
    let connection = try RawConnection(port: server.port)
    var head = "POST /v1/sync HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
    for name in ["Content-Type", "Content-Encoding"] + village.proofNames {
      head += "\(name): \(try #require(request.headers[name]))\r\n"
    }
    connection.send(
      Array("\(head)Content-Length: \(request.body.count)\r\n\r\n".utf8) + request.body)
    let answer = connection.readToEnd()
    #expect(answer.statuses == [200])
    #expect(answer.contains("Content-Encoding: zstd"))
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `a browser is told what this is`() throws {
    let test = try TestCentre()
    let response = test.router.response(to: Request(method: "GET", path: "/"))
    let page = String(decoding: response.body, as: UTF8.self)
    #expect(page.contains("<h1>อำเภอพังโคน</h1>"))
    #expect(page.contains("fieldtui"))
  }

  @Test func `hello names the centre and its epoch`() throws {
    let test = try TestCentre()
    let response = test.router.response(to: Request(method: "GET", path: WirePath.hello))
    let hello = try #require(WireJSON.decode(CentreHello.self, from: response.body))
    #expect(hello.title == "อำเภอพังโคน")
    #expect(hello.epoch == test.centre.storage.epoch)
  }

  @Test func `the log of refused and taken requests holds nothing of a survey`() throws {
    let test = try TestCentre()
    _ = test.router.response(to: Request(method: "GET", path: "/นางพิกุล"))
    _ = test.router.response(to: Request(method: "POST", path: "/v1/sync", body: [1, 2, 3]))
    #expect(test.log.all.count == 2)
    #expect(test.log.all[1].contains("request.malformed"))
    #expect(test.log.all.allSatisfy { $0.hasSuffix("}\n") && !$0.contains("นางพิกุล") })
  }
}
