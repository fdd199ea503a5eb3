/// A form as its designer wrote it: questions, rules, choices and texts, none of which ever changes.
///
/// It holds no answers. Every record that is being filled in is a ``FormSession`` over it.
public struct FormDefinition: Sendable {
  /// The `id` of the primary instance, by which a server knows the form.
  public let id: String
  /// The `version` of the primary instance, or "" if the form has none.
  public let version: String
  /// What the form calls itself, in its default language.
  public let title: String
  /// The names of its translations, in the form's order; empty if it is written in one language.
  public let languages: [String]
  /// The language that a new session speaks.
  public let defaultLanguage: String?
  /// The groups and questions in the order of the paper.
  public let body: [FormElement]

  /// Whether the form says by what name its records are known.
  public var namesRecords: Bool { model.identity.instanceName != nil }

  let model: FormModel
  let layout: FormLayout

  init(
    id: String, version: String, title: String, languages: [String], defaultLanguage: String?,
    body: [FormElement], model: FormModel
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.languages = languages
    self.defaultLanguage = defaultLanguage
    self.body = body
    self.model = model
    layout = FormLayout(body, model)
  }
}
