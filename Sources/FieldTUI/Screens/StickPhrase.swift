import SyncClient
import TerminalKit

/// What is said of the road by stick.
enum StickPhrase: Wording {
  case road, title, hint, working, write, folder
  case fileIsThere, full

  var label: Label {
    switch self {
    case .road: Label("แฟลชไดรฟ์", "USB stick")
    case .title: Label("ส่งด้วยแฟลชไดรฟ์", "Send by USB stick")
    case .folder: Label("โฟลเดอร์ของแฟลชไดรฟ์", "Folder of the stick")
    case .hint:
      Label(
        "เสียบแฟลชไดรฟ์แล้วกด Enter จะอ่านคำตอบของศูนย์ และเขียนไฟล์ให้นำไปอำเภอ",
        "Plug the stick in and press Enter. The centre's answers on it are read, and the file for the district is written."
      )
    case .working: Label("กำลังอ่านและเขียนแฟลชไดรฟ์…", "Reading and writing the stick…")
    case .write: Label("อ่านและเขียน", "Read and write")
    case .fileIsThere:
      Label(
        "มีไฟล์อื่นชื่อนี้อยู่แล้ว จึงไม่เขียนทับ เลือกชื่อหรือโฟลเดอร์อื่น",
        "Something else has that name and is left alone. Choose another name or folder.")
    case .full:
      Label(
        "แฟลชไดรฟ์เต็ม ลบไฟล์อื่นหรือใช้อันใหม่ ข้อมูลที่รอส่งอยู่ครบในเครื่องนี้",
        "The stick is full. Make room or take another; what waits is all on this laptop.")
    }
  }

  static func isNoAnswer(_ path: String) -> Label {
    Label(
      "ไฟล์นี้เป็นไฟล์ที่เครื่องเขียนเพื่อส่งศูนย์ ไม่ใช่คำตอบ คำตอบชื่อ \(path).answer",
      "This is what a laptop wrote for the centre, and not an answer. The answer is called \(path).answer."
    )
  }

  static func answered(_ count: Int, news: Int) -> Label {
    Label(
      "อ่านคำตอบแล้ว ศูนย์ได้รับ \(count) รายการ เรื่องใหม่จากอำเภอ \(news)",
      "Answer read. Records that the centre has: \(count). News from the district: \(news).")
  }

  static func unusable(_ count: Int) -> Label {
    Label(
      "คำตอบที่ใช้ไม่ได้ \(count) ไฟล์ อาจคัดลอกมาไม่ครบ หรือเป็นของเครื่องอื่น ขอไฟล์ใหม่จากอำเภอ",
      "Answers that cannot be used: \(count). They may be copied in part, or another laptop's: ask the district for new ones."
    )
  }

  static func written(_ report: StickReport) -> Label {
    let path = report.file
    let more = report.files > 1 ? " (.2–.\(report.files))" : ""
    let pieces = report.written.pieces
    let thai = pieces > 0 ? " ไฟล์แนบ \(pieces) ส่วน" : ""
    let english = pieces > 0 ? " Pieces of files: \(pieces)." : ""
    return Label(
      "เขียนแล้ว: \(path)\(more) มี \(report.written.items) รายการ\(thai) นำไปให้ปลัดอำเภอ แล้วนำแฟลชไดรฟ์กลับมาทำหน้านี้อีกครั้ง",
      "Written: \(path)\(more). Records: \(report.written.items).\(english) Take it to the district, bring the stick back, and do this again."
    )
  }
}
