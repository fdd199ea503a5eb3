import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// Warnings are said when they are raised, and not at the end.
@Suite struct WarningTests {
  /// Pages with an amount, a choice, a place in a list and ticks; each raises a warning on the first page.
  private func survey() throws -> Survey {
    func items(_ count: Int) -> String {
      (1...count).map { "<item><label>ข้อ \($0)</label><value>v\($0)</value></item>" }.joined()
    }
    let names = ["day", "few", "long", "ticks", "found", "ok", "end"]
    let rules = [
      ("day", "/data/day &gt; 5000"), ("few", "/data/few = 'v2'"), ("long", "/data/long = 'v33'"),
      ("ticks", "selected(/data/ticks, 'v1')"), ("found", "selected(/data/found, 'v2')"),
    ]
    return try SmallForm.survey(
      record: names.map { "<\($0)/>" }.joined() + "<a>"
        + rules.map { "<warn_\($0.0)/>" }.joined() + "<x/></a>",
      binds: #"<bind nodeset="/data/day" type="int"/><bind nodeset="/data/ok" type="boolean"/>"#
        + rules.map {
          "<bind nodeset=\"/data/a/warn_\($0.0)\" readonly=\"true()\" relevant=\"\($0.1)\"/>"
        }.joined(),
      body: "<group ref=\"/data/a\"><label>หน้าแรก</label>"
        + "<input ref=\"/data/a/x\"><label>ข้อแรก</label></input>"
        + rules.map {
          "<input ref=\"/data/a/warn_\($0.0)\"><label>ดู \($0.0) อีกครั้ง</label></input>"
        }.joined() + "</group>"
        + "<input ref=\"/data/day\"><label>ต่อวัน</label></input>"
        + "<select1 ref=\"/data/few\"><label>น้อย</label>\(items(3))</select1>"
        + "<select1 ref=\"/data/long\"><label>ยาว</label>\(items(40))</select1>"
        + "<select ref=\"/data/ticks\"><label>หลายข้อ</label>\(items(3))</select>"
        + "<select ref=\"/data/found\"><label>หา</label>\(items(30))</select>"
        + "<input ref=\"/data/end\"><label>จบ</label></input>")
  }

  private static let answers: [(name: String, keys: [Key], next: String)] = [
    ("day", keys("9000") + [.enter], "few"), ("day", keys("9000") + [.tab], "few"),
    ("few", [.character("2")], "long"), ("few", [.character(" "), .down, .enter], "long"),
    ("long", keys("ข้อ 33") + [.enter], "ticks"), ("ticks", [.character("1"), .enter], "found"),
    ("found", keys("ข้อ 2") + [.enter, .enter], "end"),
  ]

  @Test(arguments: answers.indices)
  func `an answer that raises a warning of an earlier page keeps its question until Enter`(
    index: Int
  ) throws {
    let (name, keys, next) = Self.answers[index]
    var survey = try survey()
    survey.model.jump(to: "/data/" + name)
    for key in keys { survey.press(key) }
    #expect(survey.place == "/data/" + name)
    #expect(!survey.value(name).isEmpty)
    let status = GridText.row(22, of: survey.screen())
    #expect(status.contains("ดู \(name) อีกครั้ง · Enter ไปต่อ"))
    #expect(survey.text.contains("? ดู \(name) อีกครั้ง"), "and under the question")
    survey.press(.enter)
    #expect(survey.place == "/data/" + next)
    #expect(!survey.text.contains("? ดู \(name) อีกครั้ง"))
  }

  @Test func `no key that turns the page runs over a warning that nobody has seen`() throws {
    for key in [Key.pageDown, .function(9), .function(6), .function(3), .up, .backTab] {
      var survey = try survey()
      survey.model.jump(to: "/data/day")
      for key in keys("9000") { survey.press(key) }
      survey.press(key)
      #expect(survey.place == "/data/day" && survey.model.overlay == nil, "\(key)")
      #expect(survey.text.contains("? ดู day อีกครั้ง"))
      survey.press(key)
      #expect(survey.place != "/data/day" || survey.model.overlay != nil || key == .function(3))
    }
  }

  @Test func `the digit that raised a warning does not run over it when it arrives again`() throws {
    var survey = try survey()
    survey.model.jump(to: "/data/few")
    for time in [1_000, 1_100, 2_000] { survey.press(.character("2"), at: time) }
    #expect(survey.place == "/data/few")
    survey.press(.character("1"), at: 3_000)
    #expect(survey.place == "/data/long", "another answer, without a warning, goes on")
  }

  @Test func `sections and the jump list mark what is warned about`() throws {
    var survey = try survey()
    #expect(SectionList.state(of: 0, in: survey.model) != .warned)
    survey.model.jump(to: "/data/day")
    survey.answer("9000")
    #expect(SectionList.state(of: 0, in: survey.model) == .warned)
    #expect(GridText.row(1, of: survey.screen()).hasPrefix("[?] หน้าแรก"))
    #expect(GridText.row(1, of: survey.screen(columns: 60)).contains("[?]"))
    survey.press(.function(6))
    #expect(survey.text.contains("[?] ข้อแรก"))
    survey.press(.function(3))
    #expect(survey.text.contains("[?] ข้อแรก") && !survey.text.contains("[x]"))
  }

  @Test func `the review begins at a warning that nobody was told of, and Enter goes there`() throws
  {
    var first = try survey()
    first.model.jump(to: "/data/few")
    first.press(.character("2"))
    var again = try #require(Survey(first.model.session, profile: nil))
    again.press(.function(9))
    guard case .review(let review)? = again.model.overlay else {
      Issue.record("no review")
      return
    }
    #expect(review.rows[review.row].text == "ดู few อีกครั้ง")
    again.press(.enter)
    #expect(again.model.overlay == nil && again.place == "/data/a/x")
    again.press(.function(9))
    guard case .review(let second)? = again.model.overlay else {
      Issue.record("no review")
      return
    }
    #expect(second.rows[second.row].finishes, "it was seen")
    #expect(again.text.contains("Enter จบแบบสำรวจ"))
  }
}
