import Compression
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import CentralServer

/// Files of records, as officers ask for them.
struct FilesDoorTests {
  private let test: TestCentre
  private let photo = randomBytes(3 * FileLimits.piece - 5)
  private let survey: Revision

  init() throws {
    test = try TestCentre()
    var village = try Laptop.enrolled(at: test)
    survey = try village.survey("<photo>q1.jpg</photo><log>audit.csv</log>")
    let pieces = try village.pieces(of: photo, for: survey)
    let log = try village.pieces(
      of: randomBytes(FileLimits.piece + 1), as: "audit.csv", for: survey)
    try village.sync(
      [.revision(survey)] + pieces.map(SyncItem.piece) + [.piece(log[1])], with: test)
  }

  private func ask(
    _ officer: Laptop, _ file: FileID? = nil, from: Int = 0, most: Int = 100,
    change: (inout FilesRequest) -> Void = { _ in }
  ) throws -> Response {
    let nonce = Hex.text(randomBytes(16))
    var asked = FilesRequest(
      person: officer.people[0].number, record: survey.header.id, file: file, from: from,
      most: most, nonce: nonce)
    asked.signature = Base64Bytes(officer.people[0].sign.sign(asked.signedBytes))
    change(&asked)
    return test.router.response(
      to: officer.signed(WireJSON.encode(asked), path: WirePath.files, nonce: nonce))
  }

  private func list(_ officer: Laptop) throws -> [RecordFile] {
    let response = try ask(officer)
    try #require(response.status == 200)
    return try #require(WireJSON.decode(FilesReply.self, from: response.body)).files
  }

  private func problem(_ response: Response) throws -> Problem {
    try #require(WireJSON.decode(ProblemReport.self, from: response.body)).problem
  }

  @Test func `an officer sees which files there are, and how far each has come`() throws {
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let files = try list(officer)
    #expect(files.map(\.name) == ["audit.csv", "q1.jpg"])
    #expect(files.map { "\($0.arrived)/\($0.count)" } == ["1/2", "3/3"])
    #expect(files[1].size == photo.count)
  }

  @Test func `a file comes in parts, each sealed to the officer and signed by the centre`() throws {
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let file = try #require(try list(officer).last)
    var content: [UInt8] = []
    for from in 0..<2 {
      let response = try ask(officer, file.file, from: from * 2, most: 2)
      let part = try #require(FilePart(reading: response.body))
      #expect(SigningKeys.verify(part.signature, of: part.signedBytes, by: officer.centreSign))
      #expect(part.from == from * 2)
      let bytes = try Zstandard.decompress(officer.people[0].box.open(part.box), limit: 1 << 20)
      let mark = file.mark(of: Digest.blake2b(photo, count: 32), Digest.blake2b)
      #expect(Array(bytes.prefix(FileLimits.mark)) == mark)
      content += bytes.dropFirst(FileLimits.mark)
    }
    #expect(content == photo)
    let verdict = try test.centre.storage.verifyAudit()
    #expect(
      verdict == .whole(lines: 7), "two enrolments, a record, a file, and that it was fetched")
  }

  @Test func `what is not there, or not whole, is not given`() throws {
    let officer = try Laptop.enrolled(at: test, as: .province, in: "47")
    let files = try list(officer)
    #expect(try problem(ask(officer, files[0].file)) == .notFound)
    #expect(try problem(ask(officer, FileID(bytes: 0..<16))) == .notFound)
    #expect(try problem(ask(officer, files[1].file, from: 3)) == .malformedRequest)
    #expect(try problem(ask(officer, files[1].file, from: -1)) == .malformedRequest)
    let unknown = try ask(officer) { asked in
      asked.record = RecordID(test.clock.ambient)
      asked.signature = Base64Bytes(officer.people[0].sign.sign(asked.signedBytes))
    }
    #expect(try problem(unknown) == .unknownRecord)
  }

  @Test func `nobody but an officer of the place gets any`() throws {
    let neighbour = try Laptop.enrolled(at: test, as: .district, in: "4713")
    #expect(try problem(ask(neighbour)) == .outOfArea)
    let village = try Laptop.enrolled(at: test, name: "นางคำ")
    #expect(try problem(ask(village)) == .notAllowed)
    let auditor = try Laptop.enrolled(at: test, as: .auditor, in: "47")
    #expect(try problem(ask(auditor)) == .notAllowed)
  }

  @Test func `the laptop's own key asks for nothing, and a lost laptop for nothing at all`() throws
  {
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    #expect(try problem(ask(officer) { $0.signature = nil }) == .badItemSignature)
    #expect(try problem(ask(officer) { $0.most += 1 }) == .badItemSignature)
    let stranger = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    #expect(
      try problem(ask(officer) { $0.person = stranger.people[0].number }) == .unknownAuthor)
    let other = try ask(officer) { asked in
      asked.nonce = Hex.text(randomBytes(16))
      asked.signature = Base64Bytes(officer.people[0].sign.sign(asked.signedBytes))
    }
    #expect(try problem(other) == .malformedRequest)
    try test.centre.storage.revoke(officer.number, asked: .keeper, at: test.clock.now)
    try test.centre.storage.revoke(
      officer.number,
      asked: RevocationVoice(person: stranger.people[0].number, isHigh: false),
      at: test.clock.now)
    #expect(try problem(ask(officer)) == .revokedDevice)
  }
}
