/// MD5 (RFC 1321), the digest of that name; it protects nothing here.
enum MD5 {
  static func digest(of message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476]
    // The words are little-endian here, and so is the length, in the last two words.
    var blocks = paddedWords(of: message).map { $0.map(\.byteSwapped) }
    if let last = blocks.indices.last {
      let (high, low) = (blocks[last][14].byteSwapped, blocks[last][15].byteSwapped)
      (blocks[last][14], blocks[last][15]) = (low, high)
    }
    for block in blocks { mix(block, into: &state) }
    return state.flatMap { bigEndianBytes($0.byteSwapped) }
  }

  private static func mix(_ words: [UInt32], into state: inout [UInt32]) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    for index in 0..<64 {
      let (function, place) = round(index, b, c, d)
      let sum = a &+ function &+ constants[index] &+ words[place]
      (a, d, c, b) = (d, c, b, b &+ rotated(sum, turns[index / 16][index % 4]))
    }
    state = [state[0] &+ a, state[1] &+ b, state[2] &+ c, state[3] &+ d]
  }

  private static func round(
    _ index: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32
  ) -> (UInt32, Int) {
    switch index / 16 {
    case 0: ((b & c) | (~b & d), index)
    case 1: ((d & b) | (~d & c), (5 * index + 1) % 16)
    case 2: (b ^ c ^ d, (3 * index + 5) % 16)
    default: (c ^ (b | ~d), 7 * index % 16)
    }
  }

  private static let turns: [[UInt32]] = [
    [7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21],
  ]

  /// 2³² times the sines of 1 to 64, without their signs.
  private static let constants: [UInt32] = (1...64).map { angle in
    UInt32((MathFunctions.sine(Double(angle)).magnitude * 4_294_967_296).rounded(.down))
  }
}
