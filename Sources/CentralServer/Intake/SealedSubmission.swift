import Compression
import Sealing

/// A submission that a laptop compressed and sealed to the centre.
enum SealedSubmission {
  /// A sealed submission never unfolds to more, in bytes.
  static let limit = 1 << 20

  /// Nil when it is sealed to another key, or is garbage.
  static func open(_ box: [UInt8], with keys: BoxKeys) -> [UInt8]? {
    // Why a stranger's box does not open is of no use to anybody: that it does not is the answer.
    guard let bytes = try? keys.open(box) else { return nil }
    return unfolded(bytes)
  }

  /// Nil when it is garbage.
  static func unfolded(_ content: [UInt8]) -> [UInt8]? {
    try? Zstandard.decompress(content, limit: limit)  // What is wrong with it is nobody's concern.
  }
}
