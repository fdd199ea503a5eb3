import TestSupport
import Testing

/// The app is killed again and again while a survey is filled in.
@Suite(.serialized, .timeLimit(.minutes(4)))
struct PowerCutTests {
  /// What is typed for an answer, and how its page and the review show it afterwards.
  private struct Answer {
    var keys: String
    var page: String
    var review: String
  }

  private static let answers = [
    Answer(keys: "2", page: "[x] กลุ่มผู้ได้รับผลกระทบ", review: "อยู่ในกลุ่มใด: ๑.๒"),
    Answer(keys: "3", page: "คำนำหน้านาม * นางสาว", review: "คำนำหน้านาม: นางสาว"),
    Answer(keys: "กิ่งแก้ว\r", page: "ชื่อตัว * กิ่งแก้ว", review: "ชื่อตัว: กิ่งแก้ว"),
    Answer(keys: "น้ำใส\r", page: "ชื่อสกุล * น้ำใส", review: "ชื่อสกุล: น้ำใส"),
    Answer(keys: "๐๘๑๒๓๔๕๖๗๘\r", page: "081-234-5678", review: "ติดต่อได้: 081-234-5678"),
    Answer(
      keys: "\r1000000001021\r", page: "*-****-****1-02-1", review: "ประชาชน: *-****-****1-02-1"),
    Answer(keys: "๔๗\r", page: "อายุ (ปี) * 47", review: "อายุ (ปี): 47"),
    Answer(keys: "๑๒/๓\r", page: "๑๒/๓", review: "บ้านเลขที่: ๑๒/๓"),
    Answer(keys: "ถนนนิตโย\r", page: "ถนน ถนนนิตโย", review: "ถนน: ถนนนิตโย"),
    Answer(keys: "ซอยวัด\r", page: "ซอย ซอยวัด", review: "ซอย: ซอยวัด"),
    Answer(keys: "\r๓\r", page: "หมู่ที่ 3", review: "หมู่ที่: 3"),
    Answer(keys: "\r3", page: "[x] ๒. มีสิทธิจากรัฐ", review: "เพียงข้อเดียว): บัตรสวัสดิการแห่งรัฐ"),
    Answer(keys: "ร้านลาบ\r", page: "นายจ้าง (ถ้ามี) ร้านลาบ", review: "นายจ้าง (ถ้ามี): ร้านลาบ"),
    Answer(keys: "ตลาดเมือง\r", page: "สถานที่ทำงาน ตลาดเมือง", review: "สถานที่ทำงาน: ตลาดเมือง"),
    Answer(keys: "อุดร\r", page: "จังหวัด (ที่ทำงาน) อุดรธานี", review: "(ที่ทำงาน): อุดรธานี"),
  ]

  /// Where in the work the power goes.
  private enum Moment: CaseIterable {
    case atOnce, inAWord, inTheNextAnswer
  }

  @Test func `whatever was called saved is there after the power went`() async throws {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    var app = try SignedIn.open(folder)
    try SignedIn.beginSurvey(app)
    var saved: [Answer] = []
    var cuts = 0
    while saved.count < Self.answers.count {
      for answer in Self.answers.dropFirst(saved.count).prefix(cuts % 2 + 1) {
        try app.type(answer.keys)
        try app.seeSaved(answer.page)
        saved.append(answer)
      }
      let next = Self.answers.dropFirst(saved.count).first
      switch Moment.allCases[cuts % Moment.allCases.count] {
      case .atOnce: break
      case .inAWord: try app.type("กก")
      case .inTheNextAnswer: try app.type(next?.keys ?? "")
      }
      try app.cutPower()
      cuts += 1

      app = try SignedIn.open(folder)
      let review = try openReview(app)
      for answer in saved { #expect(review.contains(answer.review), "\(review)") }
      // The power may have gone before or after the answer that was on its way.
      if let next, review.contains(next.review) { saved.append(next) }
      try app.back(to: "ออก")
      // A record that is opened again stands at its last answer; Enter goes on from it.
      try app.type("\r")
    }
  }

  /// Opens the only draft at its review.
  private func openReview(_ app: AppOnScreen) throws -> String {
    try app.choose("ร่าง")
    try app.see("ค้นหา:", "ร่าง")
    try app.type("\r")
    try app.see("Enter ไปต่อ")
    try app.press("F9")
    return try app.see("Enter ไปที่ข้อ")
  }
}

/// The app as it is when its only person has opened it.
enum SignedIn {
  /// Opens the app over what ``FieldLaptop`` left in a folder.
  ///
  /// The terminal is so high that a whole review shows on it.
  static func open(
    _ folder: TemporaryFolder, columns: Int = 100, rows: Int = 70
  ) throws -> AppOnScreen {
    let app = try AppOnScreen(in: folder, columns: columns, rows: rows)
    try app.see("นายสมหมาย ใจดี", "ใครเป็นผู้ใช้เครื่องนี้")
    try app.type("\r", "ควายสี่ตัวข้ามคลอง\r")
    try app.see("หน้าหลัก")
    return app
  }
  /// Begins a survey and passes the page that the profile has answered in part.
  static func beginSurvey(_ app: AppOnScreen) throws {
    try app.choose("กรอกแบบสำรวจใหม่")
    try app.see("หมู่บ้านหรือชุมชน *")
    try app.press("PageDown")
    try app.see("อยู่ในกลุ่มใด *")
  }
}
