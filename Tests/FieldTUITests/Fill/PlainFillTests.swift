import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

/// The questions of a form as lines.
@Suite struct PlainFillTests {
  private func talking(at path: String) throws -> Talking {
    var talk = try Talking(#require(Survey()))
    talk.jump(to: path)
    return talk
  }

  private func list(_ count: Int, _ control: String = "select1") throws -> Survey {
    try SmallForm.survey(
      record: "<needs/><end/>",
      body: "<\(control) ref=\"/data/needs\"><label>สิ่งที่ขาด</label>"
        + (1...count).map { "<item><label>สิ่ง \($0)</label><value>n\($0)</value></item>" }.joined()
        + "</\(control)><input ref=\"/data/end\"><label>หมายเหตุ</label></input>")
  }

  @Test func `a record that came back says the officer's words and the answer before`() throws {
    var first = try #require(Survey())
    first.model.jump(to: "/data/q1/last_name")
    first.answer("ศรีสุข")
    let former = first.model.session
    let comments = [
      QuestionComment(path: "", text: "อ่านชื่อไม่ออก"),
      QuestionComment(path: "/data/q1/last_name", text: "ตามบัตรสะกดว่า ศรีสุขใจ"),
    ]
    var survey = try #require(
      Survey(former, comments: comments, former: former, place: "/data/q1/last_name"))
    survey.model.tellWhyReturned()
    var talk = try Talking(survey)
    let why = talk.opening
    #expect(why.contains("- อ่านชื่อไม่ออก") && why.contains(":แก้"))
    #expect(!why.contains("F3") && !why.contains("F9"))
    #expect(why.contains("เจ้าหน้าที่: ตามบัตรสะกดว่า ศรีสุขใจ"))
    #expect(why.contains("คำตอบเดิม: ศรีสุข"))
    talk.say("ศรีสุขใจ")
    #expect(talk.value("q1/last_name") == "ศรีสุขใจ")
    #expect(!talk.prompt.contains("อ่านชื่อไม่ออก"), "why is said once")
  }

  @Test(arguments: ["1.2", "19", "25 ปี", "2 นาง", "ไม่", "x", "0", "-1", "๙", ":ทิ้ง 1", ":", "1 2"])
  func `a choice takes its number or its label and nothing else`(line: String) throws {
    var talk = try talking(at: "q1/title")
    let said = talk.say(line)
    #expect(talk.value("q1/title").isEmpty && said.hasPrefix("! "), "\(said)")
    #expect(said.contains("พิมพ์เลข") && talk.effects == [])
    #expect(talk.say("๒").hasPrefix("= นาง"))
    #expect(talk.fill?.entry?.path == "/data/q1/first_name")
    #expect(talk.say(":ขึ้น").contains("(x) 2 นาง"))
    talk.say("นางสาว")
    #expect(talk.value("q1/title") == "miss", "its label will do")
  }

  @Test func `an unknown command is no text, and two colons begin a text with one`() throws {
    var talk = try talking(at: "q1/first_name")
    #expect(talk.say(":ทิ้ง 1").contains("ไม่เข้าใจ"))
    #expect(talk.value("q1/first_name").isEmpty)
    talk.say("::สมศรี")
    #expect(talk.value("q1/first_name") == ":สมศรี")
  }

  @Test func `needs are ranked as on paper, and nothing is dropped unasked`() throws {
    var talk = try talking(at: "q6/needs")
    let names = try #require(talk.fill).session.choices("/data/q6/needs").map(\.name)
    talk.say("2 - 1 - - ๓")
    let order = talk.value("q6/needs")
    func first(_ order: String) -> [String] {
      order.split(separator: " ").prefix(3).map(String.init)
    }
    #expect(first(order) == [2, 0, 5].map { names[$0] })
    for line in ["4", "1 99", "1 1", "1 3", "ไม่", "1=1 2", ":ทิ้ง 1"] {
      talk.jump(to: "q6/needs")
      #expect(talk.say(line).hasPrefix("! "), "\(line)")
      #expect(talk.value("q6/needs") == order)
    }
    #expect(talk.say("2 1").hasPrefix("? "), "rows 3 and 6 would lose theirs")
    #expect(talk.value("q6/needs") == order)
    talk.say("1=- 12=2")
    #expect(first(talk.value("q6/needs")) == [2, 11, 5].map { names[$0] })
    talk.say(":ย้อน")
    #expect(talk.value("q6/needs") == order, "one line is one step")
  }

