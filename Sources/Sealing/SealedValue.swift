import CSodium

/// Seals a value with a key that only its reader has.
///
/// XChaCha20-Poly1305 with a random nonce in front. The context is authenticated and not stored: a
/// value sealed for `"draft/7"` does not open as `"draft/8"`, so values cannot change places.
public enum SealedValue {
  /// The length of a key, in bytes.
  public static let keyCount = 32

  /// What a seal adds to the length of the value: nonce and tag.
  public static let overhead =
    crypto_aead_xchacha20poly1305_ietf_npubbytes() + crypto_aead_xchacha20poly1305_ietf_abytes()

  /// Seals `bytes` for `context` with a key of 32 bytes.
  ///
  /// See `crypto_aead_xchacha20poly1305_ietf_encrypt`.
  public static func seal(
    _ bytes: [UInt8], with key: SecretBytes, for context: String
  ) -> [UInt8] {
    precondition(key.count == keyCount, "A sealing key has \(keyCount) bytes")
    let nonce = randomBytes(crypto_aead_xchacha20poly1305_ietf_npubbytes())
    let context = Array(context.utf8)
    var box = [UInt8](repeating: 0, count: bytes.count + overhead - nonce.count)
    // Cannot fail: it only ever returns 0.
    _ = key.withOctets {
      crypto_aead_xchacha20poly1305_ietf_encrypt(
        &box, nil, bytes, UInt64(bytes.count), context, UInt64(context.count), nil, nonce, $0
      )
    }
    return nonce + box
  }

  /// Opens what ``seal(_:with:for:)`` made.
  ///
  /// Throws ``SealingError/cannotOpen`` when the key, the context or a single bit is another.
  /// See `crypto_aead_xchacha20poly1305_ietf_decrypt`.
  public static func open(
    _ sealed: [UInt8], with key: SecretBytes, for context: String
  ) throws(SealingError) -> [UInt8] {
    guard key.count == keyCount else { throw .unusableKey }
    guard sealed.count >= overhead else { throw .cannotOpen }
    let nonce = Array(sealed.prefix(crypto_aead_xchacha20poly1305_ietf_npubbytes()))
    let box = Array(sealed.dropFirst(nonce.count))
    let context = Array(context.utf8)
    var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
    let result = key.withOctets {
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        &bytes, nil, nil, box, UInt64(box.count), context, UInt64(context.count), nonce, $0)
    }
    guard result == 0 else { throw .cannotOpen }
    return bytes
  }
}
