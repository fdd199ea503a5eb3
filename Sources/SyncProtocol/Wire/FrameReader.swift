/// How much of a stream of frames is taken, whoever sends it (reliability, 1.8).
public struct FrameLimits: Equatable, Sendable {
  /// The longest line, in bytes.
  public var line = 256 * 1024
  /// The most frames after the first.
  public var items = 2_000
  /// The most bytes in all.
  public var total = 8 * 1024 * 1024

  public init() {}

  public init(line: Int, items: Int, total: Int) {
    self.line = line
    self.items = items
    self.total = total
  }
}

/// What is wrong with a stream of frames.
public enum FrameError: Error, Equatable, Sendable {
  /// The stream is longer than the limit in all.
  case tooLong
  /// A line is longer than its limit.
  case lineTooLong
  case tooManyItems
  /// The stream ends inside a frame.
  case truncated
  /// A line is not a JSON object, or its `len` is no length.
  case malformedLine
  /// No newline stands after a payload.
  case missingNewline
  /// There is no first frame, or it is not the one that opens such a stream.
  case missingOpening
}

/// Cuts a stream of bytes into frames.
public enum FrameReader {
  public static func frames(
    in bytes: [UInt8], limits: FrameLimits = FrameLimits()
  ) throws(FrameError) -> [Frame] {
    guard bytes.count <= limits.total else { throw .tooLong }
    var rest = bytes[...]
    var frames: [Frame] = []
    while !rest.isEmpty {
      guard frames.count <= limits.items else { throw .tooManyItems }
      frames.append(try nextFrame(from: &rest, limits))
    }
    return frames
  }

  private static func nextFrame(
    from rest: inout ArraySlice<UInt8>, _ limits: FrameLimits
  ) throws(FrameError) -> Frame {
    let newline = UInt8(ascii: "\n")
    guard let end = rest.prefix(limits.line + 1).firstIndex(of: newline) else {
      throw rest.count > limits.line ? .lineTooLong : .truncated
    }
    let line = Array(rest[..<end])
    rest = rest[(end + 1)...]
    guard let length = payloadLength(line), length >= 0 else { throw .malformedLine }
    guard length > 0 else { return Frame(line: line, payload: []) }
    // The comparison comes before any sum, which a hostile length could overflow.
    guard length < rest.count else { throw .truncated }
    let payload = Array(rest.prefix(length))
    rest = rest.dropFirst(length)
    guard rest.popFirst() == newline else { throw .missingNewline }
    return Frame(line: line, payload: payload)
  }

  private static func payloadLength(_ line: [UInt8]) -> Int? {
    guard let header = WireJSON.decode(Length.self, from: line) else { return nil }
    return header.len ?? 0
  }

  private struct Length: Decodable { var len: Int? }
}
