import OfflineStore
import SyncProtocol
import TerminalKit

/// What `fieldtui doctor` prints: a line for each thing, and beneath it what to do.
struct DoctorText {
  let speech: Speech

  static let salvaging = Label(
    "กำลังคัดลอกสิ่งที่ยังดี ต้นฉบับไม่ถูกแตะต้อง หยุดได้ด้วย Ctrl-C",
    "Copying what is intact; the original is left alone. Ctrl-C stops.")

  func line(_ finding: DoctorFinding) -> String {
    let advice = finding.advice.map { advice in
      speech.languages.map { "  \(advice.text(in: $0))\n" }.joined()
    }
    let language = speech.oneLanguage
    let fact = "\(finding.name.text(in: language)): \(finding.fact.text(in: language))\n"
    return fact + (advice ?? "")
  }

  func line(_ action: LoggedAction) -> String {
    var parts = [action.kind.label]
    if let person = action.person { parts.append(Label("ผู้ใช้ \(person)", "person \(person)")) }
    if let record = action.record { parts.append(Label("แบบ \(record)", "record \(record)")) }
    let words = parts.map { $0.text(in: speech.oneLanguage) }.joined(separator: ", ")
    return "\(BuddhistTime.text(action.time)) \(words)\n"
  }

  func lines(_ report: SalvageReport, _ folder: String) -> String {
    [
      Label("ผู้ใช้: \(report.people) คน", "people: \(report.people)"),
      Label("แบบสำรวจ: \(report.records) ฉบับ", "records: \(report.records)"),
      Label("รอส่ง: \(report.waiting) รายการ", "waiting: \(report.waiting)"),
      Label("ไฟล์แนบ: \(report.pieces) ส่วน", "pieces of files: \(report.pieces)"),
      Label("เสียหาย ไม่ได้คัดลอก: \(report.spoiled) รายการ", "spoiled: \(report.spoiled)"),
      Label("ซ่อมแล้ว: \(report.mended) รายการ", "mended: \(report.mended)"),
      Label("โฟลเดอร์ใหม่: \(folder)", "new store: \(folder)"),
    ].map(speech.line).joined() + "fieldtui --data \(folder)\n"
  }
}

extension StoreError {
  /// What is the matter with the store, in a few words that say nothing about anybody.
  var fact: Label {
    switch self {
    case .damaged: Label("เสียหาย", "damaged")
    case .inUse(let process):
      Label("เปิดอยู่ในอีกหน้าต่างหนึ่ง (โปรเซส \(process))", "in use by process \(process)")
    case .newerVersion: Label("เป็นของโปรแกรมรุ่นใหม่กว่า", "of a newer program")
    case .noSpace: Label("ดิสก์เต็ม", "disk full")
    case .readOnly: Label("เขียนไม่ได้", "read-only")
    default: Label("เปิดไม่ได้", "cannot be opened")
    }
  }
}

extension LoggedAction.Kind {
  /// What was done, as the log of the laptop says it.
  fileprivate var label: Label {
    switch self {
    case .addedPerson: Label("เพิ่มผู้ใช้", "added a person")
    case .signedIn: Label("เข้าใช้งาน", "signed in")
    case .refusedPassphrase: Label("พิมพ์รหัสผ่านไม่ถูกต้อง", "typed a wrong passphrase")
    case .changedPassphrase: Label("เปลี่ยนรหัสผ่าน", "changed the passphrase")
    case .askedForRecovery: Label("ขอกู้คืน เพราะลืมรหัสผ่าน", "asked for recovery")
    case .answeredRecovery: Label("ตอบคำขอกู้คืน", "answered a request for recovery")
    case .recovered: Label("กู้คืนและตั้งรหัสผ่านใหม่แล้ว", "recovered, with a new passphrase")
    case .enrolled: Label("ลงทะเบียนกับศูนย์", "enrolled")
    case .finished: Label("ทำแบบเสร็จ", "finished a record")
    case .recalled: Label("เรียกแบบกลับมาแก้", "called a record back")
    case .trashed: Label("ทิ้งแบบลงถังขยะ", "put a record into the trash")
    case .restored: Label("เอาแบบกลับจากถังขยะ", "restored a record")
    case .decided: Label("ตัดสินผลการตรวจ", "decided on a record")
    case .undid: Label("เรียกคืนการตัดสิน", "took a decision back")
    case .revealed: Label("เปิดดูเลขประจำตัวประชาชนทั้งเลข", "looked at a whole national ID")
    case .retracted: Label("ถอนแบบสำรวจ", "retracted a record")
    case .calledOff: Label("ยกเลิกการถอน", "called a retraction off")
    case .askedForCopy: Label("ขอสำเนาจากระบบกลาง", "asked for a copy of a record")
    case .wroteBundle: Label("เขียนชุดข้อมูลลงไฟล์", "wrote a bundle")
    case .readBundle: Label("อ่านคำตอบของศูนย์จากไฟล์", "read a bundle")
    case .wipedKeys: Label("ลบกุญแจตามที่อำเภอยกเลิกเครื่อง", "wiped the keys")
    case .salvaged: Label("คัดลอกมาจากข้อมูลที่เสียหาย", "salvaged from a damaged store")
    }
  }
}
