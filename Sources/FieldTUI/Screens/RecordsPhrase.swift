import OfflineStore
import TerminalKit

/// What the lists of records say, with the names of the states.
enum RecordsPhrase: Wording {
  case draftState, readyState, sentState, returnedState, resubmittedState, verifiedState
  case rejectedState, lockedState, retractedState, trashedState, onTheWay, refused, keptHere,
    damaged
  case recordColumn, stateColumn, detailColumn, dateColumn, search, untitled
  case recall, trash, restore, details, fixOne, comments, noMatch, empty, receipt, reasons, help
  case filesWaiting, filesRefused, nothingIsLost, callBackAndCorrect, byName

  var label: Label {
    switch self {
    case .byName: Label("เรียงตามชื่อ", "By name")
    case .draftState: Label("ร่าง", "Draft")
    case .readyState: Label("พร้อมส่ง", "Ready")
    case .sentState: Label("ส่งถึงแล้ว", "Received")
    case .returnedState: Label("ส่งกลับแก้ไข", "Returned")
    case .resubmittedState: Label("แก้ไขแล้ว", "Corrected")
    case .verifiedState: Label("ตรวจแล้ว", "Verified")
    case .rejectedState: Label("ไม่รับ", "Rejected")
    case .lockedState: Label("ยืนยันแล้ว", "Confirmed")
    case .retractedState: Label("ถอนแล้ว", "Retracted")
    case .trashedState: Label("ในถังขยะ", "In the trash")
    case .onTheWay: Label("รอคำตอบจากศูนย์", "awaiting the centre")
    case .refused: Label("ศูนย์ไม่รับ", "refused by the centre")
    case .damaged: Label("อ่านไม่ได้ แจ้งอำเภอ", "cannot be read: call the district")
    case .filesWaiting: Label("ไฟล์ยังรอส่ง", "files still to be sent")
    case .filesRefused: Label("ศูนย์ไม่รับไฟล์", "files refused by the centre")
    case .keptHere: Label("รอลงทะเบียน", "awaiting enrolment")
    case .recordColumn: Label("แบบสำรวจ", "Survey")
    case .stateColumn: Label("สถานะ", "State")
    case .detailColumn: Label("รายละเอียด", "Details")
    case .dateColumn: Label("แก้ไขเมื่อ", "Changed")
    case .search: Label("ค้นหา", "Search")
    case .untitled: Label("(ยังไม่มีชื่อ)", "(no name yet)")
    case .recall: Label("เรียกกลับ", "Call back")
    case .trash: Label("ทิ้ง", "Trash")
    case .restore: Label("เอากลับคืน", "Restore")
    case .details: Label("รายละเอียด", "Details")
    case .fixOne: Label("ต้องแก้", "to correct")
    case .comments: Label("ความเห็น", "comments")
    case .noMatch: Label("ไม่พบรายการที่ค้นหา", "Nothing matches")
    case .empty: Label("ไม่มีรายการ", "Nothing here")
    case .receipt: Label("รหัสฉบับ", "Revision")
    case .reasons: Label("ความเห็นของปลัดอำเภอ", "The district says")
    case .nothingIsLost:
      Label("ข้อมูลอยู่ครบในเครื่องนี้", "Nothing is lost: it is all on this laptop.")
    case .callBackAndCorrect:
      Label(
        "กด F6 เพื่อเรียกกลับ ดูหรือแก้ไข ทำให้เสร็จ แล้วส่งใหม่ได้",
        "Press F6 to call it back, look or correct, finish it, and send it again.")
    case .help:
      Label(
        """
        พิมพ์ส่วนใดของชื่อก็ได้เพื่อค้นหา ไม่ต้องพิมพ์วรรณยุกต์ Enter เปิดรายการ
        F7 เรียงตามชื่อ ก-ฮ กดอีกครั้งเรียงตามเวลา

        ร่าง: กด Delete เพื่อทิ้ง รายการอยู่ในถังขยะ 30 วันและเอากลับคืนได้
        พร้อมส่ง: กด F6 เพื่อเรียกกลับมาแก้ไข ได้จนกว่าจะส่งออกไป
        ส่งกลับแก้ไข: Enter เปิดแบบเดิมพร้อมความเห็นของปลัดอำเภอ แก้แล้วส่งใหม่
        """,
        """
        Type any part of a name to search; tone marks are not needed. Enter opens a record.
        F7 puts the names in Thai order, and again in order of time.

        Drafts: Delete puts one in the trash, from where it can be restored for 30 days.
        Ready: F6 calls one back to change it, until it was sent.
        Returned: Enter opens the survey with the district's comments. Correct it and send it again.
        """)
    }
  }
}

extension LocalState {
  /// The state's name on the screens.
  var phrase: RecordsPhrase {
    switch self {
    case .draft: .draftState
    case .ready: .readyState
    case .sent: .sentState
    case .returned: .returnedState
    case .resubmitted: .resubmittedState
    case .verified: .verifiedState
    case .rejected: .rejectedState
    case .locked: .lockedState
    case .retracted: .retractedState
    case .trashed: .trashedState
    }
  }
}
