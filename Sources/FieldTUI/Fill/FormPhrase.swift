import TerminalKit
import ThaiText

/// What filling in says about repeats, the jump list, and questions that are rarer than words,
/// numbers and choices.
enum FormPhrase: Hashable, Sendable {
  case practice, practiceNote, practiceDone, practiceText, practiceGone
  case jumpTitle, jumpFind, jumpOpenOnly, jumpAll, jumpNothing, jumpHere
  case removeTitle, removeQuestion(String, Int), remove, keep, removed, notInRepeat, countedRepeat
  case rangeBounds(String, String), rangeStep(String, String, String, String), howToRange
  case notAPoint, latitudeFirst, outsideEarth, tooFewPoints(Int)
  case howToPoint, howToPoints, point(String, String), points(Int), closed(Int)
  case momentNeedsTime, howToTypeMoments, howToTypeMonths, howToTypeYears
  case howToSurveyDate, todayOffered(CivilDate), sameDay(CivilDate)
  case yes, no
  case howToFile, fileMissing(String), fileIsFolder, fileUnreadable, fileEmpty, fileTooLarge(
    Int, Int)
  case fileFound(String, String), fileKept(String), notThatKind(String), fileFollows(Int)
  case tickedSoFar(Int), howToTickMany, masked
  case chose(String), wasAcknowledged, wasCleared
  case undid(String, String, String), redid(String, String), nothingToRedo
  case undidAddress, redidAddress
  case undidAdding(String), redidAdding(String), undidRemoving(String), redidRemoving(String)
  case typingUndone, typingRedone, typingCleared
  case warned(String), pressAgain(Int), typeOn(Int)
  case opensBySpace, listIsOpen, openList, closeList, take
  case remarks(Int), unchanged, changed, completeButRemarks(Int), remarksOnQuestions(Int),
    remarksAgain
  case mustAnswerOrGoOn
  case howToReview, howToFinish, howToJump, jumpMarks
  case choicesOffered(Int)
  case recalledHere, recalledElsewhere(Int), notTaken(String), savedNotTaken
  case typing, abandonTitle, abandonQuestion(String), stay, abandon
  case placeNotFound, listNotFound, notPicked
  case reasonTitle, reasonQuestion, reasonNeeded
  case ruleStopped(String), ruleFailed(String)

  func text(in language: Language) -> String { label.text(in: language) }

