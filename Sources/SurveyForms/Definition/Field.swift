import XPath

/// The number of a field in its form.
struct FieldID: Hashable, Sendable, Comparable {
  let index: Int

  static func < (a: FieldID, b: FieldID) -> Bool { a.index < b.index }
}

/// A place in the record where answers can be, the same for all instances of a repeat.
struct Field: Sendable {
  /// The name as the form writes it, with its prefix.
  let name: String
  /// `/data/person/age`; attributes are `/data/meta/entity/@id`.
  let path: String
  let parent: FieldID?
  let isAttribute: Bool
  var children: [FieldID] = []
  var childByName: [String: FieldID] = [:]
  var isRepeat = false
  var binding = Binding()
  /// The control that asks for it, if any does.
  var question: Question?
}

/// What a bind says about a field.
struct Binding: Sendable {
  var type = QuestionType.string
  var relevant: Expression?
  var required: Expression?
  var readonly: Expression?
  var calculate: Expression?
  var constraint: Expression?
  var constraintMessage: LocalizedText?
  var requiredMessage: LocalizedText?
  var preload: Preload?
  /// What the form says that the question is about.
  var role: QuestionRole?
  /// What `meta/audit` wants written down.
  var audit: AuditPlan?
}

/// What is filled in by the device when a record begins or ends.
enum Preload: Sendable, Equatable {
  case uid
  case start, end
  case today
  case property(String)
  /// `jr:preload="string"`: the parameter itself.
  case constant(String)
}
