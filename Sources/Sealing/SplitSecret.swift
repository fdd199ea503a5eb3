/// One of the pieces that a secret was dealt into.
public struct SecretShare: Equatable, Sendable {
  /// Which piece it is, from 1.
  public let number: UInt8

  /// As many bytes as the secret has.
  public let bytes: SecretBytes

  /// A piece that was kept.
  public init(number: UInt8, bytes: SecretBytes) {
    self.number = number
    self.bytes = bytes
  }
}

/// A secret dealt into pieces, any two of which give it back while one alone says nothing.
///
/// Shamir's scheme ("How to Share a Secret", 1979) with a threshold of two: each byte is where a
/// random straight line over GF(2^8) crosses zero, and a share is one other point of the line.
public enum SplitSecret {
  /// Deals a secret into `count` pieces, 2 to 255.
  public static func deal(_ secret: SecretBytes, among count: Int) -> [SecretShare] {
    precondition((2...255).contains(count), "A secret is dealt among 2 to 255")
    let slopes = SecretBytes(randomCount: secret.count)
    return (1...count).map { number in
      let x = UInt8(number)
      let bytes = combined(secret, slopes) { byte, slope in byte ^ Field.product(slope, x) }
      return SecretShare(number: x, bytes: bytes)
    }
  }

  /// Joins two pieces.
  ///
  /// Pieces of two different secrets join to a third thing: whoever joins must be able to tell.
  /// Throws ``SealingError/unusableKey`` for a piece twice, or for two of different lengths.
  public static func join(
    _ one: SecretShare, _ other: SecretShare
  ) throws(SealingError) -> SecretBytes {
    guard one.number != other.number, one.number > 0, other.number > 0,
      one.bytes.count == other.bytes.count
    else { throw .unusableKey }
    let scale = Field.inverse(one.number ^ other.number)
    return combined(one.bytes, other.bytes) { a, b in
      Field.product(scale, Field.product(a, other.number) ^ Field.product(b, one.number))
    }
  }

  private static func combined(
    _ left: SecretBytes, _ right: SecretBytes, _ combine: (UInt8, UInt8) -> UInt8
  ) -> SecretBytes {
    left.withBytes { left in
      right.withBytes { right in
        SecretBytes(count: left.count) { result in
          for place in 0..<left.count { result[place] = combine(left[place], right[place]) }
        }
      }
    }
  }
}

/// The field of 256 elements with AES's polynomial (FIPS 197, section 4.2).
private enum Field {
  // No table and no branch on a secret: what it computes does not show in the time it takes.
  static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var (sum, power) = (UInt8(0), a)
    for bit in 0..<8 {
      sum ^= power & (0 &- (b >> UInt8(bit) & 1))
      power = (power << 1) ^ (0x1B & (0 &- (power >> 7)))
    }
    return sum
  }

  /// The 254th power: every element but zero to the 255th is one.
  static func inverse(_ a: UInt8) -> UInt8 {
    (0..<7).reduce((power: a, result: UInt8(1))) { state, _ in
      let square = product(state.power, state.power)
      return (square, product(state.result, square))
    }.result
  }
}
