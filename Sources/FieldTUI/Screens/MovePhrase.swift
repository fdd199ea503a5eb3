import SurveyForms
import TerminalKit

/// What the preview of moving a draft to a newer version of its form says.
enum MovePhrase: Wording {
  case title, stay, move, staysOrMoves, nothingChanges, looksNew
  case kept, changed, lost, added, confirmTitle, goBack, moved, before, now, noPlace, help
  case otherPlace, otherWords, otherChoiceWords, otherValue, hidden
  case noQuestion, otherKind, notOffered, calculated, noInstance

  var label: Label {
    switch self {
    case .title: Label("แบบฟอร์มมีรุ่นใหม่", "The form has a new version")
    case .stay: Label("ทำต่อด้วยรุ่นเดิม", "Go on with the old one")
    case .move: Label("ย้ายไปรุ่นใหม่", "Move to the new one")
    case .staysOrMoves:
      Label(
        "ร่างนี้เริ่มด้วยรุ่นเดิม ทำต่อและส่งด้วยรุ่นเดิมได้ หรือย้ายไปรุ่นใหม่ ยังไม่มีอะไรเปลี่ยนจนกว่าจะเลือก",
        "This draft was begun with the old version. It can be finished and sent with that, or moved. Nothing changes until you choose."
      )
    case .nothingChanges: Label("คำตอบทุกข้อย้ายไปได้เหมือนเดิม", "Every answer can move as it is.")
    case .looksNew: Label("รุ่นใหม่", "new version")
    case .kept: Label("เหมือนเดิม", "Kept as they are")
    case .changed: Label("ย้ายได้ แต่โปรดตรวจ", "Kept, and to be looked at")
    case .lost: Label("ไม่มีที่ในรุ่นใหม่", "Without a place in the new version")
    case .added: Label("ข้อใหม่", "New questions")
    case .confirmTitle: Label("คำตอบบางข้อไม่มีที่ในรุ่นใหม่", "Some answers have no place")
    case .goBack: Label("กลับไปดูอีกครั้ง", "Look again")
    case .moved: Label("ย้ายไปรุ่นใหม่แล้ว", "Moved to the new version.")
    case .before: Label("เดิม", "before")
    case .now: Label("ใหม่", "now")
    case .noPlace:
      Label(
        "คำตอบเดิมที่รุ่นใหม่ไม่มีข้อให้ (ไม่ส่ง)", "Answers that the new version does not ask for (not sent)")
    case .otherPlace: Label("อยู่คนละหมวด", "in another group")
    case .otherWords: Label("คำถามเปลี่ยนถ้อยคำ", "the question says something else")
    case .otherChoiceWords: Label("ตัวเลือกเปลี่ยนถ้อยคำ", "the choice is called something else")
    case .otherValue: Label("เก็บได้บางส่วน", "only a part of it fits")
    case .hidden: Label("รุ่นใหม่ไม่ถามในกรณีนี้", "not asked in this case any more")
    case .noQuestion: Label("ไม่มีข้อนี้แล้ว", "the question is gone")
    case .otherKind: Label("ข้อนี้เป็นคำตอบคนละชนิด", "the question takes another kind of answer")
    case .notOffered: Label("ไม่มีตัวเลือกนี้แล้ว", "the choice is not offered any more")
    case .calculated: Label("แบบฟอร์มคำนวณเอง", "the form works it out by itself")
    case .noInstance: Label("ไม่มีรายการนี้แล้ว", "the list does not hold it any more")
    case .help:
      Label(
        """
        แบบฟอร์มบนเครื่องนี้ใหม่กว่ารุ่นที่ร่างนี้เริ่มไว้ หน้านี้บอกว่าถ้าย้าย คำตอบใดเหมือนเดิม คำตอบใดต้องตรวจ และคำตอบใดไม่มีที่

        ไม่ย้ายก็ได้: ร่างทำต่อและส่งด้วยรุ่นเดิมได้เสมอ ถ้าย้าย ร่างเดิมทั้งฉบับยังเก็บไว้ในประวัติของร่างในเครื่องนี้
        """,
        """
        The form on this laptop is newer than the one that this draft was begun with. This page says which \
        answers stay as they are, which should be looked at, and which have no place in the new version.

        You need not move: the draft can be finished and sent with the old version. If you do, the whole old \
        draft stays in its history on this laptop.
        """)
    }
  }

  static func of(_ reason: FormMove.Reason) -> MovePhrase {
    switch reason {
    case .otherPlace: .otherPlace
    case .otherWords: .otherWords
    case .otherChoiceWords: .otherChoiceWords
    case .otherValue: .otherValue
    case .hidden: .hidden
    case .noQuestion: .noQuestion
    case .otherKind: .otherKind
    case .notOffered: .notOffered
    case .calculated: .calculated
    case .noInstance: .noInstance
    }
  }

  /// What the box says before anything that has no place is left behind.
  static func confirm(_ lost: Int) -> Label {
    Label(
      "คำตอบ \(lost) ข้อจะไม่อยู่ในแบบที่ส่ง แต่ยังอ่านได้ในประวัติของร่างนี้ ย้ายหรือไม่",
      "Answers that will not be in what is sent: \(lost). They stay readable in this draft's history. Move it?"
    )
  }
}
