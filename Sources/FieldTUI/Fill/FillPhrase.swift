import TerminalKit

/// Everything that filling in a form says, and every reason for not taking what was typed.
///
/// A missing translation does not compile.
enum FillPhrase: Error, Hashable, Sendable {
  case acknowledged, typeToFind, typePlace, howToTypeDates
  case markWithoutLetter, tooLong(TextField.Excess), notATime, notANumber, wholeNumberOnly
  case dateIncomplete, unknownMonth(String), noSuchDay, convertedTwice, unlikelyYear
  case otherWeekday(String), commonEra(String, Int, Int)
  case idNotDigits, idDigits(Int), idDigitsOffice(Int, String), idOffice(String), idOfficeUnknown
  case idCheckDigit, idReserved, idFiller
  case meantThai(String), readAs(String), fromThaiRow
  case addAnother(String, Int), place, officerSays(String), formerAnswer(String),
    breaksRule, mustAnswer, enterAgain, nothingFlagged, nothingToUndo,
    wrongType, notOffered, locked, saved, saving, notSaved, notSavedWhatToDo, leaveUnsaved,
    nothingNew,
    complete, problemsLeft(Int), warningsLeft(Int), finish, goBackAndCheck, finishTitle,
    finishText, theKeys, general, whomToAsk, howToType, howToNumber, howToNationalID, howToDate,
    howToChoose, howToFind, howToTick, howToPlace, howToAcknowledge, howToPass
  case form(FormPhrase)
  /// What another part of the app says.
  case said(Label)

  func text(in language: Language) -> String { language == .thai ? thai : english }

  var label: Label { Label(thai, english) }
}

