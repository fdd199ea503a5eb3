import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import CentralServer

/// Files that come in pieces, by any road and in any order.
struct FileTests {
  private let test: TestCentre
  private let photo = randomBytes(3 * FileLimits.piece - 5)

  init() throws { test = try TestCentre() }

  private func survey(_ laptop: Laptop, naming name: String = "q1.jpg") throws -> Revision {
    try laptop.survey("<photo>\(name)</photo>")
  }

  private func list() throws -> [String] {
    try test.centre.files(in: .nation).map { file in
      "\(file.name) \(file.arrived)/\(file.count) \(file.place.rawValue)"
    }
  }

  private func content(_ index: Int = 0) throws -> [UInt8] {
    try test.centre.content(ofFile: test.centre.files(in: .nation)[index].id)
  }

  @Test func `a file is there when its last piece came, in whatever order they come`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try survey(village)
    let pieces = try village.pieces(of: photo, for: survey)
    #expect(try village.sync([.revision(survey)], with: test).reply.stored == 1)
    for (count, index) in [2, 0].enumerated() {
      #expect(try village.sync([.piece(pieces[index])], with: test).reply.stored == 1)
      #expect(try list() == ["q1.jpg \(count + 1)/3 current"])
    }
    #expect(throws: AssembledFile.Failure.incomplete) { try content() }
    let last = try village.sync([.piece(pieces[1])], with: test)
    #expect(last.reply.at == 4, "a backup counts pieces as it counts records")
    #expect(last.news == [], "a file is not news of its own")
    #expect(try content() == photo)
    let verdict = try test.centre.storage.verifyAudit()
    #expect(verdict == .whole(lines: 4), "a code, an enrolment, a record and a file")
  }

  @Test func `pieces that come twice, or before their record, are stored once`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try survey(village)
    let pieces = try village.pieces(of: photo, for: survey).map(SyncItem.piece)
    #expect(try village.sync(pieces + pieces, with: test).reply.stored == 6)
    #expect(try list() == ["q1.jpg 3/3 aside"])
    let answer = try village.sync(pieces + [.revision(survey)], with: test)
    #expect(answer.reply.stored == 4 && answer.reply.at == 4)
    #expect(try list() == ["q1.jpg 3/3 current"])
    #expect(try content() == photo)
  }

  @Test func `what is forged, foreign or impossible is refused, and what is beside it is not`()
    throws
  {
    var village = try Laptop.enrolled(at: test)
    let survey = try survey(village)
    let good = try village.pieces(of: photo, for: survey)
    var forged = good[0]
    forged.header.name = "q2.jpg"
    let strangers = try Laptop.enrolled(at: test, name: "นางคำ").pieces(of: photo, for: survey)
    var moved = good[0].header
    moved.village = try #require(AreaCode("47120602"))
    var large = good[0].header
    (large.size, large.count) = (FileLimits.file + 1, FileLimits.count(of: FileLimits.file + 1))
    var named = good[0].header
    named.name = "../../q1.jpg"
    var other = good[1].header
    other.size -= 1
    let box = good[0].box
    let answer = try village.sync(
      [
        .piece(good[0]), .piece(forged), .piece(strangers[0]), .piece(village.signed(moved, box)),
        .piece(village.signed(large, box)), .piece(village.signed(named, box)),
        .piece(village.signed(other, box)),
        .piece(village.signed(good[2].header, randomBytes(FileLimits.box + 1))), .piece(good[1]),
      ], with: test)
    #expect(
      answer.refusals == [
        "1 item.bad-signature", "2 item.unknown-author", "3 item.out-of-area",
        "4 item.malformed", "5 item.malformed", "6 item.malformed", "7 item.malformed",
      ])
    #expect(try list() == ["q1.jpg 2/3 aside"])
  }

  @Test func `a piece for a record of another village is refused`() throws {
    var first = try Laptop.enrolled(at: test)
    var second = try Laptop.enrolled(at: test, in: "47120602")
    let survey = try survey(first)
    try first.sync([.revision(survey)], with: test)
    let pieces = try second.pieces(of: photo, for: survey)
    #expect(try second.sync([.piece(pieces[0])], with: test).refusals == ["0 item.out-of-area"])
  }

  @Test func `an officer hands in no files, and a revoked laptop still does`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try survey(village)
    let foreign = try officer.pieces(of: photo, for: survey)
    #expect(try officer.sync([.piece(foreign[0])], with: test).refusals == ["0 item.not-allowed"])
    try test.centre.storage.revoke(village.number, asked: .keeper, at: test.clock.now)
    let pieces = try village.pieces(of: photo, for: survey).map(SyncItem.piece)
    let answer = try village.sync([.revision(survey)] + pieces, with: test)
    #expect(answer.reply.stored == 4 && answer.revocation != nil)
    #expect(try content() == photo)
  }

  @Test func `the newest revision that has a file of the name counts`() throws {
    var village = try Laptop.enrolled(at: test)
    let first = try survey(village)
    let second = try village.survey(
      "<photo>q1.jpg</photo>", id: first.header.id, parents: [first.identity])
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    try village.sync([.revision(first)], with: test)
    var decision = DecisionBody()
    decision.note = "ถ่ายใหม่"
    try officer.sync(
      [.decision(officer.decision(.return, on: first, body: decision))], with: test)
    try village.sync([.revision(second)], with: test)
    let new = try village.pieces(of: [7], for: second).map(SyncItem.piece)
    let old = try village.pieces(of: photo, for: first).map(SyncItem.piece)
    // An old stick comes after the network.
    try village.sync(new, with: test)
    try village.sync(old, with: test)
    #expect(try list() == ["q1.jpg 1/1 current", "q1.jpg 3/3 replaced"])
    #expect(try content() == [7])
  }

  @Test func `a file whose answer is gone, or that another person slipped in, is not the record's`()
    throws
  {
    var shared = try Laptop.enrolled(at: test)
    try shared.enrol(at: test, code: test.code(name: "นางคำ"))
    let survey = try survey(shared)
    let unnamed = try shared.pieces(of: [1], as: "q9.jpg", for: survey)
    let slipped = try shared.pieces(of: [2], for: survey, by: 1)
    try shared.sync(
      [.revision(survey), .piece(unnamed[0]), .piece(slipped[0])], with: test)
    #expect(try list() == ["q1.jpg 1/1 aside", "q9.jpg 1/1 replaced"])
  }

  @Test func `a box that was taken from another's piece opens for nobody as that file`() throws {
    var village = try Laptop.enrolled(at: test)
    var thief = try Laptop.enrolled(at: test, in: "47120602")
    let mine = try village.pieces(of: [1, 2, 3], for: survey(village))
    let theirs = try survey(thief)
    let piece = try #require(try thief.pieces(of: [4, 5, 6], for: theirs).first)
    try village.sync([.piece(mine[0])], with: test)
    try thief.sync(
      [.revision(theirs), .piece(thief.signed(piece.header, mine[0].box))], with: test)
    let files = try test.centre.files(in: try #require(AreaCode("47120602")))
    #expect(files.map(\.isWhole) == [true])
    #expect(throws: AssembledFile.Failure.damaged) {
      try test.centre.content(ofFile: files[0].id)
    }
  }

  @Test func `what a box unfolds to is bounded`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try survey(village)
    let piece = try #require(try village.pieces(of: photo, for: survey).first)
    let bomb = try village.sealed([UInt8](repeating: 0, count: 1 << 20))
    #expect(bomb.count < FileLimits.box)
    try village.sync([.piece(village.signed(piece.header, bomb))], with: test)
    #expect(AssembledFile.opened(bomb, test.centre.keys.box) == nil)
  }

  @Test func `the files of one record are bounded`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try survey(village)
    var header = try #require(try village.pieces(of: [1], for: survey).first).header
    (header.size, header.count) = (FileLimits.file, FileLimits.count(of: FileLimits.file))
    let most = FileLimits.allOfRecord / FileLimits.file
    let box = try village.sealed([])
    let pieces = try (0...most).map { _ in
      header.file = try #require(FileID(bytes: randomBytes(16)))
      return SyncItem.piece(village.signed(header, box))
    }
    let answer = try village.sync(pieces, with: test)
    #expect(answer.refusals == ["\(most) file.record-full"])
  }
}

