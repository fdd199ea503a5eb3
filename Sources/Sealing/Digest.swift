import CSodium

/// Short names for long bytes.
public enum Digest {
  /// Returns the unkeyed BLAKE2b digest of `bytes` (RFC 7693), `count` bytes long, 16 to 64.
  ///
  /// The length is part of the digest: a shorter one is not the start of a longer one.
  /// See `crypto_generichash`.
  public static func blake2b(_ bytes: [UInt8], count: Int) -> [UInt8] {
    precondition((16...64).contains(count), "A BLAKE2b digest here has 16 to 64 bytes")
    Sodium.prepare()
    var digest = [UInt8](repeating: 0, count: count)
    // Cannot fail: the lengths were checked.
    _ = crypto_generichash(&digest, count, bytes, UInt64(bytes.count), nil, 0)
    return digest
  }
}
