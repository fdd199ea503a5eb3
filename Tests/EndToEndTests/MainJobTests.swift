import SyncProtocol
import TestSupport
import Testing

/// The main job, from two new laptops to one verified record, by the keys of two people.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct MainJobTests {
  @Test func `a survey is filled in, sent, returned, corrected and verified`() throws {
    let centre = try RunningCentre()
    let village = try AppOnScreen(in: TemporaryFolder())
    let officer = try AppOnScreen(in: TemporaryFolder())
    try addVillageHead(to: village)
    try enrolInSettings(village, centre)
    try addOfficer(to: officer)
    try enrolAtOnce(officer, centre)

    try fillIn(village)
    try finish(village)
    try village.choose("ส่งข้อมูลเดี๋ยวนี้")
    try village.see("ส่งครบแล้ว ศูนย์ได้รับทุกรายการ", "บุญมา ศรีสุข (๑๒/๓) ส่งถึงแล้ว")
    try village.back(to: "หน้าหลัก")

    try fetch(officer, thenSee: "ตรวจสอบและยืนยันข้อมูล 1 รายการ")
    try returnWithComment(officer)
    try correct(village)
    try fetch(officer, thenSee: "ตรวจสอบและยืนยันข้อมูล 1 รายการ")
    try verify(officer)

    try village.choose("ส่งข้อมูลเดี๋ยวนี้")
    try village.see("ส่งครบแล้ว ศูนย์ได้รับทุกรายการ")
    try village.back(to: "หน้าหลัก")
    try village.choose("ส่งแล้ว และผลการตรวจ")
    try village.see("บุญมา ศรีสุขใจ (๑๒/๓) ตรวจแล้ว")
    try expectOneVerified(at: centre)
  }

  private func expectOneVerified(at centre: RunningCentre) throws {
    let status = try centre.run(["status"]).output
    let lines = status.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let village = try #require(lines.first { $0.first == "47050101" }, "\(status)")
    let columns = try #require(lines.first, "\(status)")
    let counts = Dictionary(uniqueKeysWithValues: zip(columns, village))
    #expect(counts["verified"] == "1", "\(status)")
    #expect(counts["total"] == "1", "\(status)")
    #expect(try centre.run(["audit", "verify"]).status == 0)
  }
}

/// The people and their laptops.
extension MainJobTests {
  private func addVillageHead(to app: AppOnScreen) throws {
    try app.see("เพิ่มผู้ใช้ใหม่", "ชื่อ-สกุล")
    try app.type("นายสมหมาย ใจดี\r", "ผู้ใหญ่บ้าน\r", "\r", "พังโคน")
    try app.see("> ต.พังโคน อ.พังโคน จ.สกลนคร 47160")
    try app.type("\r", "๑\r", "บ้านโพน\r", "ควายสี่ตัวข้ามคลอง\r", "ควายสี่ตัวข้ามคลอง")
    try app.see("ตำบล ต.พังโคน อ.พังโคน จ.สกลนคร 47160", "หมู่ที่ 1", "อีกครั้ง •••")
    try app.type("\r")
    try app.see("เพิ่มผู้ใช้แล้ว", "1/5")
    try app.type("\r")
    try app.see("2/5", "กดเลขหน้าตัวเลือก")
    try app.type("\u{1B}")
    try app.see("รหัสลงทะเบียน")
  }

  private func addOfficer(to app: AppOnScreen) throws {
    try app.see("เพิ่มผู้ใช้ใหม่", "ชื่อ-สกุล")
    try app.type("นางสุดา รักไทย\r", "ปลัดอำเภอ\r", "\r", "\r", "\r", "\r")
    try app.type("ช้างห้าเชือกกินกล้วย\r", "ช้างห้าเชือกกินกล้วย\r")
    try app.see("เพิ่มผู้ใช้แล้ว", "1/5")
    try app.type("\u{1B}")
    try app.see("รหัสลงทะเบียน")
  }

  private func enrolInSettings(_ app: AppOnScreen, _ centre: RunningCentre) throws {
    let code = try centre.code(.village, area: "47050101", name: "นายสมหมาย ใจดี")
    try app.back(to: "หน้าหลัก")
    try app.choose("ตั้งค่าและลงทะเบียน")
    try app.see("ยังไม่ได้ลงทะเบียนกับศูนย์")
    try app.choose("ลงทะเบียนกับศูนย์ด้วยรหัส")
    try app.see("ที่อยู่ของศูนย์")
    try app.type("http://127.0.0.1:\(centre.port)\r", "\(code)\r")
    try app.see("ลงทะเบียนแล้ว ส่งข้อมูลได้", "หน้าหลัก")
  }

