import SyncClient
import TerminalKit

/// What the enrolment screen says.
enum EnrolPhrase: Wording {
  case title, server, code, serverHint, codeHint, enrol, later, badServer, badCode, asking, done,
    written, otherName, keepName, takeName, help

  var label: Label {
    switch self {
    case .title: Label("ลงทะเบียนกับศูนย์", "Enrol at the centre")
    case .server:
      Label("ที่อยู่ของศูนย์ หรือไฟล์ในแฟลชไดรฟ์", "Centre's address, or a file on a stick")
    case .code: Label("รหัสลงทะเบียน", "One-time code")
    case .serverHint:
      Label("เช่น https://centre.example.go.th ตามที่อำเภอแจ้ง", "as the district gave it, https://…")
    case .codeHint:
      Label(
        "รหัสใช้ได้ครั้งเดียวภายใน 72 ชั่วโมง ขอจากปลัดอำเภอ", "works once, for 72 hours; ask the district")
    case .enrol: Label("ลงทะเบียน", "Enrol")
    case .later: Label("ทำภายหลัง", "Later")
    case .badServer:
      Label(
        "ที่อยู่ของศูนย์ต้องขึ้นต้นด้วย https:// ดูในเอกสารของอำเภอ",
        "The centre's address begins with https://; see the district's letter.")
    case .badCode:
      Label(
        "รหัสพิมพ์ไม่ครบหรือผิดตัว ดูทีละตัวแล้วพิมพ์ใหม่",
        "The code is incomplete or mistyped. Compare it letter by letter.")
    case .asking: Label("กำลังถาม", "Asking")
    case .done: Label("ลงทะเบียนแล้ว ส่งข้อมูลได้", "Enrolled. You can send now.")
    case .written:
      Label(
        "เขียนไฟล์แล้ว นำไปอำเภอ เมื่อได้คำตอบแล้วกลับมาหน้านี้ ใส่ไฟล์และรหัสเดิม แล้วกด Enter",
        "The file is written: take it to the district. With the answer on the stick, come back here, "
          + "give the same file and code, and press Enter.")
    case .otherName: Label("ชื่อในระบบกลางไม่ตรงกับที่พิมพ์", "The central system has another name")
    case .keepName: Label("ใช้ชื่อที่พิมพ์", "Keep the one typed here")
    case .takeName: Label("ใช้ชื่อในระบบกลาง", "Take the other one")
    case .help:
      Label(
        """
        ลงทะเบียนครั้งเดียวเพื่อให้ศูนย์รู้จักคุณและเครื่องนี้ ใช้รหัสที่ปลัดอำเภอให้ ไม่ใช้เลขประจำตัวประชาชน

        เคยลงทะเบียนที่เครื่องอื่นแล้ว หรือได้เครื่องใหม่: ขอรหัสใหม่จากอำเภอ แล้วลงทะเบียนเครื่องนี้อีกครั้ง \
        แบบที่ส่งแล้วอยู่ที่ระบบกลาง ร่างที่ยังไม่ส่งอยู่ในเครื่องเดิมเท่านั้น ให้เปิดเครื่องเดิมแล้วส่งก่อน \
        ถ้าเครื่องเดิมหาย แจ้งอำเภอให้ยกเลิกเครื่องนั้น

        ต้องมีอินเทอร์เน็ตเฉพาะตอนนี้ ถ้ายังไม่มี กด Esc แล้วกรอกแบบสำรวจไปก่อนได้ \
        แบบที่กรอกเสร็จจะรอในเครื่องและส่งได้หลังลงทะเบียน

        เครื่องที่ไม่มีอินเทอร์เน็ตเลย: ใส่ชื่อไฟล์ในแฟลชไดรฟ์แทนที่อยู่ เช่น /media/usb/enrol \
        นำไปอำเภอ แล้วนำคำตอบกลับมาที่หน้านี้
        """,
        """
        You enrol once, so that the centre knows you and this laptop, with a code from the district. \
        No ID number is used.

        Enrolled on another laptop before, or this one is new: ask the district for a new code and enrol \
        here again. What was sent is at the central system; drafts are on the other laptop only, so send \
        from there first. If that laptop is lost, tell the district to revoke it.

        It needs the internet only now. Without it press Esc and fill in surveys: they wait here \
        and can be sent after you enrol.

        A laptop that never has any: instead of the address give a file on a USB stick, such as \
        /media/usb/enrol, take it to the district, and come back here with the answer.
        """)
    }
  }
}

extension EnrolPhrase {
  /// Why it did not come about, at which address, and that the code can be used again.
  static func failed(_ failure: SyncFailure, at server: String) -> Label {
    let notice = SyncNotice(failure)
    let happened = notice.happened
    switch failure {
    case .link, .notACentre, .garbled, .busy, .changingCentre: break
    case .notEnrolled, .byStick, .wrongCentre, .refused, .fileIsThere, .store: return notice.label
    }
    guard !server.hasPrefix("/") else { return notice.label }
    return Label(
      "\(happened.thai) ที่อยู่ที่ถามคือ \(server) เทียบกับเอกสารของอำเภอ แล้วกด Enter อีกครั้ง รหัสเดิมยังใช้ได้",
      "\(happened.english) The address asked was \(server): compare it with the district's letter and "
        + "press Enter again. The code is still good.")
  }

  /// By which name the central system knows the person, and what was typed here.
  static func names(central: String, typed: String) -> Label {
    Label(
      "ระบบกลางรู้จักท่านในชื่อ “\(central)” แต่ในเครื่องนี้พิมพ์ไว้ว่า “\(typed)” ใช้ชื่อใดในเครื่องนี้และในแบบสำรวจ",
      "The central system knows you as “\(central)”, and here it says “\(typed)”. Which is used on "
        + "this laptop and in the surveys?")
  }
}
