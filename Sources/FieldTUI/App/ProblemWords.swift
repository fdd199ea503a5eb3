import SyncProtocol
import TerminalKit

extension SyncNotice {
  private static let callDistrict = Label(
    "โปรดแจ้งปลัดอำเภอ", "Please tell the deputy district officer.")
  private static let callKeeper = Label(
    "โปรดแจ้งผู้ดูแลระบบของศูนย์", "Please tell whoever runs the centre.")
  private static let later = Label(
    "รอสักครู่แล้วกดส่งอีกครั้ง", "Wait a little, and press send again.")
  private static let update = Label(
    "ติดตั้งโปรแกรมรุ่นใหม่จากอำเภอ แล้วส่งอีกครั้ง",
    "Install the newer program from the district and send again.")
  private static let newCode = Label(
    "ขอรหัสใหม่จากอำเภอ", "Ask the district for a new code.")

  /// What a refusal of the centre means for the person at the laptop.
  init(_ problem: Problem) {
    switch problem {
    case .unknownKind:
      self.init(
        Label("ศูนย์ยังไม่รู้จักข้อมูลชนิดนี้", "The centre does not know this kind of data yet."),
        Self.callKeeper)
    case .malformedItem:
      self.init(Label("ศูนย์อ่านแบบนี้ไม่ได้", "The centre cannot read this record."), Self.callKeeper)
    case .badItemSignature:
      self.init(
        Label("ลายมือชื่อของแบบนี้ไม่ถูกต้อง", "The signature of this record is not right."),
        Self.callDistrict)
    case .unknownAuthor:
      self.init(
        Label("ศูนย์ไม่รู้จักผู้สำรวจของแบบนี้", "The centre does not know who filled this in."),
        Self.callDistrict)
    case .outOfArea:
      self.init(
        Label("แบบนี้อยู่นอกพื้นที่ของท่าน", "This record lies outside your area."),
        Label(
          "ตรวจหมู่บ้านในแบบ หรือแจ้งปลัดอำเภอ",
          "Check the village in the record, or tell the deputy district officer."))
    case .notAllowed:
      self.init(
        Label("สิทธิของท่านไม่รวมการทำรายการนี้", "Your rights do not cover this."), Self.callDistrict)
    case .unknownKey:
      self.init(
        Label("ศูนย์ยังเปิดแบบนี้ไม่ได้ในตอนนี้", "The centre cannot open this record just now."),
        Self.callKeeper)
    case .unknownRecord:
      self.init(
        Label("ศูนย์ไม่มีแบบที่ท่านตรวจ", "The centre does not have the record you decided on."),
        Self.callKeeper)
    case .staleDecision:
      self.init(
        Label(
          "แบบนี้มีฉบับใหม่กว่าที่ท่านตรวจ", "There is a newer revision than the one you judged."),
        Label("เปิดแบบฉบับใหม่แล้วตรวจอีกครั้ง", "Open the newer revision and decide again."))
    case .forbiddenArrow:
      self.init(
        Label("สถานะของแบบนี้เปลี่ยนไปแล้ว", "The record's state has changed meanwhile."),
        Label("รับข้อมูลใหม่แล้วตรวจอีกครั้ง", "Fetch what is new and decide again."))
    case .missingReason:
      self.init(
        Label("การตัดสินนี้ต้องมีเหตุผล", "This decision needs a reason."),
        Label("เลือกเหตุผลแล้วส่งอีกครั้ง", "Choose a reason and send again."))
    case .malformedRequest, .notFound, .wrongMethod:
      self.init(
        Label(
          "ศูนย์ไม่เข้าใจสิ่งที่เครื่องนี้ส่ง", "The centre did not understand what this laptop sent."),
        Self.callKeeper)
    case .requestTooLarge:
      self.init(
        Label("แบบหนึ่งมีขนาดใหญ่เกินกว่าที่ศูนย์รับ", "One record is larger than the centre takes."),
        Self.callDistrict)
    case .unsupportedVersion:
      self.init(
        Label("โปรแกรมในเครื่องนี้เก่าเกินไปสำหรับศูนย์", "This program is too old for the centre."),
        Self.update)
    case .badRequestSignature, .unknownDevice:
      self.init(
        Label("ศูนย์ไม่รู้จักเครื่องนี้", "The centre does not know this laptop."),
        Label(
          "ขอรหัสลงทะเบียนใหม่จากอำเภอ", "Ask the district for a new enrolment code."))
    case .revokedDevice:
      self.init(
        Label("อำเภอได้ยกเลิกเครื่องนี้แล้ว", "The district has revoked this laptop."),
        Self.callDistrict)
    case .replayedRequest:
      self.init(
        Label("เครือข่ายส่งคำขอเดิมซ้ำ", "The network repeated an old request."), Self.later)
    case .wrongClock:
      self.init(
        Label("วันที่หรือเวลาของเครื่องนี้ผิดมาก", "The date or time of this laptop is far off."),
        Label("ตั้งวันที่และเวลาให้ถูก แล้วส่งอีกครั้ง", "Set the date and time right and send again."))
    case .unknownCode:
      self.init(
        Label("ศูนย์ไม่รู้จักรหัสนี้", "The centre does not know this code."),
        Label("ตรวจรหัสทีละตัวแล้วใส่ใหม่", "Check the code letter by letter and type it again."))
    case .usedCode:
      self.init(Label("รหัสนี้ถูกใช้ไปแล้ว", "This code was used already."), Self.newCode)
    case .expiredCode:
      self.init(
        Label("รหัสนี้หมดอายุแล้ว (ใช้ได้ 72 ชั่วโมง)", "This code has expired (it is good for 72 hours)."),
        Self.newCode)
    case .tooManyTries:
      self.init(
        Label("ใส่รหัสผิดหลายครั้งจนรหัสถูกยกเลิก", "The code was typed wrong too often and is void."),
        Self.newCode)
    case .tooSoon:
      self.init(
        Label("มีการลองผิดหลายครั้งจากเครือข่ายนี้", "Too many mistakes came from this network."),
        Self.later)
    case .busy:
      self.init(
        Label("ขณะนี้ศูนย์มีผู้ส่งจำนวนมาก", "The centre is busy just now."), Self.later)
    case .storageFull:
      self.init(
        Label("ที่เก็บข้อมูลของศูนย์เต็ม", "The centre's disk is full."), Self.callKeeper)
    case .fault:
      self.init(
        Label("ศูนย์ขัดข้องชั่วคราว", "The centre has a fault just now."), Self.later)
    case .unrecognised:
      self.init(
        Label(
          "ศูนย์ปฏิเสธด้วยเหตุที่โปรแกรมรุ่นนี้ไม่รู้จัก",
          "The centre refused for a reason that this version does not know."),
        Self.update)
    }
  }
}
