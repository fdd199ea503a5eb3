import OfflineStore
import TerminalKit

/// What the screens about passphrases, recovery and lost laptops say.
enum KeyCarePhrase: Wording {
  case changeTitle, recoverTitle, answerTitle, laptopsTitle, forgot
  case old, new, again, file, go, wrongFields, changed, working
  case recoverText, answerText, recoverHelp, answerHelp, changeHelp
  case written, digits, goOn, fileProblem, notASlip, answerIt, answered, oneMoreAnswer,
    answeredTwice
  case answeredBy, profileDamaged
  case wasRecovered, wasRecoveredText
  case noLaptops, revoke, revokeQuestion, revoked, neverSeen, keep, laptopsHelp, asking
  case until, askedBy, keeper, secondNeeded, isRevoked, waitsForSecond, revokedBefore
  case changePerson, keepRequest, newRequest

  var label: Label {
    switch self {
    case .changeTitle: Label("เปลี่ยนรหัสผ่าน", "Change the passphrase")
    case .recoverTitle: Label("ลืมรหัสผ่าน", "Passphrase forgotten")
    case .answerTitle: Label("ช่วยผู้ที่ลืมรหัสผ่าน", "Help someone who forgot it")
    case .laptopsTitle: Label("เครื่องในพื้นที่", "Laptops of the area")
    case .forgot: Label("ลืมรหัสผ่าน", "Forgotten")
    case .old: Label("รหัสผ่านเดิม", "The old passphrase")
    case .new: Label("รหัสผ่านใหม่", "A new passphrase")
    case .again: Label("รหัสผ่านใหม่อีกครั้ง", "The new one once more")
    case .file: Label("ไฟล์ (เช่น ในแฟลชไดรฟ์)", "File, such as on a USB stick")
    case .go: Label("ทำต่อ", "Go on")
    case .wrongFields: Label("กรอกให้ครบทุกช่อง", "Fill in every line.")
    case .changed:
      Label(
        "เปลี่ยนรหัสผ่านแล้ว ข้อมูลทุกอย่างอยู่เหมือนเดิม",
        "The passphrase is changed. Everything else is as it was.")
    case .working: Label("กำลังทำงาน…", "Working…")
    case .recoverText:
      Label(
        "ตั้งรหัสผ่านใหม่ แล้วนำไฟล์ไปให้เจ้าหน้าที่อำเภอสองคน ไฟล์ที่ตอบครบสองคนแล้วเปิดข้อมูลได้ที่หน้านี้",
        "Choose a new passphrase and take the file to two officers of the district. With both their "
          + "answers in it, the same file opens your records here.")
    case .answerText:
      Label(
        "ตรวจว่าผู้ขอเป็นเจ้าตัว และเลขหกตัวตรงกับที่เขาอ่านให้ฟัง แล้วจึงตอบ",
        "Answer only when you know the person, and the six digits are those that he reads out.")
    case .recoverHelp:
      Label(
        """
        1. ตั้งรหัสผ่านใหม่และชื่อไฟล์ กด Enter จะได้ไฟล์คำขอและเลขหกตัว
        2. นำไฟล์ไปให้เจ้าหน้าที่อำเภอสองคน แต่ละคนเปิดที่ ตั้งค่า แล้วตอบ
        3. นำไฟล์กลับมาที่หน้านี้ พิมพ์รหัสผ่านใหม่อันเดิม กด Enter

        ไม่ต้องใช้อินเทอร์เน็ต เจ้าหน้าที่ไม่เห็นข้อมูลของท่าน รหัสผ่านเดิมยังใช้ได้จนถึงข้อ 3
        """,
        """
        1. Choose a new passphrase and a file, press Enter: you get a request and six digits.
        2. Take the file to two officers; each opens it under settings and answers.
        3. Bring it back to this screen, type the same new passphrase and press Enter.

        No internet is needed, and the officers see none of your records. The old passphrase goes \
        on working until step 3.
        """)
    case .answerHelp:
      Label(
        """
        ผู้ที่ลืมรหัสผ่านนำไฟล์คำขอมาให้เจ้าหน้าที่สองคน คำตอบของคนเดียวเปิดอะไรไม่ได้
        การตอบถูกบันทึกไว้ และผู้ขอจะเห็นชื่อผู้ตอบเมื่อเข้าใช้ครั้งต่อไป
        """,
        """
        Whoever forgot the passphrase brings a file to two officers. One answer alone opens nothing.
        Answers are logged, and the person is shown at the next sign-in who gave them.
        """)
    case .changeHelp:
      Label(
        "รหัสผ่านใหม่ใช้เปิดข้อมูลเดิมทั้งหมด ไม่มีข้อมูลใดถูกเขียนใหม่ นอกจากกุญแจดอกเดียว",
        "The new passphrase opens the same records: only one key is locked anew.")
    case .written:
      Label(
        "จดเลขนี้ไว้อ่านให้เจ้าหน้าที่ฟัง นำไฟล์ไปให้เจ้าหน้าที่อำเภอสองคนตอบ แล้วนำกลับมากด F6 ที่ชื่อนี้อีกครั้ง",
        "Write them down. Two officers of the district answer the file; then press F6 at this name again."
      )
    case .digits: Label("เลขหกตัวของคำขอนี้", "The six digits of this request")
    case .goOn: Label("จดแล้ว ไปต่อ", "Written down, go on")
    case .fileProblem:
      Label(
        "อ่านหรือเขียนไฟล์นี้ไม่ได้ ดูว่าเสียบแฟลชไดรฟ์แล้ว และชื่อถูกต้อง",
        "The file cannot be read or written. See that the stick is in and the name is right.")
    case .notASlip:
      Label("ไฟล์นี้ไม่ใช่คำขอกู้คืน เลือกไฟล์อื่น", "This file is no recovery request. Choose another.")
    case .answerIt: Label("กด Enter อีกครั้งเพื่อตอบ", "Press Enter again to answer.")
    case .answered:
      Label(
        "ตอบครบสองคนแล้ว คืนไฟล์ให้ผู้ขอ",
        "Two officers have answered. Give the file back to the person.")
    case .oneMoreAnswer:
      Label(
        "ตอบแล้วหนึ่งคน ต้องมีเจ้าหน้าที่อีกหนึ่งคนตอบไฟล์นี้",
        "Answered. One more officer has to answer this file.")
    case .answeredTwice:
      Label(
        "ท่านตอบไฟล์นี้ไว้แล้ว ต้องเป็นเจ้าหน้าที่อีกคนตอบ",
        "You have answered this file already. Another officer has to.")
    case .answeredBy: Label("ตอบแล้วโดย", "answered by")
    case .profileDamaged:
      Label(
        "ข้อมูลผู้สำรวจในเครื่องเสียหาย แบบทั้งหมดอยู่ครบ กรอกข้อมูลผู้สำรวจใหม่ในเมนูตั้งค่า",
        "What you said about yourself is damaged; your records are all here. Fill it in again under settings."
      )
    case .wasRecovered: Label("มีการใช้กุญแจกู้คืน", "The recovery key was used")
    case .wasRecoveredText:
      Label(
        "ข้อมูลของท่านถูกเปิดโดยไม่ใช้รหัสผ่านเดิม ถ้าท่านไม่ได้เป็นผู้ขอ แจ้งอำเภอทันที",
        "Your records were opened without the old passphrase. If you did not ask for it, tell the district at once."
      )
    case .noLaptops: Label("ยังไม่มีเครื่องในพื้นที่นี้", "No laptop in this area yet.")
    case .revoke: Label("ยกเลิกเครื่อง", "Revoke")
    case .revokeQuestion:
      Label(
        "เครื่องที่หาย: เมื่อติดต่อศูนย์ครั้งถัดไป จะส่งแบบที่ทำเสร็จแล้วและลบกุญแจทั้งหมด เรียกคืนไม่ได้",
        "For a lost laptop: at its next contact it hands in what is finished and forgets its keys. "
          + "This cannot be undone.")
    case .revoked: Label("ยกเลิกเครื่องแล้ว", "The laptop is revoked.")
    case .neverSeen: Label("ยังไม่เคยติดต่อ", "never seen")
    case .keep: Label("ไม่ยกเลิก", "Keep it")
    case .laptopsHelp:
      Label(
        "รายการมาจากศูนย์ ต้องมีอินเทอร์เน็ต กด Delete ที่เครื่องที่หายเพื่อยกเลิก",
        "The list comes from the centre and needs the internet. Press Delete on a lost laptop.")
    case .asking: Label("กำลังถามศูนย์…", "Asking the centre…")
    case .until: Label("ถึง", "until")
    case .askedBy: Label("รอคนที่สอง ขอแล้วโดย", "a second is waited for; asked by")
    case .isRevoked: Label("ยกเลิกแล้ว", "revoked")
    case .waitsForSecond: Label("รอคนที่สอง", "waits for a second")
    case .revokedBefore:
      Label("เครื่องนี้ยกเลิกไปแล้ว", "This laptop was revoked before.")
    case .keeper: Label("ผู้ดูแลศูนย์", "the centre's keeper")
    case .secondNeeded:
      Label(
        "เครื่องของเจ้าหน้าที่ต้องมีสองคนขอ ขอแล้วหนึ่งคน อีกคนต้องขอภายใน 72 ชั่วโมง",
        "An officer's laptop takes two people. One has asked; the other has 72 hours.")
    case .keepRequest: Label("ใช้คำขอเดิม", "Keep the request")
    case .newRequest: Label("เขียนคำขอใหม่ ทิ้งคำตอบเดิม", "Write a new one, the answers are lost")
    case .changePerson: Label("เปลี่ยนคน", "Change person")
    }
  }
}

