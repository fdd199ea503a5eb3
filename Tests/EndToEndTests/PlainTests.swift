import Glibc
import TestSupport
import Testing

/// The app as lines of text, worked through a pipe.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct PlainTests {
  private func talk(_ folder: TemporaryFolder, _ lines: [String]) throws -> String {
    let outcome = try Program(name: "fieldtui").run(
      ["--plain", "--data", FieldLaptop.data(in: folder)],
      input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  /// Looks for words in this order.
  func expect(_ output: String, says wanted: [String]) {
    var rest = output[...]
    for words in wanted {
      guard let found = rest.firstRange(of: words) else {
        Issue.record("“\(words)” does not come, in \(output)")
        return
      }
      rest = rest[found.upperBound...]
    }
  }

  private static let person = [
    "นายสมหมาย ใจดี", "ผู้ใหญ่บ้าน", "1", "พังโคน", "1", "3", "บ้านตัวอย่าง", "ควายสี่ตัวข้ามคลอง",
    "ควายสี่ตัวข้ามคลอง",
  ]

  /// The affected-person survey of one person, a line for each question.
  private static let survey = [
    "2", "3", "กิ่งแก้ว", "น้ำใส", "๐๘๑-๒๓๔-๕๖๗๘", "1", "1-0000-00001-02-1", "47", "12/3", "", "", "1",
    "3", "", "3", "", "ร้านลาบ", "อุดร", "1", "1", "5", "2", "3 1 2", "", "9000", "1", "1",
    "20/4/2563",
    "", "1",
  ]

  @Test func `a person, a survey, its finish and its sending, all in lines`() async throws {
    let folder = try TemporaryFolder()
    let centre = try RunningCentre()
    let code = try centre.code(.village, area: "47050103", name: "นายสมหมาย ใจดี")
    let output = try talk(
      folder,
      Self.person + [":กลับ", "http://127.0.0.1:\(centre.port)", "\(code)", "1"] + Self.survey
        + [":เสร็จ", "1", "4", ":กลับ", "5", ":quit"])
    expect(
      output,
      says: [
        "ชื่อ-สกุล:", "เพิ่มผู้ใช้แล้ว", "ลงทะเบียนแล้ว", "1) กรอกแบบสำรวจใหม่", "ผู้ได้รับผลกระทบอยู่ในกลุ่มใด *",
        "3 นางสาว", "ชื่อตัว *", "= กิ่งแก้ว", "= 1-0000-00001-02-1 :", "รหัสไปรษณีย์", "= อุดรธานี",
        "10 จาก 15", "ตอบครบแล้ว", ":เสร็จ", "จบแบบสำรวจ", "เสร็จแล้ว พร้อมส่ง",
        "ส่งครบแล้ว ศูนย์ได้รับทุกรายการ",
        "กิ่งแก้ว น้ำใส (12/3) · ส่งถึงแล้ว", "== หน้าหลัก", "== ส่งแล้ว และผลการตรวจ",
        "1 กิ่งแก้ว น้ำใส (12/3)", "ทุกคำตอบบันทึกแล้ว",
      ])
    #expect(!output.contains("ควายสี่ตัว"), "a passphrase is not said back")
    let whole = output.ranges(of: "1-0000-00001-02-1").count
    #expect(whole == 1, "an identity number once, to be compared with the card")
  }

  @Test func `a finished record is found by its number and read, and its double is warned about`()
    throws
  {
    let folder = try TemporaryFolder()
    let output = try talk(
      folder,
      Self.person + [":กลับ", ":กลับ", "1"] + Self.survey + [":เสร็จ", "1", "6", "1000000001021", "1"]
        + ["", "", "", "", "", ":กลับ", ":กลับ", "1"] + Self.survey.prefix(7) + [":quit"])
    expect(
      output,
      says: [
        "6) ทุกคนในหมู่บ้าน 1 ราย · วันนี้เสร็จ 1", "== ทุกคนในหมู่บ้าน",
        "1 กิ่งแก้ว น้ำใส (12/3) · 12/3 · พร้อมส่ง", "พร้อมส่ง", "ชื่อตัว: กิ่งแก้ว", "x-xxxx-xxxx1-02-1",
        "== หน้าหลัก", "เลขบัตรนี้มีแล้ว: กิ่งแก้ว น้ำใส (12/3) (พร้อมส่ง)",
      ])
    let whole = output.ranges(of: "1-0000-00001-02-1").count
    #expect(whole == 2, "it is said whole where it was just typed, and nowhere else")
  }

  @Test func `a wrong passphrase is refused, and a survey left in the middle is there again`()
    async throws
  {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let first = try talk(
      folder, ["1", "ผิด", "ควายสี่ตัวข้ามคลอง", "1", "1", "", "๑", "บ้านโพน", "2", "2", "สมศรี"])
    expect(first, says: ["รหัสผ่านไม่ถูกต้อง", "== หน้าหลัก", "คำนำหน้านาม", "ชื่อสกุล *"])
    let second = try talk(
      folder,
      ["1", "ควายสี่ตัวข้ามคลอง", "2", "1", ":ทวน", ":อ่าน", ":ต่อ", ":กลับ", ":ขึ้น", ":help", "", ":เลิก"])
    expect(second, says: ["== ร่าง", "ชื่อตัว: สมศรี", "ชื่อตัว *", "คำตอบ: สมศรี"])
  }
}

/// Another form of the installation than the affected-person survey.
extension PlainTests {
  @Test func `any installed form is filled in, with its repeats, and another is refused by name`()
    async throws
  {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    for name in ["/forms", "/forms/household"] { #expect(mkdir(folder.path + name, 0o700) == 0) }
    try folder.write(Self.household, to: "forms/household/household.xml")
    var program = Program(name: "fieldtui")
    program.environment["FIELDTUI_FORMS"] = folder.path + "/forms"
    let open = ["--plain", "--data", FieldLaptop.data(in: folder), "--form"]
    let lines = ["1", "ควายสี่ตัวข้ามคลอง", "1", "17.15 103.70", "สมชาย", "1", "สมหญิง", "", ":อ่าน"]
    let output = try program.run(open + ["household"], input: lines.joined(separator: "\n") + "\n")
    expect(
      output.output,
      says: ["จุดบ้าน *", "-- คน 1", "เพิ่มคน (มีแล้ว 1)", "-- คน 2", "ตอบครบแล้ว", "สมหญิง"])
    #expect(try program.run(open + ["school"]).status == 66)
  }

  private static let household = """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
    <h:head><h:title>ครัวเรือน</h:title><model>
    <instance><data id="household" version="1"><place/><person><name/></person></data></instance>
    <bind nodeset="/data/place" type="geopoint" required="true()"/></model></h:head><h:body>
    <input ref="/data/place"><label>จุดบ้าน</label></input>
    <group ref="/data/person"><label>คน</label><repeat nodeset="/data/person">
    <input ref="/data/person/name"><label>ชื่อ</label></input></repeat></group></h:body></h:html>
    """
}
