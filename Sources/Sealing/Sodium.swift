import CSodium

/// The library behind every seal, made ready on first use.
///
/// libsodium picks its random source and its fastest code paths in `sodium_init`; nothing of it
/// may be called before.
enum Sodium {
  private static let isReady = sodium_init() >= 0

  static func prepare() {
    precondition(isReady, "libsodium could not start: the system gives no random numbers")
  }
}

/// Returns `count` bytes that nobody can guess, from the kernel's generator.
///
/// See `randombytes_buf`.
public func randomBytes(_ count: Int) -> [UInt8] {
  Sodium.prepare()
  var bytes = [UInt8](repeating: 0, count: count)
  randombytes_buf(&bytes, count)
  return bytes
}