  @Test func `choices are ticked exactly as the line says`() throws {
    var talk = try Talking(list(12, "select"))
    #expect(talk.say("2 11 3").contains("สิ่ง 11"))
    #expect(talk.value("needs") == "n2 n3 n11")
    talk.say(":ขึ้น")
    for line in ["13", "2 2", "2 x", "+"] { #expect(talk.say(line).hasPrefix("! "), "\(line)") }
    #expect(talk.say("3").contains("สิ่ง 11"), "what would go is named")
    #expect(talk.value("needs") == "n2 n3 n11")
    talk.say("-11")
    #expect(talk.value("needs") == "n2 n3")
    talk.say(":ขึ้น")
    talk.say("สิ่ง 12")
    #expect(talk.value("needs") == "n2 n3 n12")
  }

  @Test func `ten or more choices are said a page at a time, and by what one searches`() throws {
    var talk = try Talking(list(23))
    let first = talk.prompt
    #expect(first.contains("10 สิ่ง 10") && !first.contains("11 สิ่ง 11") && first.contains(":ต่อ"))
    #expect(talk.say(":ช่วย").contains("เพื่อค้น"))
    talk.say(":again")
    #expect(talk.say(":more").contains("( ) 20 สิ่ง 20"))
    #expect(talk.say("23").contains("23 สิ่ง 23"), "a number that was not said is said first")
    #expect(talk.value("needs").isEmpty)
    #expect(talk.say("23").hasPrefix("= สิ่ง 23"))
    talk.say(":up")
    let found = talk.say("ง 17")
    #expect(found.contains("   1 สิ่ง 17") && talk.value("needs") == "n23", "\(found)")
    talk.say("1")
    #expect(talk.value("needs") == "n17")
  }

  @Test func `a place is found by its name, said in words, and taken by its number`() throws {
    var talk = try talking(at: "q1/addr_here")
    talk.say("2")
    talk.jump(to: "q1/addr_province")
    let found = talk.say("น้ำใส").split(separator: "\n")
    #expect(found.count > 3 && talk.value("q1/addr_province").isEmpty)
    let second = try #require(found.first { $0.hasPrefix("   2 ") }).dropFirst(5)
    #expect(talk.say("2").hasPrefix("= " + second))
    #expect(second.hasSuffix(talk.value("q1/postcode")))
  }

  @Test func `a date that is refused holds nobody, and an empty line goes on`() throws {
    var talk = try Talking(
      SmallForm.survey(
        record: "<day/><count/>",
        binds: #"<bind nodeset="/data/day" type="date"/><bind nodeset="/data/count" type="int"/>"#,
        body: """
          <input ref="/data/day"><label>วันที่</label></input>
          <input ref="/data/count"><label>จำนวน</label></input>
          """))
    #expect(talk.say("31/2/2563").hasPrefix("! "))
    #expect(talk.fill?.editor.isDirty == false)
    #expect(talk.say("").contains("จำนวน"))
    #expect(talk.say("25 ปี").hasPrefix("! ") && talk.value("count").isEmpty)
    #expect(talk.say("๓๐,๐๐๐").hasPrefix("= 30000"))
    talk.say(":กลับ")
    talk.say(":ขึ้น")
    talk.say(":ขึ้น")
    #expect(talk.say("10/4/2020").contains("= วันศุกร์ที่ 10 เมษายน 2563"))
  }

  @Test func `a national ID is said whole once, in groups, and masked from then on`() throws {
    var talk = try talking(at: "q1/citizen_id")
    #expect(talk.say("1000000001021").contains("1-0000-00001-02-1 : 1, 0 0 0 0, 0 0 0 0 1, 0 2, 1"))
    talk.say(":ขึ้น")
    let again = talk.prompt
    #expect(!again.contains("00001-02-1") && again.contains("1-02-1") || again.contains("*"))
  }

  @Test func `no line but the word and a yes finishes`() throws {
    var talk = try Talking(list(3))
    talk.say("1")
    for line in ["ไม่ ยังไม่เสร็จ", "", "ไม่", "1", "2", "x", ":เส", ":f"] {
      if talk.fill?.overlay == nil { talk.say(":ทวน") }
      talk.say(line)
      #expect(!talk.isFinishing && talk.fill != nil, "\(line)")
    }
    if talk.fill?.overlay == nil { talk.say(":ทวน") }
    #expect(talk.say(":เสร็จ").contains("1 เสร็จแล้ว พร้อมส่ง"))
    for line in ["", "ไม่", "ไม่ ยังไม่เสร็จ", "1 ไม่", "3"] {
      #expect(talk.say(line).hasPrefix("! ") && !talk.isFinishing, "\(line)")
    }
    talk.say("1")
    #expect(talk.isFinishing)
  }

  @Test func `questions have one number in the list, in the review and where one is`() throws {
    var talk = try talking(at: "q1/last_name")
    let here = talk.say(":ที่ไหน")
    let number = try #require(here.split(separator: "ข้อ ").last?.split(separator: " ").first)
    #expect(talk.prompt.contains("[\(number)] ชื่อสกุล"))
    talk.say(":ทวน")
    #expect(talk.say(":อ่าน").contains("[1] "))
    talk.say(":กลับ")
    talk.say(":ข้อ")
    talk.say("สกุล")
    talk.say(String(number))
    #expect(talk.fill?.entry?.path == "/data/q1/last_name")
    #expect(talk.say(":ข้อ 999").hasPrefix("! "))
    talk.jump(to: "q1/title")
    talk.say(":ข้อ \(number)")
    #expect(talk.fill?.entry?.path == "/data/q1/last_name")
  }

  @Test func `the next to correct and the review agree`() throws {
    var talk = try talking(at: "q1/title")
    #expect(!talk.say(":แก้").contains("ไม่มีข้อที่ต้องแก้"), "much is not answered yet")
    #expect(talk.say(":ทวน").contains("ต้องแก้"))
  }

  @Test func `a beginning that several commands share is none of them`() throws {
    var talk = try talking(at: "q1/title")
    let said = talk.say(":ก")
    #expect(said.hasPrefix("! ") && said.contains(":กลับ") && said.contains(":ก่อน"))
    #expect(talk.say(":เล").contains(":เลิก") && !talk.talk.model.isFinished)
    #expect(talk.say(":กลั") != "" && talk.fill == nil, "one that only one has is")
  }

  @Test func `old notices are not said again`() throws {
    var talk = try talking(at: "q1/title")
    #expect(talk.say(":ย้อน").contains("ไม่มีอะไรให้ย้อน"))
    #expect(!talk.say("x").contains("ไม่มีอะไรให้ย้อน"))
    #expect(!talk.say(":ที่ไหน").contains("ไม่มีอะไรให้ย้อน"))
  }

  @Test func `what the disk refuses is asked about before one leaves, and the end says it`() throws
  {
    var talk = try talking(at: "q1/first_name")
    talk.saves = false
    #expect(talk.say("สมศรี").contains("บันทึกลงดิสก์ไม่ได้"))
    talk.say("ใจดี")
    #expect(talk.say(":เลิก").contains("ยังไม่ได้บันทึก"))
    #expect(!talk.talk.model.isFinished)
    talk.say(":ที่ไหน")
    #expect(talk.say(":เลิก").contains("ยังไม่ได้บันทึก"), "another line between: asked again")
    talk.say(":เลิก")
    #expect(talk.talk.model.isFinished)
    talk.talk.end()
    #expect(!talk.talk.takeSaid().contains { $0.text.contains("ทุกคำตอบบันทึกแล้ว") })
    #expect(talk.talk.memory.hasLost)
  }
}
