import TerminalKit

extension ReviewScreen {
  enum Action: Sendable {
    case verify, `return`, reject, unverify, comment, reveal, nextChange, onlyChanges, checks, files
    case undo, next, previous, help, language, back
  }

  static let keys = KeyMap<Action>(
    [
      KeyBinding(.character("v"), label: Label("ตรวจแล้ว", "Verify"), action: .verify),
      KeyBinding(.character("r"), label: Label("ส่งกลับ", "Return"), action: .return),
      KeyBinding(.character("x"), label: Label("ไม่รับ", "Reject"), action: .reject),
      KeyBinding(.character("c"), label: Label("ความเห็น", "Comment"), action: .comment),
      KeyBinding(.function(1), label: OfficerKeys.helpLabel, action: .help),
      KeyBinding(.escape, label: Label("กลับ", "Back"), action: .back),
      KeyBinding(.character("u"), label: Label("เอากลับ", "Undo"), action: .undo),
      KeyBinding(.character("d"), label: Label("ข้อที่แก้", "Change"), action: .nextChange),
      KeyBinding(.function(2), label: OfficerKeys.languageLabel, action: .language),
      KeyBinding(
        .character("n"), .right, label: Label("รายถัดไป", "Next record"), action: .next),
      KeyBinding(
        .character("p"), .left, label: Label("รายก่อนหน้า", "Record before"), action: .previous),
      KeyBinding(
        .character("o"), label: Label("เฉพาะข้อที่แก้ไข หรือทุกข้อ", "Only changes, or all"),
        action: .onlyChanges),
      KeyBinding(
        .character("i"), label: Label("ดูเลขบัตรข้อนี้ทั้งหมด", "Show this whole ID"),
        action: .reveal),
      KeyBinding(
        .character("w"), label: Label("อ่านคำเตือนทั้งหมด", "Read all checks"), action: .checks),
      KeyBinding(
        .character("f"), label: Label("ไฟล์ของแบบนี้", "Files of this record"), action: .files),
      KeyBinding(
        .character("t"), label: Label("ถอนผลตรวจ หรือนำรายที่ถูกถอนกลับ", "Withdraw, or bring back"),
        action: .unverify),
    ], twins: OfficerKeys.twins)
}
