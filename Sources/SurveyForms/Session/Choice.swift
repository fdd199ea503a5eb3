/// One thing that a question offers.
public struct Choice: Equatable, Sendable {
  /// What is stored.
  public let name: String
  /// What is shown, in the session's language: the name where the form has no words.
  public let label: String
  /// Whether the form has words for it.
  public let hasWords: Bool

  init(name: String, words: String?) {
    self.name = name
    label = words ?? name
    hasWords = words != nil
  }
}
