import TerminalKit

/// What the sending screen says.
enum SendPhrase: Wording {
  case title, connecting, sending, received, left, stop, again, done, stopped, refusedSome
  case finishedHere, confirmed, returned, waiting, nothingWaiting, fates, minutes, seconds, of
  case refused, perhaps, records, help
  case fetchTitle, fetched, nothingCame, newsCame, recordsCame, toCheck

  /// How many pieces of files are at the centre.
  static func files(_ here: Int, of all: Int) -> Label {
    Label("ไฟล์ \(here) จาก \(all) ส่วน", "pieces of files \(here) of \(all)")
  }

  /// What a timer's sync has done while the program was open.
  static func sentUnasked(_ count: Int) -> Label {
    Label(
      "เครื่องส่งให้เองแล้ว \(count) รายการ ศูนย์ได้รับครบ",
      "Sent by itself: \(count). The centre has everything.")
  }

  var label: Label {
    switch self {
    case .title: Label("ส่งข้อมูล", "Send")
    case .connecting: Label("กำลังติดต่อศูนย์…", "Calling the centre…")
    case .sending: Label("ส่งแล้ว", "Sent")
    case .received: Label("รับมา", "received")
    case .left: Label("เหลือประมาณ", "about")
    case .stop: Label("หยุดส่ง", "Stop")
    case .again: Label("ส่งอีกครั้ง", "Send again")
    case .done: Label("ส่งครบแล้ว ศูนย์ได้รับทุกรายการ", "All sent. The centre has every record.")
    case .stopped:
      Label(
        "หยุดแล้ว รายการที่ยังไม่ถึงศูนย์อยู่ครบในเครื่อง ส่งต่อเมื่อไรก็ได้",
        "Stopped. What has not arrived is all here; send the rest whenever you like.")
    case .refusedSome:
      Label(
        "ศูนย์ไม่รับบางรายการหรือบางไฟล์ ดูเหตุผลในรายการพร้อมส่งและส่งแล้ว ข้อมูลอยู่ครบ",
        "The centre did not take some records or files. See why under Ready and Sent; they are all here."
      )
    case .finishedHere: Label("ทำเสร็จในเครื่องนี้", "Finished here")
    case .confirmed: Label("ศูนย์ยืนยันว่าได้รับ", "Confirmed by the centre")
    case .returned: Label("ส่งกลับให้แก้ไข", "Returned to you")
    case .waiting: Label("ยังรอส่ง", "Still waiting")
    case .refused: Label("ศูนย์ไม่รับ", "Refused by the centre")
    case .nothingWaiting: Label("ไม่มีรายการรอส่ง", "Nothing waits to be sent")
    case .fates: Label("แต่ละรายการ", "Each record")
    case .minutes: Label("นาที", "min left")
    case .seconds: Label("วินาที", "s left")
    case .of: Label("จาก", "of")
    case .perhaps:
      Label(
        "ส่งออกไปแล้วแต่ยังไม่ได้คำตอบ ศูนย์นับซ้ำไม่ได้ กดส่งอีกครั้งเพื่อขอคำตอบ",
        "Some went out without an answer. The centre cannot count twice: send again to be told.")
    case .records: Label("รายการ", "records")
    case .fetchTitle: Label("รับแบบใหม่ และส่งผลการตรวจ", "Fetch records, send decisions")
    case .fetched:
      Label("รับครบแล้ว ผลการตรวจส่งถึงศูนย์แล้ว", "All fetched; the centre has every decision.")
    case .nothingCame: Label("ไม่มีเรื่องใหม่", "Nothing new came.")
    case .newsCame: Label("ผลการตรวจที่รับมา:", "News that came:")
    case .recordsCame: Label("เรื่องใหม่จากหมู่บ้าน:", "News from the villages:")
    case .toCheck: Label("รอตรวจ", "Waiting to be checked")
    case .help:
      Label(
        """
        เครื่องส่งแบบที่พร้อมส่งทั้งหมด และรับผลการตรวจกลับมาในครั้งเดียว

        รูปและไฟล์อื่นส่งเป็นส่วนเล็ก ๆ หลังจากแบบทุกฉบับ จึงไม่ทำให้แบบใดต้องรอ

        ถ้าสัญญาณขาด ไม่มีข้อมูลสูญหายหรือซ้ำ กดส่งอีกครั้งจะส่งต่อเฉพาะที่ยังไม่ถึง
        กด Esc เพื่อหยุดได้ทุกเมื่อ ท้ายหน้าจอบอกจำนวนที่ทำเสร็จ ที่ศูนย์ยืนยัน และที่ส่งกลับ
        """,
        """
        Everything that is ready is sent, and what became of earlier records is fetched.

        Photos and other files go in small pieces after all records, so that no record waits for one.

        If the link breaks nothing is lost or doubled; sending again goes on with what has not arrived.
        Esc stops at any time. The end of the screen counts what was finished, confirmed and returned.
        """)
    }
  }
}
