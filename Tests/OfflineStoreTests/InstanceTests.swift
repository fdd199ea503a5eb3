import Glibc
import TestSupport
import Testing

/// Twenty programs are started at once over one store.
@Suite(.serialized)
struct InstanceTests {
  /// `TORTURE_STARTS` says how often; `make torture` asks for a thousand times.
  private static let count = Torture.count("TORTURE_STARTS", usually: 2)

  @Test func `exactly one writes, and the others name it`() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<Self.count {
      let children = try (0..<20).map { _ in
        try TalkingChild(arguments: [folder.path + "/store", "careful"])
      }
      // A program says `B` and which process has the store, or begins to say what it found.
      let words = children.map { $0.line() ?? "" }
      let writers = zip(children, words).filter { !$0.1.hasPrefix("B") }.map(\.0)
      #expect(writers.count == 1, "\(words)")
      let holder = writers.first?.process ?? 0
      let others = words.filter { $0.hasPrefix("B") }
      #expect(others.allSatisfy { $0 == "B \(holder)" }, "\(holder): \(others)")
      for child in children where child.process != holder { _ = child.drain() }
      _ = try writers.first?.killAndDrain()
    }
  }
}
