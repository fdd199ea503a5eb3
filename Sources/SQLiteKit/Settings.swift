import CSQLite

/// What a connection is for, and with it how it is set up.
///
/// Every setting is read back after it was made; a connection that SQLite would not set up so does
/// not open. The reasons are in docs/decisions/0022.
public enum Settings: Sendable {
  /// The only connection to a laptop's store: exclusive, so there is no shared-memory file.
  case device

  /// The one connection of the centre that writes, and that alone moves the log into the database.
  case centre

  /// Any of the centre's connections that only read.
  case centreReader

  var openFlags: CInt {
    let common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    return switch self {
    case .device, .centre: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    case .centreReader: common | SQLITE_OPEN_READONLY
    }
  }

  /// The pragmas, each with the value that it must have afterwards.
  var pragmas: [(SQL, SQL, String)] {
    let common: [(SQL, SQL, String)] = [
      ("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"),
      ("PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"),
      ("PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"),
      ("PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"),
      ("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"),
      ("PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"),
    ]
    return switch self {
    case .device:
      [
        ("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA locking_mode", "exclusive"),
        // In KiB: the check would fill any cache with pages that nobody reads again.
        ("PRAGMA cache_size = -512", "PRAGMA cache_size", "-512"),
      ] + common
    case .centre: common
    case .centreReader:
      common + [
        ("PRAGMA query_only = ON", "PRAGMA query_only", "1"),
        ("PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", "0"),
      ]
    }
  }

  /// Whether the whole file is checked before anything is written to it.
  ///
  /// A laptop's store is small. The centre's is checked on its backups.
  var isCheckedWhenOpened: Bool {
    switch self {
    case .device: true
    case .centre, .centreReader: false
    }
  }

  var isReadOnly: Bool {
    switch self {
    case .device, .centre: false
    case .centreReader: true
    }
  }

  /// On/off options of the connection.
  static let options: [(CInt, Bool)] = [
    (SQLITE_DBCONFIG_DEFENSIVE, true),
    (SQLITE_DBCONFIG_DQS_DML, false),
    (SQLITE_DBCONFIG_DQS_DDL, false),
    (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
  ]

  /// What no honest statement of ours comes near.
  static let limits: [(CInt, CInt)] = [
    (SQLITE_LIMIT_LENGTH, 64 << 20),
    (SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (SQLITE_LIMIT_COLUMN, 100),
    (SQLITE_LIMIT_EXPR_DEPTH, 100),
    (SQLITE_LIMIT_COMPOUND_SELECT, 10),
    (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    (SQLITE_LIMIT_VARIABLE_NUMBER, 1_000),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
    (SQLITE_LIMIT_WORKER_THREADS, 0),
  ]
}
