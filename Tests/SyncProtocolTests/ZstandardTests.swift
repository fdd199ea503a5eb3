import Compression
import Testing

struct ZstandardTests {
  private let answers = Array(
    String(repeating: "<q1>นางสมศรี ใจดี บ้านพังโคน หมู่ที่ 4</q1>\n", count: 200).utf8)

  @Test func `what was compressed comes out again, smaller on the way`() throws {
    let compressed = try Zstandard.compress(answers)
    #expect(compressed.count < answers.count / 20)
    #expect(try Zstandard.decompress(compressed, limit: answers.count) == answers)
  }

  @Test func `nothing at all can be compressed too`() throws {
    #expect(try Zstandard.decompress(Zstandard.compress([]), limit: 0) == [])
  }

  @Test func `content longer than the limit is refused`() throws {
    let bomb = try Zstandard.compress([UInt8](repeating: 0, count: 4_000_000), level: 19)
    #expect(bomb.count < 1_000)
    #expect(throws: ZstandardError.tooLarge) {
      try Zstandard.decompress(bomb, limit: 1_000_000)
    }
  }

  @Test func `megabytes come back whole under our window`() throws {
    var state: UInt32 = 1
    let noise = (0..<3_000_000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 28)
    }
    for level in [1, 19] {
      let compressed = try Zstandard.compress(noise, level: level)
      #expect(try Zstandard.decompress(compressed, limit: noise.count) == noise)
    }
  }

  @Test func `a frame cut anywhere is truncated, never content`() throws {
    let compressed = try Zstandard.compress(answers)
    for length in 0..<compressed.count {
      #expect(throws: ZstandardError.truncated) {
        try Zstandard.decompress(Array(compressed.prefix(length)), limit: 1_000_000)
      }
    }
  }

  @Test func `a frame with any one byte changed is not taken for another content`() throws {
    let compressed = try Zstandard.compress(answers)
    for index in compressed.indices {
      var changed = compressed
      changed[index] ^= 0x40
      do {
        let content = try Zstandard.decompress(changed, limit: 1_000_000)
        #expect(content == answers, "byte \(index)")
      } catch ZstandardError.damaged, ZstandardError.truncated {
        continue
      }
    }
  }

  @Test func `bytes after the frame are refused`() throws {
    let compressed = try Zstandard.compress(answers)
    #expect(throws: ZstandardError.damaged) {
      try Zstandard.decompress(compressed + [0], limit: 1_000_000)
    }
  }

  @Test func `a frame that asks for a window of 128 MiB is refused`() {
    // Magic number, a descriptor without content size, and window log 27.
    let greedy: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x88, 0x01, 0x00, 0x00]
    #expect(throws: ZstandardError.damaged) {
      try Zstandard.decompress(greedy, limit: 1_000_000)
    }
  }
}
