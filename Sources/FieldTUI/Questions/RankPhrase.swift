import TerminalKit

/// What a ranking says.
enum RankPhrase: Hashable, Sendable {
  case given(Int, Int), givenByRank(Int, Int)
  case fault(RankFault), held(RankFault), notTaken(RankFault?)
  case noSuchRank(Int, of: Int), firstDigit(Int, of: Int), repeated(String), rowDone, noMoreRows
  case byRank, asOnPaper, rowNext, moves
  case howTo, howToLine(Int), lineNotUnderstood(String), noSuchRow(Int, of: Int)

  var label: Label {
    switch self {
    case .given(let count, let all):
      Label("ใส่ลำดับแล้ว \(count) จาก \(all)", "Ranked: \(count) of \(all)")
    case .givenByRank(let count, let all):
      Label("เรียงตามลำดับ · ใส่แล้ว \(count) จาก \(all)", "By rank · ranked: \(count) of \(all)")
    case .fault(let fault): fault.label
    case .held(let fault):
      Label(
        "\(fault.label.thai) · แก้ได้เลย หรือกด Enter อีกครั้งเพื่อข้ามไปก่อน เลขที่ใส่ไว้ไม่หาย",
        "\(fault.label.english) · Correct it, or press Enter again to go on: the numbers stay")
    case .notTaken(let fault):
      Label(
        "ลำดับที่ใส่ไว้ยังไม่เป็นคำตอบ" + (fault.map { ": \($0.label.thai)" } ?? ""),
        "The ranks given are no answer yet" + (fault.map { ": \($0.label.english)" } ?? ""))
    case .noSuchRank(let rank, let count):
      Label("ไม่มีลำดับ \(rank) ใส่ได้ 1 ถึง \(count)", "There is no rank \(rank): 1 to \(count)")
    case .firstDigit(let rank, let count):
      Label(
        "ไม่มีลำดับ \(rank) ใส่ได้ 1 ถึง \(count) ถ้าเลขนี้เป็นของแถวถัดไป กด ↓ ก่อน",
        "There is no rank \(rank): 1 to \(count). For the next row press ↓ first")
    case .repeated(let key):
      Label("ปุ่ม \(key) ซ้ำติดกัน นับครั้งเดียว", "\(key) came twice at once and counts once")
    case .rowDone:
      Label("ใส่แล้ว กด Enter อีกครั้งเพื่อไปข้อถัดไป", "Taken. Press Enter again to leave the question")
    case .noMoreRows:
      Label(
        "ใส่ครบแถวสุดท้ายแล้ว เลขนี้เกินมา กด ↑ หรือ Backspace เพื่อแก้",
        "The last row is filled and this number is one too many. ↑ or Backspace to correct")
    case .byRank: Label("ดูตามลำดับ", "By rank")
    case .asOnPaper: Label("ดูตามกระดาษ", "As on paper")
    case .moves: Label("เลื่อนลำดับ", "Move it")
    case .rowNext: Label("แถวถัดไป", "Next row")
    case .howTo:
      Label(
        "พิมพ์เลขหน้าแต่ละแถวตามที่เขียนในกระดาษ ลำดับใดก่อนก็ได้ แถวที่ไม่มีเลขกด ↓ ผ่านไป เลข 1 รออีกหลักหนึ่ง "
          + "ถ้าเป็น 1 ตัวเดียวกด ↓ ลบเลขด้วย Backspace เว้นวรรค (Space) ใส่ลำดับถัดไปให้ F5 ดูตามลำดับ แล้วใช้ + - เลื่อน "
          + "แถวที่ไม่ต้องการไม่ต้องใส่",
        "Type the number of each row as it stands on the paper, in any order; ↓ passes a row without one. A 1 waits for a second digit: press ↓ where there is none. Backspace empties a row, Space gives the next free rank. F5 shows them by rank, where + and - move. Rows that are not wanted stay empty."
      )
    case .howToLine(let count):
      Label(
        "พิมพ์เลขของทุกช่องจากบนลงล่างในบรรทัดเดียว ช่องว่างพิมพ์ - เช่น 2 - 1 - - 3 (ช่องที่เหลือถือว่าว่าง จาก \(count) ช่อง) "
          + "หรือแก้ทีละแถวด้วย แถว=ลำดับ เช่น 3=1 1=2 และ 5=- คือลบเลขแถว 5",
        "Type the numbers in the boxes from top to bottom in one line, - for an empty one, such as 2 - 1 - - 3 (the rest of the \(count) stay empty); or single rows as row=rank, such as 3=1 1=2, and 5=- empties row 5."
      )
    case .lineNotUnderstood(let word):
      Label(
        "ไม่เข้าใจ “\(word)” ยังไม่ได้เปลี่ยนลำดับใด", "“\(word)” is not understood. No rank was changed")
    case .noSuchRow(let row, let count):
      Label(
        "ไม่มีแถว \(row) มีแถว 1 ถึง \(count) ยังไม่ได้เปลี่ยนลำดับใด",
        "There is no row \(row): 1 to \(count). No rank was changed")
    }
  }

  func text(in language: Language) -> String { label.text(in: language) }

  /// As a question says it to its page.
  var said: FillPhrase { .said(label) }
}
