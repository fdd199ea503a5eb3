import TerminalKit

/// What undo and redo say they did.
extension FormPhrase {
  var undoLabel: Label {
    switch self {
    case .undid(let question, let before, ""):
      Self.withRedo(
        Label(
          "ย้อน “\(question)”: เอา “\(before)” ออกแล้ว",
          "Undone “\(question)”: “\(before)” is taken back"))
    case .undid(let question, _, let now):
      Self.withRedo(
        Label(
          "ย้อน “\(question)”: กลับเป็น “\(now)”", "Undone “\(question)”: “\(now)” again"))
    case .redid(let question, ""):
      Label("ทำซ้ำ “\(question)”: ลบคำตอบแล้ว", "Redone “\(question)”: the answer is cleared")
    case .redid(let question, let now):
      Label("ทำซ้ำ “\(question)”: “\(now)”", "Redone “\(question)”: “\(now)”")
    case .undidAddress:
      Self.withRedo(Label("เอาที่อยู่ที่กรอกให้ออกแล้ว", "The address was taken out"))
    case .redidAddress: Label("กรอกที่อยู่ให้อีกครั้งแล้ว", "The address was filled in again")
    case .undidAdding(let name):
      Self.withRedo(Label("ย้อนการเพิ่ม “\(name)”", "Undone: adding “\(name)”"))
    case .redidAdding(let name): Label("เพิ่ม “\(name)” อีกครั้งแล้ว", "Added “\(name)” again")
    case .undidRemoving(let name):
      Self.withRedo(Label("เอา “\(name)” กลับมาแล้ว", "“\(name)” is back"))
    case .redidRemoving(let name): Label("ลบ “\(name)” อีกครั้งแล้ว", "Removed “\(name)” again")
    case .typingUndone:
      Self.withRedo(Label("ย้อนข้อความที่พิมพ์ในช่อง", "Undone: typing in the field"))
    case .typingRedone: Label("ทำซ้ำข้อความในช่อง", "Redone: typing in the field")
    case .typingCleared: Label("ลบข้อความที่พิมพ์ในช่องแล้ว", "The text typed in the field is gone")
    default: Label("ไม่มีอะไรให้ทำซ้ำ", "There is nothing to redo")
    }
  }

  private static func withRedo(_ label: Label) -> Label {
    Label("\(label.thai) · F7 ทำซ้ำ", "\(label.english) · F7 redoes it")
  }
}