  private func enrolAtOnce(_ app: AppOnScreen, _ centre: RunningCentre) throws {
    let code = try centre.code(.district, area: "4705", name: "นางสุดา รักไทย")
    try app.type("http://127.0.0.1:\(centre.port)\r", "\(code)\r")
    try app.see("ลงทะเบียนแล้ว ส่งข้อมูลได้", "เมนูตรวจสอบข้อมูล")
  }

  /// Sends and fetches from an officer's home screen, and comes back to it.
  private func fetch(_ officer: AppOnScreen, thenSee wanted: String) throws {
    try officer.choose("รับแบบใหม่ และส่งผลการตรวจ")
    try officer.see("รับครบแล้ว ผลการตรวจส่งถึงศูนย์แล้ว")
    try officer.back(to: wanted)
  }
}

/// The survey, page by page.
extension MainJobTests {
  private func fillIn(_ app: AppOnScreen) throws {
    try app.choose("กรอกแบบสำรวจใหม่")
    try app.see("ผู้ได้รับผลกระทบอยู่ในกลุ่มใด *")
    try app.type("2")
    try fillInPerson(app)
    try fillInAddress(app)
    try fillInImpact(app)
    try fillInNeeds(app)
    try certify(app)
  }

  private func fillInPerson(_ app: AppOnScreen) throws {
    try app.see("คำนำหน้านาม *")
    try app.type("3", "บุญมา\r", "ศรีสุข\r", "๐๘๑-๒๓๔-๕๖๗๘\r")
    try app.see("ชื่อตัว * บุญมา", "ชื่อสกุล * ศรีสุข", "เบอร์โทรศัพท์ติดต่อได้ 081-234-5678")
    // No registry office is called 0000, so the number is nobody's, and the screen says so.
    try app.type("1", "๑-๐๐๐๐-๐๐๐๐๑-๐๒-๑")
    try app.see("ไม่มีสำนักทะเบียนนี้")
    try app.type("\r")
    try app.see("*-****-****1-02-1")
  }

  private func fillInAddress(_ app: AppOnScreen) throws {
    try app.type("๔๗\r", "๑๒/๓\r", "\t", "ซอยวัด\r", "2", "๓\r", "บ้านดุง")
    try app.see("> ต.บ้านดุง อ.บ้านดุง จ.อุดรธานี 41190", "อายุ (ปี) * 47", "ซอย ซอยวัด")
    try app.type("\r")
    try app.see("รหัสไปรษณีย์ 41190")
  }

  private func fillInImpact(_ app: AppOnScreen) throws {
    try app.type("\t")
    try app.see("มีสิทธิจากรัฐ (เลือกได้เพียงข้อเดียว) *")
    try app.type("3")
    try app.see("นายจ้าง (ถ้ามี)")
    try app.type("ร้านลาบ\r", "ตลาดเมือง\r", "อุดร")
    try app.see("> อุดรธานี")
    // Nothing of section 3 is true of her, so that section 4 must be answered.
    try app.type("\r")
    try app.see("จังหวัด (ที่ทำงาน) อุดรธานี")
    // Enter again at once would be the same press.
    try app.type("\t")
    try app.see("( ) 5 อื่น ๆ")
    try app.type("5", "ค่าเช่าแผงค้างสามเดือน\r")
    try app.see("ข้าฯ ได้ลงทะเบียน")
    try app.type("1", "๒๒ เม.ย. ๖๓")
    try app.see("วันพุธที่ 22 เมษายน 2563")
    try app.type("\r")
  }

  private func fillInNeeds(_ app: AppOnScreen) throws {
    try app.see("ใส่ลำดับแล้ว 0 จาก 15")
    try app.type("2")
    try app.press("Down", "Down")
    try app.type("1")
    try app.see("[ 2] เงินสนับสนุนการยังชีพระยะสั้น", "[1_] การส่งเสริมการฝึกอาชีพ")
    try app.press("Down")
    try app.see("ใส่ลำดับแล้ว 2 จาก 15")
    try app.type("\r")
    try app.see("รายได้/วัน (เดิม) บาท")
    try app.type("๓๕๐\r", "๙,๐๐๐\r")
  }

  private func certify(_ app: AppOnScreen) throws {
    try app.see("[ ] 1 รับทราบและรับรอง (กด 1)")
    try app.type("1", "1")
    try app.see("กดเว้นวรรค = วันนี้")
    try app.type(" ", "\r", "1")
  }

