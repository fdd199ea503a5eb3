import SyncProtocol

/// How a refusal is answered: a code for the laptop, and a sentence for whoever reads it bare.
enum ProblemPage {
  /// - Parameter seconds: When to come again, if that helps.
  static func response(_ problem: Problem, after seconds: Int? = nil) -> Response {
    let sentence = sentence(problem)
    let report = ProblemReport(problem, thai: sentence.thai, english: sentence.english)
    var response = Response.json(problem.status, WireJSON.encode(report))
    if let wait = seconds ?? (problem == .busy ? 60 : nil) {
      response.headers["Retry-After"] = "\(wait)"
    }
    return response
  }

  private static func sentence(_ problem: Problem) -> (thai: String, english: String) {
    switch problem {
    case .unknownCode:
      (
        "ไม่พบรหัสลงทะเบียนนี้ โปรดตรวจตัวอักษรกับใบที่ได้รับจากอำเภอ",
        "This code is not known. Compare it with the slip from the district."
      )
    case .usedCode:
      (
        "รหัสนี้ใช้ไปแล้ว โปรดขอรหัสใหม่จากอำเภอ",
        "This code was used already. Ask the district for a new one."
      )
    case .expiredCode:
      (
        "รหัสนี้หมดอายุแล้ว โปรดขอรหัสใหม่จากอำเภอ",
        "This code has expired. Ask the district for a new one."
      )
    case .tooManyTries:
      (
        "ใส่รหัสผิดหลายครั้ง รหัสนี้จึงถูกยกเลิก โปรดขอรหัสใหม่จากอำเภอ",
        "Too many wrong tries; the code is void. Ask the district for a new one."
      )
    case .busy:
      (
        "ศูนย์กำลังรับข้อมูลจำนวนมาก ข้อมูลของท่านยังอยู่ครบ โปรดลองใหม่ภายหลัง",
        "The centre is busy. Your work is safe; try again later."
      )
    case .tooSoon:
      (
        "จากที่นี่มีการลองผิดหลายครั้ง ข้อมูลของท่านยังอยู่ครบ โปรดรอแล้วลองใหม่",
        "Too many mistakes came from here. Your work is safe; wait a while and try again."
      )
    case .notFound:
      ("ไม่มีหน้านี้ที่ศูนย์", "There is no such page at this centre.")
    case .unknownDevice, .revokedDevice:
      (
        "ศูนย์ไม่รู้จักเครื่องนี้ ข้อมูลในเครื่องยังอยู่ครบ โปรดติดต่ออำเภอ",
        "The centre does not know this laptop. Nothing on it is lost; ask the district."
      )
    case .fault, .storageFull:
      (
        "ศูนย์ขัดข้อง ข้อมูลในเครื่องของท่านยังอยู่ครบ โปรดลองใหม่ภายหลัง",
        "The centre has a fault. Nothing on your laptop is lost; try again later."
      )
    default:
      (
        "ศูนย์รับคำขอนี้ไม่ได้ ข้อมูลในเครื่องยังอยู่ครบ โปรดแจ้งรหัส \(problem.rawValue) แก่อำเภอ",
        "The centre cannot take this request. Nothing is lost; tell the district \(problem.rawValue)."
      )
    }
  }
}
