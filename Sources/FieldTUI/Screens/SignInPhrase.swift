import TerminalKit

/// What the sign-in screen says.
enum SignInPhrase: Wording {
  case title, who, newPerson, passphrase, passphraseOf, typePassphrase, opening, languages,
    elsewhere, help

  var label: Label {
    switch self {
    case .title: Label("เข้าสู่ระบบ", "Sign in")
    case .who: Label("ใครเป็นผู้ใช้เครื่องนี้", "Who is using this laptop?")
    case .newPerson: Label("เพิ่มผู้ใช้ใหม่", "Add a new person")
    case .passphrase: Label("รหัสผ่าน", "Passphrase")
    case .passphraseOf: Label("รหัสผ่านของ", "Passphrase of")
    case .typePassphrase: Label("พิมพ์รหัสผ่านก่อน", "Type the passphrase first.")
    case .opening: Label("กำลังเปิด…", "Opening…")
    case .languages: Label("ภาษาไทย · F2 English", "English · F2 ภาษาไทย")
    case .elsewhere:
      Label(
        "เคยลงทะเบียนที่เครื่องอื่น หรือเครื่องเดิมหาย: กด F1",
        "Enrolled on another laptop, or lost it: press F1.")
    case .help:
      Label(
        """
        เลือกชื่อของคุณ แล้วพิมพ์รหัสผ่านของคุณเอง ข้อมูลของแต่ละคนเปิดได้ด้วยรหัสผ่านของคนนั้นเท่านั้น

        ถ้ายังไม่มีชื่อ เลือก "เพิ่มผู้ใช้ใหม่" เริ่มทำงานได้ทันทีโดยไม่ต้องมีอินเทอร์เน็ต \
        แล้วลงทะเบียนกับศูนย์ด้วยรหัสจากปลัดอำเภอภายหลัง

        เคยลงทะเบียนที่เครื่องอื่น หรือเครื่องเดิมหาย: เพิ่มชื่อที่เครื่องนี้ แล้วขอรหัสลงทะเบียนใหม่จากอำเภอ \
        แบบที่ส่งแล้วและที่ส่งกลับแก้ไขจะตามมา ร่างที่ยังไม่ส่งอยู่ในเครื่องเดิมเท่านั้น

        ถ้าพิมพ์รหัสผ่านแล้วไม่ถูก ดูว่าแป้นพิมพ์เป็นภาษาไทยหรืออังกฤษ

        ถ้าลืมรหัสผ่าน เลือกชื่อแล้วกด F6 จะได้ไฟล์ให้เจ้าหน้าที่อำเภอสองคนตอบ \
        แล้วกด F6 อีกครั้งเพื่อเปิดด้วยรหัสผ่านใหม่ ข้อมูลอยู่ครบ
        """,
        """
        Choose your name and type your own passphrase. What a person entered opens only with that \
        person's passphrase.

        If your name is not here, choose "Add a new person". You can start at once without internet \
        and enrol later with a code from the district.

        Enrolled on another laptop, or lost it: add your name here and ask the district for a new code. \
        What was sent, and what was returned, comes along; drafts are on the other laptop only.

        If the passphrase is refused, check whether the keyboard is in Thai or in English.

        If it is forgotten, choose your name and press F6: you get a file that two officers of the \
        district answer. F6 again then opens your records with a new passphrase. Nothing is lost.
        """)
    }
  }
}
