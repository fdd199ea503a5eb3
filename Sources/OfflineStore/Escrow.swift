import SQLiteKit
import Sealing
import SyncProtocol

/// A person's data key, dealt among the officers of the district (docs/decisions/0120).
///
/// Each share is sealed to its officer. Nothing in it opens on this laptop.
struct Escrow {
  /// The most officers that a key is dealt among.
  static let mostOfficers = 16

  var shares: [RecoverySlip.Share]

  /// Tells the right key from what wrong answers join to; of a random key it says nothing.
  var keyDigest: [UInt8]

  /// Deals the key anew when the centre names other officers than it was dealt among.
  static func renew(_ keyring: Keyring, _ connection: Connection) throws {
    let certificate = try SurveyStore.certificate(of: keyring.person, connection)
    guard let officers = certificate?.recovery.prefix(mostOfficers), officers.count >= 2 else {
      return
    }
    let mark = Digest.blake2b(WireJSON.encode(Array(officers)), count: 16)
    let known = try connection.first(
      "SELECT officers FROM escrow WHERE person = \(keyring.person)"
    ) { try $0.blob(0) }
    guard known != mark else { return }
    let json = WireJSON.encode(try deal(keyring.dataKey, among: Array(officers)))
    try connection.run(
      """
      INSERT INTO escrow (person, officers, key_digest, sealed_shares)
      VALUES (\(keyring.person), \(mark), \(digest(of: keyring.dataKey)),
        \(String(decoding: json, as: UTF8.self)))
      ON CONFLICT (person) DO UPDATE SET officers = excluded.officers,
        key_digest = excluded.key_digest, sealed_shares = excluded.sealed_shares
      """)
  }

  static func find(of person: Int64, _ connection: Connection) throws -> Escrow? {
    try connection.first(
      "SELECT key_digest, sealed_shares FROM escrow WHERE person = \(person)"
    ) { row in
      let json = Array(try row.text(1).utf8)
      guard let shares = WireJSON.decode([RecoverySlip.Share].self, from: json) else {
        throw StoreError.damaged("the shares of a key cannot be read")
      }
      return Escrow(shares: shares, keyDigest: try row.blob(0))
    }
  }

  static func digest(of key: SecretBytes) -> [UInt8] {
    Digest.blake2b(Array("fieldtui.escrow.1".utf8) + key.exposed, count: 16)
  }

  private static func deal(
    _ key: SecretBytes, among officers: [RecoveryOfficer]
  ) throws -> [RecoverySlip.Share] {
    try zip(officers, SplitSecret.deal(key, among: officers.count)).map { officer, share in
      RecoverySlip.Share(
        officer: officer, number: Int(share.number),
        box: Base64Bytes(try BoxKeys.seal(share.bytes.exposed, to: officer.box.bytes)))
    }
  }
}
