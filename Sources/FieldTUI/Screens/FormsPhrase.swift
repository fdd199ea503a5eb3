import TerminalKit

/// What the menu of forms says, and what is said when one is installed.
enum FormsPhrase: Wording {
  case title, version, reading, stillReading, broken, help, formColumn

  var label: Label {
    switch self {
    case .title: Label("เลือกแบบฟอร์ม", "Choose a form")
    case .version: Label("รุ่น", "version")
    case .reading: Label("กำลังอ่าน…", "being read…")
    case .stillReading:
      Label("กำลังอ่านแบบฟอร์มนี้ รอสักครู่", "This form is still being read. Wait a moment.")
    case .broken: Label("เปิดไม่ได้", "cannot be opened")
    case .formColumn: Label("แบบฟอร์ม", "Form")
    case .help:
      Label(
        """
        เลือกว่าจะกรอกแบบฟอร์มใด พิมพ์ส่วนใดของชื่อเพื่อค้นหา แล้วกด Enter

        แบบฟอร์มที่เปิดไม่ได้บอกสาเหตุไว้ด้านล่าง โปรดแจ้งผู้ที่ส่งแบบฟอร์มมาให้ \
        แบบสำรวจที่กรอกไว้แล้วไม่หาย
        """,
        """
        Choose the form to fill in. Type any part of its name to find it, then press Enter.

        Why a form cannot be opened is said below the list: tell whoever sent it to you. \
        Nothing that was filled in is lost.
        """)
    }
  }
}
