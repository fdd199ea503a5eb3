import XPath

/// Turns the XML of a form into its definition, and notes on the way all that is wrong.
///
/// It goes on after an error, so that a form's designer sees everything at once.
struct FormParser {
  let media: (String) -> [UInt8]?
  var log: FindingLog
  var fields: [Field] = []
  var fieldByPath: [String: FieldID] = [:]
  var translations = Translations()
  var tables = SecondaryInstances()
  var actions: [FormAction] = []
  var rules: [RecalculationOrder.Rule] = []
  /// The expressions read so far, by how they are written: many binds say the same.
  var expressions: [String: ReadExpression] = [:]
  var groupLabels: [FieldID: LocalizedText] = [:]
  var countedRepeats: Set<FieldID> = []
  /// The repeats that are being read, from the outermost in.
  var openRepeats: [FieldID] = []
  var binds: [String: FieldID] = [:]
  /// The roles that the binds give, for which names count no more.
  var writtenRoles: Set<QuestionRole> = []
  /// The lists and their columns that filters compare with.
  var lookups: Set<Lookup> = []
  /// What `form check` looks at besides, and the app does not.
  let isThorough: Bool
  /// The `value`s of every text, until a label that shows them was checked.
  var itextValues: [String: [XMLTree.Element]] = [:]
  var checkedLists: Set<String> = []
  /// The names in the columns of lists, gathered for the first expression that compares with them.
  var listNames: [Lookup: Set<String>] = [:]
  var seenMedia: Set<String> = []
  /// Where every rule of a bind stands, for cycles.
  var bindPlaces: [FieldID: FindingLog.Place] = [:]

  struct Lookup: Hashable {
    let list: String
    let column: String
  }

  static let mostFields = FormReader.mostNodes
  /// The most nodes that all rules together may read: a rule that reads everything reads them all.
  static let mostReads = 1_000_000
  /// The most that the files beside a form may have together, in bytes.
  static let mostMedia = 64 << 20
  var readCount = 0
  var mediaSize = 0

  static let javarosa = "http://openrosa.org/javarosa"
  static let xforms = "http://www.w3.org/2002/xforms"

  static func definition(
    of xform: [UInt8], thorough: Bool, media: (String) -> [UInt8]?, log: inout FindingLog
  ) -> FormDefinition? {
    withoutActuallyEscaping(media) { media -> FormDefinition? in
      var parser = FormParser(media: media, log: log, isThorough: thorough)
      defer { log = parser.log }
      do throws(XMLTree.Failure) {
        return parser.definition(of: try XMLTree(xform).root)
      } catch {
        parser.refuse(error, xform)
        return nil
      }
    }
  }

  private mutating func definition(of root: XMLTree.Element) -> FormDefinition? {
    guard let model = root.first("head")?.first("model"), let body = root.first("body") else {
      log.add(.notAForm, at: .init(element: root))
      return nil
    }
    guard let record = readRecord(model) else { return nil }
    guard fields.count <= FormParser.mostFields else {
      log.add(.tooManyNodes, "\(FormParser.mostFields)", at: .init(element: record))
      return nil
    }
    readTranslations(model)
    readLists(model)
    for bind in model.elements where bind.local == "bind" { readBind(bind) }
    refuseEncryption(model)
    let elements = readBody(body)
    for action in model.elements { readAction(action, source: nil, context: nil) }
    for lookup in lookups.sorted(by: { $0.column < $1.column }) {
      tables.addIndex(of: lookup.column, in: lookup.list)
    }
    if isThorough { checkAll(root, model: model, body: body) }
    guard let order = order(at: record) else { return nil }
    let definition = FormDefinition(
      id: record.attribute("id") ?? "", version: record.attribute("version") ?? "",
      title: collapsed(root.first("head")?.first("title")?.text ?? ""),
      languages: translations.languages, defaultLanguage: translations.defaultLanguage,
      body: elements, model: formModel(record, order))
    if isThorough { checkStart(of: definition, at: record) }
    return definition
  }

  private func formModel(_ record: XMLTree.Element, _ order: RecalculationOrder) -> FormModel {
    var templates: [FieldID: Template] = [:]
    let template = template(of: record, FieldID(index: 0), &templates)
    return FormModel(
      fields: fields, fieldByPath: fieldByPath, template: template, repeatTemplates: templates,
      namespaces: namespaces(of: record), order: order, translations: translations,
      tables: tables, actions: actions, groupLabels: groupLabels, countedRepeats: countedRepeats)
  }

  /// Nil when rules wait for each other; every circle is found, one after the other.
  private mutating func order(at record: XMLTree.Element) -> RecalculationOrder? {
    var rules = rules
    for round in 0... {
      do {
        let order = try RecalculationOrder(rules, fields: fields)
        return round == 0 ? order : nil
      } catch {
        guard let first = error.fields.first, round < FormParser.mostCycles else { return nil }
        let names = (error.fields + [first]).map { fields[$0.index].path }
        log.add(
          .cycle, names.joined(separator: " → "), at: bindPlaces[first] ?? .init(element: record))
        // Without its rules the rest may still be in order.
        rules.removeAll { $0.field == first }
      }
    }
    return nil
  }

  /// More circles than this are not looked for: each costs a walk through all rules.
  private static let mostCycles = 20

  private mutating func refuseEncryption(_ model: XMLTree.Element) {
    guard let submission = model.first("submission"),
      submission.attribute("base64RsaPublicKey") != nil
    else { return }
    log.add(.encrypted, at: .init(element: submission), stops: false)
  }

  private mutating func refuse(_ failure: XMLTree.Failure, _ xform: [UInt8]) {
    switch failure.refusal {
    case .doctype: log.add(.doctype, atByte: failure.offset)
    case .tooDeep: log.add(.tooDeep, "\(XMLTree.depthLimit)", atByte: failure.offset)
    case .tooManyElements:
      log.add(.tooManyElements, "\(XMLTree.elementLimit)", atByte: failure.offset)
    case .tooLarge: log.add(.tooLarge, "\(XMLTree.byteLimit >> 20)", atByte: 0)
    case .malformed where xform.starts(with: [0x50, 0x4B]): log.add(.spreadsheet, atByte: 0)
    case .malformed where xform.first(where: { $0 > 0x20 && $0 < 0x80 }) != UInt8(ascii: "<"):
      log.add(.notXML, atByte: 0)
    case .malformed(let reason): log.add(.damagedXML, reason, atByte: failure.offset)
    }
  }
}
