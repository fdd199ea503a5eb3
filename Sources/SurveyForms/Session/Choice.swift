/// One thing that a question offers.
public struct Choice: Equatable, Sendable {
  /// What is stored.
  public let name: String
  /// What is shown, in the session's language, as its designer wrote it: the name where the form has no
  /// words.
  let markup: String
  /// Whether the form has words for it.
  public let hasWords: Bool

  init(name: String, words: String?) {
    self.name = name
    markup = words ?? name
    hasWords = words != nil
  }

  /// What is shown, in words alone.
  public var label: String { StyledText.plain(markup) }

  /// What is shown, with the designer's bold and colours; nil where there are none.
  public var styled: StyledText? {
    guard markup.utf8.contains(where: StylingParser.isSpecial) else { return nil }
    return StyledText(markup: markup)
  }

  /// What is shown, as its designer wrote it, to compare with other programs.
  package var writtenLabel: String { markup }
}
