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
    self.init(Label(Self.thai(problem), Self.english(problem)), Self.next(after: problem))
  }

  private static func thai(_ problem: Problem) -> String {
    switch problem {
    case .unknownKind: "ศูนย์ยังไม่รู้จักข้อมูลชนิดนี้"
    case .malformedItem: "ศูนย์อ่านแบบนี้ไม่ได้"
    case .badItemSignature: "ลายมือชื่อของแบบนี้ไม่ถูกต้อง"
    case .unknownAuthor: "ศูนย์ไม่รู้จักผู้สำรวจของแบบนี้"
    case .outOfArea: "แบบนี้อยู่นอกพื้นที่ของท่าน"
    case .notAllowed: "สิทธิของท่านไม่รวมการทำรายการนี้"
    case .unknownKey: "ศูนย์ยังเปิดแบบนี้ไม่ได้ในตอนนี้"
    case .unknownRecord: "ศูนย์ไม่มีแบบที่ท่านตรวจ"
    case .staleDecision: "แบบนี้มีฉบับใหม่กว่าที่ท่านตรวจ"
    case .forbiddenArrow: "สถานะของแบบนี้เปลี่ยนไปแล้ว"
    case .missingReason: "การตัดสินนี้ต้องมีเหตุผล"
    case .recordFull: "ไฟล์ของแบบนี้รวมกันมากเกินกว่าที่ศูนย์รับ"
    case .malformedRequest, .notFound, .wrongMethod: "ศูนย์ไม่เข้าใจสิ่งที่เครื่องนี้ส่ง"
    case .requestTooLarge: "แบบหนึ่งมีขนาดใหญ่เกินกว่าที่ศูนย์รับ"
    case .unsupportedVersion: "โปรแกรมในเครื่องนี้เก่าเกินไปสำหรับศูนย์"
    case .badRequestSignature, .unknownDevice: "ศูนย์ไม่รู้จักเครื่องนี้"
    case .revokedDevice: "อำเภอได้ยกเลิกเครื่องนี้แล้ว"
    case .replayedRequest: "เครือข่ายส่งคำขอเดิมซ้ำ"
    case .wrongClock: "วันที่หรือเวลาของเครื่องนี้ผิดมาก"
    case .unknownCode: "ศูนย์ไม่รู้จักรหัสนี้"
    case .usedCode: "รหัสนี้ถูกใช้ไปแล้ว"
    case .expiredCode: "รหัสนี้หมดอายุแล้ว (ใช้ได้ 72 ชั่วโมง)"
    case .tooManyTries: "ใส่รหัสผิดหลายครั้งจนรหัสถูกยกเลิก"
    case .tooSoon: "มีการลองผิดหลายครั้งจากเครือข่ายนี้"
    case .busy: "ขณะนี้ศูนย์มีผู้ส่งจำนวนมาก"
    case .storageFull: "ที่เก็บข้อมูลของศูนย์เต็ม"
    case .fault: "ศูนย์ขัดข้องชั่วคราว"
    case .unrecognised: "ศูนย์ปฏิเสธด้วยเหตุที่โปรแกรมรุ่นนี้ไม่รู้จัก"
    }
  }

  private static func english(_ problem: Problem) -> String {
    switch problem {
    case .unknownKind: "The centre does not know this kind of data yet."
    case .malformedItem: "The centre cannot read this record."
    case .badItemSignature: "The signature of this record is not right."
    case .unknownAuthor: "The centre does not know who filled this in."
    case .outOfArea: "This record lies outside your area."
    case .notAllowed: "Your rights do not cover this."
    case .unknownKey: "The centre cannot open this record just now."
    case .unknownRecord: "The centre does not have the record you decided on."
    case .staleDecision: "There is a newer revision than the one you judged."
    case .forbiddenArrow: "The record's state has changed meanwhile."
    case .missingReason: "This decision needs a reason."
    case .recordFull: "The files of this record are more than the centre takes."
    case .malformedRequest, .notFound, .wrongMethod:
      "The centre did not understand what this laptop sent."
    case .requestTooLarge: "One record is larger than the centre takes."
    case .unsupportedVersion: "This program is too old for the centre."
    case .badRequestSignature, .unknownDevice: "The centre does not know this laptop."
    case .revokedDevice: "The district has revoked this laptop."
    case .replayedRequest: "The network repeated an old request."
    case .wrongClock: "The date or time of this laptop is far off."
    case .unknownCode: "The centre does not know this code."
    case .usedCode: "This code was used already."
    case .expiredCode: "This code has expired (it is good for 72 hours)."
    case .tooManyTries: "The code was typed wrong too often and is void."
    case .tooSoon: "Too many mistakes came from this network."
    case .busy: "The centre is busy just now."
    case .storageFull: "The centre's disk is full."
    case .fault: "The centre has a fault just now."
    case .unrecognised: "The centre refused for a reason that this version does not know."
    }
  }

  private static func next(after problem: Problem) -> Label {
    switch problem {
    case .unknownKind, .malformedItem, .unknownKey, .unknownRecord, .malformedRequest, .notFound,
      .wrongMethod, .storageFull:
      callKeeper
    case .badItemSignature, .unknownAuthor, .notAllowed, .requestTooLarge, .recordFull,
      .revokedDevice:
      callDistrict
    case .unsupportedVersion, .unrecognised: update
    case .replayedRequest, .tooSoon, .busy, .fault: later
    case .usedCode, .expiredCode, .tooManyTries: newCode
    case .outOfArea:
      Label(
        "ตรวจหมู่บ้านในแบบ หรือแจ้งปลัดอำเภอ",
        "Check the village in the record, or tell the deputy district officer.")
    case .staleDecision:
      Label("เปิดแบบฉบับใหม่แล้วตรวจอีกครั้ง", "Open the newer revision and decide again.")
    case .forbiddenArrow:
      Label("รับข้อมูลใหม่แล้วตรวจอีกครั้ง", "Fetch what is new and decide again.")
    case .missingReason:
      Label("เลือกเหตุผลแล้วส่งอีกครั้ง", "Choose a reason and send again.")
    case .badRequestSignature, .unknownDevice:
      Label("ขอรหัสลงทะเบียนใหม่จากอำเภอ", "Ask the district for a new enrolment code.")
    case .wrongClock:
      Label("ตั้งวันที่และเวลาให้ถูก แล้วส่งอีกครั้ง", "Set the date and time right and send again.")
    case .unknownCode:
      Label("ตรวจรหัสทีละตัวแล้วใส่ใหม่", "Check the code letter by letter and type it again.")
    }
  }
}
