import SurveyForms
import Testing

/// What is found at the desk.
///
/// The sign 1️⃣ marks the place in the XML where a finding must stand.
@Suite struct FormCheckTests {
  @Test func `a condition on a question that does not exist is found`() throws {
    try MarkedForm(binds: #"<bind nodeset="/data/job" relevant="/data/1️⃣agee &gt; 15"/>"#)
      .expect(.unknownNode, "/data/agee")
  }

  @Test func `a function that nobody knows is found by its place`() throws {
    try MarkedForm(binds: #"<bind nodeset="/data/job" relevant="1 = 1️⃣agee(1)"/>"#)
      .expect(.unknownFunction, "relevant", "agee")
  }

  @Test func `rules that wait for each other are found`() throws {
    try MarkedForm(
      binds: #"<bind nodeset="/data/job" calculate="/data/age"/>"#
        + #"1️⃣<bind nodeset="/data/age" calculate="/data/job"/>"#
    ).expect(.cycle, "/data/age → /data/job → /data/age")
  }

  @Test func `a list that the form lacks is found`() throws {
    try MarkedForm(
      binds: #"<bind nodeset="/data/job" calculate="count(instance('1️⃣jobs')/root/item)"/>"#
    ).expect(.unknownInstance, "jobs")
  }

  @Test func `every circle of rules is found`() {
    let reading = Scenario.read(
      record: "<a/><b/><c/><d/>",
      binds: #"<bind nodeset="/data/a" calculate="/data/b"/><bind nodeset="/data/b" "#
        + #"calculate="/data/a"/><bind nodeset="/data/c" calculate="/data/d"/>"#
        + #"<bind nodeset="/data/d" relevant="/data/c"/>"#, body: "")
    #expect(reading.findings.map(\.code) == [.cycle, .cycle])
    #expect(reading.definition == nil)
  }

  @Test func `a file full of mistakes is told in the first five hundred`() {
    let binds = String(repeating: #"<bind nodeset="/data/x"/>"#, count: 700)
    let findings = Scenario.read(record: "<a/>", binds: binds, body: "").findings
    #expect(findings.count == 501)
    #expect(findings.last?.code == .tooManyFindings)
    #expect(findings.last?.subjects == ["200"])
  }

  @Test(arguments: Finding.Code.allCases)
  func `every finding has a sentence in both languages that names the same`(code: Finding.Code) {
    let words = code.words
    #expect(words.thai.unicodeScalars.contains { (0x0E00...0x0E7F).contains($0.value) })
    for place in ["{0}", "{1}", "{2}"] {
      #expect(words.thai.contains(place) == words.english.contains(place))
    }
  }

  @Test func `a document type is refused`() {
    let reading = FormReader.read(
      Array(#"<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>"#.utf8)
    ) { _ in nil }
    #expect(reading.findings.map(\.code) == [.doctype])
    #expect(reading.definition == nil)
  }

  @Test func `a spreadsheet is told from damaged XML`() {
    let sheet = FormReader.read([0x50, 0x4B, 3, 4]) { _ in nil }
    #expect(sheet.findings.map(\.code) == [.spreadsheet])
    let damaged = FormReader.read(Array("<html><a></b>".utf8)) { _ in nil }
    #expect(damaged.findings.map(\.code) == [.damagedXML])
    #expect(damaged.findings.first?.column == 12)
  }
}
