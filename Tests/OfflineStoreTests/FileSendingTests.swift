import Compression
import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// The files of a record from its finishing to the centre's receipt.
struct FileSendingTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let head: Keyring
  private let photo = randomBytes(3 * FileLimits.piece - 9)
  private let answers = Array("<data><q1>q1.jpg</q1><meta><audit/></meta></data>".utf8)
  private var centre: TestCentre { laptop.centre }

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    head = try await store.addHead()
  }

  private func enrol() async throws {
    try await store.enrolled(centre.enrolment(), url: "https://centre.example", for: head)
  }

  private func pieces() async throws -> [FilePiece] {
    try await store.outbox(limitBytes: 1 << 20).compactMap(\.piece)
  }

  /// What the centre puts together of pieces, which the author must have signed.
  private func assembled(_ pieces: [FilePiece]) throws -> [UInt8] {
    var content: [UInt8] = []
    var marks: Set<[UInt8]> = []
    for (number, piece) in pieces.enumerated() {
      #expect(piece.header.isSound && piece.header.number == number)
      #expect(piece.box.count <= FileLimits.box)
      #expect(
        SigningKeys.verify(piece.signature, of: piece.signedBytes, by: head.signingKey))
      let bytes = try Zstandard.decompress(centre.box.open(piece.box), limit: 1 << 20)
      marks.insert(Array(bytes.prefix(FileLimits.mark)))
      content += bytes.dropFirst(FileLimits.mark)
    }
    let header = try #require(pieces.first?.header)
    #expect(marks == [header.mark(of: Digest.blake2b(content, count: 32), Digest.blake2b)])
    return content
  }

  @Test func `a file that an answer names is cut when its record is finished`() async throws {
    try await enrol()
    let draft = laptop.draft()
    try await store.attach(photo, as: "q1.jpg", to: draft.id, for: head)
    try await store.attach([1, 2], as: "q2.jpg", to: draft.id, for: head)
    try await store.finish(draft, submission: answers, for: head)
    let items = try await store.outbox(limitBytes: 1 << 20)
    let revision = try #require(items.first?.revision)
    let pieces = items.dropFirst().compactMap(\.piece)
    #expect(items.count == 4 && pieces.count == 3, "the file that no answer names stays")
    #expect(try assembled(pieces) == photo)
    let header = try #require(pieces.first?.header)
    #expect(header.record == draft.id && header.revision == revision.hash(Digest.blake2b))
    #expect(header.name == "q1.jpg" && header.size == photo.count)
    #expect(header.author == PersonNumber(12) && header.village == centre.village)
    #expect(try await store.outboxSummary().pieces == 3)
  }

  @Test func `a log that is handed over with the record goes with it`() async throws {
    try await enrol()
    let log = Array("event,node,start,end\n".utf8)
    let named = Array("<data><meta><audit>audit.csv</audit></meta></data>".utf8)
    let draft = laptop.draft()
    try await store.finish(draft, submission: named, with: ["audit.csv": log], for: head)
    #expect(try assembled(await pieces()) == log)
    #expect(try await store.attachment("audit.csv", of: draft.id, for: head) == log)
  }

  @Test func `who is enrolled later sends the files of what was finished before`() async throws {
    let draft = laptop.draft()
    try await store.finish(draft, submission: answers, with: ["q1.jpg": photo], for: head)
    #expect(try await pieces().isEmpty)
    try await enrol()
    #expect(try assembled(await pieces()) == photo)
  }

  @Test func `a record that is called back takes its pieces with it`() async throws {
    try await enrol()
    let draft = laptop.draft()
    for _ in 0..<2 {
      try await store.finish(draft, submission: answers, with: ["q1.jpg": photo], for: head)
      #expect(try await store.outboxSummary().pieces == 3)
      try await store.recall(draft.id, for: head)
      #expect(try await store.outboxSummary() == OutboxSummary())
      let left = try await store.perform { try $0.number("SELECT count(*) FROM piece") }
      #expect(left == 0)
    }
    #expect(try await store.attachment("q1.jpg", of: draft.id, for: head) == photo)
    _ = try await finishAndSend(draft)
    await #expect(throws: StoreError.notAllowed(.sent)) {
      try await store.recall(draft.id, for: head)
    }
  }

  /// Finishes a record with the photo and lets the centre have everything.
  private func finishAndSend(_ draft: Draft) async throws -> RevisionHash {
    try await store.finish(draft, submission: answers, with: ["q1.jpg": photo], for: head)
    let items = try await store.outbox(limitBytes: 1 << 20)
    try await store.apply(centre.receipt(items, at: 10, archived: 9))
    return try #require(items.first?.revision?.hash(Digest.blake2b))
  }

  private func returned(_ draft: Draft, _ revision: RevisionHash) async throws -> Draft {
    let body = EventBody(
      xml: String(decoding: answers, as: UTF8.self), decision: DecisionBody(note: "ถ่ายใหม่"))
    try await store.apply(
      centre.receipt(
        events: [
          try centre.event(1, .returned, of: draft.id, revision, box: head.boxKey, body: body)
        ]))
    var correction = draft
    correction.parent = revision
    return correction
  }

  @Test func `a correction sends a file again only when it changed`() async throws {
    try await enrol()
    let draft = laptop.draft()
    let correction = try await returned(draft, finishAndSend(draft))
    try await store.finish(correction, submission: answers, for: head)
    #expect(try await store.outboxSummary().pieces == 0, "the centre has it as it is")
    try await store.recall(draft.id, for: head)
    let other = randomBytes(50)
    try await store.attach(other, as: "q1.jpg", to: draft.id, for: head)
    try await store.finish(correction, submission: answers, for: head)
    #expect(try assembled(await pieces()) == other)
  }

  @Test func `records go first, also one that was finished after the files`() async throws {
    try await enrol()
    try await store.finish(
      laptop.draft(), submission: answers, with: ["q1.jpg": photo], for: head)
    let first = try await store.outbox(limitBytes: 14 * 1024)
    #expect(first.map(\.isPiece) == [false, true])
    try await store.finish(laptop.draft("นางคำ"), submission: answers, for: head)
    let place = OutboxPlace().after(first)
    let next = try await store.outbox(limitBytes: 14 * 1024, after: place)
    #expect(next.map(\.isPiece) == [false, true])
    #expect(try await store.isAnythingWaiting(after: place.after(next)))
    let last = try await store.outbox(limitBytes: 1, after: place.after(next))
    #expect(last.map(\.isPiece) == [true], "one goes whether it fits or not")
    #expect(try await !store.isAnythingWaiting(after: place.after(next).after(last)))
    #expect(try await store.pieces(among: (first + next + last).map(\.id)) == 3)
  }

  @Test func `files that do not fit with all records wait for the next batch`() async throws {
    try await enrol()
    for _ in 0..<3 {
      try await store.finish(laptop.draft(), submission: randomBytes(9_000), for: head)
    }
    try await store.finish(
      laptop.draft(), submission: answers, with: ["q1.jpg": [1]], for: head)
    let batch = try await store.outbox(limitBytes: 12_000)
    #expect(batch.map(\.isPiece) == [false])
  }

  @Test func `a receipt for pieces leaves the record as it stands, and a backup lets them go`()
    async throws
  {
    try await enrol()
    let draft = laptop.draft()
    try await store.finish(draft, submission: answers, with: ["q1.jpg": photo], for: head)
    let items = try await store.outbox(limitBytes: 1 << 20)
    try await store.apply(centre.receipt(Array(items.dropFirst().prefix(1)), at: 1))
    #expect(try await only().state == .ready)
    try await store.apply(centre.receipt(Array(items.prefix(1)), at: 2))
    #expect(try await only().state == .sent)
    #expect(try await only().files == FileDelivery(waiting: 2))
    try await store.apply(centre.receipt(Array(items.dropFirst()), at: 4))
    #expect(try await only().files == FileDelivery())
    try await store.apply(centre.receipt(at: 5, archived: 4))
    let left = try await store.perform { try $0.number("SELECT count(*) FROM piece") }
    #expect(left == 0)
  }

  private func only() async throws -> RecordSummary {
    let records = try await store.records(for: head)
    return try #require(records.count == 1 ? records.first : nil)
  }

  @Test func `what a restored centre may have lost is offered again, pieces too`() async throws {
    try await enrol()
    _ = try await finishAndSend(laptop.draft())
    try await store.newEpoch(Epoch(.sixteen(2)))
    #expect(try assembled(await pieces()) == photo)
  }

  @Test func `the files of a refused record wait with it, and are cut anew when it is corrected`()
    async throws
  {
    try await enrol()
    let draft = laptop.draft()
    try await store.finish(draft, submission: answers, with: ["q1.jpg": photo], for: head)
    let items = try await store.outbox(limitBytes: 1 << 20)
    try await store.apply(centre.receipt(refused: [(items[0].id, .outOfArea)]))
    #expect(try await store.outboxSummary() == OutboxSummary(refused: 1, refusedPieces: 3))
    #expect(try await only().mayRecall)
    try await store.recall(draft.id, for: head)
    try await store.finish(draft, submission: answers, for: head)
    #expect(try assembled(await pieces()) == photo)
  }

  @Test func `a refused file is told with its record, and one that comes too early waits`()
    async throws
  {
    try await enrol()
    try await store.finish(
      laptop.draft(), submission: answers, with: ["q1.jpg": photo], for: head)
    let items = try await store.outbox(limitBytes: 1 << 20)
    try await store.apply(
      centre.receipt(
        [items[0]], refused: [(items[1].id, .recordFull), (items[2].id, .unknownKind)])
    )
    #expect(try await only().files == FileDelivery(waiting: 2, refused: .recordFull))
    #expect(try await only().state == .sent)
  }

  @Test func `a file that does not open any more keeps no record here`() async throws {
    try await enrol()
    let draft = laptop.draft()
    try await store.attach(photo, as: "q1.jpg", to: draft.id, for: head)
    try await store.perform { try $0.run("UPDATE attachment SET sealed_content = x'00'") }
    try await store.finish(draft, submission: answers, for: head)
    let waiting = try await store.outboxSummary()
    #expect(waiting.revisions == 1 && waiting.pieces == 0)
  }

  @Test func `more files than a record may have are refused before they are kept`() async throws {
    let draft = laptop.draft()
    try await store.attach([1], as: "q1.jpg", to: draft.id, for: head)
    try await store.perform { connection in
      try connection.run("UPDATE attachment SET size = \(FileLimits.record)")
    }
    await #expect(throws: StoreError.recordFull) {
      try await store.attach([1], as: "q2.jpg", to: draft.id, for: head)
    }
    try await store.attach([1], as: "q1.jpg", to: draft.id, for: head)
  }

  @Test func `a revoked laptop forgets its own key only when the last piece was handed in`()
    async throws
  {
    try await enrol()
    try await store.finish(
      laptop.draft(), submission: answers, with: ["q1.jpg": photo], for: head)
    let items = try await store.outbox(limitBytes: 1 << 20)
    let order = centre.revocation()
    try await store.apply(centre.receipt([items[0]], revocation: order))
    #expect(try await store.device().number == DeviceNumber(7))
    try await store.apply(centre.receipt(Array(items.dropFirst()), revocation: order))
    #expect(try await store.device().number == nil)
  }

  @Test func `a store of before takes files, and its bundles still mean the same items`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path + "/old.sqlite"
    let old = try Connection(path: path, settings: .device)
    try storeMigrator.migrate(old, to: 6)
    try old.run(
      """
      INSERT INTO person VALUES (1, 'นางคำ', x'00', 1, 1, x'00', x'00', x'00', x'00', x'00', x'00',
        x'00', NULL, NULL, NULL)
      """)
    for id in 1...3 {
      try old.run(
        """
        INSERT INTO outbox (id, kind, state, person, record, hash, header, signature, sealed_box)
        VALUES (\(id), 'rev', 'queued', 1, x'00', \([UInt8(id)]), '{}', x'01', x'02')
        """)
    }
    try old.run("DROP TRIGGER outbox_updated")
    try old.run("UPDATE outbox SET sum = 0 WHERE id = 2")
    try old.run("DELETE FROM outbox WHERE id = 3")
    try storeMigrator.migrate(old)
    let rows = try old.rows("SELECT id, fits FROM outbox ORDER BY id") {
      "\(try $0.int(0)) \(try $0.bool(1))"
    }
    #expect(rows == ["1 true", "2 false"], "what did not fit before does not fit now")
    try old.run(
      """
      INSERT INTO outbox (kind, state, person, record, hash, header, signature, sealed_box)
      VALUES ('file', 'queued', 1, x'00', x'09', '{}', x'01', x'')
      """)
    #expect(old.lastInsertedID == 4, "a number is never given twice")
  }
}

extension OutboxItem {
  var piece: FilePiece? {
    guard case .piece(let piece) = item else { return nil }
    return piece
  }
}
