extension Connection {
  /// Copies every row of a damaged database that fits one of this database's tables.
  ///
  /// A row is known by its shape: how many values it has and of which types, for with the file's
  /// own map of itself damaged nothing else says which table it is from. What breaks a rule of its
  /// table is left behind. Keys to other tables are not checked before the end of the transaction
  /// that this must be part of.
  ///
  /// - Returns: How many rows came into each table.
  public func takeRows(from image: DatabaseImage) throws -> [String: Int] {
    try run("PRAGMA defer_foreign_keys = ON")
    let tables = try TableShape.all(of: self)
    var counts: [String: Int] = [:]
    try image.forEachRow { row in
      let table =
        tables.first { $0.fits(row.values) } ?? tables.first { $0.fitsWithoutSum(row.values) }
      guard let table else { return }
      do {
        try run(table.insertion(of: row))
        counts[table.name, default: 0] += changes
      } catch let error as SQLiteError where error.code.primary == .constraint {
        // A value that the table refuses was never one of ours.
      }
    }
    return counts
  }
}

/// What rows of a table look like.
private struct TableShape {
  struct Column {
    var name: String
    var type: String
    var mayBeNull: Bool
    /// An INTEGER PRIMARY KEY is stored as NULL: its value is the rowid.
    var isRowID: Bool
  }

  var name: String
  var columns: [Column]

  static func all(of connection: Connection) throws -> [TableShape] {
    let columns = try connection.rows(
      """
      SELECT t.name, c.name, c.type, c."notnull", c.pk
      FROM sqlite_schema t, pragma_table_info(t.name) c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid
      """
    ) { row in
      let (type, isKey) = (try row.text(2), try row.int(4) > 0)
      return (
        table: try row.text(0),
        column: Column(
          name: try row.text(1), type: type, mayBeNull: try row.int(3) == 0 && !isKey,
          isRowID: isKey && type == "INTEGER")
      )
    }
    return Dictionary(grouping: columns, by: \.table).sorted { $0.key < $1.key }
      .map { TableShape(name: $0.key, columns: $0.value.map(\.column)) }
  }

  func fits(_ values: [SQLValue]) -> Bool {
    values.count == columns.count
      && zip(columns, values).allSatisfy { column, value in
        switch value {
        case .null: column.mayBeNull || column.isRowID
        case .integer: column.type == "INTEGER" && !column.isRowID
        case .text: column.type == "TEXT"
        case .blob: column.type == "BLOB"
        case .real: false
        }
      }
  }

  /// A row of an earlier program, from before the table had its last column, the sum of the row.
  func fitsWithoutSum(_ values: [SQLValue]) -> Bool {
    columns.last?.name == "sum" && fits(values + [.null])
  }

  /// The first of two rows with one key stays.
  func insertion(of row: DatabaseImage.LeafRow) -> SQL {
    let isKeyed = columns.contains(where: \.isRowID)
    let names = (isKeyed ? [] : ["rowid"]) + columns.map(\.name)
    let given = row.values + Array(repeating: .null, count: columns.count - row.values.count)
    let values = zip(columns, given).map { $0.isRowID ? .integer(row.id) : $1 }
    return SQL(
      text: """
        INSERT INTO "\(name)" (\(names.map { "\"\($0)\"" }.joined(separator: ", ")))
        VALUES (\(names.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT DO NOTHING
        """,
      values: (isKeyed ? [] : [.integer(row.id)]) + values)
  }
}
