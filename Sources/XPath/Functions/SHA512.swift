/// SHA-512 and SHA-384 (FIPS 180-4), for `digest`.
enum SHA512 {
  static func digest(of message: [UInt8]) -> [UInt8] {
    digest(
      of: message,
      from: [
        0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
      ])
  }

  static func digest384(of message: [UInt8]) -> [UInt8] {
    let whole = digest(
      of: message,
      from: [
        0xcbbb_9d5d_c105_9ed8, 0x629a_292a_367c_d507, 0x9159_015a_3070_dd17, 0x152f_ecd8_f70e_5939,
        0x6733_2667_ffc0_0b31, 0x8eb4_4a87_6858_1511, 0xdb0c_2e0d_64f9_8fa7, 0x47b5_481d_befa_4fa4,
      ])
    return Array(whole.prefix(48))
  }

  private static func digest(of message: [UInt8], from start: [UInt64]) -> [UInt8] {
    var state = start
    for block in blocks(of: message) { mix(block, into: &state) }
    return state.flatMap { word in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
    }
  }

  private static func blocks(of message: [UInt8]) -> [[UInt64]] {
    var bytes = message + [0x80]
    while bytes.count % 128 != 120 { bytes.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: (message.count * 8) >> shift))
    }
    return stride(from: 0, to: bytes.count, by: 128).map { block in
      stride(from: block, to: block + 128, by: 8).map { place in
        (0..<8).reduce(UInt64(0)) { $0 << 8 | UInt64(bytes[place + $1]) }
      }
    }
  }

  private static func turned(_ word: UInt64, _ count: UInt64) -> UInt64 {
    (word >> count) | (word << (64 - count))
  }

  private static func mix(_ block: [UInt64], into state: inout [UInt64]) {
    var words = block
    for index in 16..<80 {
      let (a, b) = (words[index - 15], words[index - 2])
      let small = turned(a, 1) ^ turned(a, 8) ^ (a >> 7)
      let large = turned(b, 19) ^ turned(b, 61) ^ (b >> 6)
      words.append(words[index - 16] &+ small &+ words[index - 7] &+ large)
    }
    var v = state
    for index in 0..<80 {
      let sum1 = turned(v[4], 14) ^ turned(v[4], 18) ^ turned(v[4], 41)
      let choice = (v[4] & v[5]) ^ (~v[4] & v[6])
      let first = v[7] &+ sum1 &+ choice &+ constants[index] &+ words[index]
      let sum0 = turned(v[0], 28) ^ turned(v[0], 34) ^ turned(v[0], 39)
      let majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2])
      v = [first &+ sum0 &+ majority, v[0], v[1], v[2], v[3] &+ first, v[4], v[5], v[6]]
    }
    for index in 0..<8 { state[index] &+= v[index] }
  }

  /// The first 64 bits of the fractions of the cube roots of the first eighty primes.
  private static let constants: [UInt64] = (2...409).lazy.filter(isPrime).map(cubeRootFraction)

  private static func isPrime(_ number: UInt64) -> Bool {
    (2..<number).allSatisfy { !number.isMultiple(of: $0) }
  }

  /// Finds the largest x with x³ <= prime · 2¹⁹², bit by bit; its low 64 bits are the fraction.
  private static func cubeRootFraction(_ prime: UInt64) -> UInt64 {
    let target = [0, 0, 0, prime]
    var whole: UInt64 = 1
    while (whole + 1) * (whole + 1) * (whole + 1) <= prime { whole += 1 }
    var fraction: UInt64 = 0
    for bit in stride(from: 63, through: 0, by: -1) {
      let candidate = fraction | 1 << UInt64(bit)
      let root = [candidate, whole]
      if !isGreater(product(product(root, root), root), target) { fraction = candidate }
    }
    return fraction
  }

  /// The product of two numbers in words of 64 bits, the lowest first.
  private static func product(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: a.count + b.count)
    for (i, x) in a.enumerated() {
      var carry: UInt64 = 0
      for (j, y) in b.enumerated() {
        let (high, low) = x.multipliedFullWidth(by: y)
        let (sum1, over1) = result[i + j].addingReportingOverflow(low)
        let (sum2, over2) = sum1.addingReportingOverflow(carry)
        result[i + j] = sum2
        carry = high &+ (over1 ? 1 : 0) &+ (over2 ? 1 : 0)
      }
      result[i + b.count] &+= carry
    }
    return result
  }

  private static func isGreater(_ a: [UInt64], _ b: [UInt64]) -> Bool {
    for place in stride(from: max(a.count, b.count) - 1, through: 0, by: -1) {
      let x = place < a.count ? a[place] : 0
      let y = place < b.count ? b[place] : 0
      if x != y { return x > y }
    }
    return false
  }
}
