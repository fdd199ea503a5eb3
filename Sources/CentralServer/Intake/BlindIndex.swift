import Sealing

/// Stands for a national ID where two are compared, and tells nothing to whoever lacks the key.
///
/// Keyed BLAKE2b: the key comes first, and BLAKE2b cannot be lengthened from its result, so this is
/// a message authentication code as good as an HMAC. A plain digest would be a list of all citizens
/// to anybody with a day of computing: there are only 10^12 numbers.
struct BlindIndex: Sendable {
  let key: SecretBytes

  /// Two records of one form about one person have the same index.
  func callAsFunction(_ nationalID: String, form: String) -> [UInt8] {
    let text = "fieldtui.national-id.1\n\(form)\n\(nationalID)"
    return Digest.blake2b(key.withBytes { Array($0) } + Array(text.utf8), count: 16)
  }
}
