import TestSupport
import Testing

/// What a person sees who opens the app and begins with a form.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct FormOnScreenTests {
  @Test func `a wrong passphrase is refused in a sentence, and the right one opens`() async throws {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let app = try AppOnScreen(in: folder)
    try app.see("ใครเป็นผู้ใช้เครื่องนี้")
    try app.type("\r", "ควายสี่ตัว\r")
    try app.see("รหัสผ่านไม่ถูกต้อง ดูว่าแป้นพิมพ์เป็นไทยหรืออังกฤษ แล้วพิมพ์ใหม่")
    try app.type("ควายสี่ตัวข้ามคลอง\r")
    try app.see("หน้าหลัก", "กรอกแบบสำรวจใหม่")
  }

  @Test func `F2 in the middle of a word turns the form into English and back`() async throws {
    let app = try await openPerson()
    try app.type("กิ่งแก้ว\r", "น้ำ")
    try app.seeAtCursor("น้ำ", under: "ชื่อสกุล *")
    try app.press("F2")
    try app.see("First name * กิ่งแก้ว", "Go on")
    try app.seeAtCursor("น้ำ", under: "Surname *")
    try app.type("ใส")
    try app.press("F2")
    try app.see("ชื่อตัว * กิ่งแก้ว", "ไปต่อ")
    try app.seeAtCursor("น้ำใส", under: "ชื่อสกุล *")
  }

  @Test func `a window that changes its size shows the question, from forty by twelve up`()
    async throws
  {
    let app = try await openPerson()
    try app.type("กิ่ง")
    for (columns, rows) in [(40, 12), (300, 100), (41, 13), (80, 24)] {
      try app.resize(columns: columns, rows: rows)
      try app.seeAtCursor("กิ่ง", under: "ชื่อตัว *")
    }
    try app.resize(columns: 39, rows: 12)
    try app.see("หน้าต่างเล็กเกินไป")
    try app.resize(columns: 80, rows: 24)
    try app.type("แก้ว")
    try app.seeAtCursor("กิ่งแก้ว", under: "ชื่อตัว *")
  }

  @Test(arguments: [(60, 20), (80, 24), (200, 60)])
  func `the question that is answered is on the screen with its words, in any size`(
    columns: Int, rows: Int
  ) async throws {
    let app = try await openPerson(columns: columns, rows: rows)
    for (question, typed) in [
      ("ชื่อตัว *", "กิ่งแก้ว"), ("ชื่อสกุล *", "น้ำใส"), ("เบอร์โทรศัพท์ติดต่อได้", "0812345678"),
    ] {
      try answer(question, typed, app)
    }
    try app.type("1")
    for (question, typed) in [
      ("เลขบัตรประจำตัวประชาชน *", "1-0000-00001-02-1"), ("อายุ (ปี) *", "47"),
      ("บ้านเลขที่ *", "12/3"), ("ถนน", "นิตโย"), ("ซอย", "ซอยวัด"),
    ] {
      try answer(question, typed, app)
    }
    try app.type("1")
    try answer("หมู่ที่", "3", app)
  }

  @Test func `a wide terminal shows a page and the way through the form at once`() async throws {
    let app = try await openPerson(columns: 200, rows: 60)
    try app.see("ชื่อตัว *", "รหัสไปรษณีย์", "ผู้สำรวจข้อมูล", "Enter ไปต่อ")
  }

  /// Opens a new survey at the name of the person.
  private func openPerson(columns: Int = 80, rows: Int = 24) async throws -> AppOnScreen {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let app = try SignedIn.open(folder, columns: columns, rows: rows)
    try SignedIn.beginSurvey(app)
    try app.type("2", "3")
    try app.see("คำนำหน้านาม * นางสาว")
    return app
  }

  private func answer(_ question: String, _ typed: String, _ app: AppOnScreen) throws {
    try app.type(typed)
    try app.seeAtCursor(typed, under: question)
    try app.see("กำลังพิมพ์", "Enter ไปต่อ")
    try app.type("\r")
  }
}
