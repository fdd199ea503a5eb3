import OfflineStore
import TerminalKit

/// What the list of everybody says, and what can be done about one person of it.
enum VillagePhrase: Wording {
  case read, beside, name, house, moo, phone, nationalID, returnedBy, date, newSearchHint
  case finishedToday, sentToday, returnedNow, people, helpEverybody
  case recallTitle, recallText, recallYes, recallNo, neverLeft, mayHaveArrived, arrived,
    isOpenAlready
  case trashOnlyDrafts, returnedIsNotTrashed, besideAfterFinish

  var label: Label {
    switch self {
    case .read: Label("อ่าน", "Read")
    case .beside: Label("คนถัดไปในบ้านนี้", "Next person of this house")
    case .name: Label("ชื่อ", "Name")
    case .house: Label("บ้านเลขที่", "House")
    case .moo: Label("หมู่ที่", "Moo")
    case .phone: Label("โทรศัพท์", "Telephone")
    case .nationalID: Label("เลขท้ายบัตร", "ID ends in")
    case .returnedBy: Label("ผู้ตรวจสอบ", "Checked by")
    case .date: Label("วันที่", "Date")
    case .newSearchHint:
      Label("ค้นได้ด้วย ชื่อ บ้านเลขที่ เลขบัตร โทรศัพท์", "by name, house, ID, telephone")
    case .finishedToday: Label("วันนี้เสร็จ", "finished today")
    case .sentToday: Label("ส่งวันนี้", "sent today")
    case .returnedNow: Label("ส่งกลับแก้ไข", "returned")
    case .people: Label("ราย", "people")
    case .recallTitle: Label("เรียกกลับมาแก้ไข", "Call it back?")
    case .recallText:
      Label(
        "แบบสำรวจนี้จะกลับเป็นร่างและเปิดให้แก้ไข จะไม่ถูกส่งจนกว่าท่านจะกด เสร็จแล้ว พร้อมส่ง อีกครั้ง",
        "It becomes a draft again and opens. It is not sent until you finish it once more.")
    case .recallYes: Label("เรียกกลับและเปิด", "Call back and open")
    case .recallNo: Label("ให้คงพร้อมส่ง", "Leave it ready")
    case .neverLeft:
      Label("ยังไม่ได้ส่งออกจากเครื่องนี้", "It has not left this laptop.")
    case .isOpenAlready:
      Label(
        "รายนี้ไม่ต้องเรียกกลับ กด Enter เพื่อเปิดแก้ไขได้เลย",
        "This one need not be called back: press Enter to open it.")
    case .mayHaveArrived:
      Label(
        "ส่งออกไปแล้ว แต่ยังไม่รู้ว่าถึงระบบกลางหรือไม่ เรียกกลับยังไม่ได้ ข้อมูลอยู่ครบ ส่งอีกครั้งแล้วจะรู้",
        "It was handed to the network, and whether it arrived is not known. It cannot be called "
          + "back yet; nothing is lost. Send again to know.")
    case .arrived:
      Label(
        "ถึงระบบกลางแล้ว เรียกกลับไม่ได้ ข้อมูลอยู่ครบ ถ้าต้องแก้ไข ขอให้ผู้ตรวจสอบส่งกลับ",
        "It is at the centre and cannot be called back; nothing is lost. To change it, ask who "
          + "checks it to return it.")
    case .trashOnlyDrafts:
      Label(
        "ทิ้งได้เฉพาะร่าง แบบสำรวจที่เสร็จแล้วให้เรียกกลับก่อน (F6) ที่ส่งแล้วให้ถอนแทน",
        "Only drafts go to the trash. Call a finished one back first (F6); retract a sent one.")
    case .returnedIsNotTrashed:
      Label(
        "รายนี้ผู้ตรวจสอบส่งกลับให้แก้ไข จึงทิ้งไม่ได้ แก้แล้วส่งใหม่ หรือถอนพร้อมเหตุผล",
        "This one was returned to be corrected, so it cannot be thrown away. Correct it and send "
          + "it again, or retract it with a reason.")
    case .besideAfterFinish:
      Label("F5 กรอกคนถัดไปในบ้านนี้", "F5: next person of this house")
    case .helpEverybody:
      Label(
        """
        ทุกคนที่ท่านสำรวจด้วยเครื่องนี้ ทุกสถานะ

        ค้นหาด้วยชื่อ (สะกดหรือตามเสียง) บ้านเลขที่ เลขบัตรทั้งหมดหรือเลขท้าย หรือโทรศัพท์ \
        พิมพ์หลายคำได้ ไม่ต้องเรียงลำดับ

        Enter อ่านแบบสำรวจ จากหน้านั้นแก้ไขร่างได้
        F5 กรอกคนถัดไปในบ้านเดียวกัน ที่อยู่กรอกให้แล้ว
        F6 เรียกแบบสำรวจที่พร้อมส่งกลับมาแก้ไข
        F7 เรียงตามชื่อ หรือตามเวลา
        Delete ทิ้งร่าง เอากลับคืนได้ใน 30 วัน
        """,
        """
        Everybody whom you surveyed with this laptop, in every state.

        Search by name (as spelled or by ear), house number, national ID or its last digits, or \
        telephone; several words in any order.

        Enter reads a record; from there a draft can be changed.
        F5 begins a record of the next person of the same house, with the address filled in.
        F6 calls a finished record back.
        F7 sorts by name, or by time.
        Delete puts a draft into the trash for 30 days.
        """)
    }
  }

  /// Why a record cannot be called back, by what is known of where it is.
  static func whyNotRecalled(_ record: RecordSummary) -> VillagePhrase {
    switch record.delivery {
    case _ where record.state == .draft || record.state == .returned: .isOpenAlready
    case .offered: .mayHaveArrived
    case .none, .queued, .stored, .archived, .refused: .arrived
    }
  }

  static func whyNotTrashed(_ state: LocalState) -> VillagePhrase {
    state == .returned ? .returnedIsNotTrashed : .trashOnlyDrafts
  }
}

/// What was done today, and how many came back.
struct TodaysWork: Equatable, Sendable {
  var finished = 0
  var sent = 0
  var returned = 0

  /// `วันนี้เสร็จ 3 · ส่งวันนี้ 2 · ส่งกลับแก้ไข 1`; what is none is left out, but for the first.
  func text(in language: Language) -> String {
    let parts = [
      (VillagePhrase.finishedToday, finished), (.sentToday, sent), (.returnedNow, returned),
    ]
    return parts.enumerated().filter { $0.offset == 0 || $0.element.1 > 0 }.map { _, part in
      let words = part.0.text(in: language)
      return language == .thai ? "\(words) \(part.1)" : "\(part.1) \(words)"
    }.joined(separator: " · ")
  }
}
