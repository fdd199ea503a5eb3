import TestSupport
import Testing

/// Half a name, typed on a real terminal before the power goes.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct HalfANameTests {
  @Test func `half a name is on the disk after a rest, and comes back as what it is`() async throws
  {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let app = try SignedIn.open(folder)
    try SignedIn.beginSurvey(app)
    try app.type("2", "3")
    try app.see("คำนำหน้านาม * นางสาว")
    try app.type("กิ่งแ")
    let clock = ContinuousClock()
    let rested = try clock.measure { try app.see("บันทึกแล้ว ยังไม่เป็นคำตอบ") }
    #expect(rested < .seconds(6), "two seconds on a laptop with nothing else to do")
    try app.cutPower()

    let again = try SignedIn.open(folder)
    try again.choose("ร่าง")
    try again.see("ค้นหา:", "ร่าง")
    try again.type("\r")
    try again.see("ที่พิมพ์ค้างไว้ยังอยู่ในช่อง", "บันทึกแล้ว ยังไม่เป็นคำตอบ")
    try again.seeAtCursor("กิ่งแ", under: "ชื่อตัว *")
    try again.press("F9")
    try again.see("! ชื่อตัว: “กิ่งแ” พิมพ์ค้างไว้ ยังไม่เป็นคำตอบ")
    try again.back(to: "Enter ไปต่อ")
    try again.type("ก้ว\r")
    try again.seeSaved("ชื่อตัว * กิ่งแก้ว")
  }
}
