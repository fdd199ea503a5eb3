import CSodium

/// Seals a value with a key that only its reader has.
///
/// XChaCha20-Poly1305 with a random nonce in front. The context is authenticated and not stored: a
/// value sealed for `"draft/7"` does not open as `"draft/8"`, so values cannot change places.
public enum SealedValue {
  /// The length of a key, in bytes.
  public static let keyCount = 32

  /// What a seal adds to the length of the value: nonce and tag.
  public static let overhead = nonceCount + tagCount

  /// Seals `bytes` for `context` with a key of 32 bytes.
  ///
  /// See `crypto_aead_xchacha20poly1305_ietf_encrypt`.
  public static func seal(
    _ bytes: [UInt8], with key: SecretBytes, for context: String
  ) -> [UInt8] {
    precondition(key.count == keyCount, "A sealing key has \(keyCount) bytes")
    let context = Array(context.utf8)
    var sealed = randomBytes(nonceCount) + [UInt8](repeating: 0, count: bytes.count + tagCount)
    sealed.withUnsafeMutableBufferPointer { sealed in
      guard let nonce = sealed.baseAddress else { return }
      // Cannot fail: it only ever returns 0.
      _ = key.withOctets {
        crypto_aead_xchacha20poly1305_ietf_encrypt(
          nonce + nonceCount, nil, bytes, UInt64(bytes.count), context, UInt64(context.count), nil,
          nonce, $0)
      }
    }
    return sealed
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
    let context = Array(context.utf8)
    var bytes = [UInt8](repeating: 0, count: sealed.count - overhead)
    // A file may have ten megabytes: it is opened where it lies.
    let result = sealed.withUnsafeBufferPointer { sealed -> CInt in
      guard let nonce = sealed.baseAddress else { return -1 }
      return key.withOctets {
        crypto_aead_xchacha20poly1305_ietf_decrypt(
          &bytes, nil, nil, nonce + nonceCount, UInt64(sealed.count - nonceCount), context,
          UInt64(context.count), nonce, $0)
      }
    }
    guard result == 0 else { throw .cannotOpen }
    return bytes
  }

  private static let nonceCount = crypto_aead_xchacha20poly1305_ietf_npubbytes()
  private static let tagCount = crypto_aead_xchacha20poly1305_ietf_abytes()
}