extension KeyCarePhrase {
  /// Where the request lies that waits for its answers.
  static func pending(in file: String) -> Label {
    Label("มีคำขอที่รอเจ้าหน้าที่ตอบอยู่แล้ว: \(file)", "A request waits for its answers: \(file)")
  }

  /// What a new request does to the one before.
  static func mayReplace(_ time: String, in file: String) -> Label {
    Label(
      "ไม่มีไฟล์นี้ แต่มีคำขอเมื่อ \(time) รอคำตอบอยู่ \(file)\nถ้าเขียนคำขอใหม่ คำตอบของเจ้าหน้าที่ในไฟล์เดิมจะใช้ไม่ได้",
      "There is no such file, but a request of \(time) waits for its answers: \(file)\nA new one makes "
        + "what officers have answered worthless.")
  }

  /// Whose request a file is, when another person of this laptop was chosen.
  static func slip(of owner: String, insteadOf name: String) -> Label {
    Label(
      "ไฟล์นี้เป็นคำขอของ \(owner) ไม่ใช่ของ \(name) กด Esc แล้วเลือกชื่อให้ตรง หรือใช้ชื่อไฟล์อื่น",
      "This file is the request of \(owner), not of \(name). Press Esc and choose that name, or give "
        + "another file.")
  }

  /// What was answered, and whether another officer has to.
  static func answered(_ slip: RecoverySlip, before: RecoverySlip) -> KeyCarePhrase {
    guard slip.answers.count >= 2 else {
      return slip.answers.count == before.answers.count ? .answeredTwice : .oneMoreAnswer
    }
    return .answered
  }
}
