import CSodium

/// An X25519 key pair: anyone seals to the public half, only the secret half opens.
public struct BoxKeys: Sendable {
  /// 32 bytes that everyone may know.
  public let publicKey: [UInt8]

  /// 32 bytes that never leave this person, this device or the centre.
  public let secret: SecretBytes

  /// Makes a new random pair.
  public init() {
    secret = SecretBytes(randomCount: crypto_box_secretkeybytes())
    publicKey = Self.publicKey(of: secret)
  }

  /// Takes up a pair whose secret half was kept.
  ///
  /// Throws ``SealingError/unusableKey`` unless the secret has 32 bytes.
  public init(secret: SecretBytes) throws(SealingError) {
    guard secret.count == crypto_box_secretkeybytes() else { throw .unusableKey }
    self.secret = secret
    publicKey = Self.publicKey(of: secret)
  }

  /// Seals `bytes` so that only the owner of `publicKey` opens them; the sender stays unnamed.
  ///
  /// Throws ``SealingError/unusableKey`` for a key that no honest pair has. See `crypto_box_seal`.
  public static func seal(
    _ bytes: [UInt8], to publicKey: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    Sodium.prepare()
    guard publicKey.count == crypto_box_publickeybytes() else { throw .unusableKey }
    var box = [UInt8](repeating: 0, count: bytes.count + crypto_box_sealbytes())
    guard crypto_box_seal(&box, bytes, UInt64(bytes.count), publicKey) == 0 else {
      throw .unusableKey
    }
    return box
  }

  /// Opens what was sealed to this pair's public half.
  ///
  /// Throws ``SealingError/cannotOpen`` when it was not, or was changed. See `crypto_box_seal_open`.
  public func open(_ box: [UInt8]) throws(SealingError) -> [UInt8] {
    guard box.count >= crypto_box_sealbytes() else { throw .cannotOpen }
    var bytes = [UInt8](repeating: 0, count: box.count - crypto_box_sealbytes())
    let result = secret.withOctets {
      crypto_box_seal_open(&bytes, box, UInt64(box.count), publicKey, $0)
    }
    guard result == 0 else { throw .cannotOpen }
    return bytes
  }

  private static func publicKey(of secret: SecretBytes) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    // Cannot fail: multiplying the base point never gives the point at infinity.
    _ = secret.withOctets { crypto_scalarmult_base(&key, $0) }
    return key
  }
}
