import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI
@testable import OfflineStore

/// What `fieldtui doctor` prints.
struct DoctorTextTests {
  private let thai = DoctorText(speech: Speech([.thai]))
  private let english = DoctorText(speech: Speech([.english]))
  private let both = DoctorText(speech: Speech([.thai, .english]))

  @Test func `a finding is a name and a fact, and what to do beneath it`() {
    let finding = DoctorFinding(
      name: Label("ข้อมูลในเครื่อง", "store"), fact: StoreError.inUse(by: 7).fact,
      advice: Label("ปิดหน้าต่างนั้น", "Close that window."))
    #expect(
      thai.line(finding)
        == "ข้อมูลในเครื่อง: เปิดอยู่ในอีกหน้าต่างหนึ่ง (โปรเซส 7)\n  ปิดหน้าต่างนั้น\n")
    #expect(english.line(finding) == "store: in use by process 7\n  Close that window.\n")
    #expect(
      both.line(finding)
        == "store: in use by process 7\n  ปิดหน้าต่างนั้น\n  Close that window.\n")
  }

  @Test func `an action is a time, what was done, who did it and to what`() throws {
    let record = try #require(RecordID("0a0a0a0a-0a0a-4a0a-8a0a-0a0a0a0a0a0a"))
    let action = LoggedAction(
      time: Timestamp(milliseconds: 1_586_484_000_000), kind: .recalled, person: 2, record: record)
    #expect(thai.line(action) == "10/04/2563 09:00 เรียกแบบกลับมาแก้, ผู้ใช้ 2, แบบ \(record)\n")
    #expect(
      english.line(action) == "10/04/2563 09:00 called a record back, person 2, record \(record)\n")
  }

  @Test(arguments: LoggedAction.Kind.allCases)
  func `every action has its Thai, without a letter of English`(kind: LoggedAction.Kind) {
    let action = LoggedAction(time: Timestamp(milliseconds: 0), kind: kind)
    #expect(!thai.line(action).unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII })
    #expect(thai.line(action) != english.line(action))
  }

  @Test func `what a salvage brought is counted, with the way to open it`() {
    var report = SalvageReport()
    (report.people, report.records, report.waiting) = (1, 5, 3)
    #expect(
      thai.lines(report, "/ใหม่") == """
        ผู้ใช้: 1 คน
        แบบสำรวจ: 5 ฉบับ
        รอส่ง: 3 รายการ
        ไฟล์แนบ: 0 ส่วน
        เสียหาย ไม่ได้คัดลอก: 0 รายการ
        ซ่อมแล้ว: 0 รายการ
        โฟลเดอร์ใหม่: /ใหม่
        fieldtui --data /ใหม่

        """)
    #expect(english.lines(report, "/new").hasPrefix("people: 1\nrecords: 5\nwaiting: 3\n"))
  }
}
