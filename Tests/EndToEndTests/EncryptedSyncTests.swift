import FoundationEssentials
import SyncClient
import SyncProtocol
import Testing

/// The link as it is in the field: HTTPS, by an authority of the survey's own.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")))
struct EncryptedSyncTests {
  @Test func `a centre is spoken to only when its authority is trusted`() async throws {
    let centre = try RunningCentre(isEncrypted: true)
    let address = try #require(ServerAddress("https://127.0.0.1:\(centre.port)"))
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย")
    let code = try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย")

    await #expect(throws: SyncFailure.link(.untrustedCertificate)) {
      _ = try await laptop.engine().enrol(code, name: "ตามใบ", at: address, for: laptop.keyring)
    }
    let trusting = laptop.engine(trusting: centre.certificate)
    _ = try await trusting.enrol(code, name: "ตามใบ", at: address, for: laptop.keyring)
    let finished = try await laptop.finish(5)
    #expect(await trusting.run().outcome == .complete)
    #expect(try await laptop.records(.sent) == finished)
  }

  @Test func `a certificate for another name is not the centre's`() async throws {
    let centre = try RunningCentre(isEncrypted: true)
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย")
    let address = try #require(ServerAddress("https://localhost:\(centre.port)"))
    await #expect(throws: SyncFailure.link(.untrustedCertificate)) {
      _ = try await laptop.engine(trusting: centre.certificate).hello(at: address)
    }
  }
}
