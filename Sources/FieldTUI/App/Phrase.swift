import TerminalKit

/// What the app says outside of its screens' own matters.
enum Phrase: Wording {
  case tooSmall, thaiUnreadable, tmuxWithoutUTF8
  case product, opening, needsTerminal, tryDemo, needsScreen, linesInstead, back, help,
    otherLanguage, open, move,
    accept
  case next, cancel, closeHelp, quit, quitQuestion, giveUpQuestion, leaveWithoutIt,
    quitWithoutIt, stay, working, escStops, stopped, saved, saving,
    notSaved, closedByLock, lockQuestion, lockNow
  case finished, finishedLocally, recalled, trashed, restored, wrongMark, formMissing,
    needsName,
    none

  var label: Label {
    switch self {
    case .product: Label("FieldTUI แบบสำรวจผู้ได้รับผลกระทบ", "FieldTUI survey notebook")
    case .tooSmall:
      Label(
        "หน้าต่างเล็กเกินไป ขยายให้กว้างอย่างน้อย 40 ช่อง สูง 12 บรรทัด ข้อมูลอยู่ครบ",
        "The window is too small: make it at least 40 wide and 12 high. Nothing is lost.")
    case .thaiUnreadable:
      Label(
        "จอนี้แสดงภาษาไทยไม่ได้ ใช้ xterm หรือเทอร์มินัลอื่น",
        "This terminal cannot show Thai as it is written, so the screens are in English. Use xterm for Thai."
      )
    case .tmuxWithoutUTF8:
      Label(
        "tmux นี้แสดงภาษาไทยเป็น _ ออกจาก tmux แล้วเปิดใหม่ด้วย tmux -u",
        "This tmux shows all Thai as _, so the screens are in English. Leave it and start it again with "
          + "tmux -u.")
    case .opening:
      Label("กำลังเปิดข้อมูลในเครื่อง…", "Opening what is on this laptop…")
    case .needsTerminal:
      Label(
        "โปรแกรมนี้ต้องเปิดในหน้าต่างเทอร์มินัล ถ้าไม่มี ให้ถามตอบเป็นบรรทัดด้วย fieldtui --plain",
        "This program needs a terminal to run in. Without one it works in lines: fieldtui --plain.")
    case .tryDemo:
      Label("ดูตัวอย่างการทำงานทั้งระบบ: make demo", "To see all of it at work: make demo")
    case .needsScreen:
      Label(
        "เทอร์มินัลนี้แสดงหน้าจอของโปรแกรมไม่ได้ ใช้ xterm หรือถามตอบเป็นบรรทัดด้วย fieldtui --plain",
        "This terminal cannot show the screens. Use xterm, or work in lines: fieldtui --plain.")
    case .linesInstead:
      Label(
        "เทอร์มินัลนี้แสดงหน้าจอของโปรแกรมไม่ได้ จึงถามตอบเป็นบรรทัดแทน (--plain)",
        "This terminal cannot show the screens, so everything is asked in lines (--plain).")
    case .back: Label("กลับ", "Back")
    case .help: Label("คำอธิบาย", "Help")
    case .otherLanguage: Label("English", "ภาษาไทย")
    case .open: Label("เปิด", "Open")
    case .move: Label("เลื่อน", "Move")
    case .accept: Label("ตกลง", "Accept")
    case .next: Label("ถัดไป", "Next")
    case .cancel: Label("ยกเลิก", "Cancel")
    case .closeHelp: Label("ปิดคำอธิบาย", "Close help")
    case .quit: Label("ออกจากโปรแกรม", "Quit")
    case .quitQuestion:
      Label("ข้อมูลทุกข้อบันทึกไว้ในเครื่องแล้ว", "Every answer is saved on this laptop.")
    case .giveUpQuestion:
      Label(
        "ที่กรอกไว้ในหน้านี้ยังไม่ได้บันทึก ถ้าออกต้องกรอกใหม่",
        "What you typed on this page is not saved yet. If you leave, it has to be typed again.")
    case .leaveWithoutIt: Label("ออก ไม่บันทึก", "Leave without saving")
    case .quitWithoutIt: Label("ออกจากโปรแกรม ไม่บันทึก", "Quit without saving")
    case .stay: Label("อยู่ต่อ", "Stay")
    case .working: Label("กำลังทำงาน…", "Working…")
    case .escStops: Label("Esc หยุด", "Esc stops it")
    case .stopped: Label("หยุดแล้ว ไม่มีอะไรเปลี่ยน", "Stopped. Nothing was changed.")
    case .saved: Label("บันทึกแล้ว", "Saved")
    case .saving: Label("กำลังบันทึก…", "Saving…")
    case .notSaved: Label("ยังไม่ได้บันทึก", "Not saved")
    case .closedByLock:
      Label(
        "ล็อกแล้ว และปิดโปรแกรม ข้อมูลที่บันทึกแล้วอยู่ครบ เปิดโปรแกรมใหม่ได้เลย",
        "Locked, and the program closed. What was saved is all there; start it again.")
    case .lockQuestion:
      Label(
        "ข้อมูลทุกข้อบันทึกไว้ในเครื่องแล้ว กลับเข้ามาด้วยรหัสผ่านของท่าน ล็อกทันทีได้ทุกหน้าด้วย F12",
        "Every answer is saved on this laptop; your passphrase opens it again. F12 locks at once on "
          + "every screen.")
    case .lockNow: Label("ล็อก", "Lock")
    case .finished: Label("เสร็จแล้ว พร้อมส่ง", "Finished, and ready to send.")
    case .finishedLocally:
      Label(
        "เสร็จแล้ว เก็บไว้ในเครื่อง จะส่งได้เมื่อลงทะเบียนกับศูนย์",
        "Finished and kept here; it can be sent once you are enrolled.")
    case .recalled: Label("เรียกกลับมาเป็นร่างแล้ว", "Called back; it is a draft again.")
    case .trashed:
      Label(
        "อยู่ในถังขยะ 30 วัน เอากลับคืนได้", "In the trash for 30 days; it can be restored.")
    case .restored: Label("เอากลับคืนแล้ว", "Restored.")
    case .wrongMark:
      Label("พิมพ์ตัวอักษรก่อน แล้วจึงพิมพ์สระหรือวรรณยุกต์", "Type a letter before its mark.")
    case .formMissing:
      Label(
        "ไม่พบแบบฟอร์มในเครื่องนี้ ข้อมูลที่บันทึกแล้วอยู่ครบ ติดตั้งโปรแกรมใหม่แล้วเปิดอีกครั้ง",
        "The form is not on this laptop. What was saved is all here: install again, then open it.")
    case .needsName: Label("พิมพ์ชื่อก่อนไปต่อ", "Type a name to go on.")
    case .none: Label("ไม่มีรายการ", "Nothing here")
    }
  }
}

