import FieldTUI
import InstalledForms
import OfflineStore
import SurveyForms
import SyncProtocol

/// Two days of a district with real work in it: three villages, an officer, a centre, made-up people.
struct Rehearsal {
  let folder: String
  let desk: Desk
  let centre: CentreProcess
  var dice: Dice

  /// A village that takes part.
  struct Village {
    var subdistrict: String
    var moo: Int
    var name: String
    var head: String
  }

  static let villages = [
    Village(subdistrict: "470501", moo: 3, name: "โนนสมมุติ", head: "บุญมี ตัวอย่างดี"),
    Village(subdistrict: "470502", moo: 7, name: "หนองทดลอง", head: "ทองใบ ซ้อมขยัน"),
    Village(subdistrict: "470504", moo: 4, name: "ดอนสาธิต", head: "รัตนา ลองทำดู"),
  ]
  static let passphrase = "ซ้อมงานสำรวจพังโคน"
  static let officerName = "ปลัดสมมุติ ตรวจดี"

  /// Everybody's records, by whose they are, for correcting them later.
  private var people: [RecordID: MadeUpPerson] = [:]
  private var serial = 0

  init(folder: String, seed: UInt64, form: InstalledForm) throws {
    self.folder = folder
    // 10 April 2020, 08:00 in Thailand: the day on which recording opened.
    desk = Desk(form: form, seed: seed, start: Timestamp(milliseconds: 1_586_480_400_000))
    dice = Dice(seed: seed)
    centre = try CentreProcess(in: folder)
  }

  /// Plays it all, and returns what is where in the end.
  mutating func run(surveys: Int) async throws -> Outcome {
    var laptops: [Laptop] = []
    for (index, village) in Self.villages.enumerated() {
      laptops.append(try await laptop(of: village, number: index + 1))
    }
    let officer = try await officerLaptop()
    for (index, laptop) in laptops.enumerated() {
      let share = surveys / laptops.count + (index < surveys % laptops.count ? 1 : 0)
      try await fillIn(share, on: laptop)
      try await laptop.sync()
    }
    try await officer.sync()
    let first = try await OfficerAtWork(laptop: officer).decide(share: 85, &dice)
    try await officer.sync()
    for laptop in laptops { try await correct(on: laptop) }
    try await officer.sync()
    let second = try await OfficerAtWork(laptop: officer).decide(share: 60, &dice)
    try await officer.sync()
    for laptop in laptops {
      try await laptop.sync()
      try await leaveWorkForTomorrow(on: laptop)
    }
    return Outcome(
      laptops: laptops + [officer], first: first, second: second,
      status: try centre.ask(["status"], scratch: folder))
  }

  private func laptop(of village: Village, number: Int) async throws -> Laptop {
    let profile = Profile(
      name: village.head, position: "head", siteKind: "village",
      area: AreaCode(village.subdistrict), moo: village.moo, villageName: village.name)
    guard let area = profile.village else { throw Mishap.unusable("a village's code") }
    return try await enrolled("village-\(number)", profile, role: .village, area: area)
  }

  private func officerLaptop() async throws -> Laptop {
    guard let district = AreaCode("4705") else { throw Mishap.unusable("the district's code") }
    return try await enrolled(
      "officer", Profile(name: Self.officerName), role: .district, area: district)
  }

  private func enrolled(
    _ name: String, _ profile: Profile, role: Role, area: AreaCode
  ) async throws -> Laptop {
    let laptop = try await Laptop(
      folder: "\(folder)/\(name)", passphrase: Self.passphrase, profile: profile, desk: desk)
    let slip = try centre.ask(
      ["enrol", "--area", "\(area)", "--role", role.rawValue, "--name", profile.name],
      scratch: folder)
    let code = slip.split(separator: "\n").first.map(String.init) ?? ""
    try await laptop.enrol(code: code, at: centre.address)
    return laptop
  }

  /// Fills in and finishes surveys; one is of somebody whom the first village has as well.
  private mutating func fillIn(_ count: Int, on laptop: Laptop) async throws {
    for number in 0..<count {
      let isDouble = number == count / 3 && !people.isEmpty
      var survey = try await Surveying(on: laptop)
      let person = makePerson(serial: isDouble ? 1 : nil)
      try await survey.answer(person.answers)
      try await survey.finish()
      people[survey.id] = person
    }
  }

  private mutating func makePerson(serial fixed: Int? = nil) -> MadeUpPerson {
    serial += 1
    return MadeUpPerson(serial: fixed ?? serial, today: "2020-04-10", dice: &dice)
  }

  /// Corrects what came back, but for the last one, and sends it.
  private func correct(on laptop: Laptop) async throws {
    try await laptop.sync()
    let returned = try await laptop.store.records(for: laptop.keyring)
      .filter { $0.state == .returned }
    for record in returned.dropLast() {
      guard let person = people[record.id] else { continue }
      var survey = try await Surveying(correcting: record.id, on: laptop)
      try await survey.answer(person.corrections)
      try await survey.finish()
    }
    try await laptop.sync()
  }

  /// Two surveys finished after the sync, and one begun.
  private mutating func leaveWorkForTomorrow(on laptop: Laptop) async throws {
    for isFinished in [true, true, false] {
      var survey = try await Surveying(on: laptop)
      let person = makePerson()
      try await survey.answer(isFinished ? person.answers : Array(person.answers.prefix(7)))
      if isFinished { try await survey.finish() }
      people[survey.id] = person
    }
  }

  /// Fills a new laptop with drafts at every stage of being filled in.
  static func fill(_ folder: String, withDrafts count: Int, at desk: Desk) async throws {
    let profile = Profile(
      name: villages[0].head, position: "head", siteKind: "village",
      area: AreaCode(villages[0].subdistrict), moo: villages[0].moo, villageName: villages[0].name)
    let laptop = try await Laptop(
      folder: folder, passphrase: passphrase, profile: profile, desk: desk)
    var dice = Dice(seed: 1)
    for serial in 1...count {
      let person = MadeUpPerson(serial: serial, today: "2020-04-10", dice: &dice)
      var survey = try await Surveying(on: laptop)
      let known = person.answers.prefix(5 + serial % (person.answers.count - 5))
      try await survey.answer(known, savingEach: false)
    }
  }
}
