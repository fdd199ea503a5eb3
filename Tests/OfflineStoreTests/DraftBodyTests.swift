import SyncProtocol
import Testing

@testable import OfflineStore

/// Drafts of earlier programs, and drafts that earlier programs open.
struct DraftBodyTests {
  /// What a program knew that kept nothing but answers.
  private struct EarlierBody: Codable, Equatable {
    var place: String
    var notes: [QuestionComment]
    var language: String
  }

  private let earlier = EarlierBody(place: "/data/name", notes: [], language: "th")

  @Test func `a draft without typed texts opens without any`() throws {
    let bytes = Frame(earlier, payload: Array("<data/>".utf8)).bytes
    let (body, instance) = try DraftBody.read(bytes)
    #expect(body.pending == nil && body.place == "/data/name")
    #expect(instance == Array("<data/>".utf8))
  }

  @Test func `a program that knows of no typed texts opens a draft with some`() throws {
    var draft = try Laptop().draft()
    draft.pending = [PendingText(path: "/data/name", text: "สมหญ")]
    draft.place = "/data/name"
    let bytes = DraftBody.bytes(of: draft)
    let limits = FrameLimits(line: bytes.count, items: 1, total: bytes.count)
    let frame = try #require(FrameReader.frames(in: bytes, limits: limits).first)
    #expect(frame.decode(EarlierBody.self) == earlier)
    #expect(frame.payload == draft.instance)
    #expect(try DraftBody.read(bytes).0.pending == draft.pending)
  }
}
