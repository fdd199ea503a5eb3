import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct FillTests {
  private func survey(at place: String = "") throws -> Survey {
    var survey = try #require(Survey())
    if !place.isEmpty, !survey.model.jump(to: "/data/" + place) {
      Issue.record("\(place) is not asked")
    }
    return survey
  }

  @Test func `a page that the profile answers costs no key`() throws {
    let survey = try survey()
    #expect(survey.place == "/data/grp/affected_group")
    #expect(survey.value("site/site_subdistrict") == "470501")
    #expect(survey.value("site/site_moo") == "3")
    #expect(survey.value("surveyor/surveyor_position") == "head")
    #expect(survey.effects.isEmpty, "a record nobody touched is not kept")
  }

  @Test func `the arrows move in a text of several rows before they leave it`() throws {
    var survey = try survey(at: "q1/first_name")
    for key in keys(String(repeating: "น้ำท่วมบ้าน เก็บของไม่ทัน ", count: 4)) { survey.press(key) }
    _ = survey.screen()
    survey.press(.up)
    #expect(survey.place == "/data/q1/first_name")
    survey.press(.down, .character("ก"))
    #expect(survey.model.editor.typed?.field.text.contains("ก") == true)
    _ = survey.screen()
    survey.press(.down)
    #expect(survey.place != "/data/q1/first_name", "the last row leads on")
  }

  @Test func `every accepted answer is handed over with all of the record`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.answer("สมชาย")
    guard case .save(let snapshot)? = survey.effects.last else {
      Issue.record("nothing was saved")
      return
    }
    let again = try FormSession(
      #require(Survey.form), draft: snapshot.instance, environment: Survey.environment)
    #expect(again.value("/data/q1/first_name") == "สมชาย")
    #expect(again.value("/data/site/site_subdistrict") == "470501")
    #expect(snapshot.place == "/data/q1/first_name")
  }

  @Test func `saved is said only when the store has said so`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.saves = false
    survey.answer("สมชาย")
    #expect(GridText.row(0, of: survey.screen()).contains("กำลังบันทึก"))
    _ = FillScreen.update(&survey.model, .saved(1))
    #expect(GridText.row(0, of: survey.screen()).contains("บันทึกแล้ว"))
  }

  @Test func `a disk that refuses is said loudly and nothing is lost`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.saves = false
    survey.answer("สมชาย")
    _ = FillScreen.update(&survey.model, .saveFailed(1))
    #expect(survey.text.contains("ยังไม่ได้บันทึก!"))
    #expect(survey.value("q1/first_name") == "สมชาย")
    survey.answer("ใจดี")
    _ = FillScreen.update(&survey.model, .saved(2))
    #expect(!survey.text.contains("ยังไม่ได้บันทึก!"))
  }

  @Test func `a record is left when it is on the disk, and lost only by asking twice`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.saves = false
    for key in keys("สมชาย") { survey.press(key) }
    survey.press(.escape)
    #expect(survey.effects.last != .leave, "it is not on the disk yet")
    #expect(FillScreen.update(&survey.model, .saveFailed(1)) == [])
    #expect(survey.text.contains("กด Esc อีกครั้งเพื่อออกและทิ้งคำตอบ"))
    survey.press(.down)
    survey.press(.escape)
    #expect(survey.effects.last != .leave, "another key took the question back")
    #expect(FillScreen.update(&survey.model, .saved(2)) == [.leave])
  }

  @Test func `what the disk refused is tried again while nobody types`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.saves = false
    survey.answer("สมชาย")
    #expect(FillScreen.update(&survey.model, .pause) == [])
    _ = FillScreen.update(&survey.model, .saveFailed(1, StoreError.readOnly.label))
    #expect(survey.text.contains("เขียนลงดิสก์ไม่ได้ ข้อมูลเดิมอยู่ครบ"))
    guard case .save(let again)? = FillScreen.update(&survey.model, .pause).last else {
      Issue.record("nothing is saved")
      return
    }
    #expect(FillScreen.update(&survey.model, .saved(again.number)) == [])
    #expect(FillScreen.update(&survey.model, .pause) == [])
  }

  @Test func `what is typed and not accepted is kept when the terminal goes`() throws {
    var survey = try survey(at: "q1/first_name")
    for key in keys("สมชาย") { survey.press(key) }
    #expect(survey.value("q1/first_name").isEmpty)
    let effects = FillScreen.update(&survey.model, .settle)
    guard case .save(let snapshot)? = effects.first, effects.count == 1 else {
      Issue.record("nothing is saved")
      return
    }
    #expect(snapshot.pending.map(\.text) == ["สมชาย"])
    #expect(survey.value("q1/first_name").isEmpty, "it is no answer by itself")
  }

  @Test
  func `a wrong identity number is kept, said at the question, and let go at the second enter`()
    throws
  {
    var survey = try survey(at: "q1/citizen_id")
    survey.answer("1-0000-00001-01-4")
    #expect(survey.place == "/data/q1/citizen_id")
    #expect(survey.text.contains("! เลขประจำตัวประชาชนต้องมี 13 หลัก"))
    #expect(survey.value("q1/citizen_id") == "1000000001014")
    survey.press(.enter)
    #expect(survey.place == "/data/q1/age")
  }

  @Test func `what was said to be wrong goes while the text is put right, and comes back with it`()
    throws
  {
    var survey = try survey(at: "q1/citizen_id")
    survey.answer("1-0000-00001-01-4")
    let said = "! เลขประจำตัวประชาชนต้องมี 13 หลัก"
    survey.press(.backspace)
    #expect(survey.text.contains(said), "twelve digits are not right either")
    survey.press(.character("3"))
    #expect(!survey.text.contains(said))
    #expect(survey.value("q1/citizen_id") == "1000000001014", "nothing is kept before Enter")
    survey.press(.backspace, .character("5"))
    #expect(survey.text.contains(said))
    survey.model.jump(to: "/data/q1/first_name")
    survey.press(.enter)
    #expect(survey.text.contains("! ต้องตอบข้อนี้"))
    survey.press(.character("ส"))
    #expect(!survey.text.contains("! ต้องตอบข้อนี้"))
  }

  @Test func `a refused text stays in the field and is never sent on`() throws {
    var survey = try survey(at: "q1/age")
    survey.answer("สี่สิบ")
    #expect(survey.place == "/data/q1/age")
    #expect(survey.text.contains("สี่สิบ"))
    #expect(survey.value("q1/age").isEmpty)
    #expect(survey.effects.isEmpty)
    survey.press(.function(9))
    #expect(survey.model.overlay == nil, "the review waits for the field")
  }

  @Test(arguments: [
    (Key.escape, false), (.enter, false), (.character("1"), false),
    (.character("2"), true),
  ])
  func `a text that is no answer is left behind only where the box was told so`(
    key: Key, leaves: Bool
  ) throws {
    for (place, text) in [("q1/age", "abc"), ("q1/addr_province", "พังโครน")] {
      var survey = try survey(at: "q1/addr_here")
      survey.press(.character("2"))
      survey.model.jump(to: "/data/" + place)
      survey.answer(text)
      survey.press(.escape)
      #expect(!survey.effects.contains(.leave), "Esc asks first")
      #expect(survey.text.contains("ที่ใส่ไว้ยังใช้ไม่ได้") && survey.text.contains(text))
      survey.press(key)
      #expect(survey.model.overlay == nil)
      #expect(survey.effects.contains(.leave) == leaves)
      #expect(survey.text.contains(text), "it stays in its field")
      let kept = survey.effects.contains {
        if case .save(let snapshot) = $0 { snapshot.pending.map(\.text) == [text] } else { false }
      }
      #expect(kept == leaves)
    }
  }

  @Test func `the title says typing while a text is not in the draft, and saved when it is`() throws
  {
    var survey = try survey(at: "q1/first_name")
    survey.answer("สมชาย")
    #expect(GridText.row(0, of: survey.screen()).contains("บันทึกแล้ว"))
    survey.press(.character("ใ"))
    #expect(GridText.row(0, of: survey.screen()).contains("กำลังพิมพ์"))
    #expect(!GridText.row(0, of: survey.screen()).contains("บันทึกแล้ว"))
    survey.press(.character("จ"), .enter)
    #expect(GridText.row(0, of: survey.screen()).contains("บันทึกแล้ว"))
    survey.model.jump(to: "/data/q1/addr_here")
    survey.press(.character("2"))
    survey.model.jump(to: "/data/q1/addr_province")
    survey.press(.character("พ"))
    #expect(GridText.row(0, of: survey.screen()).contains("กำลังพิมพ์"), "words to find, too")
  }

  @Test func `leaving keeps what was typed`() throws {
    var survey = try survey(at: "q1/first_name")
    for key in keys("สมชาย") { survey.press(key) }
    survey.press(.escape)
    #expect(survey.effects.count == 2)
    #expect(survey.effects.last == .leave)
    #expect(survey.value("q1/first_name") == "สมชาย")
  }

  @Test func `an empty required question is said once and does not hold anybody`() throws {
    var survey = try survey(at: "q1/first_name")
    #expect(!survey.text.contains("ต้องตอบข้อนี้"), "nothing is wrong before it was asked")
    survey.press(.enter)
    #expect(survey.place == "/data/q1/first_name")
    #expect(survey.text.contains("! ต้องตอบข้อนี้"))
    survey.press(.enter)
    #expect(survey.place == "/data/q1/last_name")
  }

  @Test func `a warning shows at once, keeps the question for one Enter and blocks nothing`() throws
  {
    var survey = try survey(at: "q1/age")
    survey.answer("12")
    #expect(survey.place == "/data/q1/age")
    #expect(survey.text.contains("คำเตือน: อายุต่ำกว่า 15 ปี"))
    survey.press(.enter)
    #expect(survey.place == "/data/q1/house_no")
    #expect(survey.text.contains("คำเตือน: อายุต่ำกว่า 15 ปี"))
  }

  @Test func `one enter in the picker fills the cascade and the postcode`() throws {
    var survey = try survey(at: "q1/addr_here")
    survey.press(.character("2"), .enter)
    #expect(survey.place == "/data/q1/addr_province")
    survey.answer("บานดุง")
    #expect(survey.value("q1/addr_province") == "41")
    #expect(survey.value("q1/addr_district") == "4111")
    #expect(survey.value("q1/addr_subdistrict") == "411102")
    #expect(survey.value("q1/postcode") == "41190")
  }

  @Test func `a place that is not found keeps focus and text whatever way one turns`() throws {
    var survey = try survey(at: "q1/addr_here")
    survey.press(.character("2"), .enter)
    survey.answer("บานดุง")
    survey.model.jump(to: "/data/q1/addr_province")
    for key in keys("พังโครน") { survey.press(key) }
    for key in [Key.enter, .tab, .pageDown, .function(9), .function(6), .function(3)] {
      survey.press(key)
      #expect(survey.place == "/data/q1/addr_province", "\(key)")
      #expect(survey.model.overlay == nil, "\(key)")
      #expect(survey.model.notice == .form(.placeNotFound), "\(key)")
    }
    survey.press(.function(2))
    #expect(survey.text.contains("พังโครน") && survey.text.contains("No such subdistrict"))
    survey.press(.function(4))
    #expect(survey.model.editor.sought.isEmpty, "F4 takes the text back, and no answer")
    #expect(survey.value("q1/addr_subdistrict") == "411102")
  }

  @Test func `a ranking keeps the whole order and how many are wanted`() throws {
    var survey = try survey(at: "q6/needs")
    survey.press(.character(" "), .character(" "), .enter)
    #expect(survey.value("q6/needs").split(separator: " ").count == 15)
    #expect(survey.value("q6/needs_count") == "2")
    #expect(survey.place != "/data/q6/needs_count", "the count is not asked again")
  }

  @Test func `undo takes back answer by answer and goes to the question`() throws {
    var survey = try survey(at: "q1/first_name")
    survey.answer("สมชาย")
    survey.answer("ใจดี")
    survey.press(.function(4))
    #expect(survey.value("q1/last_name").isEmpty)
    #expect(survey.place == "/data/q1/last_name")
    survey.press(.function(4))
    #expect(survey.value("q1/first_name").isEmpty)
    #expect(survey.effects.count == 4, "what was undone is saved too")
    #expect(survey.text.contains("ย้อน “ชื่อตัว”: เอา “สมชาย” ออกแล้ว"))
    survey.press(.function(4))
    #expect(survey.model.notice == .nothingToUndo)
  }

  @Test func `the language changes in the middle and the answers stay`() throws {
    var survey = try survey(at: "q1/citizen_id")
    survey.answer("1000000001013")
    survey.press(.function(2))
    #expect(survey.effects.last == .language(.english))
    #expect(survey.text.contains("Age"))
    #expect(survey.text.contains("Undo"))
    #expect(survey.value("q1/citizen_id") == "1000000001013")
  }

  @Test func `F1 explains the question and any other key closes it`() throws {
    var survey = try survey(at: "q1/citizen_id")
    survey.press(.function(1))
    #expect(survey.text.contains("1-0000-00001-01-3"))
    survey.press(.enter)
    #expect(survey.model.overlay == nil)
    #expect(survey.place == "/data/q1/citizen_id")
  }

  @Test func `the review names the officer's remarks first, and which were not followed`() throws {
    var first = try survey(at: "q1/first_name")
    first.answer("สมชาย")
    first.answer("ศรีสุข")
    let former = first.model.session
    let comments = [
      QuestionComment(path: "/data/q1/first_name", text: "ตรวจกับบัตร"),
      QuestionComment(path: "/data/q1/last_name", text: "ตามบัตรสะกดว่า ศรีสุขใจ"),
    ]
    var survey = try #require(
      Survey(former, comments: comments, former: former, place: "/data/q1/first_name"))
    survey.press(.enter, .control("u"))
    survey.answer("ศรีสุขใจ")
    survey.press(.function(9))
    guard case .review(let review)? = survey.model.overlay else {
      Issue.record("no review")
      return
    }
    #expect(review.rows[0].text == "ปลัดขอให้แก้ 2 ข้อ")
    #expect(review.rows[1].text.hasSuffix(": ตรวจกับบัตร (ยังไม่ได้แก้)"))
    #expect(review.rows[2].text.hasSuffix(": ตามบัตรสะกดว่า ศรีสุขใจ (แก้แล้ว)"))
    #expect(review.row == 1)
    survey.press(.enter)
    #expect(survey.place == "/data/q1/first_name")
  }

  @Test func `why a record came back is said first, and again in the review`() throws {
    var first = try survey(at: "q1/first_name")
    first.answer("สมชาย")
    first.answer("ศรีสุข")
    let former = first.model.session
    let comment = QuestionComment(path: "/data/q1/last_name", text: "ตามบัตร")
    let said = DecisionBody(
      reasons: [.unsigned], comments: [comment], note: "ให้เสร็จก่อนวันศุกร์")
    var survey = try #require(
      Survey(former, comments: said.remarks(in: .thai), former: former))
    #expect(survey.place == "/data/q1/last_name")
    survey.model.tellWhyReturned()
    for words in ["ให้เสร็จก่อนวันศุกร์", "รายข้ออีก 1 ข้อ", "F9"] {
      #expect(survey.text.contains(words), "\(words)")
    }
    survey.press(.enter)
    #expect(survey.model.overlay == nil)
    survey.press(.function(9))
    #expect(survey.text.contains("ปลัดขอให้แก้ 3 ข้อ"))
    #expect(survey.text.contains("ให้เสร็จก่อนวันศุกร์"))
  }

  @Test func `a record may be finished against the officer's remark, and is not called all right`()
    throws
  {
    var survey = try SmallForm.survey(
      record: "<name/>", body: #"<input ref="/data/name"><label>ชื่อ</label></input>"#)
    survey.answer("สมชาย")
    let former = survey.model.session
    let comment = QuestionComment(path: "/data/name", text: "ตรวจกับบัตร")
    survey = try #require(
      Survey(former, profile: nil, comments: [comment], former: former, place: "/data/name"))
    survey.press(.function(9))
    #expect(!survey.text.contains("ไม่มีข้อที่ต้องแก้"))
    #expect(survey.text.contains("ยังไม่ได้แก้ตามปลัด 1 ข้อ"))
    survey.press(.down, .enter)
    #expect(survey.text.contains("จบแบบสำรวจ"))
    survey.press(.escape, .escape)
    survey.answer(" ใจดี")
    #expect(survey.text.contains("ตอบครบแล้ว ไม่มีข้อที่ต้องแก้"))
    survey.press(.enter)
    #expect(survey.text.contains("จบแบบสำรวจ"), "the highlight is on what is left: finishing")
  }

  @Test func `a section that was done is done when the draft is opened again`() throws {
    let names = ["a", "b", "c", "d", "e"]
    let form = try SmallForm.form(
      record: names.map { "<\($0)><q/></\($0)>" }.joined().replacing(
        "<e><q/>", with: "<e><q>1</q>"),
      binds: #"<bind nodeset="/data/c/q" required="true()"/>"#,
      body: names.map {
        "<group ref=\"/data/\($0)\"><label>\($0)</label>"
          + "<input ref=\"/data/\($0)/q\"><label>q</label></input></group>"
      }.joined())
    func states(_ survey: Survey) -> [SectionList.State] {
      survey.model.sections.indices.map { SectionList.state(of: $0, in: survey.model) }
    }
    func opened(_ survey: Survey) throws -> Survey {
      let draft = survey.model.session.draft()
      return try #require(
        Survey(
          FormSession(form, draft: draft, environment: Survey.environment), profile: nil,
          place: survey.place))
    }
    var first = try #require(
      Survey(FormSession(form, environment: Survey.environment), profile: nil))
    first.answer("1")
    first.press(.enter)
    #expect(first.place == "/data/c/q")
    #expect(states(first) == [.done, .done, .notReached, .notReached, .notReached])
    #expect(try states(opened(first)) == states(first), "c wants an answer, e has a default only")
    first.answer("3")
    #expect(try states(opened(first)) == [.done, .done, .done, .done, .notReached])
    first.model.jump(to: "/data/e/q")
    first.answer("5")
    first.press(.escape)
    first.model.jump(to: "/data/a/q")
    #expect(try states(opened(first)).last == .done, "what was answered was seen")
  }

  @Test(arguments: [
    (Key.function(9), "ก่อนจบ", "before finishing"), (.function(6), "ทุกข้อของแบบ", "Every question"),
  ])
  func `F1 explains what lies over the page, and goes back to it`(
    opens: Key, thai: String, english: String
  ) throws {
    var survey = try survey(at: "q1/citizen_id")
    survey.press(opens, .down, .down)
    let before = survey.model.overlay
    survey.press(.function(1))
    #expect(survey.text.contains(thai))
    #expect(!survey.text.contains("1-0000-00001-01-3"), "it is not the question beneath")
    survey.press(.escape)
    #expect(survey.model.overlay == before)
    survey.press(.function(2), .function(1))
    #expect(survey.text.contains(english))
    survey.press(.escape, .escape)
    #expect(survey.model.overlay == nil)
    #expect(survey.place == "/data/q1/citizen_id")
  }

  @Test func `a draft opens at the question where it was left`() throws {
    var first = try survey(at: "q1/age")
    first.answer("42")
    let saved = try FormSession(
      #require(Survey.form), draft: first.model.session.draft(), environment: Survey.environment)
    let again = try #require(Survey(saved, place: "/data/q1/age"))
    #expect(again.place == "/data/q1/age")
    #expect(again.value("q1/age") == "42")
  }
}
