import XPath

/// The rules and data of a form, as a session needs them.
///
/// A class only so that copying a session copies one reference; nothing in it changes.
final class FormModel: Sendable {
  let fields: [Field]
  let fieldByPath: [String: FieldID]
  /// The record as the form begins it.
  let template: Template
  /// What a new instance of a repeat looks like.
  let repeatTemplates: [FieldID: Template]
  /// The attributes of the root element that are not fields: its namespaces.
  let namespaces: [XMLNamespace]
  let order: RecalculationOrder
  let translations: Translations
  let tables: SecondaryInstances
  let actions: [FormAction]
  /// The labels of groups and repeats, which questions stand under.
  let groupLabels: [FieldID: LocalizedText]
  /// The repeats whose instances the form counts itself, so that people cannot add or remove any.
  let countedRepeats: Set<FieldID>
  /// The questions whose choices are taken from a list, in form order.
  let filteredQuestions: [FieldID]
  /// For every field the questions whose choices it decides, or that have such choices themselves.
  let choiceReaders: [FieldID: [FieldID]]
  /// The questions by what they are about, in the order of the record.
  let questionsByRole: [QuestionRole: [FieldID]]
  /// `meta/instanceID`, and what else the record is known by.
  let identity: Identity

  /// The places of a record's metadata, where the form has them.
  struct Identity: Sendable {
    var instanceID: FieldID?
    var deprecatedID: FieldID?
    var instanceName: FieldID?
    var audit: FieldID?
  }

  init(
    fields: [Field], fieldByPath: [String: FieldID], template: Template,
    repeatTemplates: [FieldID: Template],
    namespaces: [XMLNamespace], order: RecalculationOrder, translations: Translations,
    tables: SecondaryInstances, actions: [FormAction],
    groupLabels: [FieldID: LocalizedText], countedRepeats: Set<FieldID>
  ) {
    self.fields = fields
    self.fieldByPath = fieldByPath
    self.template = template
    self.repeatTemplates = repeatTemplates
    self.namespaces = namespaces
    self.order = order
    self.translations = translations
    self.tables = tables
    self.actions = actions
    self.groupLabels = groupLabels
    self.countedRepeats = countedRepeats
    filteredQuestions = fields.indices.map(FieldID.init).filter {
      fields[$0.index].question?.choices.reads != nil
    }
    choiceReaders = filteredQuestions.reduce(into: [:]) { readers, question in
      let reads = fields[question.index].question?.choices.reads ?? []
      for field in reads + [question] { readers[field, default: []].append(question) }
    }
    questionsByRole = fields.indices.reduce(into: [:]) { questions, index in
      guard let role = fields[index].question?.role else { return }
      questions[role, default: []].append(FieldID(index: index))
    }
    var identity = Identity()
    for (index, field) in fields.enumerated() where fields[safe: field.parent]?.isMeta == true {
      switch field.localName {
      case "instanceID": identity.instanceID = FieldID(index: index)
      case "deprecatedID": identity.deprecatedID = FieldID(index: index)
      case "instanceName": identity.instanceName = FieldID(index: index)
      case "audit": identity.audit = FieldID(index: index)
      default: break
      }
    }
    self.identity = identity
  }

  subscript(field: FieldID) -> Field { _read { yield fields[field.index] } }

  /// Whether a field is a repeat or lies in one.
  func isInRepeat(_ field: FieldID) -> Bool {
    var place: FieldID? = field
    while let here = place {
      if self[here].isRepeat { return true }
      place = self[here].parent
    }
    return false
  }
}

extension [Field] {
  fileprivate subscript(safe field: FieldID?) -> Field? { field.map { self[$0.index] } }
}

extension Field {
  /// The name without its prefix.
  var localName: Substring { name.split(separator: ":").last ?? "" }

  /// Whether it is the `meta` group of the record.
  fileprivate var isMeta: Bool { localName == "meta" && parent?.index == 0 }
}

/// A node as the form writes it, before anything is answered.
struct Template: Sendable {
  var field: FieldID
  var text: String
  var children: [Template] = []

  /// It and all below it.
  var nodeCount: Int { children.reduce(1) { $0 + $1.nodeCount } }
}

/// A namespace that the root element of the record declares.
struct XMLNamespace: Sendable, Equatable {
  let prefix: String
  let uri: String
}

/// An action: at an event, a field gets a value.
struct FormAction: Sendable {
  enum Kind: String, Sendable {
    case setValue = "setvalue"
    /// Where the device is.
    case setPosition = "setgeopoint"
  }

  enum Event: String, Sendable, CaseIterable {
    case firstLoad = "odk-instance-first-load"
    case load = "odk-instance-load"
    case newRepeat = "odk-new-repeat"
    case valueChanged = "xforms-value-changed"
  }

  let kind: Kind
  var events: Set<Event>
  let target: FieldID
  /// Which nodes of the field, where the `ref` says so in brackets.
  let nodes: Expression?
  /// The question whose change fires it, or the repeat whose new instance does.
  var source: FieldID?
  /// Nil for an action without a value, which clears.
  let value: Expression?
}
