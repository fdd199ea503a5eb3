import TerminalKit

/// What only the lines say, because the screens show it by where it stands.
enum PlainPhrase: Wording {
  case commands, answerNow, moreRows, howToReason, chooseNumber, nothingFits, moreFit, secretOnce,
    goodbye, goodbyeUnsaved, howToChoose, howToTick, howToFind

  var label: Label {
    switch self {
    case .commands:
      Label(
        """
        พิมพ์เลขหรือคำตอบ แล้วกด Enter บรรทัดว่างคือไปต่อ คำสั่งขึ้นต้นด้วย :
        :กลับ  :ช่วย  :ทวน (ตรวจทาน)  :ย้อน  :แก้ (ข้อที่ต้องแก้)  :ข้อ (ทุกข้อ)  :ก่อน  :ถัดไป  :ขึ้น  :ล้าง  :ลบ  :ภาษา  :เลิก
        """,
        """
        Type a number or an answer and press Enter; an empty line goes on. Commands begin with a colon:
        :back  :help  :review  :undo  :fix (next to correct)  :list (every question)  :previous  :next  :up  :clear  :delete  :language  :quit
        """)
    case .answerNow: Label("คำตอบ", "Answer")
    case .moreRows: Label("บรรทัดว่าง: หน้าถัดไป", "An empty line: the next page.")
    case .howToReason:
      Label(
        "พิมพ์เลขเหตุผล (เช่น 1 3) หรือหมายเหตุ บรรทัดว่างคือตกลง :กลับ คือยังไม่ตัดสิน",
        "Type the numbers of the reasons (such as 1 3) or a note; an empty line decides, :back does not."
      )
    case .chooseNumber: Label("พิมพ์เลขเพื่อเลือก หรือพิมพ์ใหม่", "Type a number to choose, or type anew.")
    case .nothingFits: Label("ไม่พบ พิมพ์ใหม่", "Nothing fits. Type anew.")
    case .moreFit: Label("และอีกหลายรายการ พิมพ์เพิ่มให้แคบลง", "and more: type more to narrow it down.")
    case .secretOnce: Label("(ไม่แสดงที่จอ)", "(not shown)")
    case .goodbyeUnsaved:
      Label(
        "ผู้ใช้ใหม่ยังไม่ได้บันทึก ต้องกรอกใหม่ นอกนั้นบันทึกแล้ว",
        "The new person is not saved and has to be typed again. Everything else is.")
    case .howToChoose:
      Label(
        "พิมพ์เลขหน้าข้อ เช่น 2 ลบคำตอบด้วย :ล้าง",
        "Type the number of a choice, such as 2; :clear takes it away.")
    case .howToTick:
      Label("พิมพ์เลขทุกข้อที่เลือก เช่น 1 3", "Type the numbers of all that apply, such as 1 3.")
    case .howToFind:
      Label(
        "พิมพ์บางส่วนของชื่อ แล้วพิมพ์เลขหน้าข้อที่พบ",
        "Type part of a name, then the number of one that is found.")
    case .goodbye: Label("ทุกคำตอบบันทึกแล้ว", "Every answer is saved.")
    }
  }
}
