import TerminalKit

/// What the home screen says; the three menus are named as in the letter.
enum HomePhrase: Wording {
  case title, reportMenu, reviewMenu, faqMenu, laptopMenu
  case newSurvey, returned, drafts, ready, send, sent, everybody, trash, queue, guide, practice,
    settings, lock
  case fetch, neverFetched
  case items, withErrors, records, notEnrolled, centre, today, help, officerHelp, returnedFirst

  var label: Label {
    switch self {
    case .title: Label("หน้าหลัก", "Home")
    case .reportMenu:
      Label(
        "เมนูรายงานข้อมูลผู้ได้รับผลกระทบจากมาตรการป้องกันแก้ไขปัญหาโควิด-19",
        "Report people affected by the COVID-19 measures")
    case .reviewMenu: Label("เมนูตรวจสอบข้อมูล", "Check records")
    case .faqMenu: Label("FAQ", "FAQ")
    case .laptopMenu: Label("เครื่องนี้", "This laptop")
    case .newSurvey: Label("กรอกแบบสำรวจใหม่", "New survey")
    case .returned: Label("ส่งกลับแก้ไข", "Returned to you")
    case .drafts: Label("ร่าง", "Drafts")
    case .ready: Label("พร้อมส่ง", "Ready to send")
    case .send: Label("ส่งข้อมูลเดี๋ยวนี้", "Send now")
    case .fetch: Label("รับแบบใหม่ และส่งผลการตรวจ", "Fetch records, send decisions")
    case .neverFetched: Label("ยังไม่เคยรับข้อมูล", "nothing fetched yet")
    case .sent: Label("ส่งแล้ว และผลการตรวจ", "Sent, and what became of it")
    case .everybody: Label("ทุกคนในหมู่บ้าน", "Everybody of this village")
    case .trash: Label("ถังขยะ", "Trash")
    case .queue: Label("ตรวจสอบและยืนยันข้อมูล", "Check and confirm")
    case .guide: Label("คู่มือและคำถามที่พบบ่อย", "Guide and questions")
    case .practice: Label("ฝึกกรอก (ไม่บันทึก ไม่ส่ง)", "Practice (never kept or sent)")
    case .settings: Label("ตั้งค่าและลงทะเบียน", "Settings and enrolment")
    case .lock: Label("ล็อก / เปลี่ยนผู้ใช้", "Lock / change person")
    case .items: Label("รายการ", "records")
    case .withErrors: Label("มีข้อที่ต้องแก้", "with errors")
    case .records: Label("ล่าสุด", "Latest")
    case .notEnrolled:
      Label("ยังไม่ได้ลงทะเบียนกับศูนย์ (ทำในตั้งค่า)", "Not enrolled yet (see Settings)")
    case .centre: Label("ศูนย์", "Centre")
    case .today: Label("สรุปงาน", "Your work")
    case .returnedFirst:
      Label("มีรายการที่ปลัดอำเภอส่งกลับให้แก้ไข", "The district has returned records to you.")
    case .officerHelp:
      Label(
        """
        หน้าหลักคือจุดเริ่มของทุกงาน เลื่อนด้วยลูกศร แล้วกด Enter หรือกดเลขหน้าข้อ

        ตรวจสอบและยืนยันข้อมูล: เปิดแบบที่หมู่บ้านส่งมา แล้วตรวจผ่าน ส่งกลับแก้ไข หรือไม่รับ \
        ไม่ต้องมีอินเทอร์เน็ต
        รับแบบใหม่ และส่งผลการตรวจ: เมื่อมีสัญญาณ ทำทั้งสองอย่างในครั้งเดียว ถ้าสัญญาณขาด ทำต่อจากเดิมได้
        ตั้งค่าและลงทะเบียน: เปลี่ยนรหัสผ่าน ดูเครื่องในพื้นที่ และช่วยผู้ที่ลืมรหัสผ่าน
        """,
        """
        Everything starts here. Move with the arrows and press Enter, or press the number.

        Check and confirm: open what the villages sent, and verify, return or reject it. \
        No internet is needed.
        Fetch records, send decisions: both at once, with a signal. If the link breaks it goes on from \
        there.
        Settings and enrolment: your passphrase, the laptops of the area, and help for who forgot one.
        """)
    case .help:
      Label(
        """
        หน้าหลักคือจุดเริ่มของทุกงาน เลื่อนด้วยลูกศร แล้วกด Enter หรือกดเลขหน้าข้อ

        กรอกแบบสำรวจใหม่: ทีละคน ใช้เวลาประมาณห้านาที ทุกคำตอบบันทึกทันที ปิดเครื่องแล้วกลับมาทำต่อได้
        พร้อมส่ง: แบบที่กรอกครบแล้ว รออินเทอร์เน็ต
        ส่งข้อมูลเดี๋ยวนี้: เมื่อมีสัญญาณ ส่งทั้งหมดในครั้งเดียว ถ้าสัญญาณขาด ส่งต่อจากเดิมได้ ไม่มีข้อมูลซ้ำหรือหาย
        ส่งกลับแก้ไข: ปลัดอำเภอเขียนความเห็นไว้ที่ข้อที่ต้องแก้
        """,
        """
        Everything starts here. Move with the arrows and press Enter, or press the number.

        New survey: one person at a time, about five minutes. Every answer is saved at once; you can \
        stop and go on later.
        Ready to send: finished, waiting for the internet.
        Send now: sends everything at once. If the link breaks it goes on from there; nothing is \
        doubled or lost.
        Returned to you: the district wrote a comment at the question to correct.
        """)
    }
  }
}
