import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// Stores that were damaged at random: nothing crashes, nothing wrong is shown as right, and what is
/// intact is salvaged.
struct SalvageTests {
  /// `TORTURE_DAMAGE` says how many stores are damaged; `make torture` asks for ten thousand.
  private static let count = Torture.count("TORTURE_DAMAGE", usually: 8)

  private let original: DamagedStore

  init() async throws { original = try await DamagedStore() }

  @Test func `an undamaged store is salvaged whole, from its log too`() async throws {
    for isOpen in [false, true] {
      let folder = try original.copy(isOpen: isOpen)
      let report = try SurveyStore.salvage(
        folder.path, into: folder.path + "/new", ambient: original.laptop.ambient)
      #expect(report == SalvageReport(people: 2, records: 24, waiting: 8, spoiled: 0))
      let found = try await original.read(folder.path + "/new")
      #expect(found == original.written)
      #expect(try original.files(folder) == original.files(isOpen: isOpen), "nothing else changed")
    }
  }

  @Test func `nothing is written over a store that is there`() throws {
    let folder = try original.copy()
    for isThere in [false, true] {
      let result = Result { () throws(StoreError) in
        try SurveyStore.salvage(
          folder.path, into: folder.path + "/new", ambient: original.laptop.ambient)
      }
      #expect(isThere == (result == .failure(.notEmpty)))
    }
  }

  @Test func `a store is salvaged when the first page is gone, and the person's row with it`()
    async throws
  {
    let folder = try original.copy()
    var bytes = try folder.read("store.sqlite")
    for place in 0..<4096 { bytes[place] = 0 }
    let person = try #require(bytes.firstRange(of: original.wrappedKey))
    for place in person { bytes[place] ^= 0xFF }
    try folder.write(bytes, to: "store.sqlite")
    let report = try SurveyStore.salvage(
      folder.path, into: folder.path + "/new", ambient: original.laptop.ambient)
    #expect(report.records == 24)
    #expect(report.waiting == 8, "what was finished is sent, whoever can sign in")
  }

