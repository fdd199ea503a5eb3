import CSodium

/// An Ed25519 key pair: the secret half signs, everyone who has the public half can tell.
public struct SigningKeys: Sendable {
  /// 32 bytes that everyone may know.
  public let publicKey: [UInt8]

  /// 64 bytes: the seed and the public half, as libsodium keeps them.
  public let secret: SecretBytes

  /// Makes a new random pair.
  public init() {
    var publicKey = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
    secret = SecretBytes(count: crypto_sign_secretkeybytes()) {
      // Cannot fail: it only ever returns 0.
      _ = crypto_sign_keypair(&publicKey, $0)
    }
    self.publicKey = publicKey
  }

  /// Takes up a pair whose secret half was kept.
  ///
  /// Throws ``SealingError/unusableKey`` unless the secret has 64 bytes.
  public init(secret: SecretBytes) throws(SealingError) {
    Sodium.prepare()
    guard secret.count == crypto_sign_secretkeybytes() else { throw .unusableKey }
    var publicKey = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
    // Cannot fail: it copies the second half.
    _ = secret.withOctets { crypto_sign_ed25519_sk_to_pk(&publicKey, $0) }
    self.secret = secret
    self.publicKey = publicKey
  }

  /// Returns the signature of `bytes`, 64 bytes (RFC 8032, section 5.1.6).
  ///
  /// See `crypto_sign_detached`.
  public func sign(_ bytes: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: crypto_sign_bytes())
    // Cannot fail: it only ever returns 0.
    _ = secret.withOctets {
      crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), $0)
    }
    return signature
  }

  /// Tells whether `signature` was made over exactly `bytes` by the owner of `publicKey`.
  ///
  /// A signature or key of the wrong length is simply not valid. See `crypto_sign_verify_detached`.
  public static func verify(
    _ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]
  ) -> Bool {
    Sodium.prepare()
    guard
      signature.count == crypto_sign_bytes(), publicKey.count == crypto_sign_publickeybytes()
    else { return false }
    return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), publicKey) == 0
  }
}
