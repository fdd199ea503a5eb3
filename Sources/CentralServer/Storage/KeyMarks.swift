import SQLiteKit
import SyncProtocol

/// The marks of the keys that a database was made with.
struct KeyMarks {
  let connection: Connection

  /// Refuses other keys; those of a database that has no marks yet are remembered from now on.
  func require(_ keys: CentreKeys) throws {
    let known = try connection.rows("SELECT name, mark FROM centre_key") { row in
      (name: try row.text(0), mark: try row.blob(1))
    }
    let here = keys.marks
    for (name, mark) in known {
      guard let same = here.first(where: { $0.name == name }) else {
        throw DataDirectoryError.keyMissing(name)
      }
      guard same.mark == mark else { throw DataDirectoryError.keyIsAnother(name) }
    }
    let new = here.filter { key in !known.contains { $0.name == key.name } }
    guard !new.isEmpty else { return }
    try keys.require(fitting: evidence())
    for (name, mark) in new {
      try connection.run("INSERT INTO centre_key (name, mark) VALUES (\(name), \(mark))")
    }
  }

  /// The oldest things first: a wrong key may have come later.
  private func evidence() throws -> KeyEvidence {
    let boxes = try connection.rows(
      """
      SELECT * FROM (SELECT box FROM decision ORDER BY item LIMIT 16)
      UNION ALL SELECT * FROM (SELECT box FROM revision ORDER BY item LIMIT 16)
      UNION ALL SELECT * FROM (
        SELECT sealed_key FROM enrolment_code WHERE sealed_key IS NOT NULL ORDER BY rowid LIMIT 16)
      """
    ) { try $0.blob(0) }
    let blinded = try connection.rows(
      """
      SELECT header, box, blind FROM revision WHERE blind IS NOT NULL ORDER BY item LIMIT 16
      """
    ) { row in
      KeyEvidence.Blinded(
        form: try row.header(0).formID, box: try row.blob(1), blind: try row.blob(2))
    }
    return KeyEvidence(boxes: boxes, blinded: blinded)
  }
}

/// What in a database tells by which keys it was made.
struct KeyEvidence: Sendable {
  /// A revision whose national ID the centre has read.
  struct Blinded: Sendable {
    var form: String
    var box: [UInt8]
    var blind: [UInt8]
  }

  /// What was sealed to the centre.
  var boxes: [[UInt8]]
  var blinded: [Blinded]
}
