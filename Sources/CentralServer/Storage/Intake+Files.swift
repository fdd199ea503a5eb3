import SQLiteKit
import SyncProtocol

/// Pieces of files, which come in any order, by any road, and more than once.
extension Intake {
  func take(_ piece: FilePiece) throws {
    let header = piece.header
    let village = try connection.first(
      "SELECT village FROM record WHERE id = \(header.record.bytes)"
    ) { try $0.area(0) }
    // A record stays in its village; one that is not here yet may have been overtaken by its files.
    guard village == nil || village == header.village else { throw Problem.outOfArea }
    let file = try file(of: header)
    try connection.run(
      """
      INSERT INTO piece (item, file, number, box, signature, received)
      VALUES
        ((SELECT items + 1 FROM centre), \(file), \(header.number), \(piece.box),
         \(piece.signature), \(time.milliseconds))
      ON CONFLICT (file, number) DO NOTHING
      """)
    guard connection.changes == 1 else { return }
    try connection.run("UPDATE centre SET items = items + 1")
    try connection.run("UPDATE file SET arrived = arrived + 1 WHERE id = \(file)")
    let isWhole = try connection.number(
      "SELECT 1 FROM file WHERE id = \(file) AND arrived = count")
    guard isWhole != nil else { return }
    try AuditLog(connection: connection).append(
      AuditEntry(
        time: time, action: .storeFile, person: header.author, device: device,
        object: header.record.description, revision: header.revision,
        result: header.file.description))
  }

  /// The file's row, which its first piece makes; every other one must say the same of it.
  private func file(of header: PieceHeader) throws -> Int {
    let known = try connection.first(
      """
      SELECT id, record = \(header.record.bytes) AND revision = \(header.revision.bytes)
        AND device = \(header.device.value) AND village = \(header.village.description)
        AND name = \(header.name) AND count = \(header.count) AND size = \(header.size)
        AND key = \(header.key)
      FROM file WHERE author = \(header.author.value) AND file = \(header.file.bytes)
      """
    ) { (id: try $0.int(0), isSame: try $0.bool(1)) }
    if let known {
      guard known.isSame else { throw Problem.malformedItem }
      return known.id
    }
    let others = try connection.number(
      "SELECT coalesce(sum(size), 0) FROM file WHERE record = \(header.record.bytes)")
    guard (others ?? 0) + header.size <= FileLimits.allOfRecord else { throw Problem.recordFull }
    try connection.run(
      """
      INSERT INTO file
        (author, file, record, revision, device, village, name, count, size, key)
      VALUES
        (\(header.author.value), \(header.file.bytes), \(header.record.bytes),
         \(header.revision.bytes), \(header.device.value), \(header.village.description),
         \(header.name), \(header.count), \(header.size), \(header.key))
      """)
    return Int(connection.lastInsertedID)
  }
}
