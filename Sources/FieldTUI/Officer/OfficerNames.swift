import SyncProtocol
import TerminalKit

extension ReviewState {
  /// The state's name on the screen.
  var label: Label {
    switch self {
    case .received: Label("ส่งถึงแล้ว", "received")
    case .returned: Label("ส่งกลับแก้ไข", "returned")
    case .resubmitted: Label("แก้ไขแล้ว", "corrected")
    case .verified: Label("ตรวจแล้ว", "verified")
    case .rejected: Label("ไม่รับ", "rejected")
    case .locked: Label("ยืนยันแล้ว", "confirmed")
    case .retracted: Label("ถอนแล้ว", "retracted")
    }
  }
}

extension Decision {
  /// What was done, for the line that reports it.
  var done: Label {
    switch self {
    case .verify: Label("ตรวจแล้ว", "Verified")
    case .return: Label("ส่งกลับแก้ไข", "Returned")
    case .reject: Label("ไม่รับ", "Rejected")
    case .unverify: Label("ถอนผลตรวจ", "No longer verified")
    case .restore: Label("นำกลับมารอตรวจ", "Brought back")
    }
  }

  /// The title of the box that asks for reasons.
  var title: Label {
    switch self {
    case .verify: Label("ตรวจแล้ว", "Verify")
    case .return: Label("ส่งกลับแก้ไข เพราะ", "Return, because")
    case .reject: Label("ไม่รับ เพราะ", "Reject, because")
    case .unverify: Label("ถอนผลตรวจ เพราะ", "Withdraw the verification, because")
    case .restore: Label("นำรายที่ถอนกลับมา เพราะ", "Bring back what was retracted, because")
    }
  }

  /// What to add before this decision says enough.
  var reasonMissing: Label {
    switch self {
    case .verify: Label("", "")
    case .return:
      Label(
        "เลือกเหตุผลอย่างน้อยหนึ่งข้อ หรือกด Esc แล้วเขียนความเห็นในข้อที่ผิด (c)",
        "Choose a reason, or press Esc and comment on a question (c).")
    case .reject: Label("เลือกเหตุผลอย่างน้อยหนึ่งข้อ", "Choose at least one reason.")
    case .unverify, .restore:
      Label("เลือกเหตุผลหรือเขียนหมายเหตุ", "Choose a reason or write a note.")
    }
  }

  /// The reasons that the box offers, the commonest first.
  var offeredReasons: [ReturnReason] {
    switch self {
    case .verify: []
    case .return:
      [
        .incomplete, .idMismatch, .nameMismatch, .implausible, .unsigned, .duplicate, .outOfArea,
        .other,
      ]
    case .reject: [.doesNotExist, .duplicate, .outOfArea]
    case .unverify: [.idMismatch, .nameMismatch, .implausible, .duplicate, .outOfArea, .other]
    case .restore: [.other]
    }
  }
}

extension ReturnReason {
  var label: Label {
    switch self {
    case .idMismatch: Label("เลขประจำตัวประชาชนไม่ตรงกับบัตร", "The ID number differs from the card")
    case .nameMismatch: Label("ชื่อไม่ตรงกับบัตร", "The name differs from the card")
    case .duplicate: Label("บันทึกซ้ำ", "The person is recorded twice")
    case .outOfArea: Label("ไม่อยู่ในพื้นที่", "The person is out of the area")
    case .doesNotExist: Label("ไม่มีตัวตน", "The person does not exist")
    case .incomplete: Label("ข้อมูลไม่ครบ", "Answers are missing")
    case .implausible: Label("ข้อมูลไม่น่าเป็นไปได้", "An answer is hardly possible")
    case .unsigned: Label("ลงชื่อไม่ครบ", "A signature is missing")
    case .other: Label("อื่น ๆ (ดูหมายเหตุ)", "Other (see the note)")
    }
  }
}

extension QueueFilter.Standing {
  var label: Label {
    switch self {
    case .waiting: Label("รอตรวจ", "waiting")
    case .unsent: Label("ยังไม่ได้ส่ง", "not sent")
    case .returned: ReviewState.returned.label
    case .verified: ReviewState.verified.label
    case .rejected: ReviewState.rejected.label
    case .locked: ReviewState.locked.label
    case .all: Label("ทุกสถานะ", "every state")
    }
  }
}

extension QueueFilter.Checks {
  var label: Label {
    switch self {
    case .all: Label("ทั้งมีและไม่มีคำเตือน", "warned or not")
    case .warned: Label("มีคำเตือน", "with warnings")
    case .doubled: Label("อาจซ้ำ", "possible doubles")
    }
  }
}

extension Standing {
  /// What a revision that waits beside the record asks of an officer.
  var label: Label {
    switch self {
    case .late:
      Label(
        "ฉบับนี้มาถึงหลังจากที่ตัดสินรายนี้แล้ว ตรวจแล้ว (v) หรือส่งกลับ (r) คือใช้ฉบับนี้แทน ไม่รับ (x) คือคงไว้ตามเดิม",
        "This version came in after the record was decided on. To verify (v) or return (r) it is to use it instead; to reject (x) it leaves all as it was."
      )
    case .fork:
      Label(
        "รายนี้มีผู้แก้ไขสองฉบับจากฉบับเดียวกัน นี่คือฉบับที่มาทีหลัง ตรวจแล้ว (v) หรือส่งกลับ (r) คือใช้ฉบับนี้แทน ไม่รับ (x) คือคงไว้ตามเดิม",
        "One version was corrected twice; this is the one that came in last. To verify (v) or return (r) it is to use it instead; to reject (x) it leaves all as it was."
      )
    case .current, .superseded:
      Label("ฉบับนี้ไม่ใช่ฉบับล่าสุดของรายนี้", "This is not the newest version of the record.")
    }
  }
}
