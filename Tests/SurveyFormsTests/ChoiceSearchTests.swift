import Testing

@testable import SurveyForms

/// Choices from a table beside the form without an itemset: `search()` and `select_one_external`.
@Suite struct ChoiceSearchTests {
  private static let villages = """
    name_key,label,district,sortby
    v1,บ้านโพน,phangkhon,3
    v2,บ้านหนองบัว,Phangkhon,1
    v3,บ้านโนนสวรรค์,warit,2
    v3,ซ้ำ,warit,9

    """

  private func reading(_ body: String, binds: String = "", files: [String: String]) -> FormReading {
    let xml = Scenario.xform(record: "<district/><village/><kind/>", binds: binds, body: body)
    return FormReader.read(Array(xml.utf8)) { files[$0].map { Array($0.utf8) } }
  }

  private func searched(_ appearance: String, label: String = "label") throws -> Scenario {
    let reading = reading(
      """
      <input ref="/data/district"><label>อำเภอ</label></input>
      <select1 ref="/data/village" appearance="\(appearance)"><label>หมู่บ้าน</label>
      <item><label>\(label)</label><value>name_key</value></item>
      <item><label>อื่น ๆ</label><value>99</value></item></select1>
      """, files: ["villages.csv": Self.villages])
    return try Scenario(#require(reading.definition, "\(reading.findings)"))
  }

  private func names(_ survey: Scenario) -> [String] {
    survey.session.choices("/data/village").map(\.name)
  }

  @Test func `a search without conditions offers every row once, sorted, and the fixed choices`()
    throws
  {
    let survey = try searched("minimal search('villages')")
    #expect(names(survey) == ["v2", "v3", "v1", "99"])
    let labels = survey.session.choices("/data/village").map(\.label)
    #expect(labels == ["บ้านหนองบัว", "บ้านโนนสวรรค์", "บ้านโพน", "อื่น ๆ"])
  }

  @Test(arguments: [
    ("contains", "khon", ["v2", "v1"]), ("startswith", "PHANG", ["v2", "v1"]),
    ("endswith", "rit", ["v3"]), ("matches", "phangkhon", ["v2", "v1"]), ("matches", "phang", []),
    ("contains", "", ["v2", "v3", "v1"]), ("matches", "", []),
  ])
  func `a comparison keeps the rows that fit`(name: String, text: String, rows: [String]) throws {
    var survey = try searched("search('villages', '\(name)', 'district', /data/district)")
    try survey.answer("district", text)
    #expect(names(survey) == rows + ["99"])
  }

  @Test func `several columns are looked in, and a second filter must be equal`() throws {
    var survey = try searched(
      "search('villages', 'contains', 'label, district', /data/district, 'district', 'warit')")
    try survey.answer("district", "โนน")
    #expect(names(survey) == ["v3", "99"])
    try survey.answer("district", "บัว")
    #expect(names(survey) == ["99"], "it is in another district")
  }

  @Test func `further columns of the label are shown with their names`() throws {
    let survey = try searched("search('villages')", label: "label,district")
    let label = survey.session.choices("/data/village").first?.label
    #expect(label == "บ้านหนองบัว (district: Phangkhon)")
  }

  @Test func `an answer that the search offers is taken, and goes when it is offered no more`()
    throws
  {
    var survey = try searched("search('villages', 'matches', 'district', /data/district)")
    try survey.answer("district", "warit")
    try survey.answer("village", "v3")
    #expect(throws: AnswerProblem.notOffered) { try survey.session.answer("/data/village", "v1") }
    #expect(survey.session.labels(of: ["v3"], at: "/data/village") == ["บ้านโนนสวรรค์"])
    try survey.answer("district", "phangkhon")
    #expect(survey.value("village").isEmpty)
  }

  @Test func `what a search names wrongly is found at the desk`() {
    func codes(_ appearance: String, files: [String: String]) -> [Finding.Code] {
      reading(
        """
        <input ref="/data/district"><label>อำเภอ</label></input>
        <select1 ref="/data/village" appearance="\(appearance)"><label>หมู่บ้าน</label>
        <item><label>label</label><value>name_key</value></item></select1>
        """, files: files
      ).findings.map(\.code)
    }
    let files = ["villages.csv": Self.villages]
    #expect(codes("search('villages')", files: files) == [])
    #expect(codes("search('villages')", files: [:]) == [.missingMedia])
    #expect(codes("search('villages', 'contains')", files: files) == [.wrongArguments])
    #expect(
      codes("search('villages', 'matches', 'province', /data/district)", files: files)
        == [.unknownColumn])
    #expect(
      codes("search('villages', 'matches', 'district', /data/districtt)", files: files)
        == [.unknownNode])
  }

  @Test func `the choices of an external select are the rows of its list that the query lets pass`()
    throws
  {
    let reading = reading(
      """
      <input ref="/data/district"><label>อำเภอ</label></input>
      <input ref="/data/village" query="instance('villages')/root/item[district= /data/district ]">
      <label>หมู่บ้าน</label></input>
      """,
      files: [
        "itemsets.csv": """
        list_name,name,label,district
        villages,v1,บ้านโพน,phangkhon
        villages,v2,บ้านโนนสวรรค์,warit
        wells,w1,บ่อบาดาล,warit

        """
      ])
    var survey = try Scenario(#require(reading.definition, "\(reading.findings)"))
    #expect(names(survey).isEmpty)
    try survey.answer("district", "warit")
    #expect(survey.session.choices("/data/village").map(\.label) == ["บ้านโนนสวรรค์"])
    try survey.answer("village", "v2")
    try survey.answer("district", "phangkhon")
    #expect(survey.value("village").isEmpty)
    #expect(names(survey) == ["v1"])
  }

  @Test(arguments: [
    ("label::ไทย (th),label::English (en)", "English (en)", "Phon"),
    ("label::ไทย (th),label::English (en)", "ลาว (lo)", "Phon"),
    ("label,label::English (en)", "ไทย (th)", "บ้านโพน"),
    ("label,label::English (en)", "English (en)", "Phon"),
  ])
  func `an external select has its labels in the session's language`(
    columns: String, language: String, label: String
  ) throws {
    let reading = reading(
      """
      <input ref="/data/village" query="instance('villages')/root/item"><label>หมู่บ้าน</label></input>
      """, files: ["itemsets.csv": "list_name,name,\(columns)\nvillages,v1,บ้านโพน,Phon\n"])
    var session = try Scenario(#require(reading.definition, "\(reading.findings)")).session
    session.language = language
    #expect(session.choices("/data/village").map(\.label) == [label])
  }

  @Test func `an external select without its file is refused`() {
    let reading = reading(
      """
      <input ref="/data/village" query="instance('villages')/root/item[district= /data/district ]">
      <label>หมู่บ้าน</label></input>
      """, files: [:])
    #expect(reading.definition == nil)
    #expect(reading.findings.contains { $0.code == .missingMedia })
  }
}
