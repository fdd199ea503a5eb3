/// A stack of values of which two copies share nearly everything.
///
/// A widget's model is copied at every key, before it changes. An array in it would then be copied
/// whole each time, and a text that is typed for an hour would grow slower and slower.
struct ChunkedStack<Element: Equatable & Sendable>: Equatable, Sendable {
  private var full: [[Element]] = []
  private var last: [Element] = []

  /// Elements in a full chunk: of this order are the elements copied at a key.
  private static var room: Int { 32 }

  var isEmpty: Bool { last.isEmpty }
  var top: Element? { last.last }

  mutating func push(_ element: Element) {
    if last.count == Self.room {
      full.append(last)
      last = []
    }
    last.append(element)
  }

  mutating func pop() -> Element? {
    let element = last.popLast()
    if last.isEmpty, let chunk = full.popLast() { last = chunk }
    return element
  }
}
