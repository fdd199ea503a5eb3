import Glibc
import SQLiteKit
import Sealing
public import SyncProtocol

/// What was found in a damaged store.
public struct SalvageReport: Equatable, Sendable {
  public var people = 0
  /// Records with what was written in them; whether a draft opens, its author sees.
  public var records = 0
  /// Finished records and decisions that wait, each whole to the last bit.
  public var waiting = 0
  /// Sealed items that were changed on the disk and are not taken over.
  public var spoiled = 0
}

extension SurveyStore {
  /// Copies what is intact in a damaged store into a new one, and changes nothing else.
  ///
  /// `damaged` is read and never written to, apart from its lock. Throws
  /// ``StoreError/inUse(by:)``, and ``StoreError/notEmpty`` when there is a store in `directory`.
  public static func salvage(
    _ damaged: String, into directory: String, ambient: Ambient
  ) throws(StoreError) -> SalvageReport {
    let lock = try lockIfWritable(damaged)
    defer { _ = lock }
    do {
      let image = DatabaseImage(
        file: try bytes(of: damaged + "/store.sqlite"),
        log: try bytes(of: damaged + "/store.sqlite-wal"))
      let folder = try OwnFolder(directory)
      guard try !DatabaseFile.isThere(folder.database) else { throw StoreError.notEmpty }
      var report = SalvageReport()
      try DatabaseFile.makeWhole(at: folder.database) { path in
        let connection = try Connection(path: path, settings: .device)
        try storeMigrator.migrate(connection)
        report = try connection.transaction {
          _ = try connection.takeRows(from: image)
          return try mend(connection, now: ambient.now())
        }
        try connection.checkpoint()
      }
      return report
    } catch {
      throw StoreError(error)
    }
  }

  /// A folder that cannot be written to is in nobody's use.
  private static func lockIfWritable(_ damaged: String) throws(StoreError) -> OwnFolder? {
    do {
      return try OwnFolder(damaged)
    } catch {
      guard StoreError(error) == .readOnly else { throw StoreError(error) }
      return nil
    }
  }

  private static func bytes(of path: String) throws(StoreError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno != ENOENT else { return [] }
      throw .io(String(cString: strerror(errno)))
    }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(file, &piece, piece.count)
      guard count >= 0 else { throw .io(String(cString: strerror(errno))) }
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }

  /// Brings rows that lost their neighbours back into order, and drops what was changed on the disk.
  private static func mend(
    _ connection: Connection, now: Timestamp
  ) throws -> SalvageReport {
    var report = SalvageReport()
    report.spoiled = try dropSpoiled(connection)
    try mendEnrolments(connection)
    try addLostPeople(connection)
    try cutLooseEnds(connection)
    try makeDevice(connection)
    // What a lost cursor would skip is fetched again; lines that are here already change nothing.
    try connection.run("DELETE FROM cursor")
    report.people = try connection.number("SELECT count(*) FROM person") ?? 0
    report.records = try connection.number("SELECT count(*) FROM record") ?? 0
    report.waiting =
      try connection.number("SELECT count(*) FROM outbox WHERE state = 'queued'") ?? 0
    try connection.run(
      """
      INSERT INTO log (time, action, person, record) VALUES (\(now),
        \(LoggedAction.Kind.salvaged.rawValue), NULL, NULL)
      """)
    return report
  }

  /// An item of the outbox is whole when its bytes still have the name that they were given.
  private static func dropSpoiled(_ connection: Connection) throws -> Int {
    let spoiled = try connection.rows(
      "SELECT id, kind, hash, header, signature, sealed_box FROM outbox"
    ) { row -> Int? in
      let header = Array(try row.text(3).utf8)
      let whole = try unlessDamaged {
        try item(row.word(1), header: header, signature: row.blob(4), box: row.blob(5)).hash
      }
      return try whole == row.blob(2) ? nil : row.int(0)
    }.compactMap(\.self)
    for id in spoiled { try connection.run("DELETE FROM outbox WHERE id = \(id)") }
    return spoiled.count
  }

  /// One role or area that cannot be read would keep everybody out of the list of people.
  ///
  /// The certificate says both again; without one, that person enrols anew.
  private static func mendEnrolments(_ connection: Connection) throws {
    let enrolled = try connection.rows(
      "SELECT id, number, role, area FROM person WHERE number IS NOT NULL"
    ) { row in
      let stored = try unlessDamaged {
        try enrolment(number: row.int(1), role: row.optionalText(2), area: row.optionalText(3), "")
      }
      return (id: Int64(try row.int(0)), number: try row.int(1), isWhole: stored != nil)
    }
    for person in enrolled where !person.isWhole {
      let certificate = try certificate(of: person.id, connection)
      let isTheirs = certificate.map { Int($0.person.value) } == person.number
      try connection.run(
        """
        UPDATE person SET
          number = \(isTheirs ? person.number : nil),
          role = \(isTheirs ? certificate?.role.rawValue : nil),
          area = \(isTheirs ? certificate?.area.description : nil)
        WHERE id = \(person.id)
        """)
    }
  }

  /// Somebody whose own row is gone: the records stay, and open when two officers help.
  private static func addLostPeople(_ connection: Connection) throws {
    try connection.run(
      """
      INSERT INTO person (id, name, salt, operations, memory, sealed_key, sealed_key_digest,
        sign_key, box_key, sealed_sign_secret, sealed_box_secret, sealed_profile)
      SELECT person, '?', zeroblob(0), 0, 0, zeroblob(0), zeroblob(0), zeroblob(0), zeroblob(0),
        zeroblob(0), zeroblob(0), zeroblob(0)
      FROM (
        SELECT person FROM record UNION SELECT person FROM outbox UNION SELECT person FROM event
        UNION SELECT person FROM review UNION SELECT person FROM remark)
      WHERE person NOT IN (SELECT id FROM person)
      """)
  }

  private static func cutLooseEnds(_ connection: Connection) throws {
    try connection.run(
      "UPDATE record SET verdict = NULL WHERE verdict NOT IN (SELECT id FROM event)")
    try connection.run(
      """
      UPDATE review SET
        current = CASE WHEN current IN (SELECT id FROM event) THEN current END,
        previous = CASE WHEN previous IN (SELECT id FROM event) THEN previous END,
        verdict = CASE WHEN verdict IN (SELECT id FROM event) THEN verdict END
      """)
    // A finished record whose sealed form is gone is a draft again: its author finishes it anew.
    try connection.run(
      """
      UPDATE record SET phase = 'draft', revision = parent, finished = NULL
      WHERE phase = 'ready' AND sealed_submission IS NULL AND sealed_draft IS NOT NULL
        AND revision NOT IN (SELECT hash FROM outbox)
      """)
    for orphans: SQL in [
      "DELETE FROM certificate WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM escrow WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM recovery WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM recovered WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM attempt WHERE person NOT IN (SELECT id FROM person)",
      "DELETE FROM attachment WHERE person NOT IN (SELECT id FROM person)",
    ] {
      try connection.run(orphans)
    }
  }
}

extension SyncItem {
  /// The identity that the item's bytes have.
  fileprivate var hash: [UInt8]? {
    switch self {
    case .revision(let item): item.hash(Digest.blake2b)?.bytes
    case .decision(let item): item.hash(Digest.blake2b)?.bytes
    case .unreadable: nil
    }
  }
}
