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
  /// Pieces of files that wait, each whole too.
  public var pieces = 0
  /// Sealed items that were changed on the disk and are not taken over.
  public var spoiled = 0
  /// Rows whose clear columns were changed on the disk: what lists show of them is forgotten, and
  /// comes back from what is sealed, or with the next sync.
  public var mended = 0
}

extension SurveyStore {
  /// Copies what is intact in a damaged store into a new one, and changes nothing else.
  ///
  /// `damaged` is read and never written to, apart from its lock. Throws
  /// ``StoreError/inUse(by:)``, and ``StoreError/notEmpty`` when there is a store in `directory`.
  public static func salvage(
    _ damaged: String, into directory: String, ambient: Ambient
  ) throws(StoreError) -> SalvageReport {
    guard !isOne(damaged, directory) else { throw .notEmpty }
    let lock = try lockIfWritable(damaged)
    defer { _ = lock }
    do {
      let image = DatabaseImage(
        file: try bytes(of: damaged + "/store.sqlite"),
        log: try bytes(of: damaged + "/store.sqlite-wal"))
      // A wrong folder would else be called a rescue of nothing.
      guard !image.isEmpty else { throw StoreError.nothingToSalvage }
      let folder = try OwnFolder(directory)
      guard try !DatabaseFile.isThere(folder.database) else { throw StoreError.notEmpty }
      var report = SalvageReport()
      try DatabaseFile.makeWhole(at: folder.database) { path in
        let connection = try Connection(path: path, settings: .device)
        try storeMigrator.migrate(connection)
        report = try connection.transaction {
          _ = try connection.takeRows(from: image)
          return try Mending(connection: connection, now: ambient.now()).report()
        }
        try connection.checkpoint()
      }
      return report
    } catch {
      throw StoreError(error)
    }
  }

  /// Whether two paths lead to one folder.
  private static func isOne(_ path: String, _ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    guard stat(path, &one) == 0, stat(other, &two) == 0 else { return false }
    return one.st_dev == two.st_dev && one.st_ino == two.st_ino
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
      throw [EACCES, EPERM].contains(errno) ? .readOnly : .io(String(cString: strerror(errno)))
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
}

extension SurveyStore {
  /// Returns how many rows of what lists show were changed by something else than this program.
  public func damagedRows() throws(StoreError) -> Int {
    try perform { connection in try Self.unfitRows(connection) }
  }

  static func unfitRows(_ connection: Connection) throws -> Int {
    try connection.number(
      """
      SELECT (SELECT count(*) FROM record WHERE NOT fits)
        + (SELECT count(*) FROM outbox WHERE NOT fits)
        + (SELECT count(*) FROM review WHERE NOT fits)
        + (SELECT count(*) FROM event WHERE NOT fits)
        + (SELECT count(*) FROM centre WHERE NOT fits)
      """) ?? 0
  }
}
