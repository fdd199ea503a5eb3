import SyncProtocol
import Testing

struct FrameTests {
  private let good = Array("{\"k\":\"rev\",\"len\":3}\nกข\n{\"k\":\"x\"}\n".utf8)

  private func frames(_ text: String, _ limits: FrameLimits = FrameLimits()) throws -> [Frame] {
    try FrameReader.frames(in: Array(text.utf8), limits: limits)
  }

  @Test func `a frame is a line and as many bytes as the line says`() throws {
    let frames = try frames("{\"k\":\"rev\",\"len\":3}\nabc\n{\"k\":\"x\"}\n")
    #expect(frames.map(\.kind) == ["rev", "x"])
    #expect(frames.map(\.payload) == [Array("abc".utf8), []])
  }

  @Test func `a payload may hold newlines and braces`() throws {
    let frame = Frame(["k": "x"], payload: Array("\n}{\"len\":9}\n".utf8))
    #expect(try FrameReader.frames(in: frame.bytes + frame.bytes) == [frame, frame])
  }

  @Test func `nothing is no frames`() throws {
    #expect(try frames("") == [])
  }

  @Test(arguments: [
    ("{\"len\":3}\nab", FrameError.truncated), ("{\"len\":3}\nabc", .truncated),
    ("{\"len\":3}", .truncated), ("{\"len\":3}\nabcd\n", .missingNewline),
    ("{\"len\":-1}\n", .malformedLine), ("{\"len\":\"3\"}\nabc\n", .malformedLine),
    ("{\"len\":99999999999999999999}\n", .malformedLine), ("[]\n", .malformedLine),
    ("{\"len\":9223372036854775807}\nabc\n", .truncated), ("\n", .malformedLine),
    ("<html>\n", .malformedLine), ("null\n", .malformedLine),
  ])
  func `a hostile frame is a named error`(text: String, error: FrameError) {
    #expect(throws: error) { try frames(text) }
  }

  @Test func `JSON nested too deep is refused before it is parsed`() throws {
    let deep = { (levels: Int) in
      "{\"a\":" + String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        + "}\n"
    }
    #expect(try frames(deep(31)).count == 1)
    #expect(throws: FrameError.malformedLine) { try frames(deep(32)) }
    #expect(throws: FrameError.malformedLine) { try frames(deep(100_000)) }
  }

  @Test func `each limit has its own error`() throws {
    let limits = FrameLimits(line: 20, items: 2, total: 60)
    #expect(try frames("{}\n{}\n{}\n", limits).count == 3)
    #expect(throws: FrameError.tooManyItems) { try frames("{}\n{}\n{}\n{}\n", limits) }
    #expect(throws: FrameError.lineTooLong) { try frames("{\"a\":\"0123456789ABCDEF\"}\n", limits) }
    #expect(throws: FrameError.tooLong) {
      try frames("{\"len\":50}\n" + String(repeating: "a", count: 50) + "\n", limits)
    }
  }

  @Test func `a stream cut anywhere is an error or fewer whole frames, never a trap`() throws {
    let first = Frame(Sample.hello())
    let second = Frame(["k": "x"], payload: Array("ผู้ใหญ่บ้าน".utf8))
    let stream = first.bytes + second.bytes
    for length in 0...stream.count {
      let part = Array(stream.prefix(length))
      switch length {
      case 0: #expect(try FrameReader.frames(in: part) == [])
      case first.bytes.count: #expect(try FrameReader.frames(in: part) == [first])
      case stream.count: #expect(try FrameReader.frames(in: part) == [first, second])
      default: #expect(throws: FrameError.truncated) { try FrameReader.frames(in: part) }
      }
    }
  }

  @Test func `any byte may be any other without a trap`() {
    let stream = Frame(Sample.hello()).bytes + Frame(["k": "x"], payload: [1, 2, 3]).bytes
    for index in stream.indices {
      for byte: UInt8 in [0, 10, 34, 45, 57, 91, 92, 123, 125, 128, 255] {
        var changed = stream
        changed[index] = byte
        do {
          let frames = try FrameReader.frames(in: changed)
          #expect(frames.flatMap(\.bytes) == changed)
        } catch {
          #expect(error != .tooLong)
        }
      }
    }
  }
}
