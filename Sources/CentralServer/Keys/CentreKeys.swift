import SQLiteKit
import Sealing

/// The centre's secrets, each in a file of its own that only the centre's user can read.
struct CentreKeys: Sendable {
  /// The number that revisions name; old keys stay when a new one is made.
  static let boxNumber = 1

  /// Opens what laptops sealed.
  var box: BoxKeys
  /// Signs the receipts.
  var sign: SigningKeys
  /// Blinds national IDs; see ``BlindIndex``.
  var blind: SecretBytes

  /// Reads the keys; a new centre makes them.
  init(in directory: DataDirectory) throws {
    box = try BoxKeys(secret: Self.secret("key-box-1", in: directory) { BoxKeys().secret })
    sign = try SigningKeys(secret: Self.secret("key-sign", in: directory) { SigningKeys().secret })
    blind = try Self.secret("key-blind", in: directory) { SecretBytes(randomCount: 32) }
  }

  private static func secret(
    _ name: String, in directory: DataDirectory, orNew make: () -> SecretBytes
  ) throws -> SecretBytes {
    if var known = try directory.read(name) { return SecretBytes(wiping: &known) }
    // The database is the last thing that a new centre makes.
    guard try !DatabaseFile.isThere(directory.database) else {
      throw DataDirectoryError.keyMissing(name)
    }
    let new = make()
    try directory.write(new.withBytes { Array($0) }, to: name)
    return new
  }
}
