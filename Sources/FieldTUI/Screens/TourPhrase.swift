import TerminalKit

/// The five screens of the tour, in words and pictures.
enum TourPhrase: Wording {
  case title, before, skip, again
  case saveTitle, save, savePicture, fillTitle, fill, fillPicture
  case findTitle, find, findPicture, sendTitle, send, sendPicture
  case askTitle, ask, askPicture

  /// One screen: what it is about, what to know, what it looks like.
  static let pages: [(title: TourPhrase, text: TourPhrase, picture: TourPhrase)] = [
    (.saveTitle, .save, .savePicture), (.fillTitle, .fill, .fillPicture),
    (.findTitle, .find, .findPicture), (.sendTitle, .send, .sendPicture),
    (.askTitle, .ask, .askPicture),
  ]

  var label: Label {
    switch self {
    case .title: Label("แนะนำการใช้งาน 5 หน้าจอ", "A tour of five screens")
    case .before: Label("ย้อนกลับ", "Back")
    case .skip: Label("ข้าม", "Skip")
    case .again: Label("ดูแนะนำ 5 หน้าจอ", "The tour")
    case .saveTitle: Label("ไม่ต้องมีอินเทอร์เน็ต ไม่มีอะไรหาย", "No internet needed, nothing is lost")
    case .save:
      Label(
        "นั่งคุยกับเพื่อนบ้านแล้วกรอกทีละคน ทุกคำตอบบันทึกลงเครื่องทันทีที่กด Enter "
          + "ไฟดับก็ทำต่อจากข้อเดิมได้ ข้อมูลเข้ารหัสด้วยรหัสผ่านของท่าน คนอื่นเปิดดูไม่ได้",
        "Sit with a neighbour and fill in one survey each. Every answer is on the disk when Enter was "
          + "pressed; after a power cut you go on at the same question. Your passphrase seals it all."
      )
    case .savePicture: Label("ชื่อตัว *   สมชาย\n\nบันทึกแล้ว", "First name *   สมชาย\n\nSaved")
    case .fillTitle:
      Label("ตอบด้วยเลข พิมพ์แล้วกด Enter", "Answer with a digit, or type and press Enter")
    case .fill:
      Label(
        "ข้อที่มีตัวเลือก กดเลขหน้าตัวเลือก แล้วไปข้อถัดไปเอง ข้อที่พิมพ์ กด Enter เมื่อเสร็จ "
          + "ลูกศรขึ้นลงเลื่อนข้อ F4 ย้อนสิ่งที่ทำ ใช้ได้ทั้งเลขไทย เลขอารบิก และแป้นไทย",
        "A choice is answered by its digit and goes on by itself; what is typed ends with Enter. The arrows "
          + "move, F4 undoes. Thai and Arabic digits work, on either keyboard layout.")
    case .fillPicture:
      Label(
        "คำนำหน้านาม\n(x) 1 นาย   ( ) 2 นาง   ( ) 3 นางสาว", "Title\n(x) 1 Mr   ( ) 2 Mrs   ( ) 3 Miss"
      )
    case .findTitle: Label("พิมพ์เพียงบางส่วน", "Type only a part")
    case .find:
      Label(
        "ตำบล: พิมพ์บางส่วนของชื่อ ไม่ต้องใส่วรรณยุกต์ แล้วกด Enter จะได้อำเภอและจังหวัดด้วย "
          + "วันที่: 10/4/63 หรือ 10 เม.ย. 63 ลืมเปลี่ยนแป้นพิมพ์ กด F5 เพื่อแปลงเป็นไทย",
        "A place: type part of its name, tones left out, and press Enter: district and province come along. "
          + "A day: 10/4/63 or 10 เม.ย. 63. Typed on the wrong layout: F5 turns it into Thai.")
    case .findPicture:
      Label(
        "พังโค\n> ต.พังโคน อ.พังโคน จ.สกลนคร 47160",
        "phang\n> Phang Khon, Phang Khon, Sakon Nakhon 47160")
    case .sendTitle: Label("เสร็จแล้วค่อยส่งตอนเย็น", "Send in the evening")
    case .send:
      Label(
        "หน้าสุดท้ายบอกว่าขาดข้อใด กด Enter ที่ข้อนั้นเพื่อกลับไปแก้ ครบแล้วกดเสร็จสิ้น "
          + "เมื่อมีสัญญาณ เลือก “ส่งข้อมูลเดี๋ยวนี้” สัญญาณขาดก็ส่งต่อได้ ไม่มีรายการซ้ำ",
        "The last page lists what is missing, each a jump. Finish it; with a signal choose “Send now”. "
          + "A link that breaks costs nothing: send again, nothing counts twice.")
    case .sendPicture:
      Label("ร่าง > พร้อมส่ง > ส่งถึงแล้ว > ตรวจแล้ว", "Draft > Ready > Received > Verified")
    case .askTitle: Label("สงสัยเมื่อใด กด F1", "In doubt, press F1")
    case .ask:
      Label(
        "F1 อธิบายข้อหรือหน้าที่อยู่ พร้อมตัวอย่าง F2 เปลี่ยนภาษา แถวล่างสุดบอกปุ่มที่ใช้ได้เสมอ "
          + "คู่มือและคำถามที่พบบ่อยอยู่ในหน้าหลัก ค้นหาได้ ลุกจากเครื่องเมื่อใดกด Esc ที่หน้าหลักเพื่อล็อก",
        "F1 explains the question or the screen, with an example; F2 changes the language; the last line "
          + "always names the keys. The guide on the home screen can be searched. Esc at home locks."
      )
    case .askPicture: Label("F1 อธิบาย   F2 English   Esc ออก", "F1 Help   F2 ไทย   Esc Leave")
    }
  }
}
