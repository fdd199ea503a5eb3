/// How long to wait before trying again.
public enum Backoff {
  /// The longest wait, in milliseconds: a quarter of an hour.
  public static let longest: Int64 = 15 * 60 * 1000
  private static let shortest: Int64 = 2_000

  /// The wait after so many failures in a row, in milliseconds.
  ///
  /// Without a word from the centre it is anything up to twice as long each time ("full jitter"):
  /// laptops that failed together must not come back together. What the centre asked for is kept,
  /// with up to half as much added.
  ///
  /// - Parameters:
  ///   - failures: Failures in a row, from 1.
  ///   - asked: What `Retry-After` said, in milliseconds.
  public static func wait(failures: Int, asked: Int64?, ambient: Ambient) -> Int64 {
    if let asked {
      let kept = min(max(asked, 0), longest)
      return min(kept + draw(upTo: kept / 2, ambient), longest)
    }
    let doublings = Int64(min(max(failures, 1), 10) - 1)
    let ceiling = min(shortest << doublings, longest)
    return max(draw(upTo: ceiling, ambient), shortest / 2)
  }

  private static func draw(upTo limit: Int64, _ ambient: Ambient) -> Int64 {
    let number = ambient.random(4).reduce(0) { $0 << 8 | Int64($1) }
    return number % (limit + 1)
  }
}
