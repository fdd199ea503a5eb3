/// The words with which a form's designer says how a question should look.
///
/// A client shows what it can: unknown words are kept and mean nothing.
public struct Appearance: Sendable, Equatable {
  public let words: [String]

  init(_ text: String?) {
    words = (text ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Whether the designer used a word, such as `minimal`, `thousands-sep` or `buddhist`.
  public func has(_ word: String) -> Bool { words.contains(word) }
}
