import OfflineStore
import SyncProtocol
import TerminalKit

extension StoreError {
  /// What happened, that nothing is lost, and what to do.
  var label: Label {
    switch self {
    case .wrongPassphrase:
      Label(
        "รหัสผ่านไม่ถูกต้อง ดูว่าแป้นพิมพ์เป็นไทยหรืออังกฤษ แล้วพิมพ์ใหม่",
        "This is not the passphrase. Check the keyboard layout and type it again.")
    case .inUse(0):
      Label(
        "เปิดโปรแกรมนี้ไว้ในอีกหน้าต่างหนึ่งแล้ว ปิดหน้าต่างนั้นก่อน",
        "The program is open in another window. Close that one first.")
    case .inUse(let process):
      Label(
        "เปิดโปรแกรมนี้ไว้ในอีกหน้าต่างหนึ่งแล้ว (โปรเซส \(process)) ปิดหน้าต่างนั้นก่อน",
        "The program is open in another window (process \(process)). Close that one first.")
    case .damaged:
      Label(
        "ไฟล์ข้อมูลเสียหาย อย่าลบไฟล์ใด และโทรแจ้งปลัดอำเภอ",
        "The data file is damaged. Delete nothing, and call the district.")
    case .newerVersion:
      Label(
        "ข้อมูลนี้บันทึกด้วยโปรแกรมรุ่นใหม่กว่า ข้อมูลอยู่ครบ ติดตั้งรุ่นใหม่แล้วเปิดอีกครั้ง",
        "A newer program wrote this data. It is all there: install the newer one.")
    case .noSpace:
      Label(
        "ดิสก์เต็ม ข้อมูลที่บันทึกไว้ก่อนหน้าอยู่ครบ ลบไฟล์อื่นแล้วลองอีกครั้ง",
        "The disk is full. What was saved before is all there: free some space, then try again.")
    case .readOnly:
      Label(
        "เขียนลงดิสก์ไม่ได้ ข้อมูลเดิมอยู่ครบ ดูสิทธิ์ของโฟลเดอร์ข้อมูล",
        "The disk cannot be written to. Older data is all there: check the data folder.")
    case .io:
      Label(
        "ดิสก์มีปัญหา ข้อมูลที่บันทึกไว้ก่อนหน้าอยู่ครบ ลองอีกครั้ง",
        "The disk failed. What was saved before is all there: try again.")
    case .noMemory:
      Label(
        "หน่วยความจำไม่พอ ปิดโปรแกรมอื่นแล้วลองใหม่",
        "There is not enough memory. Close other programs and try again.")
    case .noSuchRecord, .noSuchPerson:
      Label("ไม่พบรายการนี้ในเครื่อง", "This is not on this laptop any more.")
    case .notAllowed, .forbiddenDecision:
      Label("ทำกับรายการในสถานะนี้ไม่ได้", "This cannot be done to a record in this state.")
    case .atTheCentre:
      Label(
        "ระบบกลางรอแบบสำรวจนี้อยู่ ทิ้งไม่ได้ แก้ไขแล้วส่งใหม่ หรือถอนพร้อมเหตุผล",
        "The centre waits for this survey, so it cannot be thrown away. Correct it and send it again, or retract it with a reason."
      )
    case .beingRetracted:
      Label(
        "แบบสำรวจนี้รอส่งการถอน ยกเลิกการถอนก่อนจึงแก้ไขได้",
        "A retraction of this survey waits to be sent. Call it off first to change the survey.")
    case .maybeSent:
      Label(
        "ส่งออกไปแล้ว แต่ยังไม่รู้ว่าถึงระบบกลางหรือไม่ การส่งครั้งต่อไปจะบอก ข้อมูลอยู่ครบในเครื่องนี้",
        "It was sent out, and whether it arrived is not known yet. The next sending will tell; it is all on this laptop."
      )
    case .alreadySent:
      Label(
        "ส่งออกไปแล้ว เรียกกลับไม่ได้ ถ้าต้องแก้ไข ให้ปลัดอำเภอส่งกลับ",
        "It was sent already. To change it, ask the district to return it.")
    case .notEnrolled:
      Label(
        "ยังไม่ได้ลงทะเบียนกับศูนย์ ขอรหัสจากปลัดอำเภอ",
        "You are not enrolled yet. Ask the district for a code.")
    case .otherCentre:
      Label("เครื่องนี้ลงทะเบียนกับศูนย์อื่นแล้ว", "This laptop belongs to another centre.")
    case .unusableCentreKey:
      Label("กุญแจของศูนย์ใช้ไม่ได้ แจ้งผู้ดูแลศูนย์", "The centre's key cannot be used. Tell the centre.")
    case .staleDecision:
      Label("มีฉบับใหม่กว่าเข้ามา เปิดดูอีกครั้ง", "A newer revision came in. Open it again.")
    case .missingReason:
      Label("เลือกเหตุผลหรือเขียนความเห็นก่อน", "Give a reason or a comment first.")
    case .nothingToUndo:
      Label("ไม่มีการตัดสินใจที่ยังเรียกคืนได้", "There is no decision left to undo.")
    case .tooSoon(let seconds):
      Label(
        "พิมพ์รหัสผ่านผิดหลายครั้ง รอ \(seconds) วินาทีแล้วลองใหม่ ข้อมูลอยู่ครบ",
        "The passphrase was wrong too often. Wait \(seconds) seconds and try again; nothing is lost."
      )
    case .keysWiped:
      Label(
        "อำเภอยกเลิกเครื่องนี้และลบกุญแจแล้ว แบบที่ทำเสร็จส่งแล้ว นำเครื่องไปอำเภอเพื่อเปิดร่างที่เหลือ",
        "The district revoked this laptop and its keys are wiped. Finished records were handed in; "
          + "take it to the district to open the drafts.")
    case .certificateExpired:
      Label(
        "สิทธิตรวจหมดอายุ หรือวันที่ของเครื่องผิด ตรวจวันที่ แล้วส่งข้อมูลหนึ่งครั้ง",
        "Your certificate has run out, or the laptop's date is wrong. Check the date, then send once."
      )
    case .noRecovery:
      Label(
        "ยังไม่มีกุญแจกู้คืนของอำเภอสำหรับคนนี้ โปรดแจ้งปลัดอำเภอ",
        "The district has no recovery key for this person yet. Please tell the district.")
    case .recoveryUnanswered(let count):
      Label(
        "ไฟล์นี้มีคำตอบ \(count) คน ต้องมีเจ้าหน้าที่สองคนตอบ",
        "Officers who have answered in this file: \(count). Two are needed.")
    case .recoveryMismatch:
      Label(
        "คำตอบในไฟล์ไม่ใช่ของคำขอล่าสุดของเครื่องนี้ ขอใหม่แล้วให้สองคนตอบอีกครั้ง",
        "The answers are not those to this laptop's last request. Ask again, and have both answer it."
      )
    case .notEmpty:
      Label(
        "มีข้อมูลอยู่ในโฟลเดอร์นั้นแล้ว เลือกโฟลเดอร์ว่าง",
        "There is a store in that folder already. Name an empty one.")
    case .unusableBundle:
      Label(
        "ไฟล์นี้ไม่ใช่ชุดข้อมูลสำหรับเครื่องนี้ หรือไม่ได้มาจากศูนย์ของเครื่องนี้ ไม่มีข้อมูลใดเปลี่ยน",
        "This file is no bundle for this laptop, or not from its centre. Nothing was changed.")
    case .nothingToSalvage:
      Label(
        "ที่นี่ไม่มีที่เก็บข้อมูล หรือมีแต่ว่างเปล่า ดูว่าระบุโฟลเดอร์ถูกต้อง (--data)",
        "There is no store here, or an empty one. See that the folder is right (--data).")
    case .recordFull:
      Label(
        "ไฟล์ของแบบนี้รวมกันเกิน \(FileLimits.record >> 20) MB โปรดย่อไฟล์ก่อน",
        "The files of this record are more than \(FileLimits.record >> 20) MB. Make them smaller first."
      )
    case .stopped: Phrase.stopped.label
    case .notARecoveryOfficer:
      Label(
        "กุญแจของท่านไม่อยู่ในคำขอนี้ ให้เจ้าหน้าที่คนอื่นตอบ",
        "Your key is not in this request. Another officer must answer it.")
    }
  }
}
