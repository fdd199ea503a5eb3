import SQLiteKit
import Sealing
import SyncProtocol
import Synchronization

/// The centre's store, on SQLite.
///
/// Each verb is one transaction. There is one connection, so that commit order is the order of the
/// feed's numbers, and one writer checkpoints (reliability, decisions 7 and 8). PostgreSQL will be a
/// second store with these verbs; they become a protocol on that day.
final class SQLiteStorage: Sendable {
  /// Drawn when the database was made; see ``Epoch``.
  let epoch: Epoch
  private let connection: Mutex<Connection>

  init(path: String, ambient: Ambient) throws {
    let connection = try Connection(path: path, settings: .centre)
    try centralMigrator.migrate(connection)
    epoch = try Self.epoch(connection, ambient)
    self.connection = Mutex(connection)
  }

  /// Refuses keys other than those that the database was made with.
  func require(_ keys: CentreKeys) throws {
    try writing { try KeyMarks(connection: $0).require(keys) }
  }

  private static func epoch(_ connection: Connection, _ ambient: Ambient) throws -> Epoch {
    let new = ambient.random(16)
    try connection.run(
      "INSERT INTO centre (only, epoch) VALUES (1, \(new)) ON CONFLICT DO NOTHING")
    let known = try connection.first("SELECT epoch FROM centre") { try $0.blob(0) }
    guard let epoch = known.flatMap({ Epoch(bytes: $0) }) else {
      throw SQLiteError(code: .corrupt, message: "there is no epoch")
    }
    return epoch
  }

  private func reading<Value: Sendable>(
    _ body: @Sendable (Connection) throws -> Value
  ) throws -> Value {
    try connection.withLock { connection in try connection.snapshot { try body(connection) } }
  }

  private func writing<Value: Sendable>(
    _ body: @Sendable (Connection) throws -> Value
  ) throws -> Value {
    try connection.withLock { connection in try connection.transaction { try body(connection) } }
  }

  /// Stores what arrived, all in one commit, and says what could not be stored and why.
  ///
  /// What is already there is stored. When this returns, the rest is on the disk.
  func take(
    _ arrivals: [Arrival], from device: DeviceNumber, at time: Timestamp
  ) throws -> Receipt {
    try writing { connection in
      let intake = Intake(connection: connection, device: device, time: time)
      return Receipt(
        problems: try arrivals.map(intake.problem(taking:)), items: try intake.count(),
        archived: try intake.archived())
    }
  }

  /// What a batch came to.
  struct Receipt: Equatable, Sendable {
    /// For each arrival why it was not stored, or nil.
    var problems: [Problem?]
    /// The centre's count of items at this commit.
    var items: Int64
    /// The count up to which everything is in the oldest backup that a restore may use.
    var archived: Int64
  }

  /// What happened in the villages of an area after the given numbers, in order, one page.
  func events(
    in area: AreaCode, after cursors: [String: Int64], atMost limit: Int
  ) throws -> [StoredEvent] {
    try reading { connection in
      try Feed(connection: connection).events(in: area, after: cursors, atMost: limit)
    }
  }

  /// A laptop and the people on it.
  func device(_ number: DeviceNumber) throws -> EnrolledDevice? {
    try reading { try People(connection: $0).device(number) }
  }

  /// Every laptop on which somebody of the area works.
  func laptops(in area: AreaCode) throws -> [EnrolledDevice] {
    try reading { try Laptops(connection: $0).all(in: area) }
  }

  /// The officers who can help people of an area after a forgotten passphrase.
  func officers(of area: AreaCode, except person: PersonNumber) throws -> [RecoveryOfficer] {
    try reading { try Laptops(connection: $0).officers(of: area, except: person) }
  }

  /// Takes down that a laptop was here, and until when its people are certified from now on.
  func saw(
    _ device: DeviceNumber, certified: [(PersonNumber, Timestamp)], at time: Timestamp
  ) throws {
    try writing { connection in
      let laptops = Laptops(connection: connection)
      try laptops.saw(device, at: time)
      for (person, expires) in certified {
        try laptops.certify(person, on: device, until: expires)
      }
    }
  }

  /// Revokes a laptop, for good; an officer's when a second person asks for it.
  func revoke(_ device: DeviceNumber, asked voice: RevocationVoice, at time: Timestamp) throws {
    try writing { try Laptops(connection: $0).revoke(device, asked: voice, at: time) }
  }

  /// Keeps a code; false when a living code has the same selector, and another must be drawn.
  func keep(_ code: NewCode, at time: Timestamp) throws -> Bool {
    try writing { try Codes(connection: $0).keep(code, at: time) }
  }

