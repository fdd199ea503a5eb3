import OfflineStore
import SurveyForms
import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct MoveScreenTests {
  private static func form(_ version: String, _ questions: [(String, String)]) throws
    -> FormDefinition
  {
    try SmallForm.form(
      record: questions.map { "<\($0.0)/>" }.joined(),
      body: questions.map { "<input ref=\"/data/\($0.0)\"><label>\($0.1)</label></input>" }
        .joined(), version: version)
  }

  static func preview() throws -> MoveScreen.Model {
    let old = try form("1", [("name", "ชื่อ"), ("soi", "ซอย"), ("job", "อาชีพ")])
    let new = try form("2", [("name", "ชื่อ"), ("job", "อาชีพหลัก"), ("income", "รายได้")])
    var session = FormSession(old, environment: Survey.environment)
    try session.answer("/data/name", "กิ่งแก้ว")
    try session.answer("/data/soi", "ซอยวัด")
    try session.answer("/data/job", "ค้าขาย")
    let survey = try #require(Survey(session, profile: nil))
    return MoveScreen.Model(
      record: survey.model.record, old: session, move: try session.moved(to: new))
  }

  private func text(_ model: MoveScreen.Model) -> String {
    var grid = Grid(size: Size(rows: 24, columns: 80))
    _ = MoveScreen.view(model, Country.setting, ScreenFrame(language: .thai), on: &grid)
    return GridText.text(of: grid)
  }

  @Test func `the preview says what is lost first, then what to look at, then what is new`() throws
  {
    let text = text(try Self.preview())
    let order = [
      "ไม่มีที่ในรุ่นใหม่ (1)", "ซอย: ซอยวัด", "ไม่มีข้อนี้แล้ว", "ย้ายได้ แต่โปรดตรวจ (1)",
      "อาชีพ: ค้าขาย", "คำถามเปลี่ยนถ้อยคำ", "ใหม่: อาชีพหลัก: ค้าขาย", "ข้อใหม่ (1)", "+ รายได้",
      "เหมือนเดิม (1)", "ชื่อ: กิ่งแก้ว",
    ]
    var rest = text[...]
    for words in order {
      let found = rest.firstRange(of: words)
      #expect(found != nil, "\(words)")
      rest = found.map { rest[$0.upperBound...] } ?? rest
    }
  }

  @Test func `enter leaves the draft where it is`() throws {
    var model = try Self.preview()
    #expect(MoveScreen.update(&model, .enter, .thai) == [.stay(model.record)])
  }

  @Test func `what has no place is left behind only after a yes`() throws {
    var model = try Self.preview()
    #expect(MoveScreen.update(&model, .function(10), .thai) == [])
    #expect(text(model).contains("คำตอบ 1 ข้อจะไม่อยู่ในแบบที่ส่ง"))
    #expect(MoveScreen.update(&model, .enter, .thai) == [], "looking again is the first button")
    _ = MoveScreen.update(&model, .function(10), .thai)
    #expect(MoveScreen.update(&model, .character("2"), .thai) == [.move(model.record)])
  }

  @Test func `a lost answer stands in the review for as long as the draft lives`() throws {
    let preview = try Self.preview()
    var survey = try #require(Survey(preview.move.session, profile: nil))
    let past = PastAnswer.history(of: preview.move, from: preview.old, Country.setting)
    survey.model = FillScreen.Model(
      session: preview.move.session, record: preview.record, language: .thai, areas: nil,
      today: Country.setting.today, past: past)
    survey.press(.function(9))
    #expect(survey.text.contains("ซอย: ซอยวัด"))
    #expect(!String(decoding: survey.model.session.submission(), as: UTF8.self).contains("ซอยวัด"))
  }
}
