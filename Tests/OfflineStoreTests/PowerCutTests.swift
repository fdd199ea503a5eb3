import CFaultVFS
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// The power goes while drafts are saved and records finished.
///
/// What the store does to its files is recorded once. Then the disk of each cut is put together
/// again: everything up to the last sync of a file, and of what came after it any subset, in pieces of
/// 512 bytes, for a disk writes what it likes first. What was acknowledged before the cut must be there.
@Suite(.serialized)
struct PowerCutTests {
  /// `TORTURE_CUTS` says how often the power goes; `make torture` asks for a hundred thousand.
  private static let count = Torture.count("TORTURE_CUTS", usually: 60)

  @Test func `no acknowledged save is lost`() async throws {
    let recording = try await Recording(saves: 60)
    #expect(recording.syncs > 60, "every save waits for the disk")
    #expect(try await recording.losses(in: Self.count) == [])
  }

  @Test func `the same without waiting for the disk loses saves`() async throws {
    let recording = try await Recording(saves: 60, isHasty: true)
    #expect(recording.syncs < 60)
    #expect(try await recording.losses(in: min(Self.count, 1_000)) != [])
  }

  @Test
  func `the journal of before the write-ahead log is gone from the disk before the first save`()
    throws
  {
    #expect(cfault_register() == 0)
    let laptop = try Laptop()
    cfault_record(laptop.folder.path + "/store/")
    _ = try laptop.open()
    var list: UnsafePointer<cfault_step>?
    let count = Int(cfault_recorded(&list))
    let steps = UnsafeBufferPointer(start: list, count: count)
    let firstLogged = try #require(
      steps.firstIndex { $0.isLog != 0 && $0.kind == CInt(CFAULT_WRITE) })
    let deleted = steps[..<firstLogged].filter { $0.kind == CInt(CFAULT_DELETE) && $0.isLog == 0 }
    // Under FULL the folder is not waited for, and a power cut brings the journal back.
    #expect(deleted.count == 1 && deleted.allSatisfy { $0.offset == 1 })
  }
}

/// A store's files before the saves, and every step that the saves took.
private struct Recording {
  private struct Step {
    var kind: CInt
    var isLog: Bool
    var offset: Int
    var bytes: [UInt8]
  }

  private let laptop: Laptop
  private let before: (file: [UInt8], log: [UInt8])
  private let steps: [Step]
  private let passphrase = SecretBytes.text("ควายสี่ตัวข้ามคลอง")
  private static let slots = 5

  var syncs: Int { steps.count { $0.kind == CInt(CFAULT_SYNC) } }

  /// - Parameter isHasty: Whether a commit returns before the log is on the disk.
  init(saves: Int, isHasty: Bool = false) async throws {
    #expect(cfault_register() == 0)
    laptop = try Laptop()
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    try await store.perform { connection in
      if isHasty { try connection.run("PRAGMA synchronous = NORMAL") }
      // Small, so that the log goes round while it is recorded.
      try connection.run("PRAGMA wal_autocheckpoint = 20")
      try connection.checkpoint()
    }
    before = (
      try laptop.folder.read("store/store.sqlite"), try laptop.folder.read("store/store.sqlite-wal")
    )
    cfault_record(laptop.folder.path + "/store/")
    for number in 1...saves {
      var draft = laptop.draft("\(number)")
      draft.id = Self.id(number.isMultiple(of: 7) ? 100 + number : number % Self.slots)
      draft.instance =
        Array("\(number)".utf8) + [UInt8](repeating: 0x20, count: number * 37 % 3_000)
      if number.isMultiple(of: 7) {
        try await store.finish(draft, submission: draft.instance, for: keyring)
      } else {
        try await store.save(draft, for: keyring)
      }
      cfault_acknowledge(CInt(number))
    }
    var list: UnsafePointer<cfault_step>?
    let count = Int(cfault_recorded(&list))
    steps = UnsafeBufferPointer(start: list, count: count).map { step in
      Step(
        kind: step.kind, isLog: step.isLog != 0, offset: Int(step.offset),
        bytes: Array(UnsafeBufferPointer(start: step.bytes, count: Int(step.count))))
    }
  }

