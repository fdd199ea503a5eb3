public import XPath

/// Why an answer was not taken; the session is as it was before.
public enum AnswerProblem: Error, Equatable, Sendable {
  /// No node has this path, or the repeat has no such instance.
  case noSuchQuestion
  /// The text is not a value of the question's type: letters for a number, 2563-02-30 for a date.
  case wrongType(QuestionType)
  /// A choice that is not among those offered now.
  case notOffered
  /// The form locks the question.
  case readonly
  /// The form counts the instances of this repeat itself, or it has none to remove.
  case notOpen
}

/// Why an answer cannot stand in a finished record.
public enum QuestionProblem: Equatable, Sendable {
  /// The question must be answered; with the form's own message, if it has one.
  case required(message: String?)
  /// The answer breaks the question's rule; with the form's own message, if it has one.
  case constraint(message: String?)
}

/// Why saved bytes cannot be opened with this form.
public enum DraftProblem: Error, Equatable, Sendable {
  /// Not XML, or damaged.
  case unreadable
  /// A record of another form.
  case otherForm(id: String, version: String)
}

/// What stands between a record and being finished, and what of its form does not work.
public struct Validation: Sendable {
  /// In the order of the questions.
  public let problems: [(path: String, problem: QuestionProblem)]
  /// In the order of the form.
  public let faults: [FormFault]
}

/// A rule of the form that could not be worked out: nobody's answer is wrong, and none is lost.
public struct FormFault: Equatable, Sendable {
  /// The path, without positions, of what the rule is about.
  public let path: String
  public let cause: EvaluationError

  /// Whether the rule was stopped because it had no end in sight.
  public var wasStopped: Bool { cause == .tooMuchWork || cause == .textTooLong }
}

/// What one change touched, so that a screen knows what to draw again.
public struct Changes: Equatable, Sendable {
  /// Paths with positions whose value, relevance, requiredness, lock or choices may look different.
  public internal(set) var paths: Set<String> = []
  /// The pages to read anew; see ``FormSession/sections(_:after:)``.
  public internal(set) var pages: Set<Int> = []
  /// Answers that were cleared because the new state no longer offers them, in form order.
  public internal(set) var cleared: [String] = []

  /// Nothing touched yet.
  public init() {}

  /// Takes in what a later change touched.
  public mutating func add(_ later: Changes) {
    paths.formUnion(later.paths)
    pages.formUnion(later.pages)
    cleared += later.cleared
  }
}
