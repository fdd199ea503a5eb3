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
  var groupLabels: [FieldID: LocalizedText] = [:]
  var countedRepeats: Set<FieldID> = []
  var binds: [String: FieldID] = [:]
  /// The lists and their columns that filters compare with.
  var lookups: Set<Lookup> = []
  /// Where every rule of a bind stands, for cycles.
  var bindPlaces: [FieldID: FindingLog.Place] = [:]

  struct Lookup: Hashable {
    let list: String
    let column: String
  }

  static let javarosa = "http://openrosa.org/javarosa"
  static let xforms = "http://www.w3.org/2002/xforms"

  static func definition(
    of xform: [UInt8], media: (String) -> [UInt8]?, log: inout FindingLog
  ) -> FormDefinition? {
    withoutActuallyEscaping(media) { media -> FormDefinition? in
      var parser = FormParser(media: media, log: log)
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
      log.error(
        .notAForm,
        "This is XML, but not a form: there is no <model> in a <head> or no <body>. "
          + "Give the XForm that pyxform makes of the XLSForm.", at: .init(element: root))
      return nil
    }
    guard let record = readRecord(model) else { return nil }
    readTranslations(model)
    readLists(model)
    for bind in model.elements where bind.local == "bind" { readBind(bind) }
    refuseEncryption(model)
    let elements = readBody(body)
    for action in model.elements { readAction(action, source: nil, context: nil) }
    for lookup in lookups.sorted(by: { $0.column < $1.column }) {
      tables.addIndex(of: lookup.column, in: lookup.list)
    }
    guard let order = order(at: record) else { return nil }
    return FormDefinition(
      id: record.attribute("id") ?? "", version: record.attribute("version") ?? "",
      title: collapsed(root.first("head")?.first("title")?.text ?? ""),
      languages: translations.languages, defaultLanguage: translations.defaultLanguage,
      body: elements, model: formModel(record, order))
  }

  private func formModel(_ record: XMLTree.Element, _ order: RecalculationOrder) -> FormModel {
    var templates: [FieldID: Template] = [:]
    let template = template(of: record, FieldID(index: 0), &templates)
    return FormModel(
      fields: fields, template: template, repeatTemplates: templates,
      namespaces: namespaces(of: record), order: order, translations: translations,
      tables: tables, actions: actions, groupLabels: groupLabels, countedRepeats: countedRepeats)
  }

  private mutating func order(at record: XMLTree.Element) -> RecalculationOrder? {
    do {
      return try RecalculationOrder(rules, fields: fields)
    } catch {
      let names = (error.fields + error.fields.prefix(1)).map { fields[$0.index].path }
      let place = error.fields.first.flatMap { bindPlaces[$0] } ?? .init(element: record)
      log.error(
        .cycle, "These rules wait for each other: \(names.joined(separator: " → ")).", at: place)
      return nil
    }
  }

  private mutating func refuseEncryption(_ model: XMLTree.Element) {
    guard let submission = model.first("submission"),
      submission.attribute("base64RsaPublicKey") != nil
    else { return }
    log.error(
      .encrypted,
      "The form asks for encrypted submissions, which cannot be written here. "
        + "Take the public key out of the form's settings.", at: .init(element: submission))
  }

  private mutating func refuse(_ failure: XMLTree.Failure, _ xform: [UInt8]) {
    let (code, message) = words(for: failure.refusal, xform)
    log.error(code, message, line: failure.line, column: failure.column)
  }

  private func words(
    for refusal: XMLTree.Refusal, _ xform: [UInt8]
  ) -> (Finding.Code, String) {
    switch refusal {
    case .doctype:
      return (.doctype, "A document type (<!DOCTYPE>) is not read. Take it out.")
    case .tooDeep:
      return (.tooDeep, "Elements are nested more than \(XMLTree.depthLimit) deep.")
    case .tooLarge:
      return (.tooLarge, "The file is larger than \(XMLTree.byteLimit >> 20) MB.")
    case .malformed(let reason):
      if xform.starts(with: [0x50, 0x4B]) {
        return (
          .notXML, "This is a spreadsheet, not an XForm. Convert it with pyxform (xls2xform) first."
        )
      }
      if xform.first(where: { $0 > 0x20 && $0 < 0x80 }) != UInt8(ascii: "<") {
        return (.notXML, "This is not XML. Give the XForm that pyxform makes of the XLSForm.")
      }
      return (.notXML, "The XML is damaged here: \(reason).")
    }
  }
}
