import TerminalKit

/// Why a number was not taken, and what to type instead.
enum NumberPhrase {
  case pointNotComma(typed: String, meant: String)
  case commaIsForThousands, spaceIsForThousands, nothingAfterPoint, markAfterPoint
  case tooManyDigits, tooLarge

  var label: Label {
    switch self {
    case .pointNotComma(let typed, let meant):
      Label(
        "พิมพ์ \(meant) ไม่ใช่ \(typed) ลูกน้ำใช้คั่นหลักพันเท่านั้น เช่น 30,000",
        "Type \(meant), not \(typed): a comma only marks thousands, such as 30,000")
    case .commaIsForThousands:
      Label(
        "ลูกน้ำใช้คั่นหลักพันเท่านั้น พิมพ์ 30,000 หรือ 30000",
        "A comma only marks thousands: type 30,000 or 30000")
    case .spaceIsForThousands:
      Label(
        "เว้นวรรคได้เฉพาะที่หลักพัน พิมพ์ 30 000 หรือ 30000",
        "A space only marks thousands: type 30 000 or 30000")
    case .nothingAfterPoint:
      Label(
        "หลังจุดต้องมีตัวเลข พิมพ์ 5 หรือ 5.5", "Digits are missing after the point: type 5 or 5.5")
    case .markAfterPoint:
      Label("หลังจุดมีแต่ตัวเลข เช่น 1,234.56", "Only digits follow the point, such as 1,234.56")
    case .tooManyDigits:
      Label(
        "เลขยาวเกินไป เก็บให้ตรงทุกหลักไม่ได้ (ได้ราว 15 หลัก) โปรดพิมพ์ให้สั้นลง",
        "Too many digits to keep them all (about 15 will do). Type a shorter number")
    case .tooLarge:
      Label(
        "เลขมากเกินไป ข้อนี้เก็บได้ไม่เกิน 2,147,483,647",
        "Too large: this takes numbers up to 2,147,483,647")
    }
  }

  /// As the reason for not taking a text.
  var asFillPhrase: FillPhrase { .said(label) }
}
