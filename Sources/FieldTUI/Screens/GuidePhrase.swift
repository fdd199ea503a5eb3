import TerminalKit

/// The guide's questions and answers.
enum GuidePhrase: Wording {
  case title
  case stepsQuestion, steps, savedQuestion, saved, offlineQuestion, offline, brokenQuestion, broken
  case returnedQuestion, returned, mistakeQuestion, mistake, forgotQuestion, forgot
  case privacyQuestion, privacy, callQuestion, call

  /// Questions with their answers, in order.
  static let answers: [(question: GuidePhrase, answer: GuidePhrase)] = [
    (.stepsQuestion, .steps), (.savedQuestion, .saved), (.offlineQuestion, .offline),
    (.brokenQuestion, .broken), (.returnedQuestion, .returned), (.mistakeQuestion, .mistake),
    (.forgotQuestion, .forgot), (.privacyQuestion, .privacy), (.callQuestion, .call),
  ]

  var label: Label {
    switch self {
    case .title: Label("FAQ คู่มือและคำถามที่พบบ่อย", "FAQ: guide and questions")
    case .stepsQuestion: Label("ต้องทำอะไรบ้าง", "What are the steps?")
    case .steps:
      Label(
        """
        1. เข้าสู่ระบบด้วยชื่อและรหัสผ่านของตน
        2. เลือก "กรอกแบบสำรวจใหม่" กรอกทีละคน
        3. เมื่อกรอกครบ กดเสร็จสิ้น แบบจะไปอยู่ใน "พร้อมส่ง"
        4. เมื่อมีอินเทอร์เน็ต เลือก "ส่งข้อมูลเดี๋ยวนี้" ปลัดอำเภอจะตรวจสอบและยืนยัน
        """,
        """
        1. Sign in with your name and passphrase.
        2. Choose "New survey", one for each person.
        3. Finish it; it then stands under "Ready to send".
        4. With internet, choose "Send now". The district checks and confirms.
        """)
    case .savedQuestion: Label("ไฟดับหรือปิดเครื่อง ข้อมูลหายไหม", "What if the power fails?")
    case .saved:
      Label(
        "ไม่หาย ทุกคำตอบบันทึกลงเครื่องทันทีที่กด Enter เปิดโปรแกรมแล้วทำต่อจาก \"ร่าง\"",
        "Nothing is lost: every answer is on the disk when Enter was pressed. Go on under Drafts.")
    case .offlineQuestion: Label("ไม่มีอินเทอร์เน็ตทำได้ไหม", "Does it work without internet?")
    case .offline:
      Label(
        "ทำได้ทุกอย่าง ยกเว้นการลงทะเบียนครั้งแรกและการส่ง",
        "All of it, except enrolling once and sending.")
    case .brokenQuestion: Label("กำลังส่งแล้วสัญญาณขาด ต้องทำอย่างไร", "The link broke while sending?")
    case .broken:
      Label(
        "กดส่งอีกครั้งเมื่อมีสัญญาณ เครื่องจะส่งเฉพาะที่ยังไม่ถึง ศูนย์ไม่นับซ้ำ",
        "Send again when there is a signal: only what is missing goes out; nothing counts twice.")
    case .returnedQuestion: Label("\"ส่งกลับแก้ไข\" คืออะไร", "What is \"Returned to you\"?")
    case .returned:
      Label(
        "ปลัดอำเภอขอให้แก้บางข้อ เปิดรายการจะเห็นความเห็นที่ข้อนั้น แก้แล้วกดเสร็จสิ้นและส่งใหม่",
        "The district asks for a correction. Open it, see the comment, correct, finish, send again."
      )
    case .mistakeQuestion: Label("กดเสร็จสิ้นแล้วพบว่าผิด", "Finished, and then found a mistake?")
    case .mistake:
      Label(
        "ถ้ายังไม่ส่ง เปิด \"พร้อมส่ง\" แล้วกด F6 เรียกกลับ ถ้าส่งแล้ว แจ้งปลัดอำเภอให้ส่งกลับ",
        "Before sending: Ready, then F6. After sending: ask the district to return it.")
    case .forgotQuestion: Label("ลืมรหัสผ่าน", "Forgot the passphrase?")
    case .forgot:
      Label(
        "ไม่มีใครเปิดแทนได้ รวมถึงผู้ดูแลระบบ ให้เพิ่มผู้ใช้ใหม่และขอรหัสลงทะเบียนใหม่จากปลัดอำเภอ "
          + "แบบที่ส่งถึงศูนย์แล้วไม่สูญหาย",
        "Nobody can open it for you. Add a new person and ask the district for a code. "
          + "What reached the centre is safe there.")
    case .privacyQuestion:
      Label("คนอื่นที่ใช้เครื่องนี้เห็นข้อมูลไหม", "Can others on this laptop see the answers?")
    case .privacy:
      Label(
        "ไม่เห็น ข้อมูลของแต่ละคนเข้ารหัสด้วยรหัสผ่านของคนนั้น กด Esc ที่หน้าหลักเพื่อล็อกทุกครั้งที่ลุกจากเครื่อง",
        "No: they are sealed with your passphrase. Press Esc on the home screen when you leave.")
    case .callQuestion: Label("ติดต่อใคร", "Whom to call?")
    case .call:
      Label(
        """
        ปลัดอำเภอหรือปลัดเทศบาลของท่านก่อน
        ระบบ: ศูนย์สารสนเทศเพื่อการบริหารงานปกครอง กรมการปกครอง 0 2282 1047
        แบบสำรวจ: ศบค.ปค. 08 8981 2333, 08 8981 2355, 08 8981 2330
        """,
        """
        Your deputy district officer or municipal clerk first.
        The system: DOPA information centre, 0 2282 1047
        The survey: 08 8981 2333, 08 8981 2355, 08 8981 2330
        """)
    }
  }
}
