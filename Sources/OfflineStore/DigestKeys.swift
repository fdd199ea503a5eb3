import SQLiteKit
import Sealing
import SyncProtocol

/// The keys by which the records of a laptop know who they are about (docs/decisions/0158).
///
/// Everybody has one, sealed to each co-user of the same village and to nobody else. So the disk
/// alone compares nothing.
enum DigestKeys {
  /// Makes the person's key when there is none, and seals it to co-users who have come since.
  static func prepare(_ keyring: Keyring, _ connection: Connection) throws {
    let key = try own(keyring, connection) ?? make(keyring, connection)
    let neighbours = try neighbours(of: keyring.person, connection)
    let known = try connection.rows(
      "SELECT reader FROM digest_key WHERE owner = \(keyring.person)"
    ) { Int64(try $0.int(0)) }
    for (reader, box) in neighbours where !known.contains(reader) {
      // A row without a key is somebody whose own keys were lost.
      guard let sealed = try unlessDamaged({ try BoxKeys.seal(key.exposed, to: box) }) else {
        continue
      }
      try connection.run(
        """
        INSERT INTO digest_key (owner, reader, sealed_key)
        VALUES (\(keyring.person), \(reader), \(sealed))
        """)
    }
    let readers = [keyring.person] + neighbours.map(\.reader)
    for reader in known where !readers.contains(reader) {
      try connection.run(
        "DELETE FROM digest_key WHERE owner = \(keyring.person) AND reader = \(reader)")
    }
  }

  /// The keys of the co-users with whom somebody may compare, by their numbers.
  static func ofOthers(
    for keyring: Keyring, _ connection: Connection
  ) throws -> [(owner: Int64, key: SecretBytes)] {
    let neighbours = try neighbours(of: keyring.person, connection).map(\.reader)
    let others = try connection.rows(
      """
      SELECT owner, sealed_key FROM digest_key
      WHERE reader = \(keyring.person) AND owner <> \(keyring.person) ORDER BY owner
      """
    ) { (Int64(try $0.int(0)), try $0.blob(1)) }
    return try others.filter { neighbours.contains($0.0) }.compactMap { owner, sealed in
      try unlessDamaged { (owner: owner, key: try opened(sealed, keyring)) }
    }
  }

  static func own(_ keyring: Keyring, _ connection: Connection) throws -> SecretBytes? {
    let sealed = try connection.first(
      """
      SELECT sealed_key FROM digest_key
      WHERE owner = \(keyring.person) AND reader = \(keyring.person)
      """
    ) { try $0.blob(0) }
    guard let sealed else { return nil }
    return try unlessDamaged {
      var bytes = try keyring.open(sealed, as: .digestKey)
      return SecretBytes(wiping: &bytes)
    }
  }

  /// Digests of a key that was lost compare with nothing, so they go with it.
  private static func make(
    _ keyring: Keyring, _ connection: Connection
  ) throws -> SecretBytes {
    let key = SecretBytes(randomCount: SealedValue.keyCount)
    try connection.run("DELETE FROM digest_key WHERE owner = \(keyring.person)")
    try connection.run("DELETE FROM known WHERE person = \(keyring.person)")
    try connection.run(
      """
      INSERT INTO digest_key (owner, reader, sealed_key)
      VALUES (\(keyring.person), \(keyring.person), \(keyring.seal(key.exposed, as: .digestKey)))
      """)
    return key
  }

  private static func opened(_ sealed: [UInt8], _ keyring: Keyring) throws -> SecretBytes {
    var bytes = try keyring.box.open(sealed)
    return SecretBytes(wiping: &bytes)
  }

  /// The others of this laptop who survey the same village; before anybody is enrolled, everybody
  /// who starts offline on it.
  private static func neighbours(
    of person: Int64, _ connection: Connection
  ) throws -> [(reader: Int64, box: [UInt8])] {
    try connection.rows(
      """
      SELECT other.id, other.box_key FROM person own JOIN person other
        ON other.area IS own.area AND other.id <> own.id
      WHERE own.id = \(person) AND coalesce(own.role, 'village') = 'village'
        AND coalesce(other.role, 'village') = 'village'
      ORDER BY other.id
      """
    ) { (Int64(try $0.int(0)), try $0.blob(1)) }
  }
}
