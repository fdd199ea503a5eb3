import SQLiteKit
import Sealing
import SyncProtocol

/// What a laptop does when its centre says that the district has revoked it (docs/decisions/0121).
extension SurveyStore {
  /// Forgets every key that opens something, and the laptop's own once nothing waits for it.
  ///
  /// Finished records that wait are sealed to the centre: no key of this laptop opens them, and they
  /// are handed in until none is left. Drafts stay as they are, and open only with two officers.
  ///
  /// - Returns: Whether the order was this laptop's centre's; any other changes nothing.
  static func obey(
    _ order: RevocationOrder, _ connection: Connection
  ) throws -> Bool {
    guard let centre = try centre(connection),
      try device(connection).number == order.device,
      SigningKeys.verify(order.signature?.bytes ?? [], of: order.signedBytes, by: centre.sign)
    else { return false }
    try connection.run(
      """
      UPDATE person SET salt = zeroblob(0), sealed_key = zeroblob(0),
        sealed_key_digest = zeroblob(0)
      """)
    try connection.run("DELETE FROM recovery")
    let waiting = try connection.number("SELECT count(*) FROM outbox WHERE state = 'queued'")
    guard waiting == 0 else { return true }
    try connection.run("UPDATE person SET number = NULL, role = NULL, area = NULL")
    try connection.run("DELETE FROM certificate")
    try connection.run("DELETE FROM device")
    try makeDevice(connection)
    return true
  }
}
