import Glibc
import SQLiteKit

/// What of a centre lies in a folder.
enum CentreTrace: Equatable, Sendable {
  /// Neither a database nor a key.
  case nothing
  /// A centre that ended before its database was whole, so before it had received anything.
  case unfinished
  /// Keys, or the log of a database, and no database that goes with them.
  case remains
  /// A database.
  case database

  /// Looks into a folder, which need not be there.
  init(in folder: String) throws {
    guard access(folder + "/.", F_OK) == 0 || errno == ENOENT else {
      throw DataDirectoryError.cannotOpen(errno)
    }
    func isThere(_ name: String) -> Bool { access("\(folder)/\(name)", F_OK) == 0 }
    if try DatabaseFile.isThere(folder + "/centre.sqlite") {
      self = .database
    } else if isThere("centre.sqlite-wal") {
      // SQLite would play the log of the lost database into a new one.
      self = .remains
    } else if isThere("centre.sqlite.new") {
      self = .unfinished
    } else {
      self = CentreKeys.names.contains(where: isThere) ? .remains : .nothing
    }
  }

  /// Whether a folder holds a centre; throws where one was and its database is gone.
  static func isWhole(in folder: String) throws -> Bool {
    switch try CentreTrace(in: folder) {
    case .database: true
    case .nothing, .unfinished: false
    case .remains: throw DataDirectoryError.databaseMissing
    }
  }
}
