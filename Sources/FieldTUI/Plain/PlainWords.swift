import TerminalKit

/// The app's sentences without the keys of its screens: here a command does the same.
enum PlainWords {
  static func withoutKeys(_ label: Label, in language: Language) -> String {
    withoutKeys(label.text(in: language), in: language)
  }

  static func withoutKeys(_ text: String, in language: Language) -> String {
    let table = language == .thai ? thai : english
    return (table + keys(in: language)).reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// Where a key means something else than usually, or the sentence reads badly.
  private static let thai: [(String, String)] = [
    ("กด F9 (ตรวจทาน)", "พิมพ์ :ทวน"), ("กด F6 เรียกกลับ", "พิมพ์ :เรียกกลับ"), (" (กด 1)", ""),
    ("กด a เพื่อดูทั้งหมด", "พิมพ์ :ทั้งหมด"), ("เลือกข้อแล้วกด Enter", "พิมพ์เลขข้อเพื่อไปแก้"),
    ("กด Delete ที่เครื่องที่หายเพื่อยกเลิก", "พิมพ์ :ยกเลิกเครื่อง แล้วเลขหน้าเครื่องที่หาย"),
    ("กด Tab เพื่อไปต่อ", ""), ("ลูกศรขึ้นลงเลื่อนอ่าน ", ""), (" (F2)", ""),
    ("ลูกศรขึ้นลงเลื่อนข้อ", "พิมพ์ :ขึ้น กลับข้อก่อน"), ("กดเลข", "พิมพ์เลข"), ("กด 1", "พิมพ์ 1"),
    ("กด F", "พิมพ์ F"),
    ("กด Esc", "พิมพ์ Esc"), ("กด Delete", "พิมพ์ Delete"),
  ]

  private static let english: [(String, String)] = [
    ("with F9, the review", "with F9"), ("then F6", "then :call back"), (" (press 1)", ""),
    ("Press a to see", "Type :all to see"), ("Choose one and press Enter", "Type its number"),
    ("Press Delete on a lost laptop", "Type :revoke and the number of a lost laptop"),
    ("; the arrows scroll", ""), (" (F2)", ""), ("press 1", "type 1"), ("press F", "type F"),
    ("Press F", "Type F"),
    ("press Esc", "type Esc"), ("Press Esc", "Type Esc"),
  ]

  private static func keys(in language: Language) -> [(String, String)] {
    let words: [(key: String, words: Label)] = [
      ("F10", Label(":บันทึก", ":save")), ("F12", Label(":กลับ", ":back")),
      ("F1", Label(":ช่วย", ":help")), ("F2", Label(":ภาษา", ":language")),
      ("F3", Label(":แก้", ":fix")), ("F4", Label(":ย้อน", ":undo")),
      ("F5", Label(":แนะนำ", ":tour")), ("F6", Label(":ลืม", ":forgot")),
      ("F8", Label(":แฟลช", ":stick")), ("F9", Label(":ทวน", ":review")),
      ("Esc", Label(":กลับ", ":back")), ("Delete", Label(":ทิ้ง", ":trash")),
      ("Backspace", Label(":ล้าง", ":clear")),
    ]
    return words.map { ($0.key, $0.words.text(in: language)) }
  }

  /// A national ID as it is compared with a card: whole, and then digit by digit.
  static func digits(of grouped: String) -> String {
    let groups = grouped.split(separator: "-").map { group in
      group.map(String.init).joined(separator: " ")
    }
    return "\(grouped) : \(groups.joined(separator: ", "))"
  }
}