  @Test func `pieces of files are salvaged with their records, and a spoiled one is left out`()
    async throws
  {
    let folder = try TemporaryFolder()
    let store = try SurveyStore(
      directory: folder.path + "/store", ambient: original.laptop.ambient, cost: .test)
    let head = try await store.addHead()
    try await store.enrolled(
      original.laptop.centre.enrolment(), url: "https://centre.example", for: head)
    let draft = original.laptop.draft()
    let photo = randomBytes(3 * FileLimits.piece)
    try await store.finish(
      draft, submission: Array("<data><q>q.jpg</q></data>".utf8), with: ["q.jpg": photo], for: head)
    try await store.perform { try $0.checkpoint() }
    let box = try await store.perform { connection in
      try connection.first("SELECT sealed_box FROM piece ORDER BY id") { try $0.blob(0) }
    }
    let middle = try #require(box)[6_000..<6_016]
    var bytes = try folder.read("store/store.sqlite")
    for isDamaged in [false, true] {
      if isDamaged { bytes[try #require(bytes.firstRange(of: middle)).lowerBound] ^= 1 }
      let copy = try TemporaryFolder()
      try copy.write(bytes, to: "store.sqlite")
      let report = try SurveyStore.salvage(
        copy.path, into: copy.path + "/new", ambient: original.laptop.ambient)
      #expect(report.waiting == 1 && report.pieces == (isDamaged ? 2 : 3))
      #expect(report.spoiled == (isDamaged ? 1 : 0))
      let new = try SurveyStore(
        directory: copy.path + "/new", ambient: original.laptop.ambient, cost: .test)
      let again = try await new.signIn(1, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
      #expect(try await new.attachment("q.jpg", of: draft.id, for: again) == photo)
      // What is not whole any more goes again when the record is finished once more.
      try await new.recall(draft.id, for: again)
      try await new.finish(
        draft, submission: Array("<data><q>q.jpg</q></data>".utf8), for: again)
      #expect(try await new.outboxSummary().pieces == 3)
    }
  }

  @Test func `a store from before rows had sums is salvaged as it is`() throws {
    let folder = try TemporaryFolder()
    do {
      let connection = try Connection(path: folder.path + "/store.sqlite", settings: .device)
      try storeMigrator.migrate(connection, to: 5)
      try connection.run(
        """
        INSERT INTO person VALUES (1, 'นางคำ', x'00', 1, 1, x'00', x'00', x'00', x'00', x'00', x'00',
          x'00', NULL, NULL, NULL)
        """)
      try connection.run(
        """
        INSERT INTO record VALUES (1, 1, zeroblob(16), 'affected-person', '1', x'00', 'draft', NULL,
          NULL, NULL, 1, NULL, NULL, 0, 7, 0, 0, NULL, x'00', x'00', NULL)
        """)
    }
    let report = try SurveyStore.salvage(
      folder.path, into: folder.path + "/new", ambient: original.laptop.ambient)
    #expect(report == SalvageReport(people: 1, records: 1))
  }

  @Test func `a person whose role or area is damaged does not keep the others out`() async throws {
    let folder = try original.copy()
    var bytes = try folder.read("store.sqlite")
    let area = try #require(bytes.firstRange(of: Array("village47120601".utf8)))
    bytes[area.lowerBound] ^= 1
    try folder.write(bytes, to: "store.sqlite")
    _ = try SurveyStore.salvage(
      folder.path, into: folder.path + "/new", ambient: original.laptop.ambient)
    #expect(try await original.read(folder.path + "/new").count == 24)
  }

  @Test func `every intact record of stores damaged at random is salvaged, and no wrong one`()
    async throws
  {
    var random = Torture.random()
    var (salvaged, lost) = (0, 0)
    for number in 0..<Self.count {
      let folder = try original.copy(isOpen: number.isMultiple(of: 3))
      let intact = try original.damage(folder, using: &random)
      _ = try? await original.read(folder.path)  // Refused or not: it must not crash.
      _ = try SurveyStore.salvage(
        folder.path, into: folder.path + "/new", ambient: original.laptop.ambient)
      let found = try await original.read(folder.path + "/new")
      for (title, content) in found where original.written[title] != content {
        Issue.record("store \(number): \(title) is not what was written")
      }
      for title in intact where found[title] == nil {
        Issue.record("store \(number): \(title) is intact and was not salvaged")
      }
      salvaged += found.count
      lost += original.written.count - found.count
    }
    #expect(salvaged > 0 && lost > 0, "damage that costs nothing proves nothing")
  }
}

/// A store with records of two people, and copies of it to be damaged.
private final class DamagedStore {
  let laptop: Laptop
  private let open: SurveyStore
  private let closed: [String: [UInt8]]
  private let opened: [String: [UInt8]]
  private(set) var written: [String: [UInt8]] = [:]
  private(set) var wrappedKey: [UInt8] = []
  /// On which pages of the closed file each record lies.
  private var pages: [String: Set<Int>] = [:]
  private let passphrase = SecretBytes.text("ควายสี่ตัวข้ามคลอง")

  init() async throws {
    laptop = try Laptop()
    let store = try laptop.open()
    let head = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: head)
    let neighbour = try await store.addPerson(
      name: "นางคำ", passphrase: passphrase, profile: Profile(name: "นางคำ"))
    for number in 0..<24 {
      var draft = laptop.draft("ครัวเรือนที่ \(number)")
      // Some go on in overflow pages.
      draft.instance = [UInt8](repeating: UInt8(number), count: number % 4 == 3 ? 9_000 : 700)
      let keyring = number % 3 == 2 ? neighbour : head
      try await store.save(draft, for: keyring)
      if number % 3 == 0 { try await store.finish(draft, submission: draft.instance, for: keyring) }
      written[draft.title] = draft.instance
    }
    wrappedKey = try await store.perform { connection in
      try connection.first("SELECT sealed_key FROM person WHERE id = 1") { try $0.blob(0) } ?? []
    }
    opened = try Self.files(laptop.folder, in: "store")
    try await store.perform { try $0.checkpoint() }
    closed = try Self.files(laptop.folder, in: "store").filter { $0.key != "store.sqlite-wal" }
    open = store
    var sealed = ["people": wrappedKey]
    for (id, title) in try await titles(head, neighbour) {
      sealed[title] = try await store.perform { connection in
        try connection.first("SELECT sealed_draft FROM record WHERE record = \(id)") {
          try $0.blob(0)
        } ?? []
      }
    }
    pages = Self.pages(of: sealed, in: closed["store.sqlite"] ?? [])
  }

  /// Finds sealed values by every eight bytes of theirs, which nothing else in the world has.
  private static func pages(
    of sealed: [String: [UInt8]], in file: [UInt8]
  ) -> [String: Set<Int>] {
    var owners: [UInt64: String] = [:]
    for (title, bytes) in sealed {
      for place in stride(from: 0, through: bytes.count - 8, by: 8) {
        owners[bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) }] = title
      }
    }
    var pages: [String: Set<Int>] = [:]
    var window: UInt64 = 0
    for (place, byte) in file.enumerated() {
      window = window << 8 | UInt64(byte)
      if let title = owners[window] { pages[title, default: []].insert(place / 4096) }
    }
    return pages
  }

