import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// Questions as lines, and lines as keys.
@Suite struct PlainFillTests {
  private func said(_ survey: Survey) -> [String] {
    var section = ""
    var headings: [String] = []
    return PlainFill.lines(of: survey.model, section: &section, headings: &headings)
  }

  private func say(_ line: String, to survey: inout Survey) {
    for key in PlainFill.keys(for: line, in: survey.model) { survey.press(key) }
  }

  @Test func `a record that came back says the officer's words and the answer before`() throws {
    var first = try #require(Survey())
    first.model.jump(to: "/data/q1/last_name")
    first.answer("ศรีสุข")
    let former = first.model.session
    let comment = QuestionComment(path: "/data/q1/last_name", text: "ตามบัตรสะกดว่า ศรีสุขใจ")
    var survey = try #require(
      Survey(former, comments: [comment], former: former, place: "/data/q1/last_name"))
    #expect(said(survey).contains("เจ้าหน้าที่: ตามบัตรสะกดว่า ศรีสุขใจ"))
    #expect(said(survey).contains("คำตอบเดิม: ศรีสุข"))
    say("ศรีสุขใจ", to: &survey)
    #expect(survey.value("q1/last_name") == "ศรีสุขใจ")
  }

  @Test func `the help names commands and no key, and the next line is taken as typed`() throws {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/last_name")
    say(":ช่วย", to: &survey)
    let help = said(survey).joined(separator: "\n")
    #expect(help.contains(":ทวน"))
    for key in ["F9", "Esc", "↑", "PgDn"] { #expect(!help.contains(key), "\(key)") }
    say("ศรีสุข", to: &survey)
    #expect(survey.value("q1/last_name") == "ศรีสุข")
    survey.model.jump(to: "/data/q1/last_name")
    say(":help", to: &survey)
    say(":back", to: &survey)
    #expect(survey.model.overlay == nil && survey.model.entry?.path == "/data/q1/last_name")
  }

  @Test func `needs are ranked as on paper, from top to bottom or by single rows`() throws {
    var survey = try #require(Survey())
    let names = survey.model.session.choices("/data/q6/needs").map(\.name)
    for (line, wanted) in [("2 - 1 - - ๓", [2, 0, 5]), ("12=2 1=-  6=1 3=3", [5, 11, 2])] {
      survey.model.jump(to: "/data/q6/needs")
      #expect(said(survey).contains { $0.contains("แถว=ลำดับ") }, "the prompt says how")
      say(line, to: &survey)
      let order = survey.value("q6/needs").split(separator: " ").map(String.init)
      #expect(Array(order.prefix(3)) == wanted.map { names[$0] })
      #expect(survey.value("q6/needs_count") == "3")
    }
    survey.model.jump(to: "/data/q6/needs")
    #expect(said(survey).contains { $0.hasPrefix("   12 ") && $0.hasSuffix(" = 2") })
    for line in ["4", "1 99", "ไม่", "1=1 2"] {
      say(line, to: &survey)
      #expect(survey.place == "/data/q6/needs" && survey.model.notice != nil, "\(line)")
      #expect(survey.value("q6/needs_count") == "3")
    }
  }

  @Test func `choices are ticked exactly as the line says`() throws {
    var survey = try SmallForm.survey(
      record: "<needs/>",
      body: "<select ref=\"/data/needs\"><label>สิ่งที่ขาด</label>"
        + (1...12).map { "<item><label>สิ่ง \($0)</label><value>n\($0)</value></item>" }.joined()
        + "</select>")
    say("2 11 3", to: &survey)
    #expect(survey.value("needs") == "n2 n3 n11")
    #expect(said(survey).contains("1 [ เสร็จแล้ว พร้อมส่ง ]"), "the review follows the last question")
    say(":กลับ", to: &survey)
    #expect(said(survey).contains("   [x] 11 สิ่ง 11"))
    say("3", to: &survey)
    #expect(survey.value("needs") == "n3")
  }

  @Test func `a place is found by its name and taken by its number`() throws {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/addr_here")
    say("2", to: &survey)
    survey.model.jump(to: "/data/q1/addr_province")
    say("น้ำใส", to: &survey)
    let found = try #require(PlainFill.matches(in: survey.model))
    #expect(found.count > 2 && found[1].contains("น้ำใส"))
    say("2", to: &survey)
    #expect(found[1].hasSuffix(survey.value("q1/postcode")))
  }

  @Test(arguments: [
    (":กลับ", Key.escape), (":b", .escape), (":ทวน", .function(9)), (":undo", .function(4)),
  ])
  func `a command is the key of the screens`(line: String, key: Key) {
    #expect(PlainKeys.command(line) == key)
  }

  @Test func `a line that is no command is an answer`() {
    #expect(PlainKeys.command(":") == nil)
    #expect(PlainKeys.command("back") == nil)
    #expect(PlainKeys.command(":xyz") == nil)
  }
}
