/// The key that a one-time code stands for, where laptop and centre meet only by files.
///
/// Both know the code, and nobody who carries the file does: what is sealed with it is from one of the
/// two, and for the other. A code has 35 secret bits; it is the work of each try that protects them.
public enum CodeKey {
  /// Derives a key of ``SealedValue/keyCount`` bytes.
  ///
  /// Throws ``SealingError/outOfMemory``. Both ends must pay the same `cost`.
  public static func derive(
    _ code: String, selector: String, cost: PassphraseCost
  ) throws(SealingError) -> SecretBytes {
    let salt = Digest.blake2b(
      Array("fieldtui.enrolment.1\n\(selector)".utf8), count: PassphraseKey.saltCount)
    return try PassphraseKey.derive(
      SecretBytes(copying: Array(code.utf8)), salt: salt, cost: cost)
  }
}
