import SyncProtocol

/// Why something from a stick was not taken in, for whoever runs the centre.
///
/// The person at the laptop reads other words on its screens, for what that person can do about it.
struct RefusalWords {
  let problem: Problem

  /// A line for each problem, with how many items have it, and its English below.
  static func lines(_ refused: [RefusedItem]) -> String {
    Dictionary(grouping: refused, by: \.problem).sorted { $0.key.rawValue < $1.key.rawValue }
      .map { problem, items in
        let words = RefusalWords(problem: problem)
        return "refused: \(items.count) \(words.thai) [\(problem.rawValue)]\n  \(words.english)\n"
      }.joined()
  }

  var thai: String {
    switch problem {
    case .unknownKind: "ศูนย์รุ่นนี้ไม่รู้จักข้อมูลชนิดนี้ โปรดติดตั้งรุ่นใหม่"
    case .malformedItem: "อ่านไม่ได้"
    case .badItemSignature: "ลายมือชื่อไม่ใช่ของผู้ทำรายการ"
    case .unknownAuthor: "ผู้ทำรายการไม่ได้ลงทะเบียนด้วยเครื่องนั้น"
    case .outOfArea: "อยู่นอกพื้นที่ของผู้ทำรายการ"
    case .notAllowed: "ผู้ทำรายการไม่มีสิทธิ หรือสิทธิหมดอายุ"
    case .unknownKey: "ปิดผนึกด้วยกุญแจที่ศูนย์นี้ไม่มี"
    case .unknownRecord: "เป็นผลตรวจของแบบที่ศูนย์นี้ไม่มี"
    case .staleDecision: "เป็นผลตรวจของฉบับเก่า มีฉบับใหม่กว่าแล้ว"
    case .forbiddenArrow: "สถานะของแบบเปลี่ยนไปแล้ว ผลตรวจนี้จึงใช้ไม่ได้"
    case .missingReason: "ผลตรวจนี้ไม่มีเหตุผล"
    case .recordFull: "ไฟล์ของแบบนั้นรวมกันมากเกินกว่าที่ศูนย์รับ"
    case .requestTooLarge: "แฟ้มใหญ่เกินกว่าที่ศูนย์รับ"
    case .unsupportedVersion: "โปรแกรมในเครื่องที่เขียนแฟ้มนี้เก่าเกินไป โปรดติดตั้งรุ่นใหม่ที่เครื่องนั้น"
    case .badRequestSignature: "แฟ้มถูกเปลี่ยนหรือคัดลอกมาไม่ครบ โปรดคัดลอกใหม่จากเครื่องนั้น"
    case .unknownDevice: "ศูนย์นี้ไม่มีเครื่องที่เขียนแฟ้มนี้ ดูรายการด้วย fieldcentral laptops"
    case .revokedDevice: "เครื่องนี้ถูกยกเลิกแล้ว"
    case .unknownCode: "ศูนย์ไม่รู้จักรหัสลงทะเบียนนี้ โปรดออกรหัสใหม่ด้วย fieldcentral enrol"
    case .usedCode: "รหัสลงทะเบียนนี้ใช้กับเครื่องอื่นแล้ว โปรดออกรหัสใหม่ด้วย fieldcentral enrol"
    case .expiredCode: "รหัสลงทะเบียนนี้หมดอายุแล้ว โปรดออกรหัสใหม่ด้วย fieldcentral enrol"
    case .tooManyTries: "รหัสลงทะเบียนนี้ถูกยกเลิกเพราะใส่ผิดหลายครั้ง โปรดออกรหัสใหม่ด้วย fieldcentral enrol"
    case .malformedRequest, .notFound, .wrongMethod:
      "แฟ้มนี้ไม่ใช่ชุดข้อมูลหรือคำขอลงทะเบียนของ FieldTUI หรือคัดลอกมาไม่ครบ"
    case .storageFull: "ดิสก์ของศูนย์เต็ม โปรดเพิ่มที่ว่าง"
    case .replayedRequest, .wrongClock, .tooSoon, .busy, .fault, .unrecognised:
      "ศูนย์รับไม่ได้ในตอนนี้ โปรดลองใหม่ ดูสาเหตุในบันทึกของศูนย์"
    }
  }

  var english: String {
    switch problem {
    case .unknownKind: "This centre does not know that kind of item. Install a newer version."
    case .malformedItem: "It cannot be read."
    case .badItemSignature: "The signature is not its author's."
    case .unknownAuthor: "Its author is not enrolled with that laptop."
    case .outOfArea: "It lies outside its author's area."
    case .notAllowed: "Its author may not do this, or the certificate has run out."
    case .unknownKey: "It is sealed to a key that this centre does not have."
    case .unknownRecord: "It decides on a record that this centre does not have."
    case .staleDecision: "It decides on a revision that a newer one has followed."
    case .forbiddenArrow: "The record's state has changed, and no longer allows this decision."
    case .missingReason: "The decision gives no reason."
    case .recordFull: "The files of its record are more than the centre takes."
    case .requestTooLarge: "The file is larger than the centre takes."
    case .unsupportedVersion:
      "The program that wrote it is too old. Install a newer one on that laptop."
    case .badRequestSignature:
      "The file was changed, or copied in part. Copy it again from the laptop."
    case .unknownDevice:
      "The laptop that wrote it is not one of this centre's. See fieldcentral laptops."
    case .revokedDevice: "The laptop is revoked."
    case .unknownCode: "The code is not known here. Issue another with fieldcentral enrol."
    case .usedCode: "The code has enrolled another laptop. Issue another with fieldcentral enrol."
    case .expiredCode: "The code has expired. Issue another with fieldcentral enrol."
    case .tooManyTries:
      "The code is void after too many mistakes. Issue another with fieldcentral enrol."
    case .malformedRequest, .notFound, .wrongMethod:
      "This is neither a bundle nor a request to enrol, or it was copied in part."
    case .storageFull: "The centre's disk is full. Free some space."
    case .replayedRequest, .wrongClock, .tooSoon, .busy, .fault, .unrecognised:
      "The centre could not take it now. Try again; its log says why."
    }
  }
}
