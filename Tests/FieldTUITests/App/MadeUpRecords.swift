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