  /// Reads the review from end to end and says that the survey is done.
  private func finish(_ app: AppOnScreen) throws {
    try app.see(
      "ตอบครบแล้ว ไม่มีข้อที่ต้องแก้", "ชื่อตัว: บุญมา", "ชื่อสกุล: ศรีสุข",
      "เลขบัตรประจำตัวประชาชน: *-****-****1-02-1")
    try app.press("End")
    try app.see("ที่สำรวจ: วัน", ": นายสมหมาย ใจดี")
    try app.press("Home")
    try confirm(app)
  }

  private func confirm(_ app: AppOnScreen) throws {
    try app.see("[ เสร็จแล้ว พร้อมส่ง ]")
    try app.type("\r")
    try app.see("จบแบบสำรวจ", "1) เสร็จแล้ว พร้อมส่ง")
    try app.type("\r")
    try app.see("หน้าหลัก", "พร้อมส่ง 1 รายการ")
  }
}

/// What became of the survey.
extension MainJobTests {
  private func returnWithComment(_ officer: AppOnScreen) throws {
    try officer.choose("ตรวจสอบและยืนยันข้อมูล")
    try officer.see("รอตรวจ 1", "ม.1 พังโคน บ้า", "บุญมา ศรีสุข (๑๒/๓)")
    try officer.type("\r")
    try officer.see("ผู้สำรวจ นายสมหมาย ใจดี", "ชื่อสกุล ศรีสุข", "x-xxxx-xxxx1-02-1")
    for _ in 0..<9 { try officer.press("Down") }
    try officer.type("c")
    try officer.see("ความเห็นในข้อนี้")
    try officer.type("ตามบัตรสะกดว่า ศรีสุขใจ\r", "r")
    try officer.see("ส่งกลับแก้ไข เพราะ", "· ชื่อสกุล: ตามบัตรสะกดว่า ศรีสุขใจ")
    try officer.type("3")
    try officer.see("[x] 3) ชื่อไม่ตรงกับบัตร")
    try officer.type("\r")
    try officer.see("รอตรวจ 0 · ส่งกลับแก้ไข 1")
    try officer.back(to: "เมนูตรวจสอบข้อมูล")
    try fetch(officer, thenSee: "เมนูตรวจสอบข้อมูล")
  }

  private func correct(_ village: AppOnScreen) throws {
    try village.choose("ส่งข้อมูลเดี๋ยวนี้")
    try village.see("ส่งกลับให้แก้ไข 1 รายการ")
    try village.back(to: "0) ส่งกลับแก้ไข 1 รายการ")
    try village.choose("ส่งกลับแก้ไข")
    try village.see("บุญมา ศรีสุข (๑๒/๓) ส่งกลับแก้ไข ความเห็น 1")
    try village.type("\r")
    try village.see("- ชื่อไม่ตรงกับบัตร", "มีความเห็นรายข้ออีก 1 ข้อ")
    try village.type("\r")
    try village.see("เจ้าหน้าที่: ตามบัตรสะกดว่า ศรีสุขใจ", "คำตอบเดิม: ศรีสุข")
    try village.press("C-u")
    try village.type("ศรีสุขใจ")
    try village.seeAtCursor("ศรีสุขใจ", under: "ชื่อสกุล *")
    try village.press("F9")
    try village.see("ชื่อสกุล: ศรีสุขใจ")
    try confirm(village)
    try village.choose("ส่งข้อมูลเดี๋ยวนี้")
    try village.see("ส่งครบแล้ว ศูนย์ได้รับทุกรายการ", "บุญมา ศรีสุขใจ (๑๒/๓) แก้ไขแล้ว")
    try village.back(to: "หน้าหลัก")
  }

  private func verify(_ officer: AppOnScreen) throws {
    try officer.choose("ตรวจสอบและยืนยันข้อมูล")
    try officer.see("รอตรวจ 1 · แก้ไขแล้ว 1", "บุญมา ศรีสุขใจ (๑๒/๓)")
    try officer.type("\r")
    try officer.see("แก้ไขแล้ว 1 ข้อ", "ศรีสุขใจ")
    try officer.type("v")
    try officer.see("รอตรวจ 0 · ตรวจแล้ว 1")
    try officer.back(to: "เมนูตรวจสอบข้อมูล")
    try fetch(officer, thenSee: "เมนูตรวจสอบข้อมูล")
  }
}
