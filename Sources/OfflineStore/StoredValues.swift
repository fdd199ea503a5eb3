import SQLiteKit
import SyncProtocol

// Overloads and not conformances: those would be seen by everyone who imports this module.
extension SQL.StringInterpolation {
  mutating func appendInterpolation(_ id: RecordID) {
    appendInterpolation(id.bytes)
  }

  mutating func appendInterpolation(_ id: RecordID?) {
    appendInterpolation(id?.bytes)
  }

  mutating func appendInterpolation(_ hash: some HexIdentity) {
    appendInterpolation(hash.bytes)
  }

  mutating func appendInterpolation(_ hash: (some HexIdentity)?) {
    appendInterpolation(hash?.bytes)
  }

  mutating func appendInterpolation(_ time: Timestamp) {
    appendInterpolation(time.milliseconds)
  }
}

extension Row {
  func record(_ column: Int) throws -> RecordID {
    guard let id = RecordID(bytes: try blob(column)) else {
      throw StoreError.damaged("a record's identity cannot be read")
    }
    return id
  }

  func hash<Identity: HexIdentity>(_ column: Int) throws -> Identity {
    guard let hash = Identity(bytes: try blob(column)) else {
      throw StoreError.damaged("a hash cannot be read")
    }
    return hash
  }

  func optionalHash<Identity: HexIdentity>(_ column: Int) throws -> Identity? {
    isNull(column) ? nil : try hash(column)
  }

  /// Refuses a row whose clear columns were changed on the disk; the column is its `fits`.
  func requireFit(_ column: Int) throws {
    guard try bool(column) else { throw StoreError.damaged("a row's columns were changed") }
  }

  func time(_ column: Int) throws -> Timestamp {
    Timestamp(milliseconds: Int64(try int(column)))
  }

  /// A word of ours, such as a state.
  func word<Word: RawRepresentable<String>>(_ column: Int) throws -> Word {
    guard let word = Word(rawValue: try text(column)) else {
      throw StoreError.damaged("column \(column) holds a word that is not known")
    }
    return word
  }

  func optionalWord<Word: RawRepresentable<String>>(_ column: Int) throws -> Word? {
    isNull(column) ? nil : try word(column)
  }

  func area(_ column: Int) throws -> AreaCode {
    guard let area = AreaCode(try text(column)) else {
      throw StoreError.damaged("an area code cannot be read")
    }
    return area
  }
}
