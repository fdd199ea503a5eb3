import SyncProtocol
import Testing

struct BatchSizingTests {
  @Test func `batches grow from one flight of packets to 256 KB, and no further`() {
    var sizing = BatchSizing()
    var sizes = [sizing.bytes]
    for _ in 0..<6 {
      sizing.succeeded()
      sizes.append(sizing.bytes)
    }
    #expect(sizes.map { $0 / 1024 } == [14, 28, 56, 112, 224, 256, 256])
  }

  @Test func `breaks halve them until a batch is one record`() {
    var sizing = BatchSizing()
    sizing.broke()
    #expect(sizing.bytes == 7 * 1024)
    for _ in 0..<30 { sizing.broke() }
    #expect(sizing.count(of: [400, 400, 400]) == 1)
    for _ in 0..<30 { sizing.succeeded() }
    #expect(sizing.bytes == 256 * 1024)
  }

  @Test func `as many records go as fit, a large one alone, never more than a request may hold`() {
    let sizing = BatchSizing()
    #expect(sizing.count(of: []) == 0)
    #expect(sizing.count(of: [14 * 1024, 1]) == 1)
    #expect(sizing.count(of: [7 * 1024, 7 * 1024, 1]) == 2)
    #expect(sizing.count(of: [1_000_000, 1]) == 1)
    #expect(sizing.count(of: Array(repeating: 1, count: 5_000)) == 2_000)
  }
}

struct BackoffTests {
  private func ambient(_ byte: UInt8) -> Ambient {
    Ambient(
      now: { Timestamp(milliseconds: 0) }, random: { Array(repeating: byte, count: $0) })
  }

  @Test func `waits are drawn from a range that doubles up to a quarter of an hour`() {
    for failures in 1...50 {
      for byte: UInt8 in [0, 1, 77, 200, 255] {
        let wait = Backoff.wait(failures: failures, asked: nil, ambient: ambient(byte))
        let ceiling = min(2_000 << Int64(min(failures - 1, 9)), Backoff.longest)
        #expect((1_000...ceiling).contains(wait))
      }
    }
  }

  @Test func `different dice give different waits`() {
    let waits = (0..<100).map {
      Backoff.wait(failures: 5, asked: nil, ambient: ambient($0))
    }
    #expect(Set(waits).count > 50)
  }

  @Test func `what the centre asked for is kept, with up to half as much more`() {
    for byte: UInt8 in [0, 3, 90, 255] {
      let wait = Backoff.wait(failures: 1, asked: 60_000, ambient: ambient(byte))
      #expect((60_000...90_000).contains(wait))
    }
    #expect(
      Backoff.wait(failures: 1, asked: .max, ambient: ambient(255)) == Backoff.longest)
    #expect(Backoff.wait(failures: 1, asked: -5, ambient: ambient(255)) == 0)
  }
}
