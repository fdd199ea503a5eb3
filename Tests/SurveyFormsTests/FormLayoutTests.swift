import Testing

@testable import SurveyForms

/// Which pages a form has, and how they follow an answer.
@Suite struct FormLayoutTests {
  @Test func `loose questions are cut into pages of the same length`() throws {
    let form = try LongForm(count: 60).scenario
    let sections = form.session.sections()
    #expect(sections.map(\.items.count) == [25, 25, 10])
    #expect(sections.map(\.title) == [nil, nil, nil])
    #expect(sections.map(\.part?.number) == [1, 2, 3])
    #expect(sections.map(\.part?.count) == [3, 3, 3])
    #expect(sections.map(\.path) == ["/data/q0", "/data/q25", "/data/q50"])
  }

  @Test func `a group around the whole form is cut where its own groups begin`() throws {
    let inner = { (name: String, count: Int) in
      "<group><label>\(name)</label>\(LongForm.inputs(count, name))</group>"
    }
    let body = """
      <group><label>ทั้งหมด</label>
      \(inner("a", 10))\(inner("b", 10))\(inner("c", 10))\(inner("d", 30))\(inner("e", 5))
      </group>
      """
    let names = [("a", 10), ("b", 10), ("c", 10), ("d", 30), ("e", 5)]
    let record = names.map { LongForm.record($1, $0) }.joined()
    let sections = try Scenario(record: record, binds: "", body: body).session.sections()
    #expect(sections.map(\.title) == ["ทั้งหมด", "ทั้งหมด", "d", "ทั้งหมด"])
    #expect(sections.map(\.items.count) == [20, 10, 30, 5])
    #expect(sections.map(\.part?.number) == [1, 2, nil, 3])
    #expect(sections[0].items.last?.headings == ["b"])
  }

  @Test func `a field list is one page, however long`() throws {
    let group = { (look: String) in
      "<group appearance=\"\(look)\"><label>ยาว</label>\(LongForm.inputs(70, "q"))</group>"
    }
    let record = LongForm.record(70, "q")
    let whole = try Scenario(record: record, binds: "", body: group("field-list"))
    #expect(whole.session.sections().map(\.items.count) == [70])
    let cut = try Scenario(record: record, binds: "", body: group(""))
    #expect(cut.session.sections().map(\.items.count) == [25, 25, 20])
  }

  @Test(arguments: ["q0", "q30", "q59"])
  func `after an answer the pages are those that reading all of them gives`(name: String) throws {
    var survey = try LongForm(count: 60).scenario
    var sections = survey.session.sections()
    for text in ["1", "9", ""] {
      let changes = try survey.session.answer("/data/\(name)", text)
      sections = survey.session.sections(sections, after: changes)
      #expect(sections == survey.session.sections())
    }
  }

  @Test func `an answer on one page shows and hides questions and whole pages elsewhere`() throws {
    var survey = try LongForm(
      count: 60, binds: #"<bind nodeset="/data/q40" relevant="/data/q1 = 3"/>"#
    )
    .scenario
    let before = survey.session.sections()
    #expect(before.map(\.items.count) == [25, 24, 10])
    let changes = try survey.session.answer("/data/q1", "3")
    let after = survey.session.sections(before, after: changes)
    #expect(after == survey.session.sections())
    #expect(after.map(\.items.count) == [25, 25, 10])
  }

  @Test func `instances that an answer brings, and headings that mention it, are on their pages`()
    throws
  {
    var survey = try Scenario(
      record: "<n/><a><q/></a><b><person><name/></person></b>",
      binds: "",
      body: """
        <input ref="/data/n"><label>กี่คน</label></input>
        <group ref="/data/a"><label>บ้านของ <output value="/data/n"/> คน</label>
          <input ref="/data/a/q"><label>ถาม</label></input></group>
        <group ref="/data/b"><label>คน</label><repeat nodeset="/data/b/person" jr:count="/data/n">
          <input ref="/data/b/person/name"><label>ชื่อ</label></input></repeat></group>
        """)
    var sections = survey.session.sections()
    for text in ["3", "1", "0", "2"] {
      let changes = try survey.session.answer("/data/n", text)
      sections = survey.session.sections(sections, after: changes)
      #expect(sections == survey.session.sections())
      #expect(sections[1].title == "บ้านของ \(text) คน")
    }
  }
}

/// A form of many numbers.
private struct LongForm {
  let scenario: Scenario

  init(count: Int, binds: String = "") throws {
    scenario = try Scenario(
      record: LongForm.record(count, "q"), binds: binds, body: LongForm.inputs(count, "q"))
  }

  static func record(_ count: Int, _ name: String) -> String {
    (0..<count).map { "<\(name)\($0)/>" }.joined()
  }

  static func inputs(_ count: Int, _ name: String) -> String {
    (0..<count).map {
      "<input ref=\"/data/\(name)\($0)\"><label>ข้อ \($0)</label></input>"
    }.joined()
  }
}
