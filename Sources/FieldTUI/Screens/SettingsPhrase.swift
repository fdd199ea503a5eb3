import SyncProtocol
import TerminalKit

/// What the settings say, with the names of the roles.
enum SettingsPhrase: Wording {
  case title, person, enrolment, language, notEnrolled, centre, server, role, place
  case village, district, province, auditor, lock, lockQuestion, lockRange, help, officerHelp

  var label: Label {
    switch self {
    case .title: Label("ตั้งค่า", "Settings")
    case .person: Label("ข้อมูลผู้สำรวจ", "About you")
    case .enrolment: Label("ลงทะเบียนกับศูนย์ด้วยรหัส", "Enrol with a code")
    case .language: Label("เปลี่ยนเป็นภาษาอังกฤษ (F2)", "Change to Thai (F2)")
    case .notEnrolled:
      Label(
        "ยังไม่ได้ลงทะเบียนกับศูนย์ กรอกแบบสำรวจได้ แต่ยังส่งไม่ได้",
        "Not enrolled yet: surveys can be filled in, not sent.")
    case .centre: Label("ศูนย์", "Centre")
    case .server: Label("ที่อยู่ของศูนย์", "Its address")
    case .role: Label("หน้าที่", "Role")
    case .place: Label("พื้นที่รับผิดชอบ", "Area")
    case .village: Label("ผู้สำรวจประจำหมู่บ้าน/ชุมชน", "Surveyor of a village")
    case .district: Label("ผู้ตรวจสอบระดับอำเภอ", "District officer")
    case .province: Label("ผู้ยืนยันระดับจังหวัด", "Province")
    case .auditor: Label("ผู้ตรวจสอบภายใน", "Auditor")
    case .lock: Label("ล็อกหน้าจอเองเมื่อไม่ใช้", "Lock by itself when not used for")
    case .lockQuestion: Label("กี่นาที (2 ถึง 15)", "How many minutes (2 to 15)")
    case .lockRange: Label("พิมพ์เลข 2 ถึง 15", "Type a number from 2 to 15.")
    case .help:
      Label(
        """
        ข้อมูลผู้สำรวจ: ชื่อ ตำแหน่ง และพื้นที่ ที่จะอยู่ในหัวแบบสำรวจ
        ลงทะเบียนกับศูนย์: ใช้รหัสจากปลัดอำเภอ ทำครั้งเดียว
        เปลี่ยนรหัสผ่าน: ใส่รหัสผ่านเดิม แล้วตั้งใหม่ ข้อมูลอยู่ครบ ถ้าลืมรหัสผ่านเดิม กด F6 ที่หน้าเข้าสู่ระบบ
        ล็อกหน้าจอเอง: เมื่อไม่มีการกดปุ่มนาน 2 ถึง 15 นาที ตามที่ท่านเลือก กด F12 ล็อกทันทีได้ทุกหน้า
        กด F2 เปลี่ยนภาษาได้ทุกหน้าจอ
        """,
        """
        About you: name, position and area, as they stand at the head of the surveys.
        Enrol: once, with a code from the district.
        Change the passphrase: the old one, then a new one; nothing is lost. If it is forgotten, press \
        F6 at sign-in.
        Lock by itself: after 2 to 15 minutes without a key, as you choose; F12 locks at once anywhere.
        F2 changes the language on every screen.
        """)
    case .officerHelp:
      Label(
        """
        \(SettingsPhrase.help.label.thai)

        เครื่องในพื้นที่: ดูว่าใครใช้เครื่องใด และยกเลิกเครื่องที่หาย ต้องมีอินเทอร์เน็ต
        ช่วยผู้ที่ลืมรหัสผ่าน: เปิดไฟล์คำขอที่เขานำมา เทียบเลขหกตัว แล้วตอบ ต้องมีเจ้าหน้าที่สองคน
        """,
        """
        \(SettingsPhrase.help.label.english)

        Laptops of the area: who uses which, and to revoke a lost one; needs the internet.
        Help someone who forgot it: open the file that the person brings, compare the six digits and \
        answer. Two officers are needed.
        """)
    }
  }

  static func minutes(_ count: Int) -> Label { Label("\(count) นาที", "\(count) minutes") }

  static func lockChosen(_ minutes: Int) -> Label {
    Label("จะล็อกเองเมื่อไม่ใช้ \(minutes) นาที", "It locks by itself after \(minutes) minutes.")
  }

  static func of(_ role: Role) -> SettingsPhrase {
    switch role {
    case .village: .village
    case .district: .district
    case .province: .province
    case .auditor: .auditor
    }
  }
}