extension Phrase {
  /// How long something has taken already.
  static func working(for seconds: Int) -> Label {
    Label("\(working.label.thai) \(seconds) วินาที", "\(working.label.english) \(seconds) s")
  }

  /// Nothing is cut off in silence: either all of a text is put in, or nothing.
  static func tooLong(_ excess: TextField.Excess) -> Label {
    Label(
      "ช่องนี้รับได้ \(excess.limit) ตัวอักษร ที่ใส่จะยาว \(excess.length) จึงยังไม่ได้ใส่ ย่อแล้วใส่ใหม่",
      "This field takes \(excess.limit) letters and it would be \(excess.length): nothing was put in. "
        + "Shorten it and try again.")
  }

  static func lockedIdle(_ minutes: Int) -> Label {
    Label(
      "ล็อกหน้าจอเพราะไม่มีการใช้งาน \(minutes) นาที ข้อมูลอยู่ครบ",
      "Locked after \(minutes) minutes without a key. Nothing is lost.")
  }

  static func lockedInSurvey(_ minutes: Int) -> Label {
    Label(
      "ล็อกหน้าจอเพราะไม่มีการใช้งาน \(minutes) นาที ข้อมูลอยู่ครบ ใส่รหัสผ่านแล้วกลับไปข้อเดิม",
      "Locked after \(minutes) minutes without a key. Nothing is lost: sign in to go on at the same "
        + "question.")
  }

  static func lockedInForm(_ minutes: Int) -> Label {
    Label(
      "ล็อกหน้าจอเพราะไม่มีการใช้งาน \(minutes) นาที แบบสำรวจอยู่ครบ แต่ที่พิมพ์ค้างในหน้านั้นต้องพิมพ์ใหม่",
      "Locked after \(minutes) minutes without a key. Every survey is safe; type that page again.")
  }

  /// Why a field did not take what was typed or pasted; nil when it did.
  static func refusal(_ outcome: TextField.Outcome) -> Label? {
    switch outcome {
    case .refusedMark: wrongMark.label
    case .full(let excess): tooLong(excess)
    case .changed, .moved, .ignored: nil
    }
  }
}
