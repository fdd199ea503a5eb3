import SyncProtocol
import TerminalKit

@testable import FieldTUI

/// Made-up records for the tests of an officer's screens.
enum OfficerSamples {
  /// 15 April 2563 in Thailand, and so many hours later.
  static func time(_ hours: Int64) -> Timestamp {
    Timestamp(milliseconds: 1_586_908_800_000 + hours * 3_600_000)
  }

  static func id(_ number: Int) -> RecordID {
    let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(number / 256), UInt8(number % 256)]
    guard let id = RecordID(bytes: bytes) else {
      preconditionFailure("sixteen bytes make an identity")
    }
    return id
  }

  static func revision(_ number: UInt8) -> RevisionHash {
    guard let hash = RevisionHash(bytes: [UInt8](repeating: number, count: 16)) else {
      preconditionFailure("sixteen bytes make an identity")
    }
    return hash
  }

  static func row(
    _ number: Int, _ name: String, moo: Int = 1, state: ReviewState = .received,
    warnings: Int = 0, mayBeDouble: Bool = false, pending: Decision? = nil, hours: Int64 = 0,
    unsettled: Standing? = nil, refusal: Problem? = nil, isDamaged: Bool = false
  ) -> QueueRow {
    QueueRow(
      id: id(number), revision: revision(1),
      village: AreaCode("4712010\(moo)") ?? .nation,
      place: Label("ม.\(moo) พังโคน", "Moo \(moo) Phang Khon"), name: name,
      received: time(hours), state: state, pending: pending, warnings: warnings,
      mayBeDouble: mayBeDouble, unsettled: unsettled, refusal: refusal, isDamaged: isDamaged)
  }

  static let rows = [
    row(1, "สมชาย ใจดี (12)", hours: 2),
    row(2, "สมหญิง รักถิ่น (7/1)", moo: 2, warnings: 2, hours: 1),
    row(3, "น้ำฝน แสนสุข (45)", moo: 2, state: .resubmitted, hours: 9),
    row(4, "บุญมี ทองคำ (3)", moo: 3, warnings: 1, mayBeDouble: true, hours: 3),
    row(5, "จันทร์เพ็ญ ศรีสุข (88)", state: .verified),
    row(6, "ทองใบ พูนผล (19)", moo: 3, state: .returned),
    row(7, "คำแพง วงศ์ไทย (21/4)", pending: .verify),
    row(8, "อุทัย เรืองศรี (60)", state: .rejected),
  ]

  private static func text(_ thai: String, _ english: String? = nil) -> RecordReading.Value {
    .text(Label(thai, english ?? thai))
  }

  /// A record that was sent back once, corrected, and has something to look at.
  static func reading(
    _ row: QueueRow = row(3, "น้ำฝน แสนสุข (45)", moo: 2, state: .resubmitted, warnings: 1, hours: 9),
    isChanged: Bool = true, warns: Bool = true
  ) -> RecordReading {
    RecordReading(
      row: row, author: "ประเสริฐ มั่นคง",
      sections: [
        RecordReading.Section(
          title: Label("๑ ข้อมูลส่วนตัว", "1 Personal details"),
          answers: [
            RecordReading.Answer(
              path: "/data/q1/first_name", label: Label("ชื่อตัว", "First name"),
              value: text("น้ำฝน")),
            RecordReading.Answer(
              path: "/data/q1/citizen_id",
              label: Label("เลขบัตรประจำตัวประชาชน", "Citizen ID number"),
              value: .nationalID("1-0000-00001-01-3")),
            RecordReading.Answer(
              path: "/data/q1/age", label: Label("อายุ (ปี)", "Age in years"), value: text("41"),
              former: isChanged ? text("14") : nil),
          ]),
        RecordReading.Section(
          title: Label("๒ สิทธิจากรัฐ", "2 State entitlement"),
          answers: [
            RecordReading.Answer(
              path: "/data/q2/rights",
              label: Label("มีสิทธิจากรัฐ (เลือกได้เพียงข้อเดียว)", "State entitlement (choose one)"),
              value: text("ประกันสังคม ม.39/40", "Social security section 39/40"),
              former: isChanged ? text("ไม่มีสิทธิข้างต้น", "None of the above") : nil),
            RecordReading.Answer(
              path: "/data/certify/survey_date", label: Label("วันที่สำรวจ", "Day of the survey"),
              value: text("วันศุกร์ที่ 10 เมษายน 2563", "Friday 10 April 2563 BE")),
          ]),
      ],
      warnings: warns
        ? [
          RecordReading.Warning(
            path: "/data/q3/warn_sso33",
            text: Label(
              "คำเตือน: ข้อ ๒ ตอบว่ามีประกันสังคม ม.33 แต่ข้อ ๓ ตอบว่าไม่มี โปรดตรวจสอบ",
              "Warning: item 2 says section 33, item 3 says not. Please check."))
        ] : [],
      earlier: isChanged
        ? DecisionBody(
          reasons: [.implausible],
          comments: [
            QuestionComment(path: "/data/q1/age", text: "อายุ 14 ปี แต่ทำงานแล้ว โปรดดูบัตรอีกครั้ง")
          ]) : nil,
      doubles: [])
  }

  static func grid(_ rows: Int, _ columns: Int) -> Grid {
    Grid(size: Size(rows: rows, columns: columns))
  }
}
