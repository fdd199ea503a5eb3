/// When keys arrived, as far as a terminal lets one know.
///
/// A key that waits already when the program comes to look was pressed while it worked or drew, so that
/// whoever pressed it has not seen what was drawn: it counts as arrived when the program last looked.
struct KeyArrivals {
  private let clock: () -> Int
  private var looked: Int
  private var begins = 0

  /// - Parameter clock: Milliseconds that only rise.
  init(clock: @escaping () -> Int) {
    self.clock = clock
    looked = clock()
  }

  /// Takes note that the wait for keys begins.
  mutating func wait() { begins = clock() }

  /// When the keys that ended the wait arrived.
  mutating func arrived() -> Int {
    let now = clock()
    defer { looked = now }
    return now - begins > 1 ? now : looked
  }

  private static let start = ContinuousClock.now

  /// Milliseconds since the program began.
  static func monotonic() -> Int { Int((ContinuousClock.now - start) / .milliseconds(1)) }
}
