import SyncProtocol
import TestSupport
import Testing

@testable import CentralServer

/// The operator's way in.
struct ControlSocketTests {
  private let test: TestCentre
  private let directory: String

  init() throws {
    test = try TestCentre()
    directory = test.folder.path + "/centre"
  }

  private func order() throws -> EnrolmentOrder {
    let village = try #require(AreaCode("47120601"))
    return try #require(EnrolmentOrder(role: .village, area: village, name: "นายสมชาย ใจดี"))
  }

  @Test func `a code made through the socket enrols`() throws {
    let centre = test.centre
    let socket = try ControlSocket(in: directory) { centre.answer($0) }
    defer { socket.stop() }
    let reply = ControlSocket.ask(.issueCode(try order()), in: directory)
    guard case .code(let issued)? = reply else {
      Issue.record("no code but \(String(describing: reply))")
      return
    }
    var laptop = Laptop(test)
    try laptop.enrol(at: test, code: issued.code)
    #expect(laptop.people[0].area.description == "47120601")
    #expect(ControlSocket.ask(.verifyAudit, in: directory) == .audit(.whole(lines: 2)))
    #expect(ControlSocket.ask(.counts, in: directory) == .counts([]))
  }

  @Test func `where no server runs, nobody answers`() {
    #expect(ControlSocket.ask(.counts, in: directory) == nil)
  }

  @Test func `a socket that a killed server left is no hindrance`() throws {
    let centre = test.centre
    let first = try ControlSocket(in: directory) { centre.answer($0) }
    first.stop()
    let second = try ControlSocket(in: directory) { centre.answer($0) }
    defer { second.stop() }
    #expect(ControlSocket.ask(.counts, in: directory) == .counts([]))
  }

  @Test func `a folder with a very long name has a socket too`() throws {
    let long = test.folder.path + "/" + String(repeating: "ก", count: 60)
    let centre = test.centre
    let own = try DataDirectory(long)
    let socket = try ControlSocket(in: own.path) { centre.answer($0) }
    defer { socket.stop() }
    #expect(ControlSocket.ask(.counts, in: long) == .counts([]))
  }

  @Test func `the counts are a table`() throws {
    let village = try #require(AreaCode("47120601"))
    let table = StatusTable([
      VillageCount(village: village, state: .received, records: 3),
      VillageCount(village: village, state: .verified, records: 12),
      VillageCount(village: village, state: .retracted, records: 2),
    ])
    let cells = table.text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(cells[0] == ["village"] + ReviewState.allCases.map(\.rawValue) + ["total"])
    #expect(cells[1] == ["47120601", "3", "0", "0", "12", "0", "0", "2", "15"])
    #expect(cells[2] == ["total", "3", "0", "0", "12", "0", "0", "2", "15"])
  }
}
