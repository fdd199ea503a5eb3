import SyncClient
import SyncProtocol
import TerminalKit

/// What the screen says when a sync did not go to its end: what happened, that nothing is lost, and
/// what comes next.
struct SyncNotice: Equatable {
  var happened: Label
  var next: Label

  init(_ happened: Label, _ next: Label) {
    self.happened = happened
    self.next = next
  }

  /// True of every failure: a record leaves the laptop only with a receipt.
  static let nothingIsLost = Label(
    "ไม่มีข้อมูลสูญหาย แบบที่ยังไม่ถึงศูนย์ยังอยู่ครบในเครื่องนี้",
    "Nothing is lost: what has not reached the centre is all on this laptop.")

  /// Said when the link was good and the centre refused some records all the same.
  static let someAreRefused = SyncNotice(
    Label("ศูนย์ไม่รับบางแบบ", "The centre did not take some of the records."),
    Label(
      "เปิดรายการพร้อมส่งดูเหตุผลของแต่ละแบบ",
      "Open the list of what is ready to send and read the reason of each."))

  var label: Label { Label(text(in: .thai), text(in: .english)) }

  /// The three sentences together.
  func text(in language: Language) -> String {
    [happened, Self.nothingIsLost, next].map { $0.text(in: language) }.joined(separator: " ")
  }
}

extension SyncNotice {
  private static let later = Label(
    "รอสักครู่แล้วกดส่งอีกครั้ง", "Wait a little, and press send again.")
  private static let signal = Label(
    "ย้ายไปจุดที่มีสัญญาณ หรือต่ออินเทอร์เน็ต แล้วกดส่งอีกครั้ง",
    "Go where there is a signal, or connect to the internet, and press send again.")
  private static let callDistrict = Label(
    "โปรดแจ้งปลัดอำเภอหรือผู้ดูแลระบบของศูนย์",
    "Please tell the deputy district officer or whoever runs the centre.")

  init(_ failure: SyncFailure) {
    switch failure {
    case .notEnrolled:
      self.init(
        Label("เครื่องนี้ยังไม่ได้ลงทะเบียนกับศูนย์", "This laptop is not enrolled at a centre yet."),
        Label(
          "ขอรหัสลงทะเบียนจากอำเภอ แล้วกด Enter ที่หน้าส่งข้อมูล หรือเปิดเมนูตั้งค่า เพื่อใส่รหัส",
          "Ask the district for an enrolment code; Enter on the send screen, or the settings, take it."
        ))
    case .byStick:
      self.init(
        Label(
          "เครื่องนี้ลงทะเบียนด้วยแฟลชไดรฟ์ จึงส่งด้วยแฟลชไดรฟ์",
          "This laptop was enrolled by stick, and sends by stick."),
        Label(
          "เปิดโปรแกรม เลือกส่งข้อมูล แล้วเสียบแฟลชไดรฟ์",
          "Open the program, choose Send, and plug the stick in."))
    case .link(let link): self.init(link)
    case .notACentre(let status) where status >= 500:
      self.init(
        Label(
          "เครื่องแม่ข่ายตอบ แต่ศูนย์ยังไม่ทำงาน (รหัส \(status))",
          "The server answered, but the centre is not running (\(status))."),
        Self.later)
    case .notACentre(let status):
      self.init(
        Label(
          "มีหน้าเว็บอื่นตอบแทนศูนย์ (รหัส \(status)) อาจเป็นหน้าลงชื่อเข้าใช้ Wi-Fi",
          "A web page answered instead of the centre (\(status)); perhaps the log-in page of a Wi-Fi."
        ),
        Label(
          "เปิดเว็บเบราว์เซอร์ลงชื่อเข้าใช้ Wi-Fi ก่อน แล้วกดส่งอีกครั้ง",
          "Log in to the Wi-Fi with a web browser first, then press send again."))
    case .garbled:
      self.init(
        Label("คำตอบของศูนย์มาไม่ครบหรืออ่านไม่ได้", "The centre's answer came incomplete or unreadable."),
        Self.later)
    case .wrongCentre:
      self.init(
        Label(
          "ผู้ที่ตอบไม่ใช่ศูนย์ที่เครื่องนี้ลงทะเบียนไว้ จึงไม่เชื่อคำตอบ",
          "Whoever answered is not the centre this laptop is enrolled at, so it is not believed."),
        Self.callDistrict)
    case .changingCentre:
      self.init(
        Label("ศูนย์กำลังกู้คืนข้อมูลอยู่", "The centre is being restored just now."),
        Self.later)
    case .busy:
      self.init(
        Label("ขณะนี้ศูนย์มีผู้ส่งจำนวนมาก", "The centre is busy just now."), Self.later)
    case .refused(let problem): self.init(problem)
    case .fileIsThere:
      self.init(
        Label("มีไฟล์ชื่อนี้อยู่แล้ว", "There is a file of that name already."),
        Label("เลือกชื่อหรือโฟลเดอร์อื่น", "Choose another name or folder."))
    case .store(_):
      self.init(
        Label(
          "เครื่องนี้บันทึกผลการส่งลงดิสก์ไม่ได้",
          "This laptop could not write down on its disk what came of the sending."),
        Label(
          "ตรวจว่าดิสก์ไม่เต็มและไม่มีโปรแกรมนี้เปิดซ้อนอยู่ แล้วกดส่งอีกครั้ง",
          "See that the disk is not full and the program is not open twice, and press send again."))
    }
  }

