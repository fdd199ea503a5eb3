/// What kind of sign each scalar of the Thai block is.
extension Unicode.Scalar {
  /// A consonant, or one of the two independent vowels ฤ ฦ: U+0E01 to U+0E2E.
  public var isThaiConsonant: Bool { (0x0E01...0x0E2E).contains(value) }

  /// A vowel that is written before its consonant: เ แ โ ใ ไ.
  public var isThaiLeadingVowel: Bool { (0x0E40...0x0E44).contains(value) }

  /// A tone mark: ่ ้ ๊ ๋.
  public var isThaiTone: Bool { (0x0E48...0x0E4B).contains(value) }

  /// A sign that takes no cell: vowels above and below, tones, ็ ์ ํ ๎ and ฺ.
  public var isThaiMark: Bool {
    value == 0x0E31 || (0x0E34...0x0E3A).contains(value) || (0x0E47...0x0E4E).contains(value)
  }

  /// A Thai digit: ๐ to ๙.
  public var isThaiDigit: Bool { (0x0E50...0x0E59).contains(value) }

  /// Any assigned sign of the Thai block.
  public var isThai: Bool { (0x0E01...0x0E3A).contains(value) || (0x0E3F...0x0E5B).contains(value) }

  var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
}

/// The Thai signs that rules name one by one.
enum Sign {
  static let saraAa: Unicode.Scalar = "\u{0E32}"
  static let saraAm: Unicode.Scalar = "\u{0E33}"
  static let phinthu: Unicode.Scalar = "\u{0E3A}"
  static let saraE: Unicode.Scalar = "\u{0E40}"
  static let saraAe: Unicode.Scalar = "\u{0E41}"
  static let lakkhangyao: Unicode.Scalar = "\u{0E45}"
  static let maitaikhu: Unicode.Scalar = "\u{0E47}"
  static let thanthakhat: Unicode.Scalar = "\u{0E4C}"
  static let nikhahit: Unicode.Scalar = "\u{0E4D}"
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    // Appending scalars to a string takes five times as long.
    var bytes: [UInt8] = []
    for scalar in scalars { for byte in scalar.utf8 { bytes.append(byte) } }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
