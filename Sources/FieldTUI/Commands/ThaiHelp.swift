import CommandLineKit

/// The Thai of everything that `--help` says; a test asks for a sentence that is missing.
enum ThaiHelp {
  /// Thai where the locale is Thai, else English.
  static func words(in speech: Speech) -> HelpWords {
    speech.oneLanguage == .thai ? .thai(sentences) : .english
  }

  static let sentences = [
    "Fill in surveys offline, and send them when there is a network.":
      "กรอกแบบสำรวจโดยไม่ต้องมีอินเทอร์เน็ต แล้วส่งเมื่อมีสัญญาณ",
    "Where this laptop's records lie (or FIELDTUI_DATA).":
      "โฟลเดอร์ข้อมูลของเครื่องนี้ (หรือตั้ง FIELDTUI_DATA)",
    "Read the passphrase from this descriptor.": "อ่านรหัสผ่านจากตัวบอกไฟล์นี้",
    "Which of the installed forms a new survey is of.": "แบบสำรวจใหม่ใช้แบบฟอร์มใดที่ติดตั้งไว้",
    "Ask in lines of text: for a screen reader, a pipe, a slow line.":
      "ถามตอบเป็นบรรทัด: สำหรับโปรแกรมอ่านจอ ท่อ (pipe) หรือสายช้า",
    "Say which version this is.": "บอกว่าเป็นรุ่นใด",
    "Check a form, install it, or drive it without a screen.":
      "ตรวจแบบฟอร์ม ติดตั้งแบบฟอร์ม หรือใช้แบบฟอร์มโดยไม่มีหน้าจอ",
    "Check a form and put it on this laptop, with its media.":
      "ตรวจแบบฟอร์ม แล้วติดตั้งในเครื่องนี้พร้อมไฟล์ประกอบ",
    "Say what is wrong with a form, line by line.": "บอกสิ่งที่ผิดในแบบฟอร์มทีละบรรทัด",
    "Make the XForm of an XLSForm, and print it.": "แปลง XLSForm เป็น XForm แล้วพิมพ์ออกมา",
    "Read steps from standard input, and print what the form makes of them.":
      "อ่านขั้นตอนจาก standard input แล้วพิมพ์ผลที่ได้จากแบบฟอร์ม",
    "An XForm, or an XLSForm: .xlsx, .csv, .md; media lie beside it.":
      "XForm หรือ XLSForm (.xlsx .csv .md) ไฟล์ประกอบอยู่ข้างกัน",
    "The XForm; its media lie beside it.": "XForm ไฟล์ประกอบอยู่ข้างกัน",
    "The XLSForm: .xlsx, .csv or .md.": "XLSForm (.xlsx .csv หรือ .md)",
    "Write one line of JSON for each finding.": "เขียน JSON หนึ่งบรรทัดต่อหนึ่งสิ่งที่พบ",
    "Say it in Thai or in English; otherwise as the locale says, or in both.":
      "บอกเป็นไทยหรืออังกฤษ ไม่เช่นนั้นตาม locale หรือทั้งสองภาษา",
    "Clear choices that are no longer offered as the app does, not when they are asked for.":
      "ล้างตัวเลือกที่ไม่มีแล้วทันทีอย่างในโปรแกรม ไม่รอจนถูกถามถึง",
    "Send finished surveys to the centre and fetch what became of them.":
      "ส่งแบบที่เสร็จแล้วไปศูนย์ และรับผลการตรวจ",
    "Where the centre is, if not where this laptop was enrolled.":
      "ที่อยู่ของศูนย์ ถ้าไม่ใช่ที่เครื่องนี้ลงทะเบียนไว้",
    "Trust this authority (PEM) instead of the system's; or set FIELDTUI_CA.":
      "เชื่อใบรับรอง (PEM) นี้แทนของระบบ หรือตั้ง FIELDTUI_CA",
    "Write one line of JSON.": "เขียน JSON หนึ่งบรรทัด",
    "Say what would be sent. Send nothing.": "บอกว่าจะส่งอะไร โดยไม่ส่ง",
    "Sync by files on a stick, where there is no network.":
      "รับส่งข้อมูลด้วยไฟล์ในแฟลชไดรฟ์ เมื่อไม่มีอินเทอร์เน็ต",
    "Write what waits into FILE, and what is too much for one into FILE.2 and so on; it stays here until their answers have come.":
      "เขียนสิ่งที่รอส่งลง FILE ถ้าไฟล์เดียวไม่พอ ต่อใน FILE.2 และต่อไป ข้อมูลยังอยู่ที่นี่จนกว่าจะได้คำตอบ",
    "Take in the centre's answer in FILE.": "รับคำตอบของศูนย์จาก FILE",
    "The bundle, such as on a USB stick.": "ไฟล์ชุดข้อมูล เช่น ในแฟลชไดรฟ์",
    "Look over the disk, the clock, the terminal and the store, and say what to do.":
      "ตรวจดิสก์ นาฬิกา เทอร์มินัล และข้อมูลในเครื่อง แล้วบอกว่าควรทำอะไร",
    "Copy what is intact in a damaged store into a new one in DIR.":
      "คัดลอกสิ่งที่ยังดีจากข้อมูลที่เสียหายไปไว้ใน DIR",
    "Print the last N lines of what was done.": "พิมพ์บันทึกการทำงาน N บรรทัดท้าย",
  ]
}
