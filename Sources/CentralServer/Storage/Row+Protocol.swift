import SQLiteKit
import SyncProtocol

/// Reads the types of the protocol; what does not read was not written by us.
extension Row {
  func area(_ column: Int) throws(SQLiteError) -> AreaCode {
    try known(AreaCode(try text(column)), column)
  }

  func state(_ column: Int) throws(SQLiteError) -> ReviewState {
    try known(ReviewState(rawValue: try text(column)), column)
  }

  func standing(_ column: Int) throws(SQLiteError) -> Standing {
    try known(Standing(rawValue: try text(column)), column)
  }

  func role(_ column: Int) throws(SQLiteError) -> Role {
    try known(Role(rawValue: try text(column)), column)
  }

  func record(_ column: Int) throws(SQLiteError) -> RecordID {
    try known(RecordID(bytes: try blob(column)), column)
  }

  func revision(_ column: Int) throws(SQLiteError) -> RevisionHash {
    try known(RevisionHash(bytes: try blob(column)), column)
  }

  func file(_ column: Int) throws(SQLiteError) -> FileID {
    try known(FileID(bytes: try blob(column)), column)
  }

  func person(_ column: Int) throws(SQLiteError) -> PersonNumber {
    PersonNumber(try known(Int32(exactly: try int(column)), column))
  }

  func device(_ column: Int) throws(SQLiteError) -> DeviceNumber {
    DeviceNumber(try known(Int32(exactly: try int(column)), column))
  }

  func header(_ column: Int) throws(SQLiteError) -> RevisionHeader {
    try known(WireJSON.decode(RevisionHeader.self, from: try blob(column)), column)
  }

  func time(_ column: Int) throws(SQLiteError) -> Timestamp {
    Timestamp(milliseconds: Int64(try int(column)))
  }

  private func known<Value>(_ value: Value?, _ column: Int) throws(SQLiteError) -> Value {
    guard let value else {
      throw SQLiteError(code: .mismatch, message: "column \(column) holds no such value")
    }
    return value
  }
}
