import SyncProtocol
import TerminalKit

/// Why a decision on a record is not offered now.
enum ReviewRefusal: Equatable, Sendable {
  /// The person may read records and not decide on them.
  case notYourRole
  /// A decision was taken here and waits to be sent.
  case alreadyDecided
  /// No arrow leads from this state to that decision.
  case notFrom(ReviewState, Decision)

  /// What stands against a decision on a record; nil when it is allowed.
  static func of(_ decision: Decision, on row: QueueRow, by role: Role) -> ReviewRefusal? {
    guard role.may(.review) else { return .notYourRole }
    guard row.pending == nil else { return .alreadyDecided }
    let state = row.state.after(decision, settling: row.unsettled)
    return state == nil ? .notFrom(row.state, decision) : nil
  }

  var label: Label {
    switch self {
    case .notYourRole:
      Label("สิทธิของคุณอ่านได้ แต่ตัดสินไม่ได้", "You may read records, not decide on them.")
    case .alreadyDecided:
      Label(
        "ตัดสินแล้ว ยังไม่ได้ส่ง กด u เพื่อเอาผลล่าสุดกลับ",
        "Decided and not sent yet. Press u to take the last one back.")
    case .notFrom(let state, _): Self.explanation(of: state)
    }
  }

  private static func explanation(of state: ReviewState) -> Label {
    switch state {
    case .received, .resubmitted:
      Label("รายนี้ยังไม่ได้ตรวจ จึงไม่มีผลตรวจให้ถอน", "Not verified yet: there is nothing to withdraw.")
    case .returned:
      Label(
        "ส่งกลับแล้ว รอหมู่บ้านแก้ไข ระหว่างนี้ไม่รับ (x) ได้เท่านั้น",
        "Returned, waiting for the village. Until then you can only reject (x).")
    case .verified:
      Label(
        "ตรวจแล้ว ถ้าจะเปลี่ยนให้ถอนผลตรวจก่อน (t)",
        "Verified. To change that, withdraw the verification first (t).")
    case .rejected: Label("ไม่รับแล้ว เปลี่ยนไม่ได้", "Rejected. That cannot be changed.")
    case .retracted:
      Label(
        "หมู่บ้านถอนรายนี้แล้ว ถ้าจะใช้ ให้นำกลับมาก่อน (t)",
        "The village retracted it. To use it, bring it back first (t).")
    case .locked:
      Label(
        "ยืนยันรอบแล้ว หน่วยเหนือต้องปลดก่อน",
        "The round is confirmed. The unit above must release it first.")
    }
  }
}
