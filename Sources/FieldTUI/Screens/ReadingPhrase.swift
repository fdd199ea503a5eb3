import OfflineStore
import TerminalKit

/// What the page says on which a record is read.
enum ReadingPhrase: Wording {
  case title, goOn, correct, recall, showID, hideID, remarks, warnings, sealed, formMissing
  case help

  var label: Label {
    switch self {
    case .title: Label("อ่านแบบสำรวจ", "Read a record")
    case .goOn: Label("แก้ไขที่ข้อนี้", "Change this answer")
    case .correct: Label("เปิดแก้ไข", "Correct it")
    case .recall: Label("เรียกกลับ", "Call back")
    case .showID: Label("ดูเลขบัตร", "Show the ID")
    case .hideID: Label("ซ่อนเลขบัตร", "Hide the ID")
    case .remarks: Label("ความเห็นของผู้ตรวจสอบ", "Remarks of whoever checked it")
    case .warnings: Label("คำเตือน", "Warnings")
    case .sealed:
      Label(
        "คำตอบของรายนี้ส่งถึงระบบกลางแล้ว และเข้ารหัสไว้ให้ระบบกลางเปิดได้เท่านั้น เครื่องนี้จึงเปิดอ่านไม่ได้ "
          + "ข้อมูลอยู่ครบที่ระบบกลาง",
        "The answers are at the centre and sealed so that only the centre opens them; this laptop "
          + "cannot. Nothing is lost.")
    case .formMissing:
      Label(
        "เครื่องนี้ไม่มีแบบสำรวจรุ่นที่ใช้กรอกรายนี้ จึงแสดงคำตอบไม่ได้ ข้อมูลอยู่ครบ ติดตั้งแบบสำรวจแล้วเปิดอีกครั้ง",
        "The form of this record is not on this laptop, so its answers cannot be shown. Nothing is "
          + "lost: install the form and open it again.")
    case .help:
      Label(
        """
        หน้านี้อ่านอย่างเดียว ไม่มีสิ่งใดเปลี่ยน

        ลูกศรขึ้นลง PageUp PageDown เลื่อนอ่าน
        F3 ดูเลขบัตรทั้งหมด กดอีกครั้งเพื่อซ่อน การดูถูกบันทึกไว้
        Enter ที่ร่าง เปิดแก้ไขที่ข้อนั้น ที่รายที่ส่งกลับ เปิดแก้ไข
        F5 กรอกคนถัดไปในบ้านเดียวกัน
        F6 เรียกแบบสำรวจที่พร้อมส่งกลับมาแก้ไข
        Esc กลับ
        """,
        """
        This page is only for reading: nothing changes here.

        Arrows, PageUp and PageDown scroll.
        F3 shows the whole national ID, and hides it again; that it was looked at is taken down.
        Enter opens a draft at that question, and a returned record to be corrected.
        F5 begins a record of the next person of the same house.
        F6 calls a finished record back.
        Esc goes back.
        """)
    }
  }
}
