import TerminalKit

/// What the enrolment screen says.
enum EnrolPhrase: Wording {
  case title, server, code, serverHint, codeHint, enrol, later, badServer, badCode, asking, done,
    written, help

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
    case .asking: Label("กำลังถามศูนย์…", "Asking the centre…")
    case .done: Label("ลงทะเบียนแล้ว ส่งข้อมูลได้", "Enrolled. You can send now.")
    case .written:
      Label(
        "เขียนไฟล์แล้ว นำไปอำเภอ เมื่อได้คำตอบแล้วกลับมาหน้านี้ ใส่ไฟล์และรหัสเดิม แล้วกด Enter",
        "The file is written: take it to the district. With the answer on the stick, come back here, "
          + "give the same file and code, and press Enter.")
    case .help:
      Label(
        """
        ลงทะเบียนครั้งเดียวเพื่อให้ศูนย์รู้จักคุณและเครื่องนี้ ใช้รหัสที่ปลัดอำเภอให้ ไม่ใช้เลขประจำตัวประชาชน

        ต้องมีอินเทอร์เน็ตเฉพาะตอนนี้ ถ้ายังไม่มี กด Esc แล้วกรอกแบบสำรวจไปก่อนได้ \
        แบบที่กรอกเสร็จจะรอในเครื่องและส่งได้หลังลงทะเบียน

        เครื่องที่ไม่มีอินเทอร์เน็ตเลย: ใส่ชื่อไฟล์ในแฟลชไดรฟ์แทนที่อยู่ เช่น /media/usb/enrol \
        นำไปอำเภอ แล้วนำคำตอบกลับมาที่หน้านี้
        """,
        """
        You enrol once, so that the centre knows you and this laptop, with a code from the district. \
        No ID number is used.

        It needs the internet only now. Without it press Esc and fill in surveys: they wait here \
        and can be sent after you enrol.

        A laptop that never has any: instead of the address give a file on a USB stick, such as \
        /media/usb/enrol, take it to the district, and come back here with the answer.
        """)
    }
  }
}
