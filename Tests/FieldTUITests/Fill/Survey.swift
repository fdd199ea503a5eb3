import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import ThaiText

@testable import FieldTUI

/// The affected-person form on the screen of a made-up village head of Phang Khon.
struct Survey {
  static let form: FormDefinition? =
    FormReader.read(Country.contents(of: "forms/affected-person/affected-person.xml")) { _ in
      Country.bytes
    }
    .definition

  static let profile = Profile(
    name: "สมหมาย ใจดี", position: "head", siteKind: "village", area: AreaCode("470501"), moo: 3,
    villageName: "บ้านตัวอย่าง", language: "th")

  /// 20 April 2563, 09:00 in Thailand.
  static let environment = SessionEnvironment(
    now: { 1_587_348_000_000 }, random: { Array(repeating: 7, count: 16) })

  var model: FillScreen.Model
  var effects: [FillScreen.Effect] = []
  /// Whether the disk answers every snapshot at once.
  var saves = true

  /// A new record, or nil without the form's files.
  init?(language: Language = .thai, profile: Profile? = Survey.profile) {
    guard let form = Survey.form else { return nil }
    self.init(
      FormSession(form, environment: Survey.environment), language: language, profile: profile,
      isNew: true)
  }

  init?(
    _ session: FormSession, language: Language = .thai, profile: Profile? = Survey.profile,
    isNew: Bool = false, comments: [QuestionComment] = [], former: FormSession? = nil,
    place: String = "", pending: [PendingText] = []
  ) {
    guard let record = RecordID("019da000-0000-7000-8000-000000000001"), let areas = Country.areas
    else { return nil }
    model = FillScreen.Model(
      session: session, record: record, language: language, areas: areas,
      today: CivilDate(daysSince1970: 18_372), profile: profile, isNew: isNew, comments: comments,
      former: former, place: place, pending: pending)
  }

  mutating func press(_ keys: Key...) { for key in keys { press(key, at: nil) } }

  /// Presses a key at a time in milliseconds.
  mutating func press(_ key: Key, at time: Int?) {
    do {
      let new = FillScreen.update(&model, .key(key, at: time))
      effects += new
      for case .save(let snapshot) in new where saves {
        effects += FillScreen.update(&model, .saved(snapshot.number))
      }
    }
  }

  /// Types a text and presses Enter.
  mutating func answer(_ text: String) {
    for key in keys(text) { press(key) }
    press(.enter)
  }

  var place: String { model.entry?.path ?? "" }

  func value(_ path: String) -> String { model.session.value("/data/" + path) }

  func screen(rows: Int = 24, columns: Int = 80) -> Grid {
    var grid = Grid(size: Size(rows: rows, columns: columns))
    _ = FillScreen.view(model, on: &grid)
    return grid
  }

  var text: String {
    let grid = screen()
    return (0..<grid.size.rows).map { GridText.row($0, of: grid) }.joined(separator: "\n")
  }
}