extension FillPhrase {
  private var thai: String {
    switch self {
    case .acknowledged: "รับทราบและรับรอง (กด 1)"
    case .typeToFind: "พิมพ์ชื่อบางส่วนเพื่อค้นหา"
    case .typePlace: "พิมพ์ชื่อตำบลบางส่วน เช่น พังโคน"
    case .howToTypeDates: "วว/ดด/ปปปป เช่น 10/4/2563 หรือ 10 เม.ย. 63"
    case .markWithoutLetter: "วรรณยุกต์หรือสระนี้ต้องตามหลังพยัญชนะ"
    case .tooLong(let excess): Phrase.tooLong(excess).thai
    case .notATime: "พิมพ์เวลา เช่น 9.30 หรือ 14:05"
    case .notANumber: "ข้อนี้ต้องเป็นตัวเลข ข้อความยังอยู่ในช่อง โปรดแก้"
    case .wholeNumberOnly: "ข้อนี้ต้องเป็นจำนวนเต็ม ไม่มีจุดทศนิยม"
    case .dateIncomplete: "ต้องมีวัน เดือน และปี เช่น 10/4/2563"
    case .unknownMonth(let name): "ไม่รู้จักเดือน “\(name)” พิมพ์เป็นเลขก็ได้ เช่น 10/4/2563"
    case .noSuchDay: "ไม่มีวันที่นี้ในปฏิทิน โปรดตรวจวันและเดือน"
    case .convertedTwice: "ปีนี้บวก 543 ซ้ำหรือไม่ พิมพ์ปี พ.ศ. เช่น 2563"
    case .unlikelyYear: "ปีไม่น่าถูกต้อง พิมพ์ปี พ.ศ. เช่น 2563"
    case .otherWeekday(let actual): "วันในสัปดาห์ไม่ตรง วันที่นี้คือ\(actual)"
    case .commonEra(let date, let year, let buddhist):
      "\(date)\nพิมพ์เป็น ค.ศ. \(year) = พ.ศ. \(buddhist)"
    case .idNotDigits: "เลขประจำตัวมีแต่ตัวเลข 13 หลัก"
    case .idDigits(let count): "พิมพ์แล้ว \(count) จาก 13 หลัก"
    case .idDigitsOffice(let count, let office): "พิมพ์แล้ว \(count) จาก 13 หลัก · \(office)"
    case .idOffice(let office): "ถูกต้อง · สำนักทะเบียน \(office)"
    case .idOfficeUnknown: "เลขตรวจสอบถูกต้อง แต่ไม่มีสำนักทะเบียนนี้ โปรดตรวจหลักที่ 2-5"
    case .idCheckDigit: "เลขตรวจสอบไม่ถูกต้อง โปรดเทียบกับบัตรทีละหลัก"
    case .idReserved: "เลขที่ขึ้นต้นด้วย 9 ไม่มีใช้ โปรดเทียบกับบัตร"
    case .idFiller: "เลขนี้ดูเหมือนเลขสมมติ โปรดเทียบกับบัตร"
    case .meantThai(let text): "หมายถึง “\(text)” หรือไม่ กด F5 เพื่อใช้"
    case .readAs(let text): "แปลงแป้นพิมพ์เป็น “\(text)”"
    case .fromThaiRow: "แปลงจากแป้นไทย"
    case .addAnother(let name, let count): "เพิ่ม\(name) (มีแล้ว \(count)) กด 1"
    case .place: "ตำบล อำเภอ จังหวัด"
    case .officerSays(let text): "เจ้าหน้าที่: \(text)"
    case .formerAnswer(let text): "คำตอบเดิม: \(text)"
    case .breaksRule: "คำตอบนี้ยังไม่ถูกต้อง โปรดตรวจสอบ"
    case .mustAnswer: "ต้องตอบข้อนี้"
    case .enterAgain: "เก็บไว้ให้แล้ว แก้ได้เลย หรือกด Enter อีกครั้งเพื่อข้ามไปก่อน"
    case .nothingFlagged: "ไม่มีข้อที่ต้องแก้"
    case .nothingToUndo: "ไม่มีอะไรให้ย้อน"
    case .wrongType: "คำตอบไม่ตรงชนิดของข้อนี้ ข้อความยังอยู่ในช่อง"
    case .notOffered: "ไม่มีตัวเลือกนี้แล้ว โปรดเลือกใหม่"
    case .locked: "ข้อนี้แก้ไม่ได้"
    case .saved: "บันทึกแล้ว"
    case .saving: "กำลังบันทึก…"
    case .notSaved: "ยังไม่ได้บันทึก!"
    case .notSavedWhatToDo: "บันทึกลงดิสก์ไม่ได้ คำตอบยังอยู่บนจอ อย่าปิดเครื่อง โปรดลบไฟล์ที่ไม่ใช้แล้วตอบต่อ"
    case .leaveUnsaved: "ดิสก์ยังเขียนไม่ได้ กด Esc อีกครั้งเพื่อออกและทิ้งคำตอบที่ยังไม่ได้บันทึก"
    case .nothingNew: ""
    case .complete: "ตอบครบแล้ว ไม่มีข้อที่ต้องแก้"
    case .problemsLeft(let count): "ต้องแก้ \(count) ข้อก่อนจบ เลือกข้อแล้วกด Enter"
    case .warningsLeft(let count): "คำเตือน \(count) ข้อ (จบได้)"
    case .finish: "เสร็จแล้ว พร้อมส่ง"
    case .goBackAndCheck: "กลับไปตรวจอีกครั้ง"
    case .finishTitle: "จบแบบสำรวจ"
    case .finishText: "แบบสำรวจจะอยู่ในรายการพร้อมส่ง เรียกกลับมาแก้ได้จนกว่าจะส่ง"
    case .theKeys: "ปุ่ม"
    case .general: "ข้อมูลทั่วไป"
    case .whomToAsk:
      "สงสัยข้อใด ถามปลัดอำเภอหรือปลัดเทศบาล โทร. 08 8981 2333 เรื่องแบบสำรวจ คำอธิบายทุกข้ออยู่ในคู่มือที่หน้าหลัก"
    case .howToType: "พิมพ์แล้วกด Enter"
    case .howToNumber: "พิมพ์ตัวเลขไทยหรืออารบิกก็ได้ มีลูกน้ำได้ เช่น 30,000"
    case .howToNationalID: "พิมพ์เลข 13 หลักจากบัตร ไม่ต้องพิมพ์ขีด เช่น 1-0000-00001-01-3"
    case .howToDate: "พิมพ์ วัน/เดือน/ปี พ.ศ. เช่น 10/4/2563 หรือ 10 เม.ย. 63 หรือ 100463"
    case .howToChoose: "กดเลขหน้าข้อ หรือกดเว้นวรรค (Space) แล้วเลื่อนลูกศร กด Enter ลบคำตอบด้วย Backspace"
    case .howToFind:
      "พิมพ์บางส่วนของชื่อ หรือกดเว้นวรรค (Space) เพื่อเปิดรายการ เลือกด้วยลูกศร แล้วกด Enter ลบคำตอบด้วย Backspace"
    case .howToTick: "กดเลขหน้าข้อ หรือเว้นวรรค เพื่อเลือกหรือไม่เลือก แล้วกด Enter"
    case .howToPlace:
      "พิมพ์บางส่วนของชื่อตำบล ไม่ต้องใส่วรรณยุกต์ พิมพ์ชื่ออำเภอหรือจังหวัดต่อท้ายได้ แล้วกด Enter กดเว้นวรรค (Space) เพื่อเปิดรายการ"
    case .howToAcknowledge: "อ่านให้ผู้ให้ข้อมูลฟัง แล้วกด 1"
    case .howToPass: "กด Enter เพื่อไปต่อ"
    case .form(let phrase): phrase.text(in: .thai)
    case .said(let label): label.thai
    }
  }

