import CSodium

/// Bytes that must not outlive their use: a passphrase, a key.
///
/// They live outside the heap between guard pages, are locked out of swap where the system allows
/// it, and are wiped when the last reference goes. Copy them into an array and all that is lost.
///
/// See `sodium_malloc`.
public final class SecretBytes: Sendable {
  /// The number of bytes.
  public let count: Int

  // Kept as a number because pointers are not Sendable. The bytes behind it are written once, in
  // the initializer, and read-only from then on, so any thread may read them.
  private let address: UInt

  /// Makes room for `count` bytes and lets `fill` write them.
  init<Failure: Error>(
    count: Int, fill: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    Sodium.prepare()
    guard let start = sodium_malloc(count) else {
      fatalError("There is no memory left to hold a secret")
    }
    self.count = count
    address = UInt(bitPattern: start)
    try fill(start.assumingMemoryBound(to: UInt8.self))
    // Failing to protect leaves the bytes as safe as any others; there is nothing to undo.
    sodium_mprotect_readonly(start)
  }

  deinit {
    // `sodium_free` wipes before it frees.
    sodium_free(UnsafeMutableRawPointer(bitPattern: address))
  }

  /// Copies bytes that are wiped elsewhere, or are no secret yet.
  public convenience init(copying bytes: [UInt8]) {
    self.init(count: bytes.count) { $0.update(from: bytes, count: bytes.count) }
  }

  /// Copies `bytes` and wipes the array they came in.
  public convenience init(wiping bytes: inout [UInt8]) {
    self.init(copying: bytes)
    sodium_memzero(&bytes, bytes.count)
    bytes = []
  }

  /// Makes a new random secret.
  public convenience init(randomCount count: Int) {
    self.init(count: count) { randombytes_buf($0, count) }
  }

  /// Lends the bytes to `body`; the pointer is worth nothing afterwards.
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try withOctets { (start) throws(Failure) in
      try body(UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  /// Lends the bytes as libsodium's functions take them.
  func withOctets<Result, Failure: Error>(
    _ body: (UnsafePointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let start = UnsafePointer<UInt8>(bitPattern: address) else {
      preconditionFailure("A secret lives at an address")
    }
    return try body(start)
  }
}

extension SecretBytes: Equatable {
  /// Compares in a time that depends on the lengths only.
  public static func == (left: SecretBytes, right: SecretBytes) -> Bool {
    guard left.count == right.count else { return false }
    return left.withOctets { a in
      right.withOctets { b in sodium_memcmp(a, b, left.count) == 0 }
    }
  }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
  /// Says how long the secret is, and nothing else.
  public var description: String { "SecretBytes(\(count))" }

  /// Shows nothing to `dump` and to test failures.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