/// Files in a folder, as `fieldcentral files export` writes them.
struct FileExportTests {
  private let folder: TemporaryFolder
  private let record = "0170e4b0-0000-7000-8000-000000000000"

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, arrived: Int = 1) throws -> StoredFile {
    StoredFile(
      id: 1, file: try #require(FileID(bytes: 0..<16)), author: PersonNumber(1),
      record: try #require(RecordID(record)), village: .nation, name: name, size: 3,
      count: 1, arrived: arrived, place: .current)
  }

  private func export(
    _ file: StoredFile, _ content: [UInt8]? = [1, 2, 3]
  ) throws -> (String, Int32) {
    var export = FileExport(folder: folder.path + "/out") { _ in content }
    try export.take(file)
    return (export.report, export.status)
  }

  @Test func `a whole file is written below its record, once`() throws {
    #expect(try export(file("q1.jpg")) == ("written: 1\nthere already: 0\n", 0))
    #expect(try folder.read("out/\(record)/q1.jpg") == [1, 2, 3])
    #expect(try export(file("q1.jpg")) == ("written: 0\nthere already: 1\n", 0))
  }

  @Test func `nothing is written over`() throws {
    _ = try export(file("q1.jpg"))
    let again = try export(file("q1.jpg"), [4])
    #expect(
      again
        == ("written: 0\nthere already: 0\nanother file is there: \(record)/q1.jpg\n", 1))
    #expect(try folder.read("out/\(record)/q1.jpg") == [1, 2, 3])
  }

  @Test func `what has not come whole, is damaged or would leave the folder is said`() throws {
    #expect(
      try export(file("q1.jpg", arrived: 0))
        == ("written: 0\nthere already: 0\nincomplete: \(record)/q1.jpg pieces 0 of 1\n", 75))
    #expect(try export(file("q1.jpg"), nil).1 == 1)
    #expect(try export(file("../../q1.jpg")).1 == 1)
    #expect(try folder.names() == [])
  }
}