  /// Redeems a code, or says why not.
  func redeem(_ claim: CodeClaim, at time: Timestamp) throws -> Redemption {
    try writing { try Codes(connection: $0).redeem(claim, at: time) }
  }

  /// The sealed key for files about a code; nil when there is no such code.
  func codeKey(_ selector: String) throws -> [UInt8]? {
    try reading { try Codes(connection: $0).sealedKey(selector) }
  }

  /// Counts a wrong try with a file.
  func miss(_ selector: String, at time: Timestamp) throws -> Problem {
    try writing { try Codes(connection: $0).miss(selector, at: time) }
  }

  /// Keeps the last bundle of a laptop, which can be answered again with later news.
  func keep(bundle: [UInt8], of device: DeviceNumber) throws {
    try writing { try Laptops(connection: $0).keep(bundle: bundle, of: device) }
  }

  /// The last bundle of a laptop.
  func bundle(of device: DeviceNumber) throws -> [UInt8]? {
    try reading { try Laptops(connection: $0).bundle(of: device) }
  }

  /// The files of an area's records.
  func files(in area: AreaCode) throws -> [StoredFile] {
    try reading { try Files(connection: $0).all(in: area) }
  }

  /// The files of one record.
  func files(of record: RecordID) throws -> [StoredFile] {
    try reading { try Files(connection: $0).all(of: record) }
  }

  /// The village that a record is from; nil when there is no such record.
  func village(of record: RecordID) throws -> AreaCode? {
    try reading { connection in
      try connection.first("SELECT village FROM record WHERE id = \(record.bytes)") {
        try $0.area(0)
      }
    }
  }

  /// Takes down that an officer fetches a file.
  func noteFetch(
    of file: StoredFile, by officer: PersonNumber, on device: DeviceNumber, at time: Timestamp
  ) throws {
    try writing { connection in
      try AuditLog(connection: connection).append(
        AuditEntry(
          time: time, action: .fetchFile, person: officer, device: device,
          object: file.record.description, result: file.file.description))
    }
  }

  /// Pieces of a file, by their numbers, and a header of it; nil when there is no such file.
  func pieces(
    ofFile id: Int, in numbers: Range<Int>
  ) throws -> (header: PieceHeader, boxes: [(number: Int, box: [UInt8])])? {
    try reading { try Files(connection: $0).pieces(of: id, in: numbers) }
  }

  /// The box of a record's current revision.
  func currentBox(of record: RecordID) throws -> [UInt8]? {
    try reading { connection in
      try connection.first(
        """
        SELECT revision.box FROM record
          JOIN revision ON revision.record = record.id AND revision.hash = record.current
        WHERE record.id = \(record.bytes)
        """
      ) { try $0.blob(0) }
    }
  }

  /// A revision, sealed as it came in; nil when it is not here.
  func revision(
    _ hash: RevisionHash, of record: RecordID
  ) throws -> (header: RevisionHeader, box: [UInt8])? {
    try reading { connection in
      try connection.first(
        "SELECT header, box FROM revision WHERE record = \(record.bytes) AND hash = \(hash.bytes)"
      ) { (header: try $0.header(0), box: try $0.blob(1)) }
    }
  }

  /// Other records about the person of a record's current revision, that count.
  func doubles(
    _ records: [RecordID]
  ) throws -> [(village: AreaCode, state: ReviewState, box: [UInt8])] {
    try reading { connection in
      try records.compactMap { id in
        try connection.first(
          """
          SELECT record.village, record.state, revision.box FROM record
            JOIN revision ON revision.record = record.id AND revision.hash = record.current
          WHERE record.id = \(id.bytes)
          """
        ) { (village: try $0.area(0), state: try $0.state(1), box: try $0.blob(2)) }
      }
    }
  }

  /// Those of some items that are not here, neither as revisions nor as decisions nor as steps.
  func lacks(of items: some Sequence<ItemHash> & Sendable) throws -> [ItemHash] {
    try reading { connection in
      try items.filter { item in
        try connection.number(
          """
          SELECT 1 WHERE EXISTS (SELECT 1 FROM revision WHERE hash = \(item.bytes))
            OR EXISTS (SELECT 1 FROM decision WHERE hash = \(item.bytes))
            OR EXISTS (SELECT 1 FROM step WHERE hash = \(item.bytes))
          """) == nil
      }
    }
  }

  /// How many records of each village are in each state.
  func counts() throws -> [VillageCount] {
    try reading { connection in
      try connection.rows(
        "SELECT village, state, count(*) FROM record GROUP BY village, state ORDER BY village"
      ) { row in try VillageCount(row) }
    }
  }

  /// Walks along the audit log.
  func verifyAudit() throws -> AuditLog.Verdict {
    try reading { try AuditLog(connection: $0).verify() }
  }
}
