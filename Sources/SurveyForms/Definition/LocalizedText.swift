import XPath

/// A label, hint or message: fixed words with values in between, or the id of a translation.
enum LocalizedText: Sendable, Equatable {
  case pieces([TextPiece])
  /// `jr:itext('id')`.
  case translation(String)
  /// Any other `ref`: a path whose value is the text.
  case value(Expression)
}

/// A run of words, or an `output` that is replaced by a value.
enum TextPiece: Sendable, Equatable {
  case words(String)
  case output(Expression)
}