  private var english: String {
    switch self {
    case .acknowledged: "Acknowledged and certified (press 1)"
    case .typeToFind: "Type part of a name to find it"
    case .typePlace: "Type part of a subdistrict, such as Phang Khon"
    case .howToTypeDates: "dd/mm/yyyy, such as 10/4/2563 or 10 Apr 2563"
    case .markWithoutLetter: "This sign must follow a consonant"
    case .tooLong(let excess): Phrase.tooLong(excess).english
    case .notATime: "Type a time such as 9.30 or 14:05"
    case .notANumber: "A number is needed. The text is still in the field: correct it"
    case .wholeNumberOnly: "A whole number is needed, without decimals"
    case .dateIncomplete: "Type day, month and year, such as 10/4/2563"
    case .unknownMonth(let name): "No month is called “\(name)”. A number will do: 10/4/2563"
    case .noSuchDay: "The calendar has no such day. Check day and month"
    case .convertedTwice: "Were 543 years added twice? Type the Buddhist year, such as 2563"
    case .unlikelyYear: "An unlikely year. Type the Buddhist year, such as 2563"
    case .otherWeekday(let actual): "Another day of the week: this date is \(actual)"
    case .commonEra(let date, let year, let buddhist):
      "\(date)\nTyped as CE \(year) = BE \(buddhist)"
    case .idNotDigits: "An identity number has 13 digits only"
    case .idDigits(let count): "\(count) of 13 digits"
    case .idDigitsOffice(let count, let office): "\(count) of 13 digits · \(office)"
    case .idOffice(let office): "Correct · registered at \(office)"
    case .idOfficeUnknown: "The check digit fits, but there is no such office: see digits 2-5"
    case .idCheckDigit: "The check digit does not fit. Compare with the card digit by digit"
    case .idReserved: "No number begins with 9. Compare with the card"
    case .idFiller: "This looks like a made-up number. Compare with the card"
    case .meantThai(let text): "Did you mean “\(text)”? F5 takes it"
    case .readAs(let text): "Read on the other keyboard layout: “\(text)”"
    case .fromThaiRow: "Read from the Thai number row"
    case .addAnother(let name, let count): "Add another: \(name) (\(count) so far), press 1"
    case .place: "Subdistrict, district, province"
    case .officerSays(let text): "Officer: \(text)"
    case .formerAnswer(let text): "Answer before: \(text)"
    case .breaksRule: "This answer cannot be right. Check it"
    case .mustAnswer: "This must be answered"
    case .enterAgain: "It is kept. Correct it, or press Enter again to go on"
    case .nothingFlagged: "There is nothing to correct"
    case .nothingToUndo: "There is nothing to undo"
    case .wrongType: "Not the kind of answer this takes. The text is still in the field"
    case .notOffered: "This is no longer offered. Choose again"
    case .locked: "This cannot be changed"
    case .saved: "Saved"
    case .saving: "Saving…"
    case .notSaved: "NOT SAVED"
    case .notSavedWhatToDo:
      "The disk refused. The answers are still on the screen: free some space, then go on"
    case .leaveUnsaved: "The disk still refuses. Esc again leaves and loses what is not saved"
    case .nothingNew: ""
    case .complete: "Complete: there is nothing to correct"
    case .problemsLeft(let count):
      "To correct before finishing: \(count). Choose one and press Enter"
    case .warningsLeft(let count): "Warnings: \(count) (finishing is allowed)"
    case .finish: "Finished, ready to send"
    case .goBackAndCheck: "Go back and check"
    case .finishTitle: "Finish the survey"
    case .finishText:
      "The survey goes to the list that is ready to send. It can be called back until it is sent."
    case .theKeys: "Keys"
    case .general: "General"
    case .whomToAsk:
      "In doubt, ask the deputy district officer or the municipal clerk, or call 08 8981 2333 about the "
        + "survey. The guide on the home screen explains every item."
    case .howToType: "Type, then press Enter."
    case .howToNumber: "Type a number in Thai or Arabic digits, with or without commas: 30,000."
    case .howToNationalID:
      "Type the 13 digits of the card; dashes are not needed: 1-0000-00001-01-3."
    case .howToDate: "Type day/month/year of the Buddhist Era: 10/4/2563, 10 Apr 2563 or 100463."
    case .howToChoose:
      "Press the digit of a choice, or Space, then the arrows and Enter. Backspace clears."
    case .howToFind:
      "Type part of a name, or open the list with Space; choose with the arrows, press Enter. Backspace clears."
    case .howToTick: "Press the digits of the choices, or Space, then Enter."
    case .howToPlace:
      "Type part of the subdistrict, in Thai or English, then perhaps the district or province; press Enter. Space opens the list."
    case .howToAcknowledge: "Read it aloud, then press 1."
    case .howToPass: "Press Enter to go on."
    case .form(let phrase): phrase.text(in: .english)
    case .said(let label): label.english
    }
  }
}

extension FillPhrase {
  /// Whether it asks for Enter once more because of what is wrong with the answer.
  var asksAgain: Bool { [.enterAgain, .form(.mustAnswerOrGoOn)].contains(self) }

  /// Whether the same key at once would be taken for an answer to what is said.
  var waitsForKey: Bool {
    switch self {
    case .form(.warned), .form(.pressAgain), .form(.typeOn): true
    default: asksAgain
    }
  }
}
