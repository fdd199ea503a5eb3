/// Unpacks deflated bytes (RFC 1951), never more than they were announced to be.
struct Inflate {
  private let input: ArraySlice<UInt8>
  private let limit: Int
  private var place: Int
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// - Parameter size: How many bytes must come out, as the archive says.
  static func unpack(
    _ input: ArraySlice<UInt8>, to size: Int
  ) throws(WorkbookFailure) -> [UInt8] {
    var inflate = Inflate(input: input, limit: size, place: input.startIndex)
    inflate.output.reserveCapacity(min(size, 1 << 20))
    while try inflate.readBlock() {}
    guard inflate.output.count == size else { throw .damagedZIP }
    return inflate.output
  }

  private init(input: ArraySlice<UInt8>, limit: Int, place: Int) {
    self.input = input
    self.limit = limit
    self.place = place
  }

  private mutating func take(_ count: Int) throws(WorkbookFailure) -> Int {
    while bitCount < count {
      guard place < input.endIndex else { throw .damagedZIP }
      bits |= UInt32(input[place]) << UInt32(bitCount)
      place += 1
      bitCount += 8
    }
    let value = bits & (1 << UInt32(count) - 1)
    bits >>= UInt32(count)
    bitCount -= count
    return Int(value)
  }

  private mutating func append(_ byte: UInt8) throws(WorkbookFailure) {
    guard output.count < limit else { throw .tooLarge }
    output.append(byte)
  }

  /// Whether another block follows.
  private mutating func readBlock() throws(WorkbookFailure) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try copyStored()
    case 1: try readCoded(Huffman.fixedLengths, Huffman.fixedDistances)
    case 2:
      let (lengths, distances) = try readTables()
      try readCoded(lengths, distances)
    default: throw .damagedZIP
    }
    return !isLast
  }

  private mutating func copyStored() throws(WorkbookFailure) {
    bits = 0
    bitCount = 0
    guard place + 4 <= input.endIndex else { throw .damagedZIP }
    let count = Int(input[place]) | Int(input[place + 1]) << 8
    let check = Int(input[place + 2]) | Int(input[place + 3]) << 8
    place += 4
    guard count == ~check & 0xFFFF, place + count <= input.endIndex else { throw .damagedZIP }
    for byte in input[place..<place + count] { try append(byte) }
    place += count
  }

  private mutating func readCoded(
    _ lengths: Huffman, _ distances: Huffman
  ) throws(WorkbookFailure) {
    while true {
      let symbol = try read(lengths)
      if symbol < 256 {
        try append(UInt8(symbol))
      } else if symbol == 256 {
        return
      } else {
        try copyMatch(symbol - 257, distances)
      }
    }
  }

  private mutating func copyMatch(
    _ symbol: Int, _ distances: Huffman
  ) throws(WorkbookFailure) {
    guard symbol < Self.lengthBase.count else { throw .damagedZIP }
    let length = Self.lengthBase[symbol] + (try take(Self.lengthBits[symbol]))
    let code = try read(distances)
    guard code < 30 else { throw .damagedZIP }
    let extra = code < 4 ? 0 : code / 2 - 1
    let base = code < 4 ? code + 1 : (2 + code % 2) << extra + 1
    let distance = base + (try take(extra))
    guard distance <= output.count else { throw .damagedZIP }
    for _ in 0..<length { try append(output[output.count - distance]) }
  }

  private mutating func read(_ table: Huffman) throws(WorkbookFailure) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...15 {
      code |= try take(1)
      let count = table.counts[length]
      if code - count < first { return table.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .damagedZIP
  }

  private mutating func readTables() throws(WorkbookFailure) -> (Huffman, Huffman) {
    let lengthCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    var codes = Array(repeating: 0, count: 19)
    for index in 0..<codeCount { codes[Self.codeOrder[index]] = try take(3) }
    let table = Huffman(codes)
    var lengths: [Int] = []
    while lengths.count < lengthCount + distanceCount {
      let symbol = try read(table)
      switch symbol {
      case 0..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw .damagedZIP }
        lengths += Array(repeating: last, count: try take(2) + 3)
      case 17: lengths += Array(repeating: 0, count: try take(3) + 3)
      default: lengths += Array(repeating: 0, count: try take(7) + 11)
      }
    }
    guard lengths.count == lengthCount + distanceCount else { throw .damagedZIP }
    return (Huffman(Array(lengths[..<lengthCount])), Huffman(Array(lengths[lengthCount...])))
  }

  private static let codeOrder = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
  ]
  private static let lengthBase = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
}

/// A canonical Huffman code: how many codes there are of each length, and their symbols in order.
private struct Huffman {
  var counts = Array(repeating: 0, count: 16)
  var symbols: [Int] = []

  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
      (lengths[$0], $0) < (lengths[$1], $1)
    }
    // A code with more words than its lengths allow leads past its symbols: these stand for an end.
    symbols += Array(repeating: 999, count: 1 << 15)
  }

  static let fixedLengths = Huffman(
    Array(repeating: 8, count: 144) + Array(repeating: 9, count: 112)
      + Array(repeating: 7, count: 24) + Array(repeating: 8, count: 8))
  static let fixedDistances = Huffman(Array(repeating: 5, count: 30))
}
