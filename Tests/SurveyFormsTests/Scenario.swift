import SurveyForms
import Testing

/// A record in a test: made from a few lines of XForm or a form of the repository, and told as a
/// story.
struct Scenario {
  var session: FormSession

  /// A form from the parts that matter: its record, its binds, its body.
  init(record: String, binds: String, body: String, lists: String = "") throws {
    let reading = Scenario.read(record: record, binds: binds, body: body, lists: lists)
    try self.init(#require(reading.definition, "\(reading.findings)"))
  }

  /// A form as the rows of a survey sheet: `| type | name | relevant | … |`, with `${name}` for a
  /// question and `begin repeat` and `end repeat` around rows.
  init(_ table: String) throws {
    let sheet = SurveySheet(table)
    try self.init(record: sheet.record, binds: sheet.binds, body: sheet.body)
  }

  init(_ form: FormDefinition) throws {
    session = FormSession(form, environment: Forms.environment)
  }

  static func affectedPerson() throws -> Scenario { try Scenario(#require(Forms.affectedPerson)) }

  static func read(
    record: String, binds: String, body: String, lists: String = ""
  ) -> FormReading {
    FormReader.read(
      Array(xform(record: record, binds: binds, body: body, lists: lists).utf8)
    ) { _ in nil }
  }

  static func xform(record: String, binds: String, body: String, lists: String = "") -> String {
    """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" \
    xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">
    <h:head><h:title>หมู่บ้าน</h:title><model>
    <instance><data id="village" version="1">\(record)</data></instance>
    \(lists)\(binds)</model></h:head><h:body>\(body)</h:body></h:html>
    """
  }

  mutating func answer(_ path: String, _ text: String) throws {
    try session.answer(full(path), text)
  }

  func value(_ path: String) -> String { session.value(full(path)) }

  /// The names of the questions that are asked now, in order.
  var visible: [String] {
    session.sections().flatMap(\.items).map(\.path).map(Scenario.short)
  }

  /// What would be sent: the leaves and their text.
  var written: [String: String] {
    get throws {
      let sent = String(decoding: session.submission(), as: UTF8.self)
      return Leaves(sent).texts
    }
  }

  /// What keeps the record from being finished, by question.
  var problems: [String: QuestionProblem] {
    var problems: [String: QuestionProblem] = [:]
    for (path, problem) in session.problems() { problems[Scenario.short(path)] = problem }
    return problems
  }

  var warnings: [String] { session.warnings().map(\.path).map(Scenario.short) }

  private func full(_ path: String) -> String { path.hasPrefix("/") ? path : "/data/" + path }

  private static func short(_ path: String) -> String { String(path.dropFirst("/data/".count)) }
}

/// The leaves of a written record, found by their tags.
private struct Leaves {
  var texts: [String: String] = [:]

  init(_ xml: String) {
    for piece in xml.split(separator: "<") {
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let tag = parts.first, !tag.hasPrefix("/"), !tag.hasPrefix("?") else {
        continue
      }
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasSuffix("/") || !parts[1].allSatisfy(\.isWhitespace) || xml.contains("<\(name)></") {
        texts[String(name)] = String(parts[1])
      }
    }
  }
}
