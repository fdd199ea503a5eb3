import CommandLineKit
import Glibc
import SQLiteKit

/// The one folder in which a centre keeps everything: the database, the keys, the lock.
final class DataDirectory: Sendable {
  private let folder: OwnFolder

  /// Opens the folder for this process alone, making it when there is none.
  init(_ path: String) throws(DataDirectoryError) {
    do throws(OwnFolder.Failure) {
      folder = try OwnFolder(path)
    } catch {
      switch error {
      case .inUse: throw .inUse
      case .refused(let number): throw .cannotOpen(number)
      }
    }
  }

  var path: String { folder.path }
  var database: String { path + "/centre.sqlite" }

  /// The content of a small file, or nil when there is none.
  func read(_ name: String) throws(DataDirectoryError) -> [UInt8]? {
    do throws(WholeFile.Failure) {
      return try WholeFile.read(path + "/" + name, limit: 4096)
    } catch {
      switch error {
      case .missing: return nil
      case .tooLong: throw .cannotOpen(EFBIG)
      case .unreadable(let number): throw .cannotOpen(number)
      }
    }
  }

  /// Writes a small file so that, whatever happens, it is there whole or not at all.
  func write(_ bytes: [UInt8], to name: String) throws {
    let file = path + "/" + name
    guard WholeFile.write(bytes, to: file) else { throw DataDirectoryError.cannotOpen(errno) }
    try DatabaseFile.syncFolder(of: file)
  }
}

/// Why a centre's folder cannot be used.
public enum DataDirectoryError: Error, Equatable, Sendable {
  /// Another process has it open.
  case inUse
  /// There is a database and not this key, without which what it holds cannot be opened.
  case keyMissing(String)
  /// This key is not the one that the database was made with.
  case keyIsAnother(String)
  /// There are keys, or the log of a database, and not the database.
  case databaseMissing
  /// The system refused, with this `errno`.
  case cannotOpen(Int32)
}
