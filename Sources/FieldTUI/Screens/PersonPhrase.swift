import Sealing
import TerminalKit

/// What the screen about a person says.
enum PersonPhrase: Wording {
  case titleNew, titleEdit, name, position, kind, place, moo, villageName, passphrase, again
  case village, community, nameHint, positionHint, kindHint, placeHint, mooHint, villageHint
  case passphraseHint, passphraseNeeds, againHint, save, different, tooShort, common, predictable,
    aboutPerson
  case otherWords, suggested, badMoo, noSuchPlace, placeNotTaken, making, saved, added, help

  var label: Label {
    switch self {
    case .titleNew: Label("เพิ่มผู้ใช้ใหม่", "A new person")
    case .titleEdit: Label("ข้อมูลผู้สำรวจ", "About you")
    case .name: Label("ชื่อ-สกุล", "Name")
    case .position: Label("ตำแหน่ง", "Position")
    case .kind: Label("พื้นที่", "Area is a")
    case .place: Label("ตำบล", "Subdistrict")
    case .moo: Label("หมู่ที่", "Village no.")
    case .villageName: Label("ชื่อหมู่บ้าน/ชุมชน", "Village name")
    case .passphrase: Label("รหัสผ่าน", "Passphrase")
    case .again: Label("รหัสผ่านอีกครั้ง", "Once more")
    case .village: Label("หมู่บ้าน", "village")
    case .community: Label("ชุมชน", "community")
    case .nameHint: Label("ชื่อที่จะอยู่ในแบบสำรวจ", "as it will stand in the surveys")
    case .positionHint: Label("เช่น ผู้ใหญ่บ้าน กำนัน ประธานชุมชน", "such as village head, kamnan")
    case .kindHint: Label("กด 1 หมู่บ้าน 2 ชุมชนในเทศบาล", "press 1 for a village, 2 for a community")
    case .placeHint: Label("พิมพ์บางส่วนของชื่อตำบล แล้วกด Enter", "type part of its name, then Enter")
    case .mooHint: Label("เลข 1 ถึง 99 ไม่มีให้เว้นว่าง", "1 to 99; leave empty if there is none")
    case .villageHint: Label("เช่น บ้านโพน", "such as Ban Phon")
    case .passphraseHint:
      Label(
        "ตัวอักษรหรือตัวเลขอย่างน้อย 8 ตัว ไม่นับสระบนล่างและวรรณยุกต์ ใช้สามสี่คำ "
          + "ห้ามใช้ชื่อคน หมู่บ้าน หรือตำแหน่ง อย่าบอกใคร",
        "8 letters or digits at least (Thai marks do not count), three or four words; "
          + "no name of a person or village, no office; tell nobody")
    case .passphraseNeeds:
      Label("8 ตัวขึ้นไป ไม่ใช่ชื่อหรือหมู่บ้าน", "8 letters or more, no name")
    case .againHint: Label("พิมพ์เหมือนเดิม", "the same again")
    case .save: Label("บันทึก", "Save")
    case .different: Label("รหัสผ่านสองครั้งไม่เหมือนกัน พิมพ์ใหม่", "The two differ. Type both again.")
    case .tooShort:
      Label("รหัสผ่านสั้นไป ใช้ 8 ตัวอักษรขึ้นไป", "Too short: 8 letters at least.")
    case .common:
      Label("รหัสผ่านนี้มีคนใช้มาก เดาง่าย ใช้คำอื่น", "Many people use this one. Choose another.")
    case .predictable:
      Label("รหัสผ่านเรียงหรือซ้ำกันมากไป ใช้หลายคำ", "Too regular. Use several words.")
    case .aboutPerson:
      Label(
        "รหัสผ่านนี้เป็นชื่อคนในเครื่องนี้ ตำแหน่ง หรือหมู่บ้าน เดาง่าย ใช้คำอื่น",
        "It is made of a name on this laptop, a position or a village. Choose another.")
    case .otherWords: Label("คำอื่น", "Other words")
    case .suggested: Label("แนะนำ (F5 คำอื่น)", "Suggested (F5 for others)")
    case .badMoo:
      Label(
        "หมู่ที่เป็นเลข 1 ถึง 99 ถ้าไม่มีให้เว้นว่าง",
        "The village number is 1 to 99; leave it empty if there is none.")
    case .noSuchPlace:
      Label(
        "ไม่พบตำบลนี้ พิมพ์ส่วนอื่นของชื่อ หรือลบให้ว่างเพื่อไปต่อ",
        "No subdistrict is called so. Type another part of its name, or empty the field to go on.")
    case .placeNotTaken:
      Label(
        "ยังไม่ได้เลือกตำบล เลือกด้วยลูกศรแล้วกด Enter",
        "No subdistrict is chosen yet: choose with the arrows and press Enter.")
    case .making: Label("กำลังสร้างกุญแจ…", "Making your keys…")
    case .saved: Label("บันทึกข้อมูลผู้สำรวจแล้ว", "Saved.")
    case .added: Label("เพิ่มผู้ใช้แล้ว", "Added.")
    case .help:
      Label(
        """
        กรอกครั้งเดียว ข้อมูลนี้จะไปอยู่ในหัวแบบสำรวจให้เอง

        รหัสผ่านเป็นของคุณคนเดียว ไม่มีรหัสกลาง ไม่ใช้เลขประจำตัวประชาชน คำตอบทุกข้อเข้ารหัสด้วยรหัสผ่านนี้ \
        ใช้หลายคำต่อกันที่จำง่าย เช่น ชื่อสิ่งของสามสี่อย่าง ถ้าลืม กด F6 ที่หน้าเข้าสู่ระบบ \
        เจ้าหน้าที่อำเภอสองคนช่วยเปิดได้ เมื่อลงทะเบียนและส่งข้อมูลแล้วอย่างน้อยหนึ่งครั้ง

        เคยลงทะเบียนที่เครื่องอื่น หรือเครื่องเดิมหาย: กรอกหน้านี้ แล้วขอรหัสลงทะเบียนใหม่จากอำเภอ \
        แบบที่ส่งแล้วและที่ส่งกลับแก้ไขจะตามมา ร่างที่ยังไม่ส่งอยู่ในเครื่องเดิมเท่านั้น

        ตำบล: พิมพ์บางส่วนของชื่อ ไม่ต้องพิมพ์วรรณยุกต์ เลือกด้วยลูกศรแล้วกด Enter
        """,
        """
        Filled in once; it will stand at the head of every survey.

        The passphrase is yours alone. There is no common one and no ID number. It seals every answer. \
        Use several words. If you forget it, press F6 at sign-in: two officers of the district can open \
        it again, once you have enrolled and sent.

        Enrolled on another laptop, or lost it: fill in this page and ask the district for a new code. \
        What was sent, and what was returned, comes along; drafts are on the other laptop only.

        Subdistrict: type any part of its name, choose with the arrows and press Enter.
        """)
    }
  }

  static func of(_ problem: PassphraseRules.Problem) -> PersonPhrase {
    switch problem {
    case .tooShort: .tooShort
    case .common: .common
    case .predictable: .predictable
    case .aboutThePerson: .aboutPerson
    }
  }
}
