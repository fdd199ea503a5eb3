/// Drops the key that is pressed twice where the first press already turned the page.
///
/// A worn switch or a trembling hand gives a key twice within a quarter of a second, and the second one
/// would answer a question that nobody has seen. A key that is held down goes on being dropped: its
/// repeats come closer together than a finger can press.
public struct KeyBounce: Equatable, Sendable {
  /// How long after a turn the same key is no new press.
  public static let milliseconds = 250
  private static let heldMilliseconds = 100

  private var key: Key?
  private var turned = 0
  private var last = 0

  public init() {}

  /// Takes note that a key turned the page by itself.
  ///
  /// - Parameter time: When it arrived, in milliseconds; nil for a key that no finger pressed.
  public mutating func turn(by key: Key, at time: Int?) {
    guard let time else { return }
    (self.key, turned, last) = (key, time, time)
  }

  /// Whether a key is to be dropped; any other key, or a later one, ends the wait.
  public mutating func drops(_ key: Key, at time: Int?) -> Bool {
    guard let time, key == self.key,
      time - turned < Self.milliseconds || last > turned && time - last < Self.heldMilliseconds
    else {
      self.key = nil
      return false
    }
    last = max(last, time)
    return true
  }
}
