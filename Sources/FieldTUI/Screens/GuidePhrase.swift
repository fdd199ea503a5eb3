import TerminalKit

/// The guide's questions and answers.
enum GuidePhrase: Wording {
  case title
  case stepsQuestion, steps, savedQuestion, saved, offlineQuestion, offline, brokenQuestion, broken
  case stickQuestion, stick, returnedQuestion, returned, mistakeQuestion, mistake, forgotQuestion,
    forgot
  case privacyQuestion, privacy, layoutQuestion, layout, placeQuestion, place, dateQuestion, date
  case undoQuestion, undo, callQuestion, call, help, nothingFound

  /// Questions with their answers, in order.
  static let answers: [(question: Label, answer: Label)] =
    own.map { ($0.question.label, $0.answer.label) } + LetterPhrase.explanations

  private static let own: [(question: GuidePhrase, answer: GuidePhrase)] = [
    (.stepsQuestion, .steps), (.savedQuestion, .saved), (.offlineQuestion, .offline),
    (.brokenQuestion, .broken), (.stickQuestion, .stick), (.returnedQuestion, .returned),
    (.mistakeQuestion, .mistake), (.layoutQuestion, .layout), (.placeQuestion, .place),
    (.dateQuestion, .date), (.undoQuestion, .undo), (.forgotQuestion, .forgot),
    (.privacyQuestion, .privacy), (.callQuestion, .call),
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
    case .stickQuestion:
      Label(
        "เครื่องนี้ไม่มีอินเทอร์เน็ตเลย ส่งด้วยแฟลชไดรฟ์ (USB) ได้ไหม",
        "No internet at all: can a USB stick carry it?")
    case .stick:
      Label(
        """
        ได้ เสียบแฟลชไดรฟ์ เลือกเมนูส่งข้อมูล แล้วกด F8 เครื่องจะเขียนไฟล์ลงแฟลชไดรฟ์
        นำแฟลชไดรฟ์ไปอำเภอ แล้วนำคำตอบกลับมาที่เมนูเดิม ข้อมูลในไฟล์เข้ารหัสไว้
        ลงทะเบียนก็ใช้แฟลชไดรฟ์ได้ ใส่ชื่อไฟล์แทนที่อยู่ของศูนย์ เช่น /media/usb/enrol
        """,
        """
        Yes. Put the stick in, choose Send and press F8: the file is written to the stick.
        Take it to the district, and bring the answer back to the same screen. The file is sealed.
        Enrolling works so too: give a file such as /media/usb/enrol instead of the address.
        """)
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
        """
        เจ้าหน้าที่อำเภอสองคนช่วยเปิดได้ ข้อมูลอยู่ครบ ไม่ต้องใช้อินเทอร์เน็ต
        1. หน้าเข้าสู่ระบบ เลือกชื่อของตน กด F6 ตั้งรหัสผ่านใหม่ จะได้ไฟล์ลงแฟลชไดรฟ์
        2. นำไฟล์ไปให้เจ้าหน้าที่สองคนตอบ
        3. นำไฟล์กลับมา กด F6 อีกครั้ง พิมพ์รหัสผ่านใหม่อันเดิม
        ใช้ได้กับผู้ที่ลงทะเบียนและส่งข้อมูลแล้วอย่างน้อยหนึ่งครั้ง
        """,
        """
        Two officers of the district can open it again, with everything in it; no internet is needed.
        1. At sign-in choose your name, press F6 and choose a new passphrase: a file is written.
        2. Take the file to two officers; both answer it.
        3. Bring it back, press F6 again and type the same new passphrase.
        It works for whoever has enrolled and sent once.
        """)
    case .privacyQuestion:
      Label("คนอื่นที่ใช้เครื่องนี้เห็นข้อมูลไหม", "Can others on this laptop see the answers?")
    case .privacy:
      Label(
        "ไม่เห็น ข้อมูลของแต่ละคนเข้ารหัสด้วยรหัสผ่านของคนนั้น กด Esc ที่หน้าหลักเพื่อล็อกทุกครั้งที่ลุกจากเครื่อง",
        "No: they are sealed with your passphrase. Press Esc on the home screen when you leave.")
    case .layoutQuestion: Label("ลืมเปลี่ยนแป้นพิมพ์", "Typed on the wrong keyboard layout?")
    case .layout:
      Label(
        "ข้อความ: กด F5 เพื่อใช้ข้อความไทยที่เสนอ ตัวเลข ตำบล และคำสั่งเข้าใจเองทั้งสองแป้น",
        "A text: F5 takes the Thai that is offered. Digits, places and commands understand both.")
    case .placeQuestion: Label("หาตำบลอย่างไร", "How is a place found?")
    case .place:
      Label(
        "พิมพ์บางส่วนของชื่อตำบล ไม่ต้องใส่วรรณยุกต์ เป็นอังกฤษหรือรหัสไปรษณีย์ก็ได้ แล้วกด Enter "
          + "เพิ่มชื่ออำเภอหรือจังหวัดหลังเว้นวรรคถ้ามีหลายแห่ง",
        "Type part of its name in Thai, tones left out, or in English, or its postcode, and press Enter. "
          + "A district or province after a space narrows it.")
    case .dateQuestion: Label("วันที่พิมพ์แบบไหน", "How is a date typed?")
    case .date:
      Label(
        "10/4/2563, 10/4/63, 10 เม.ย. 63 หรือ วันนี้ เลขไทยก็ได้ ปี ค.ศ. จะแปลงเป็น พ.ศ. และบอกให้ทราบ",
        "10/4/2563, 10/4/63, 10 เม.ย. 63 or today; Thai digits too. A year such as 2020 is understood."
      )
    case .undoQuestion: Label("พิมพ์ผิด ย้อนได้ไหม", "Can a mistake be undone?")
    case .undo:
      Label(
        "กด F4 ย้อนทีละคำ แล้วย้อนคำตอบก่อนหน้า Backspace ลบทีละวรรณยุกต์หรือสระ Delete ลบทั้งตัว",
        "F4 takes back a word, then the answer before it. Backspace takes a mark, Delete a whole letter."
      )
    case .help:
      Label(
        "พิมพ์คำที่สงสัยเพื่อค้นหา เช่น วันที่ ลูกศรขึ้นลงเลื่อนอ่าน F5 ดูแนะนำ 5 หน้าจอ",
        "Type a word to search for, such as date; the arrows scroll, F5 shows the tour.")
    case .nothingFound:
      Label("ไม่พบคำนี้ ลองคำอื่น หรือถามปลัดอำเภอ", "Not found. Try another word, or ask the district.")
    case .callQuestion: Label("ติดต่อใคร", "Whom to call?")
    case .call:
      Label(
        """
        ปลัดอำเภอหรือปลัดเทศบาลของท่านก่อน
        ที่ทำการปกครองจังหวัด กลุ่มงานปกครอง โทร./โทรสาร 0 4271 1461
        ระบบ: ศูนย์สารสนเทศเพื่อการบริหารงานปกครอง กรมการปกครอง 0 2282 1047
        แบบสำรวจ: ศบค.ปค. 08 8981 2333, 08 8981 2355, 08 8981 2330
        ปัญหาที่อำเภอรวบรวม: thaiqm@dopa.go.th ตอบภายใน 24 ชั่วโมง
        ศาลากลางจังหวัดสกลนคร หนังสือที่ สน 0018.1/ว 7541 ลงวันที่ 10 เมษายน 2563
        """,
        """
        Your deputy district officer or municipal clerk first.
        The province's administration office: 0 4271 1461 (also fax)
        The system: DOPA information centre, 0 2282 1047
        The survey: 08 8981 2333, 08 8981 2355, 08 8981 2330
        Problems that the district gathers: thaiqm@dopa.go.th, answered within 24 hours
        Sakon Nakhon provincial hall, letter สน 0018.1/ว 7541 of 10 April 2563
        """)
    }
  }
}
