import OfflineStore
import SyncProtocol
import TerminalKit
import ThaiText

@testable import FieldTUI

/// Made-up people and records for the shell's screens.
enum MadeUp {
  /// 10 April 2563, 17:05 in Thailand.
  static let time = Timestamp(milliseconds: 1_586_513_100_000)

  static let head = Person(id: 1, name: "นายตัวอย่าง ทดสอบ", enrolment: nil)
  static let profile = Profile(
    name: "นายตัวอย่าง ทดสอบ", position: "ผู้ใหญ่บ้าน", siteKind: "village",
    area: AreaCode("471201"), moo: 4, villageName: "บ้านโพน")

  static let today = CivilDate(daysSince1970: 18_362)

  static func record(
    _ number: UInt8, _ title: String, _ state: LocalState, problems: Int = 0, comments: Int = 0
  ) -> RecordSummary {
    let ambient = Ambient(now: { time }, random: { Array(repeating: number, count: $0) })
    return RecordSummary(
      id: RecordID(ambient), title: title, formID: "affected_person", formVersion: "1",
      state: state, delivery: state == .ready ? .queued : .none,
      changed: Timestamp(milliseconds: time.milliseconds + Int64(number) * 60_000),
      problems: problems, answered: 20, comments: comments, mayRecall: state == .ready)
  }

  static let records = [
    record(1, "สมมุติ ทดลอง", .draft, problems: 3), record(2, "กำไร น้ำใส", .draft),
    record(3, "ที่รัก ใจดี", .ready), record(4, "แก้ว มั่นคง", .returned, comments: 2),
    record(5, "บุญมี ศรีสุข", .verified), record(6, "ทองดี ผิวงาม", .trashed),
  ]

  /// The same records, with what is known of the people in them.
  static let village = records.enumerated().map { number, record in
    var record = record
    record.card = RecordCard(
      house: number < 2 ? "99/7" : "\(12 + number)", moo: "4", phone: "081234567\(number)",
      nationalID: number == 1 ? "1000000002010" : "1000000001013")
    record.finished = record.state == .draft ? nil : record.changed
    return record
  }

  /// A finished record with a remark, as its author reads it.
  static var reading: ReadingScreen.Model {
    var model = ReadingScreen.Model(village[2], form: "แบบสำรวจผู้ได้รับผลกระทบ COVID-19")
    func answer(_ path: String, _ thai: String, _ english: String, _ value: RecordReading.Value)
      -> RecordReading.Answer
    {
      RecordReading.Answer(path: "/data/" + path, label: Label(thai, english), value: value)
    }
    let person = RecordReading.Section(
      title: Label("ข้อมูลส่วนบุคคล", "The person"),
      answers: [
        answer("name", "ชื่อตัว", "First name", .text(Label("ที่รัก", "ที่รัก"))),
        answer("id", "เลขประจำตัวประชาชน", "National ID", .nationalID("1-0000-00001-01-3")),
        answer("age", "อายุ (ปี)", "Age", .text(Label("63", "63"))),
        answer("road", "ถนน", "Road", .none),
      ])
    let needs = RecordReading.Section(
      title: Label("ความต้องการ", "Needs"),
      answers: [
        answer(
          "needs", "ลำดับความต้องการ", "Needs in order",
          .text(Label("1. เงินเยียวยา\n2. ลดค่าน้ำค่าไฟ", "1. Cash\n2. Lower bills")))
      ])
    let warning = RecordReading.Warning(
      path: "/data/age", text: Label("อายุมากกว่า 60 ปี", "Over 60 years of age"))
    model.text = .here([person, needs], [warning])
    model.remarks = [QuestionComment(path: "/data/age", text: "อายุไม่ตรงกับบัตร")]
    return model
  }

  /// The app with somebody signed in who has these records.
  static func home(_ records: [RecordSummary] = Self.records) -> AppModel {
    var model = AppModel(today: today)
    _ = model.update(.people([head], server: ""))
    _ = model.signIn(head, profile)
    _ = model.update(.records(records, queued: nil))
    return model
  }

  static func screen(
    _ model: AppModel, rows: Int = 24, columns: Int = 80
  ) -> Grid {
    var grid = Grid(size: Size(rows: rows, columns: columns))
    _ = model.view(on: &grid)
    return grid
  }
}

extension AppModel {
  /// Lets somebody in, as after the right passphrase.
  mutating func signIn(_ person: Person, _ profile: Profile, isNew: Bool = false) -> [AppEffect] {
    var door = SignInScreen.Model(people: [person], person: person.id)
    door.isOpening = true
    screen = .signIn(door)
    return update(.signedIn(person, profile, isNew: isNew))
  }

  /// Types a text and says what the app asked for.
  mutating func type(_ text: String) -> [AppEffect] {
    text.unicodeScalars.flatMap { update(.key(.character($0))) }
  }
}