  private init(_ link: LinkFailure) {
    switch link {
    case .badAddress:
      self.init(
        Label("ที่อยู่ของศูนย์ไม่ถูกต้องหรือไม่ปลอดภัย", "The centre's address is wrong or not safe."),
        Label(
          "ตรวจที่อยู่ในเมนูตั้งค่า ต้องขึ้นต้นด้วย https://",
          "Check the address under settings; it must begin with https://."))
    case .cannotResolve:
      self.init(
        Label("ไม่มีอินเทอร์เน็ต หรือหาชื่อศูนย์ไม่พบ", "No internet, or nobody knows the centre's name."),
        Self.signal)
    case .cannotConnect:
      self.init(
        Label("ติดต่อศูนย์ไม่ได้ ศูนย์อาจปิดอยู่", "The centre cannot be reached; it may be switched off."),
        Self.later)
    case .timedOut:
      self.init(
        Label("สัญญาณช้ามากจนไม่มีข้อมูลผ่านเลย", "The link was so slow that nothing came through."),
        Self.signal)
    case .cutOff:
      self.init(
        Label("สัญญาณขาดระหว่างส่งหลายครั้ง", "The link broke several times while sending."),
        Self.signal)
    case .untrustedCertificate:
      self.init(
        Label(
          "ใบรับรองความปลอดภัยของศูนย์ไม่ถูกต้อง หรือวันที่ของเครื่องนี้ผิด",
          "The centre's certificate is not right, or the date of this laptop is wrong."),
        Label(
          "ตรวจวันที่และเวลาของเครื่อง ถ้าถูกต้องแล้วโปรดแจ้งอำเภอ",
          "Check the laptop's date and time; if they are right, tell the district."))
    case .noSecureConnection:
      self.init(
        Label("ต่อแบบเข้ารหัสกับศูนย์ไม่ได้", "No encrypted connection to the centre came about."),
        Self.later)
    case .notHTTP, .answerTooLong:
      self.init(
        Label("สิ่งที่ตอบกลับมาไม่ใช่ศูนย์", "What answered is not a centre."),
        Label(
          "ตรวจที่อยู่ของศูนย์ในเมนูตั้งค่า", "Check the centre's address under settings."))
    case .cancelled:
      self.init(
        Label("หยุดส่งตามที่สั่ง", "Sending was stopped as you asked."),
        Label("กดส่งเมื่อพร้อม", "Press send when you are ready."))
    case .library(let code):
      self.init(
        Label("ส่วนเชื่อมต่อเครือข่ายทำงานไม่ได้ (\(code))", "The network part could not work (\(code))."),
        Self.callDistrict)
    }
  }
}
