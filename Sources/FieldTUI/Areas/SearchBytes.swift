import ThaiText

/// Text folded for searching, one byte a letter: Thai letters above 0x80, the rest in ASCII.
///
/// The 8,441 names of the country take 60 KB this way, and finding one is a scan of bytes.
enum SearchBytes {
  /// Folds a typed text.
  static func folded(_ typed: String) -> [UInt8] {
    var bytes: [UInt8] = []
    Array(ThaiFolding.fold(typed).utf8).withUnsafeBufferPointer { append($0, to: &bytes) }
    return bytes
  }

  /// Appends a name in its stored spelling, without tones, spaces and punctuation.
  static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var index = utf8.startIndex
    while index < utf8.endIndex {
      let byte = utf8[index]
      if byte == 0xE0, index + 2 < utf8.endIndex {
        let letter = (utf8[index + 1] & 1) << 6 | utf8[index + 2] & 0x3F
        index += 3
        appendThai(letter, to: &bytes)
      } else {
        index += 1
        if let plain = latin(byte) { bytes.append(plain) }
      }
    }
  }

  /// Adds the letter U+0E00 + `letter`, unless it is a sign that a search ignores.
  private static func appendThai(_ letter: UInt8, to bytes: inout [UInt8]) {
    if letter == 0x2F || (0x47...0x4C).contains(letter) { return }
    if letter == 0x32, bytes.last == 0x80 | 0x24 {
      bytes.append(0x80 | 0x45)
    } else {
      bytes.append(0x80 | letter)
    }
  }

  private static func latin(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte + 32
    default: nil
    }
  }

  /// A Latin name without what people write in different ways: the h of ph, th and kh, doubled
  /// letters, v for w, y for i.
  static func loosened(_ name: some Collection<UInt8>) -> [UInt8] {
    var loose: [UInt8] = []
    for byte in name {
      let letter = latinAlike[byte] ?? byte
      if letter == 0x68, !loose.isEmpty { continue }
      if loose.last != letter { loose.append(letter) }
    }
    return loose
  }

  private static let latinAlike: [UInt8: UInt8] = [0x76: 0x77, 0x79: 0x69, 0x7A: 0x73]

  /// For each letter the one that stands for all that sound like it.
  static let alike: [UInt8] = {
    var table = (0...255).map { UInt8($0) }
    let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
      ("ใ", "ไ"), ("ศ", "ส"), ("ษ", "ส"), ("ณ", "น"), ("ญ", "ย"), ("ฎ", "ด"), ("ฏ", "ต"),
      ("ฐ", "ถ"), ("ฑ", "ท"), ("ฒ", "ท"), ("ฆ", "ค"), ("ฬ", "ล"),
    ]
    for (from, to) in pairs { table[byte(from)] = UInt8(byte(to)) }
    return table
  }()

  private static func byte(_ scalar: Unicode.Scalar) -> Int {
    Int(scalar.value - 0x0E00) | 0x80
  }
}
