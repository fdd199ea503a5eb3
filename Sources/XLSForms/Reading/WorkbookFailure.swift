import SurveyForms

/// Why a file is not a workbook that can be read.
enum WorkbookFailure: Error, Equatable, Sendable {
  case notText
  case notZIP
  /// The container of the old `.xls`, and of every workbook with a password.
  case oldOrLocked
  case damagedZIP
  case tooLarge
  case damagedSheet(String)

  /// One of each, for the list of all sentences.
  static let all: [WorkbookFailure] = [
    .notText, .notZIP, .oldOrLocked, .damagedZIP, .tooLarge, .damagedSheet("{0}"),
  ]

  /// What its sentence names.
  var subjects: [String] {
    switch self {
    case .damagedSheet(let part): [part]
    case .notText, .notZIP, .oldOrLocked, .damagedZIP, .tooLarge: []
    }
  }

  /// What is wrong and what to do, with `{0}` for the part of the file.
  var words: FindingWords {
    switch self {
    case .notText:
      FindingWords(
        "แฟ้มนี้ไม่ใช่ข้อความ UTF-8 โปรดบันทึกใหม่เป็น “CSV UTF-8” หรือ .xlsx จากโปรแกรมตารางคำนวณ",
        "This file is not text in UTF-8. "
          + "Save it again from the spreadsheet program, as “CSV UTF-8” or as .xlsx.")
    case .notZIP:
      FindingWords(
        "แฟ้มนี้ลงท้ายด้วย .xlsx แต่ไม่ใช่สมุดงาน โปรดเปิดในโปรแกรมตารางคำนวณแล้วบันทึกใหม่เป็น .xlsx",
        "This file is called .xlsx but is no workbook. "
          + "Open it in the spreadsheet program and save it again as .xlsx.")
    case .oldOrLocked:
      FindingWords(
        "สมุดงานนี้มีรหัสผ่านหรือเป็นแบบเก่า (.xls) โปรดเปิดในโปรแกรมตารางคำนวณ เอารหัสผ่านออก "
          + "แล้วบันทึกใหม่เป็น .xlsx",
        "This workbook has a password or is of the old kind (.xls). Open it in the spreadsheet "
          + "program, take the password off and save it again as .xlsx.")
    case .damagedZIP:
      FindingWords(
        "แฟ้มสมุดงานนี้เสียหรือมาไม่ครบ โปรดคัดลอกหรือดาวน์โหลดใหม่ "
          + "หรือบันทึกใหม่เป็น .xlsx จากโปรแกรมตารางคำนวณ",
        "This workbook is damaged or not all of it is here. Copy or download it again, "
          + "or save it again as .xlsx from the spreadsheet program.")
    case .tooLarge:
      FindingWords(
        "สมุดงานนี้ใหญ่เกินกว่าจะเป็นแบบฟอร์ม โปรดลบแถวและแผ่นงานที่ไม่ใช้ "
          + "แล้วย้ายรายการยาวไปไว้ในแฟ้ม CSV",
        "This workbook is too large for a form. Delete the rows and sheets that it does not need, "
          + "and put long lists into a CSV file.")
    case .damagedSheet:
      FindingWords(
        "ส่วน {0} ของสมุดงานนี้เสียหรือไม่มี "
          + "โปรดเปิดในโปรแกรมตารางคำนวณแล้วบันทึกใหม่เป็น .xlsx",
        "The part {0} of this workbook is damaged or missing. "
          + "Open it in the spreadsheet program and save it again as .xlsx.")
    }
  }
}
