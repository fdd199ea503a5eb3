import OfflineStore
import SyncProtocol
import TestSupport
import Testing

/// `fieldtui sync` as a script runs it.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct SyncCommandTests {
  private let program = Program(name: "fieldtui")

  /// Prepares a store with records of an enrolled person, and lets go of it.
  private func prepare(_ folder: TemporaryFolder, _ centre: RunningCentre) async throws -> Int {
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย", in: folder)
    let code = try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย")
    try await laptop.enrol(code, at: centre.port)
    return try await laptop.finish(3).count
  }

  @Test func `a sync from a script sends all, says so, and ends with 0`() async throws {
    let centre = try RunningCentre()
    let folder = try TemporaryFolder()
    #expect(try await prepare(folder, centre) == 3)
    let data = ["--data", FieldLaptop.data(in: folder)]

    let plan = try program.run(["sync", "--dry-run"] + data)
    #expect(plan.status == 0)
    #expect(plan.output.contains("records: 3\n"))

    let sync = try program.run(["sync", "--json"] + data)
    #expect(sync.status == 0, "\(sync)")
    #expect(sync.output.contains("\"acknowledged\":3,"))
    #expect(sync.output.contains("\"outcome\":\"complete\""))
    #expect(sync.errors == "")
    #expect(try centre.run(["status"]).output.contains("3"))
  }

  @Test func `without a centre it ends with 75 and says in Thai and English that all is safe`()
    async throws
  {
    let centre = try RunningCentre()
    let folder = try TemporaryFolder()
    _ = try await prepare(folder, centre)
    try centre.killer()()
    centre.reap()
    let sync = try program.run(["sync", "--data", FieldLaptop.data(in: folder)])
    #expect(sync.status == 75, "\(sync)")
    #expect(sync.errors.contains("ไม่มีข้อมูลสูญหาย"))
    #expect(sync.errors.contains("Nothing is lost"))
    #expect(sync.output.contains("acknowledged: 0 of 3\n"))
  }

  @Test func `an authority that is not there is named before anything is sent`() throws {
    let folder = try TemporaryFolder()
    let certificates = folder.path + "/none.pem"
    let sync = try program.run([
      "sync", "--ca", certificates, "--data", folder.path + "/new",
    ])
    #expect(sync.status == 66, "\(sync)")
    #expect(sync.errors.contains(certificates))
  }

  @Test func `a laptop that nobody enrolled needs a person`() async throws {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย", in: folder)
    let sync = try program.run(["sync", "--data", FieldLaptop.data(in: folder)])
    #expect(sync.status == 76, "\(sync)")
  }

  @Test func `an address that would send records in the clear is a usage error`() throws {
    let folder = try TemporaryFolder()
    let sync = try program.run([
      "sync", "--server", "http://centre.example", "--data", folder.path + "/new",
    ])
    #expect(sync.status == 64, "\(sync)")
  }
}
