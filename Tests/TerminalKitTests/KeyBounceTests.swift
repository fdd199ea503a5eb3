import Testing

@testable import TerminalKit

@Suite struct KeyBounceTests {
  private func dropped(_ presses: [(Key, Int?)], after turn: Int? = 1_000) -> [Bool] {
    var bounce = KeyBounce()
    bounce.turn(by: .character("2"), at: turn)
    return presses.map { bounce.drops($0.0, at: $0.1) }
  }

  @Test(arguments: [(0, true), (40, true), (249, true), (250, false), (900, false)])
  func `the same key is dropped for a quarter of a second after it turned`(
    delay: Int, isDropped: Bool
  ) {
    #expect(dropped([(.character("2"), 1_000 + delay)]) == [isDropped])
  }

  @Test func `another key is taken at once, and ends it`() {
    #expect(dropped([(.character("3"), 1_010), (.character("2"), 1_020)]) == [false, false])
  }

  @Test func `a key that was dropped once does not put off the one that is meant`() {
    #expect(dropped([(.character("2"), 1_200), (.character("2"), 1_320)]) == [true, false])
  }

  @Test func `a key held down is dropped until it is let go`() {
    let held = (1...50).map { (Key.character("2") as Key, Optional(1_000 + $0 * 33)) }
    #expect(dropped(held).allSatisfy { $0 })
    #expect(dropped(held + [(.character("2"), 1_000 + 51 * 33 + 150)]).last == false)
  }

  @Test func `what no finger pressed does not bounce`() {
    #expect(dropped([(.character("2"), nil)]) == [false])
    #expect(dropped([(.character("2"), 1_000)], after: nil) == [false])
  }
}