  private static func id(_ number: Int) -> RecordID {
    guard
      let id = RecordID(
        bytes: [UInt8](repeating: 7, count: 14) + [UInt8(number >> 8), UInt8(number & 255)])
    else { preconditionFailure("sixteen bytes are an identity") }
    return id
  }

  /// Cuts the power so many times, and says what was lost.
  func losses(in cuts: Int) async throws -> [String] {
    var random = Torture.random()
    var losses: [String] = []
    for cut in 0..<cuts {
      let end = Int.random(in: 0...steps.count, using: &random)
      let disk = disk(cutBefore: end, using: &random)
      losses += try await lost(on: disk, acknowledged(before: end)).map { "cut \(cut): \($0)" }
      if losses.count > 10 { break }
    }
    return losses
  }

  private func acknowledged(before end: Int) -> [Int] {
    steps[..<end].filter { $0.kind == CInt(CFAULT_ACKNOWLEDGED) }.map(\.offset)
  }

  /// What lies on the disk when the power goes before a step.
  private func disk(
    cutBefore end: Int, using random: inout some RandomNumberGenerator
  ) -> (file: [UInt8], log: [UInt8]) {
    (
      file: content(before.file, steps[..<end].filter { !$0.isLog }, using: &random),
      log: content(before.log, steps[..<end].filter(\.isLog), using: &random)
    )
  }

  private func content(
    _ start: [UInt8], _ steps: [Step], using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    var content = start
    let synced = steps.lastIndex { $0.kind == CInt(CFAULT_SYNC) }.map { $0 + 1 } ?? 0
    for step in steps[..<synced] { apply(step, to: &content) }
    for step in steps[synced...] where Bool.random(using: &random) {
      // A disk that is cut off in the middle of a write has some of its sectors and not others.
      let isTorn = step.kind == CInt(CFAULT_WRITE) && UInt8.random(in: 0..<3, using: &random) == 0
      guard isTorn else {
        apply(step, to: &content)
        continue
      }
      for sector in stride(from: 0, to: step.bytes.count, by: 512) where Bool.random(using: &random)
      {
        var piece = step
        piece.offset += sector
        piece.bytes = Array(step.bytes[sector..<min(sector + 512, step.bytes.count)])
        apply(piece, to: &content)
      }
    }
    return content
  }

  private func apply(_ step: Step, to content: inout [UInt8]) {
    switch step.kind {
    case CInt(CFAULT_WRITE):
      let end = step.offset + step.bytes.count
      if content.count < end { content += [UInt8](repeating: 0, count: end - content.count) }
      content.replaceSubrange(step.offset..<end, with: step.bytes)
    case CInt(CFAULT_TRUNCATE): content.removeLast(max(0, content.count - step.offset))
    default: break
    }
  }

  private func lost(
    on disk: (file: [UInt8], log: [UInt8]), _ acknowledged: [Int]
  ) async throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(disk.file, to: "store.sqlite")
    try folder.write(disk.log, to: "store.sqlite-wal")
    let store: SurveyStore
    do throws(StoreError) {
      store = try SurveyStore(directory: folder.path, ambient: laptop.ambient, cost: .test)
    } catch {
      return ["the store does not open: \(error)"]
    }
    let keyring = try await store.signIn(1, passphrase: passphrase)
    var found: [Int: Int] = [:]
    for record in try await store.records(for: keyring) {
      let number = Int(record.title) ?? 0
      let slot = number.isMultiple(of: 7) ? 100 + number : number % Self.slots
      found[slot] = number
      let draft = try await store.draft(record.id, for: keyring)
      if !draft.instance.starts(with: Array(record.title.utf8)) {
        return ["\(number) is not whole"]
      }
    }
    let finished = try await store.outboxSummary().revisions
    let expected = acknowledged.count { $0.isMultiple(of: 7) }
    let missing = acknowledged.filter { number in
      let slot = number.isMultiple(of: 7) ? 100 + number : number % Self.slots
      return found[slot, default: 0] < number
    }
    return missing.map { "\($0) was acknowledged" }
      + (finished < expected ? ["\(expected - finished) finished records"] : [])
  }
}
