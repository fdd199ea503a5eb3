import Sealing

/// The number by which two records are seen to be about one person.
enum NationalID {
  /// What a record says of it: the same questions that the centre looks at.
  static func first(in instance: [UInt8]) -> String? {
    let xml = String(decoding: instance, as: UTF8.self)
    return ["citizen_id_norm", "citizen_id"].lazy
      .compactMap { SubmissionText.first($0, in: xml).flatMap(digits) }.first
  }

  /// Thirteen ASCII digits, however they were typed; nil when there are not thirteen.
  static func digits(_ text: String) -> String? {
    let digits = text.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.value {
      case 0x30...0x39: scalar
      case 0x0E50...0x0E59: Unicode.Scalar(scalar.value - 0x0E50 + 0x30)
      default: nil
      }
    }
    return digits.count == 13 ? String(String.UnicodeScalarView(digits)) : nil
  }

  /// What one try costs whoever has the key and no number: some milliseconds.
  private static let cost = PassphraseCost(operations: 1, memory: 4 << 20)

  /// What stands for the number beside a record: three bytes, slow to make.
  ///
  /// There are 10^12 numbers, and sixty thousand of them share each digest: even who has the key
  /// reads no number from it. Two of a thousand records agree by chance once in ten thousand.
  static func digest(of digits: String, _ key: SecretBytes) throws(SealingError) -> [UInt8] {
    let text = Array("fieldtui.known.1\n\(digits)\n".utf8)
    let salt = Digest.blake2b(text, count: PassphraseKey.saltCount)
    let digest = try PassphraseKey.derive(
      SecretBytes(copying: text + key.exposed), salt: salt, cost: cost)
    return Array(digest.exposed.prefix(3))
  }
}
