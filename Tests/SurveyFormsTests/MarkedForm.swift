import SurveyForms
import Testing

/// A form in which the sign 1️⃣ marks the place where a finding must stand.
struct MarkedForm {
  var record = "<age/><job/>"
  var binds = ""
  var lists = ""
  var body =
    #"<input ref="/data/age"><label>อายุ</label></input>"#
    + #"<input ref="/data/job"><label>อาชีพ</label></input>"#

  /// Expects the form to have this finding, at the mark, and no other.
  func expect(
    _ code: Finding.Code, _ subjects: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = Scenario.xform(record: record, binds: binds, body: body, lists: lists)
    let parts = marked.split(separator: "1️⃣", omittingEmptySubsequences: false)
    try #require(parts.count == 2, "one mark", sourceLocation: sourceLocation)
    let before = parts[0].split(separator: "\n", omittingEmptySubsequences: false)
    let reading = FormReader.check(Array((parts[0] + parts[1]).utf8)) { _ in nil }
    let place = Finding(
      line: before.count, column: (before.last?.unicodeScalars.count ?? 0) + 1, code: code,
      subjects: subjects)
    #expect(reading.findings == [place], sourceLocation: sourceLocation)
    #expect(
      (reading.definition == nil) == (code.severity == .error), sourceLocation: sourceLocation)
  }
}