  private func titles(_ keyrings: Keyring...) async throws -> [RecordID: String] {
    var titles: [RecordID: String] = [:]
    for keyring in keyrings {
      for record in try await open.records(for: keyring) { titles[record.id] = record.title }
    }
    return titles
  }

  private static func files(_ folder: TemporaryFolder, in part: String) throws -> [String: [UInt8]]
  {
    let names = try folder.names(in: part).filter { $0.hasPrefix("store.sqlite") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try folder.read("\(part)/\($0)")) })
  }

  func files(_ folder: TemporaryFolder) throws -> [String: [UInt8]] {
    try Self.files(folder, in: "")
  }

  func files(isOpen: Bool) -> [String: [UInt8]] { isOpen ? opened : closed }

  func copy(isOpen: Bool = false) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in files(isOpen: isOpen) { try folder.write(bytes, to: name) }
    return folder
  }

  /// What opens of a store: the records by title, with what was written in them.
  func read(_ path: String) async throws -> [String: [UInt8]] {
    let store = try SurveyStore(directory: path, ambient: laptop.ambient, cost: .test)
    var found: [String: [UInt8]] = [:]
    for person in try await store.people() {
      // Who cannot sign in any more reads nothing; neither does anybody else.
      guard let keyring = try? await store.signIn(person.id, passphrase: passphrase) else {
        continue
      }
      for record in try await store.records(for: keyring) where !record.isDamaged {
        // What does not open is told as damage, and is not shown.
        guard let draft = try? await store.draft(record.id, for: keyring) else { continue }
        found[draft.title] = draft.instance
      }
    }
    return found
  }

  /// Damages a copy, and returns the titles of the records no page of which was touched.
  func damage(
    _ folder: TemporaryFolder, using random: inout some RandomNumberGenerator
  ) throws -> [String] {
    let names = try folder.names().filter { $0.hasPrefix("store.sqlite") }
    var touched = Set<Int>()
    for name in names {
      let before = try folder.read(name)
      var bytes = before
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        for _ in 0..<Int.random(in: 1...12, using: &random) {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      case 1:
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let page = Int.random(in: 0..<max(1, bytes.count / 4096), using: &random) * 4096
          for place in page..<min(page + 4096, bytes.count) { bytes[place] = 0 }
        }
      default: bytes.removeLast(Int.random(in: 1...bytes.count / 2, using: &random))
      }
      try folder.write(bytes, to: name)
      touched.formUnion(differing(before, bytes))
    }
    // With a log there are two copies of a page, and the older one is rightly not taken.
    guard names.count == 1, isWhole("people", touched) else { return [] }
    return written.keys.filter { isWhole($0, touched) }
  }

  private func isWhole(_ title: String, _ touched: Set<Int>) -> Bool {
    pages[title, default: []].isDisjoint(with: touched)
  }

  private func differing(_ before: [UInt8], _ after: [UInt8]) -> [Int] {
    (0..<before.count / 4096).filter { page in
      let bytes = page * 4096..<(page + 1) * 4096
      return after.count < bytes.upperBound || before[bytes] != after[bytes]
    }
  }
}
