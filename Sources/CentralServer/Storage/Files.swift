import SQLiteKit
import SyncProtocol

/// A file of a record as far as it has come.
struct StoredFile: Equatable, Codable, Sendable {
  /// Its number in this centre.
  var id: Int
  var file: FileID
  var author: PersonNumber
  var record: RecordID
  var village: AreaCode
  var name: String
  var size: Int
  var count: Int
  /// How many of its pieces are here.
  var arrived: Int
  var place: Place

  /// What the file is to its record.
  enum Place: String, Codable, Sendable {
    /// The newest of its name.
    case current
    /// Another one took its place, or no answer names it any more.
    case replaced
    /// Its revision has not come, or waits for an officer.
    case aside
  }

  var isWhole: Bool { arrived == count }

  /// What an officer is told of it.
  var entry: RecordFile {
    RecordFile(
      file: file, author: author, name: name, size: size, count: count, arrived: arrived)
  }
}

/// The files of records, in pieces that are sealed as they came in.
struct Files {
  let connection: Connection

  /// The files of an area's records, by record and name.
  func all(in area: AreaCode) throws -> [StoredFile] {
    // Every digit is smaller than a colon.
    try Dictionary(
      grouping: rows(
        """
        SELECT id, record, village, name, size, count, arrived, revision, author, file FROM file
        WHERE village >= \(area.description) AND village < \(area.description + ":")
        """), by: \.file.record
    ).sorted { $0.key < $1.key }.flatMap { record, rows in try placed(rows, of: record) }
  }

  /// The files of one record, by name.
  func all(of record: RecordID) throws -> [StoredFile] {
    try placed(
      rows(
        """
        SELECT id, record, village, name, size, count, arrived, revision, author, file FROM file
        WHERE record = \(record.bytes)
        """), of: record)
  }

  /// The pieces of a file that are here, by their numbers, and a header of it.
  func pieces(
    of id: Int, in numbers: Range<Int>
  ) throws -> (header: PieceHeader, boxes: [(number: Int, box: [UInt8])])? {
    guard let header = try header(of: id) else { return nil }
    let boxes = try connection.rows(
      """
      SELECT number, box FROM piece
      WHERE file = \(id) AND number >= \(numbers.lowerBound) AND number < \(numbers.upperBound)
      ORDER BY number
      """
    ) { (number: try $0.int(0), box: try $0.blob(1)) }
    return (header, boxes)
  }

  private func header(of id: Int) throws -> PieceHeader? {
    try connection.first(
      """
      SELECT record, revision, author, device, village, file, name, count, size, key FROM file
      WHERE id = \(id)
      """
    ) { row in
      PieceHeader(
        record: try row.record(0), revision: try row.revision(1), author: try row.person(2),
        device: try row.device(3), village: try row.area(4), file: try row.file(5),
        name: try row.text(6), number: 0, count: try row.int(7), size: try row.int(8),
        key: try row.int(9))
    }
  }
}

extension Files {
  private struct Found {
    var file: StoredFile
    var revision: RevisionHash
  }

  private func rows(_ query: SQL) throws -> [Found] {
    try connection.rows(query) { row in
      Found(
        file: StoredFile(
          id: try row.int(0), file: try row.file(9), author: try row.person(8),
          record: try row.record(1), village: try row.area(2),
          name: try row.text(3), size: try row.int(4), count: try row.int(5),
          arrived: try row.int(6), place: .aside),
        revision: try row.revision(7))
    }
  }

  /// Says of each file what it is to its record: of two with one name that of the nearer revision
  /// counts, going back from the record's current one.
  private func placed(_ found: [Found], of record: RecordID) throws -> [StoredFile] {
    let line = try line(of: record)
    let ranked = found.map { found in
      (found, line.firstIndex { $0.hash == found.revision && $0.author == found.file.author })
    }.sorted {
      ($0.0.file.name, $0.1 ?? .max, $0.0.file.id) < ($1.0.file.name, $1.1 ?? .max, $1.0.file.id)
    }
    var last: String?
    return ranked.map { found, generation in
      var file = found.file
      guard generation != nil else { return file }
      file.place = last == file.name ? .replaced : .current
      last = file.name
      return file
    }
  }

  /// The current revision of a record and those that it goes back to, the nearest first.
  private func line(
    of record: RecordID
  ) throws -> [(hash: RevisionHash, author: PersonNumber)] {
    try connection.rows(
      """
      WITH RECURSIVE line (hash, generation) AS (
        SELECT current, 0 FROM record WHERE id = \(record.bytes)
        UNION
        SELECT parent.parent, generation + 1 FROM line
          JOIN parent ON parent.record = \(record.bytes) AND parent.child = line.hash
        WHERE generation < 1000
      )
      SELECT line.hash, revision.author, min(generation) FROM line
        JOIN revision ON revision.record = \(record.bytes) AND revision.hash = line.hash
      GROUP BY line.hash ORDER BY min(generation), line.hash
      """
    ) { row in (hash: try row.revision(0), author: try row.person(1)) }
  }
}
