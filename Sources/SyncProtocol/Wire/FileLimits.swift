/// How large files may be, how they are cut, and what they may be called: both ends keep to it.
public enum FileLimits {
  /// The most bytes of one file.
  public static let file = 10 << 20
  /// The bytes in a piece; only the last one has fewer.
  ///
  /// With its header, its signature and its seal one fits into the first batch of a sync, which a
  /// bad link carries in a few seconds (``BatchSizing``).
  public static let piece = 12 << 10
  /// The most bytes of a piece's box: what does not compress, its mark and its seal.
  public static let box = piece + 512
  /// The bytes of a file's mark.
  public static let mark = 32
  /// The most bytes of all files beside one record on a laptop.
  public static let record = 128 << 20
  /// The most bytes of all files of one record at a centre, which has those of earlier revisions too.
  public static let allOfRecord = 4 * record

  /// How many pieces a file of so many bytes is cut into: one at least.
  public static func count(of size: Int) -> Int {
    max(1, (size + piece - 1) / piece)
  }

  /// Whether a file can be written under this name in a folder, here and elsewhere.
  ///
  /// It is a name of XML's with an ending, as ``PieceHeader/name`` says: no name leaves its folder,
  /// hides in it or has a sign that a shell or another system takes for something else.
  public static func isName(_ name: String) -> Bool {
    (1...250).contains(name.utf8.count) && !name.hasPrefix(".") && !name.hasPrefix("-")
      && !name.hasSuffix(".") && name.unicodeScalars.allSatisfy(isPlain)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      false
    default: !"/\\:*?\"'<>|&;$`!(){}[]~#%^=+,@".unicodeScalars.contains(scalar)
    }
  }

  /// Whether a submission has an answer that is this name.
  public static func names(_ name: String, in submission: [UInt8]) -> Bool {
    isName(name) && submission.firstRange(of: Array(">\(name)</".utf8)) != nil
  }
}
