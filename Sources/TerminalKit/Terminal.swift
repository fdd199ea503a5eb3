/// Where grids are shown and keys come from: a real terminal, or a script in a test.
public protocol Terminal: AnyObject {
  var size: Size { get }

  /// Ends the wait for keys from any thread; safe after the terminal was closed.
  var waker: @Sendable () -> Void { get }

  /// Makes the screen look like the grid, and puts the cursor there or hides it.
  func show(_ grid: Grid, cursor: Point?)

  /// Waits for keys, for a wake-up, or for the time to pass.
  ///
  /// - Parameter timeout: Milliseconds; nil waits without an end.
  func nextKeys(timeout: Int?) -> Awaited

  /// Waits for a wake-up alone, at most so many milliseconds; keys stay where they are.
  func waitForWork(timeout: Int)
}

/// What ended a wait for keys.
public enum Awaited: Equatable, Sendable {
  /// All keys there are; none after a wake-up, or while a paste is coming in.
  case keys([Key])
  /// Nothing happened for as long as was to be waited.
  case timeout
  /// The terminal was closed, or the program is to end.
  case gone
}