  var label: Label {
    switch self {
    case .practice: Label("ฝึกกรอก", "Practice")
    case .practiceNote: Label("ไม่บันทึก ไม่ส่ง", "Not kept, not sent")
    case .practiceDone: Label("ฝึกกรอกจบแล้ว", "The end of the practice")
    case .practiceText:
      Label(
        "ถ้าเป็นแบบสำรวจจริง ตอนนี้จะอยู่ใน “พร้อมส่ง” แบบฝึกนี้ลบแล้ว ไม่มีอะไรถูกเก็บหรือส่ง",
        "A real survey would now stand under “Ready to send”. This one is thrown away: nothing of it was "
          + "kept or sent.")
    case .practiceGone:
      Label("ลบแบบฝึกแล้ว ไม่มีอะไรถูกเก็บ", "The practice is thrown away; nothing was kept.")
    case .jumpTitle: Label("ไปที่ข้อ", "Go to a question")
    case .jumpFind: Label("พิมพ์คำในข้อเพื่อค้นหา", "Type words of a question to find it")
    case .jumpOpenOnly: Label("เฉพาะที่ต้องดู", "Only what to look at")
    case .jumpAll: Label("ทุกข้อ", "All")
    case .jumpNothing: Label("ไม่มีข้อที่ตรงกัน", "No question fits")
    case .jumpHere: Label("ไปที่ข้อ", "Go to")
    case .removeTitle: Label("ลบรายการ", "Remove")
    case .removeQuestion(let name, let count):
      Label(
        count == 0
          ? "ลบ “\(name)” หรือไม่ ยังไม่มีคำตอบในรายการนี้"
          : "ลบ “\(name)” พร้อมคำตอบ \(count) ข้อหรือไม่ กด F4 เพื่อเอากลับได้",
        count == 0
          ? "Remove “\(name)”? Nothing is answered in it."
          : "Remove “\(name)” with its answers (\(count))? F4 brings it back.")
    case .remove: Label("ลบ", "Remove it")
    case .keep: Label("เก็บไว้", "Keep it")
    case .removed: Label("ลบแล้ว กด F4 เพื่อเอากลับ", "Removed. F4 brings it back")
    case .notInRepeat:
      Label("ข้อนี้ไม่อยู่ในรายการที่ลบได้", "This question is not in anything that can be removed")
    case .countedRepeat:
      Label(
        "จำนวนรายการมาจากคำตอบข้ออื่น แก้ที่ข้อนั้น",
        "Another answer decides how many there are: change it there")
    case .rangeBounds(let low, let high):
      Label("ตอบได้ตั้งแต่ \(low) ถึง \(high)", "From \(low) to \(high)")
    case .rangeStep(let low, let high, let step, let keys):
      Label(
        "\(low) ถึง \(high) ทีละ \(step) · กด \(keys) เพื่อปรับ",
        "\(low) to \(high) in steps of \(step) · \(keys) change it")
    case .howToRange:
      Label(
        "พิมพ์ตัวเลข หรือปรับด้วย + - แล้วกด Enter ลูกศรเลื่อนไปข้ออื่นเท่านั้น",
        "Type a number or change it with + and -, then press Enter. The arrows only pass.")
    case .notAPoint:
      Label(
        "พิมพ์ละติจูดกับลองจิจูดเป็นองศาทศนิยม เช่น 17.1547 103.7036",
        "Type latitude and longitude in decimal degrees: 17.1547 103.7036")
    case .latitudeFirst:
      Label(
        "ละติจูดมาก่อนลองจิจูด ในไทยเช่น 17.1547 103.7036",
        "Latitude comes first, in Thailand such as 17.1547 103.7036")
    case .outsideEarth:
      Label(
        "ละติจูดอยู่ระหว่าง -90 ถึง 90 ลองจิจูดระหว่าง -180 ถึง 180",
        "Latitude lies in -90 to 90, longitude in -180 to 180")
    case .tooFewPoints(let least):
      Label(
        "ต้องมีอย่างน้อย \(least) จุด คั่นด้วย ;", "At least \(least) points are needed, separated by ;")
    case .howToPoint:
      Label(
        "พิมพ์ละติจูด ลองจิจูด จากเครื่อง GPS หรือแผนที่ เช่น 17.1547 103.7036 เติมความสูงและความคลาดเคลื่อนได้",
        "Type latitude and longitude from a GPS or a map: 17.1547 103.7036; altitude and accuracy may follow."
      )
    case .howToPoints:
      Label(
        "พิมพ์ทีละจุด คั่นด้วย ; เช่น 17.15 103.70; 17.16 103.71",
        "Type the points separated by ; such as 17.15 103.70; 17.16 103.71")
    case .point(let latitude, let longitude):
      Label("ละติจูด \(latitude) ลองจิจูด \(longitude)", "Latitude \(latitude), longitude \(longitude)")
    case .points(let count): Label("\(count) จุด", "\(count) points")
    case .closed(let count): Label("พื้นที่ \(count) มุม", "An area with \(count) corners")
    case .momentNeedsTime:
      Label("ต้องมีวันและเวลา เช่น 10/4/2563 9.30", "Type a day and a time: 10/4/2563 9.30")
    case .howToTypeMoments:
      Label("วัน แล้วเวลา เช่น 10/4/2563 9.30", "A day, then a time: 10/4/2563 9.30")
    case .howToTypeMonths:
      Label("เดือนและปี เช่น 4/2563 หรือ เม.ย. 63", "Month and year: 4/2563 or Apr 2563")
    case .howToTypeYears: Label("ปี พ.ศ. เช่น 2563", "The Buddhist year: 2563")
    case .howToSurveyDate:
      Label(
        "พิมพ์วันที่ตามแบบกระดาษ เช่น 10/4/2563 ถ้าเป็นวันนี้ พิมพ์ วันนี้ "
          + "แบบสำรวจใหม่ต่อจากนี้จะเริ่มด้วยวันเดียวกัน",
        "Type the day on the paper, such as 10/4/2563; for today type today. "
          + "The new surveys after this one begin with the same day.")
    case .todayOffered(let day):
      Label(
        "เช่น 10/4/2563 · กดเว้นวรรค = วันนี้ \(BuddhistDate.full(day))",
        "Such as 10/4/2563 · space bar = today, \(BuddhistDate.english(day))")
    case .sameDay(let day):
      Label(
        "วันที่สำรวจเหมือนรายก่อน: \(BuddhistDate.full(day)) แก้ได้ที่ข้อนั้น",
        "Surveyed on the day of the last one: \(BuddhistDate.english(day)). Change it there")
    case .yes: Label("ใช่", "Yes")
    case .no: Label("ไม่ใช่", "No")
    case .howToFile:
      Label(
        "พิมพ์ที่อยู่ของไฟล์ เช่น /media/usb/house.jpg แล้วกด Enter",
        "Type where the file is, such as /media/usb/house.jpg, and press Enter.")
    case .fileMissing(let name):
      Label("ไม่มีไฟล์ \(name) โปรดตรวจชื่อและที่อยู่", "There is no \(name). Check its name and folder")
    case .fileIsFolder: Label("นี่คือโฟลเดอร์ พิมพ์ชื่อไฟล์ต่อท้าย", "This is a folder. Add the file's name")
    case .fileUnreadable: Label("เปิดอ่านไฟล์นี้ไม่ได้", "This file cannot be read")
    case .fileEmpty: Label("ไฟล์นี้ว่างเปล่า", "This file is empty")
    case .fileTooLarge(let size, let most):
      Label(
        "ไฟล์ใหญ่ \(size) MB เกิน \(most) MB โปรดย่อก่อน",
        "The file has \(size) MB, more than \(most) MB. Make it smaller first")
    case .fileFound(let name, let size):
      Label("\(name) · \(size) พบแล้ว", "\(name) · \(size), found")
    case .fileKept(let name):
      Label("\(name) · เก็บแล้ว จะส่งตามหลังแบบ", "\(name) · kept, sent after its record")
    case .notThatKind(let kind): Label("ข้อนี้ต้องเป็นไฟล์\(kind)", "This takes \(kind) only")
    case .fileFollows(let count):
      Label(
        "มีไฟล์แนบ \(count) ไฟล์ จะส่งหลังจากแบบทุกฉบับ ถ้าสัญญาณช้า ไฟล์จะถึงศูนย์ทีหลัง",
        "Attached files: \(count). They are sent after all records; on a slow link they arrive later."
      )
    case .tickedSoFar(let count): Label("เลือกแล้ว \(count)", "Ticked: \(count)")
    case .howToTickMany:
      Label(
        "พิมพ์บางส่วนของชื่อ แล้วกด Enter เพื่อเลือกหรือไม่เลือก หรือกดเว้นวรรค (Space) เพื่อเปิดรายการ เลื่อนด้วยลูกศร "
          + "เว้นวรรคเพื่อเลือก Esc เพื่อปิด",
        "Type part of a name and press Enter to tick it; or open the list with Space, move with the arrows, tick with Space, close with Esc."
      )
    case .chose(let words): Label("เลือก \(words)", "Chosen: \(words)")
    case .wasAcknowledged: Label("รับทราบและรับรองแล้ว", "Acknowledged and certified")
    case .wasCleared: Label("ลบคำตอบแล้ว กด F4 เพื่อเอากลับ", "The answer is cleared. F4 brings it back")
    case .undid, .redid, .nothingToRedo, .undidAddress, .redidAddress, .undidAdding, .redidAdding,
      .undidRemoving, .redidRemoving,
      .typingUndone, .typingRedone, .typingCleared:
      undoLabel
    case .warned(let words): Label("\(words) · Enter ไปต่อ", "\(words) · Enter goes on")
    case .pressAgain(let digit):
      Label(
        "ยังไม่ได้ตอบ กด \(digit) อีกครั้งถ้าจะตอบ \(digit)",
        "Nothing is answered. Press \(digit) again to answer \(digit)")
    case .typeOn(let digit):
      Label(
        "ยังไม่ได้พิมพ์ \(digit) ลงในคำตอบเดิม พิมพ์ต่อถ้าจะแก้",
        "\(digit) is not in the answer yet. Type on to change it")
    case .opensBySpace:
      Label(
        "กดเลขหน้าข้อ หรือเว้นวรรค (Space) เพื่อเลือกด้วยลูกศร",
        "Press a digit, or Space to choose with the arrows")
    case .listIsOpen:
      Label(
        "เลื่อนด้วยลูกศร แล้วกด Enter เพื่อเลือก กด Esc เพื่อปิด",
        "Move with the arrows, Enter chooses, Esc closes the list")
    case .openList: Label("รายการ", "List")
    case .closeList: Label("ปิดรายการ", "Close the list")
    case .take: Label("เลือก", "Choose")
    case .remarks(let count): Label("ปลัดขอให้แก้ \(count) ข้อ", "The officer's remarks: \(count)")
    case .unchanged: Label("(ยังไม่ได้แก้)", "(not changed yet)")
    case .changed: Label("(แก้แล้ว)", "(changed)")
    case .completeButRemarks(let count):
      Label(
        "ตอบครบแล้ว แต่ยังไม่ได้แก้ตามปลัด \(count) ข้อ ถ้าคำตอบเดิมถูกแล้ว จบได้",
        "Complete, but remarks not followed: \(count). If the answers are right, finish")
    case .remarksOnQuestions(let count):
      Label(
        "มีความเห็นรายข้ออีก \(count) ข้อ อยู่ใต้ข้อนั้น กด F3 เพื่อไปทีละข้อ",
        "Remarks on single questions: \(count). They stand beneath each; F3 goes from one to the next."
      )
    case .mustAnswerOrGoOn:
      Label(
        "ข้อนี้ต้องตอบ ตอบได้เลย หรือกด Enter อีกครั้งเพื่อข้ามไปก่อน",
        "This must be answered. Answer it now, or press Enter again to go on")
    case .remarksAgain:
      Label(
        "กด F9 (ตรวจทาน) เมื่อไรก็ได้เพื่ออ่านอีกครั้ง แก้เสร็จแล้วจบและส่งใหม่",
        "Read this again at any time with F9, the review. When all is corrected, finish and send again."
      )
    case .howToReview:
      Label(
        "หน้านี้รวมทุกคำตอบไว้ตรวจก่อนจบ เลื่อนด้วย ↑↓ แล้วกด Enter เพื่อไปแก้ข้อนั้น",
        "All answers, to be checked before finishing. Move with ↑↓; Enter goes to the question.")
    case .howToFinish:
      Label(
        "ข้อที่มี ! ต้องแก้ก่อนจึงจบได้ คำเตือนและข้อที่ปลัดขอให้แก้ไม่ห้ามจบ เมื่อไม่มี ! แล้ว เลือก “เสร็จแล้ว พร้อมส่ง” แล้วกด Enter",
        "What has a ! must be corrected before finishing; warnings and the officer's remarks forbid nothing. When no ! is left, choose “Finished, ready to send” and press Enter."
      )
    case .howToJump:
      Label(
        "หน้านี้รวมทุกข้อของแบบ พิมพ์คำในข้อเพื่อค้นหา เลื่อนด้วย ↑↓ แล้วกด Enter เพื่อไปที่ข้อนั้น",
        "Every question of the form. Type words of one to find it, move with ↑↓; Enter goes there.")
    case .jumpMarks:
      Label(
        "[x] ตอบแล้ว  [ ] ยังไม่ตอบ  [*] ต้องตอบ  [!] ต้องแก้  [?] มีคำเตือน",
        "[x] answered  [ ] not answered  [*] must be answered  [!] to be corrected  [?] a warning")
    case .choicesOffered(let count):
      Label(
        count == 1 ? "มีตัวเลือก 1 เท่านั้น" : "ไม่มีเลขนี้ เลือกได้ 1 ถึง \(count)",
        count == 1 ? "There is only choice 1" : "No such choice. Press 1 to \(count)")
    case .typing: Label("กำลังพิมพ์", "Typing")
    case .abandonTitle: Label("ที่ใส่ไว้ยังใช้ไม่ได้", "Not usable yet")
    case .abandonQuestion(let text):
      Label(
        (text.isEmpty ? "" : "“\(text)”\n")
          + "ยังเป็นคำตอบไม่ได้ ถ้าออกตอนนี้ จะเก็บไว้ในช่องนี้ให้แก้ต่อ คำตอบอื่นอยู่ครบ",
        (text.isEmpty ? "" : "“\(text)”\n")
          + "This is no answer yet. If you leave now it stays in its field; all other answers stay too."
      )
    case .stay: Label("อยู่ต่อ แก้เลย", "Stay and correct it")
    case .abandon: Label("ออก แก้ทีหลัง", "Leave, correct it later")
    case .recalledHere:
      Label(
        "ที่พิมพ์ค้างไว้ยังอยู่ในช่อง ยังไม่เป็นคำตอบ กด Enter เพื่อใช้ หรือแก้ต่อได้เลย",
        "What was being typed is in the field and no answer yet. Enter takes it; or go on typing")
    case .recalledElsewhere(let count):
      Label(
        "มีที่พิมพ์ค้างไว้และยังไม่เป็นคำตอบ \(count) ข้อ กด F9 เพื่อดู",
        "Typed and no answer yet: \(count). F9 shows them")
    case .notTaken(let text):
      Label(
        (text.isEmpty ? "" : "“\(TextWidth.clip(text, to: 40))” ")
          + "พิมพ์ค้างไว้ ยังไม่เป็นคำตอบ กด Enter ที่ข้อนี้เพื่อใช้ หรือลบออก",
        (text.isEmpty ? "" : "“\(TextWidth.clip(text, to: 40))” ")
          + "was typed and is no answer yet: take it with Enter there, or delete it")
    case .savedNotTaken: Label("บันทึกแล้ว ยังไม่เป็นคำตอบ", "Saved, no answer yet")
    case .placeNotFound:
      Label(
        "ไม่พบตำบลนี้ ลองพิมพ์บางส่วนของชื่อตำบล อำเภอ หรือจังหวัด",
        "No such subdistrict. Try part of a subdistrict, district or province")
    case .listNotFound:
      Label("ไม่พบชื่อนี้ ลองพิมพ์เพียงบางส่วนของชื่อ", "Nothing fits. Try only part of the name")
    case .notPicked:
      Label(
        "ยังไม่ได้เลือก กด Enter เพื่อเลือก หรือลบข้อความก่อน",
        "Not chosen yet. Enter takes the marked one, or delete the text")
    case .reasonTitle: Label("เหตุผลที่แก้ไข", "Reason for the change")
    case .reasonQuestion:
      Label(
        "แบบฟอร์มนี้ขอเหตุผลเมื่อแก้คำตอบที่บันทึกไว้แล้ว พิมพ์เหตุผล แล้วกด Enter",
        "This form asks why a saved record was changed. Type the reason, then press Enter.")
    case .reasonNeeded: Label("พิมพ์เหตุผลก่อน", "Type a reason first.")
    case .ruleStopped(let name):
      Label(
        "คำตอบอยู่ครบ ทำต่อได้ แต่กฎเรื่อง “\(name)” ใช้เวลานานเกินไปจึงหยุดไว้ โปรดแจ้งผู้ออกแบบแบบฟอร์ม",
        "No answer is lost: go on. The rule for “\(name)” took too long and was stopped; tell who made the form."
      )
    case .ruleFailed(let name):
      Label(
        "คำตอบอยู่ครบ ทำต่อได้ แต่แบบฟอร์มคำนวณ “\(name)” ไม่ได้ โปรดแจ้งผู้ออกแบบแบบฟอร์ม",
        "No answer is lost: go on. The form cannot work out “\(name)”; tell who made the form.")
    case .masked: Label("ตอบแล้ว (ไม่แสดง)", "Answered (not shown)")
    }
  }
}
