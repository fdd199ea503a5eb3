/// The clock and the dice.
///
/// Everything that needs the time or randomness is given one, so that a test can say what they are.
public struct Ambient: Sendable {
  public var now: @Sendable () -> Timestamp
  /// Gives as many random bytes as asked for.
  public var random: @Sendable (Int) -> [UInt8]

  public init(
    now: @escaping @Sendable () -> Timestamp, random: @escaping @Sendable (Int) -> [UInt8]
  ) {
    self.now = now
    self.random = random
  }
}
