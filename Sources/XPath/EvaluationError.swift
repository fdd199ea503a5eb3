/// What XPath has no value for, so that JavaRosa stops a fill.
///
/// A session shows it as a fault of the form, beside the question whose expression it was.
public enum EvaluationError: Error, Hashable, Sendable {
  /// One value was wanted of a path that has several nodes.
  case manyNodes(path: String)
  /// The text is not a date, and a date was wanted.
  case notADate(function: String)
  /// A value of another type was wanted, by the function or operator of this name.
  case wrongType(function: String)
  /// The form has no secondary instance of this name.
  case unknownInstance(String)
  /// The pattern of `regex` is not one.
  case badPattern
  /// There is no translation of this id.
  case unknownTranslation(String)
  /// The argument of a function lies outside what it can take.
  case outOfRange(function: String)
  /// The context had no patience left: see ``EvaluationContext/spend(_:)``.
  case tooMuchWork
  /// A text grew beyond what an answer can be.
  case textTooLong
}
