/// How an answer is said within the words of a form: a date as people say it, not as records have it.
public struct ValueWording: Sendable {
  /// The words for an answer of a type, in a language; nil to say it as it is.
  ///
  /// The question is the one that asks for it, if any does.
  let words: @Sendable (_ value: String, _ type: QuestionType, _ question: Question?) -> String?

  public init(
    words:
      @escaping @Sendable (_ value: String, _ type: QuestionType, _ question: Question?) ->
      String?
  ) {
    self.words = words
  }
}
