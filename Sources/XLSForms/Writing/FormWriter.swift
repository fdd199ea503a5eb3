/// Writes a whole survey as an XForm.
struct FormWriter {
  private let survey: Survey

  init(_ survey: Survey) {
    self.survey = survey
  }

  var document: String {
    let paths = Paths(survey)
    let title = survey.setting("title") ?? survey.setting("id_string") ?? ""
    let head = XMLNode(
      "h:head", [:],
      [XMLNode("h:title", text: title), ModelWriter(survey: survey, paths: paths).node])
    return XMLNode("h:html", namespaces, [head, BodyWriter(survey: survey, paths: paths).node])
      .document
  }

  private var namespaces: Ordered<String> {
    var namespaces: Ordered<String> = [
      "xmlns": "http://www.w3.org/2002/xforms", "xmlns:h": "http://www.w3.org/1999/xhtml",
      "xmlns:ev": "http://www.w3.org/2001/xml-events",
      "xmlns:xsd": "http://www.w3.org/2001/XMLSchema",
      "xmlns:jr": "http://openrosa.org/javarosa", "xmlns:orx": "http://openrosa.org/xforms",
      "xmlns:odk": "http://www.opendatakit.org/xforms",
    ]
    var more = survey.setting("namespaces") ?? ""
    if survey.entityVersion != nil {
      more += " entities=http://www.opendatakit.org/xforms/entities"
    }
    for word in more.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, namespaces["xmlns:\(parts[0])"] == nil else {
        continue
      }
      namespaces["xmlns:\(parts[0])"] = String(parts[1].filter { $0 != "\"" && $0 != "'" })
    }
    return namespaces
  }
}
