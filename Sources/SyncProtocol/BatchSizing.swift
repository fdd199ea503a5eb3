/// How many bytes to put into the next batch.
///
/// The first fits the ten segments that TCP sends at once, so a link that breaks costs one flight;
/// each success doubles it, each break halves it (reliability, 1.3).
public struct BatchSizing: Equatable, Sendable {
  /// What the first batch may hold, in bytes.
  public static let first = 14 * 1024
  /// What no batch exceeds, in bytes; a single record larger than that goes alone.
  public static let largest = 256 * 1024

  public private(set) var bytes = BatchSizing.first

  public init() {}

  public mutating func succeeded() {
    bytes = min(bytes * 2, Self.largest)
  }

  /// Halves the size; at its end a batch is one record, for the first record is always taken.
  public mutating func broke() {
    bytes = max(bytes / 2, 1)
  }

  /// How many items from the front fit, at least one when there is one.
  public func count(of sizes: some Sequence<Int>, most: Int = FrameLimits().items) -> Int {
    var total = 0
    var count = 0
    for size in sizes {
      guard count < most, count == 0 || total + size <= bytes else { break }
      total += size
      count += 1
    }
    return count
  }
}
