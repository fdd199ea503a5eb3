import CSodium

/// How much work it takes to try one passphrase.
///
/// Kept beside the salt: a store opens with the cost it was made with.
public struct PassphraseCost: Hashable, Sendable {
  /// Passes over the memory.
  public var operations: UInt64

  /// Memory in bytes.
  public var memory: Int

  /// A cost of your own; what the library refuses is refused when a key is derived.
  public init(operations: UInt64, memory: Int) {
    self.operations = operations
    self.memory = memory
  }

  /// The least that protects a real person: 3 passes over 64 MiB (RFC 9106, section 4, second
  /// choice).
  public static let floor = PassphraseCost(operations: 3, memory: 64 << 20)

  /// The least that the library takes; it protects nobody and belongs in tests.
  public static let test = PassphraseCost(operations: 1, memory: 8192)
}

/// Turns a passphrase into a key, slowly on purpose.
public enum PassphraseKey {
  /// The length of a salt, in bytes.
  public static let saltCount = 16

  /// The length of a derived key, in bytes.
  public static let count = 32

  /// Derives a key of 32 bytes with Argon2id 1.3 (RFC 9106).
  ///
  /// The salt has ``saltCount`` random bytes. Throws ``SealingError/unusableKey`` for another
  /// length, ``SealingError/unusableCost`` and ``SealingError/outOfMemory``. See `crypto_pwhash`.
  public static func derive(
    _ passphrase: SecretBytes, salt: [UInt8], cost: PassphraseCost
  ) throws(SealingError) -> SecretBytes {
    Sodium.prepare()
    guard salt.count == saltCount else { throw .unusableKey }
    guard cost.isWithinLimits else { throw .unusableCost }
    return try SecretBytes(count: count) { (key) throws(SealingError) in
      let result = passphrase.withOctets { text in
        crypto_pwhash(
          key, UInt64(count),
          UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), UInt64(passphrase.count),
          salt, cost.operations, cost.memory, crypto_pwhash_alg_argon2id13())
      }
      // With the lengths and limits checked, memory is all that can be missing.
      guard result == 0 else { throw .outOfMemory }
    }
  }
}

extension PassphraseCost {
  fileprivate var isWithinLimits: Bool {
    memory >= crypto_pwhash_argon2id_memlimit_min()
      && memory <= crypto_pwhash_argon2id_memlimit_max()
      && operations >= crypto_pwhash_argon2id_opslimit_min()
      && operations <= crypto_pwhash_argon2id_opslimit_max()
  }
}
