/// Words of a form with the styling that XLSForm allows in them: Markdown and a little HTML.
///
/// How bold or a colour looks is for whoever draws it; ``plain`` is what is read aloud or logged.
public struct StyledText: Hashable, Sendable {
  /// Words in one style.
  public struct Run: Hashable, Sendable {
    public var text: String
    public var look: Look
  }

  /// What the form asks for, whatever the words stand in.
  public struct Look: Hashable, Sendable {
    public var isBold = false
    /// Emphasis: `_so_` or `<i>`.
    public var isItalic = false
    public var isUnderlined = false
    public var colour: Colour?

    public init() {}
  }

  /// The families of colours that a reader tells apart.
  public enum Colour: Hashable, Sendable, CaseIterable {
    case red, amber, green, blue, grey
  }

  public let runs: [Run]

  /// Words that are only words.
  public init(plain text: String) {
    runs = text.isEmpty ? [] : [Run(text: text, look: Look())]
  }

  init(runs: [Run]) { self.runs = runs }

  /// Reads what a designer wrote, in time linear in its length.
  ///
  /// What is no styling stays as it is.
  public init(markup: String) {
    guard markup.utf8.contains(where: StylingParser.isSpecial) else {
      self.init(plain: markup)
      return
    }
    var parser = StylingParser(markup)
    self.init(runs: parser.parse())
  }

  /// The same with a sign behind it that is not the form's.
  public func with(_ sign: String) -> StyledText {
    sign.isEmpty ? self : StyledText(runs: runs + StyledText(plain: sign).runs)
  }

  /// The words alone.
  public var plain: String { runs.count == 1 ? runs[0].text : runs.map(\.text).joined() }

  /// The words alone of what a designer wrote.
  static func plain(_ markup: String) -> String {
    markup.utf8.contains(where: StylingParser.isSpecial)
      ? StyledText(markup: markup).plain : markup
  }
}

extension String {
  /// The same with every sign escaped that would be read as styling: what a person answered is shown as
  /// he wrote it.
  var escapedForStyling: String {
    guard utf8.contains(where: StylingParser.isSpecial) else { return self }
    var text = ""
    for scalar in unicodeScalars {
      if StylingParser.escapable.contains(scalar) { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
