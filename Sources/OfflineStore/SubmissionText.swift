/// Looks one answer up in a submission, as our own writer writes them.
enum SubmissionText {
  /// The text of the first element of this name that has one; nil when there is none.
  static func first(_ name: String, in xml: String) -> String? {
    var rest = xml[...]
    while let opening = rest.firstRange(of: "<\(name)>") {
      rest = rest[opening.upperBound...]
      let text = rest.prefix { $0 != "<" }
      if !text.isEmpty { return unescaped(text) }
    }
    return nil
  }

  private static func unescaped(_ text: Substring) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"), ("&amp;", "&")]
      .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }
}
