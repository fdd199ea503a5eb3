/// SHA-1 (FIPS 180-4), the digest of that name; it protects nothing here.
enum SHA1 {
  static func digest(of message: [UInt8]) -> [UInt8] {
    var state: [UInt32] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    for block in paddedWords(of: message) { mix(block, into: &state) }
    return state.flatMap(bigEndianBytes)
  }

  private static func mix(_ block: [UInt32], into state: inout [UInt32]) {
    var words = block
    for index in 16..<80 {
      words.append(
        rotated(words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16], 1))
    }
    var v = state
    for index in 0..<80 {
      let (function, constant) = round(index, v[1], v[2], v[3])
      let first = rotated(v[0], 5) &+ function &+ v[4] &+ constant &+ words[index]
      v = [first, v[0], rotated(v[1], 30), v[2], v[3]]
    }
    for index in 0..<5 { state[index] &+= v[index] }
  }

  private static func round(
    _ index: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32
  ) -> (UInt32, UInt32) {
    switch index {
    case ..<20: ((b & c) | (~b & d), 0x5a82_7999)
    case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
    case ..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
    default: (b ^ c ^ d, 0xca62_c1d6)
    }
  }
}
