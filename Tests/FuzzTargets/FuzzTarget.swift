/// The readers that take bytes from strangers, each as one function from bytes to nothing.
///
/// `Tests/FuzzTests` runs the kept corpora through them, `Scripts/fuzz` whatever libFuzzer thinks of.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// The XForm reader, and the first breath of what it read.
  case form
  /// XPath: parsed, and evaluated over a record.
  case xpath
  /// The reader of saved records and submissions.
  case instance
  /// Sync frames, as the centre and as the laptop reads them.
  case frame
  /// A bundle from a stick, and a recovery file.
  case bundle

  /// Reads the bytes, whatever they are.
  ///
  /// - Throws: What was promised of every input and is not true of this one.
  public func read(_ bytes: [UInt8]) throws(BrokenPromise) {
    switch self {
    case .form: try readForm(bytes)
    case .xpath: try readExpression(bytes)
    case .instance: try readRecord(bytes)
    case .frame: try readFrames(bytes)
    case .bundle: try readBundle(bytes)
    }
  }
}

/// A sentence that was promised of every input, and was not true of one.
public struct BrokenPromise: Error, Equatable {
  public let sentence: String
}

func promise(_ isKept: Bool, _ sentence: String) throws(BrokenPromise) {
  guard isKept else { throw BrokenPromise(sentence: sentence) }
}
