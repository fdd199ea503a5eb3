import SurveyForms
import Testing

/// Moving a draft to a newer version of its form.
@Suite struct MovingTests {
  private static let old = """
    | type                             | name     | relevant        | count |
    | text                             | name     |                 |       |
    | integer                          | age      |                 |       |
    | text                             | job      | ${age} >= 15    |       |
    | select_one card sso none         | right    |                 |       |
    | select_multiple water rice cloth | needs    |                 |       |
    | text                             | remark   |                 |       |
    | begin repeat                     | person   |                 |       |
    | text                             | nick     |                 |       |
    | end repeat                       | person   |                 |       |
    """

  private func filled() throws -> FormSession {
    var scenario = try Scenario(Self.old)
    for (path, text) in [
      ("name", "กิ่งแก้ว"), ("age", "47"), ("job", "ค้าขาย"), ("right", "sso"), ("needs", "water rice"),
      ("remark", "บ้านเช่า"), ("person[1]/nick", "แก้ว"),
    ] {
      try scenario.answer(path, text)
    }
    try scenario.session.addRepeat("/data/person")
    try scenario.answer("person[2]/nick", "กล้า")
    return scenario.session
  }

  private func move(to table: String) throws -> FormMove {
    try filled().moved(to: Scenario(table).session.definition)
  }

  private func short(_ answers: [FormMove.Answer]) -> [String: FormMove.Reason?] {
    Dictionary(uniqueKeysWithValues: answers.map { (String($0.path.dropFirst(6)), $0.reason) })
  }

  @Test func `a version that asks the same keeps everything, and the record's identity`() throws {
    let before = try filled()
    let move = try move(to: Self.old)
    #expect(move.kept.count == 8 && move.changed.isEmpty && move.lost.isEmpty)
    #expect(move.added.isEmpty)
    #expect(move.session.draft() == before.draft())
  }

  @Test func `what is gone, of another kind or no longer offered is lost, and said why`() throws {
    let move = try move(
      to: """
        | type                       | name   | relevant | count |
        | integer                    | name   |          |       |
        | integer                    | age    |          |       |
        | text                       | job    | ${age} >= 60 | |
        | select_one card none       | right  |          |       |
        | select_multiple water cloth | needs |          |       |
        | text                       | nick   |          |       |
        | text                       | income |          |       |
        """)
    #expect(
      short(move.lost) == [
        "name": .otherKind, "right": .notOffered, "remark": .noQuestion,
        "person[1]/nick": .noQuestion, "person[2]/nick": .noQuestion,
      ])
    #expect(short(move.changed) == ["needs": .otherValue, "job": .hidden])
    #expect(short(move.kept) == ["age": nil])
    #expect(move.session.value("/data/needs") == "water")
    #expect(move.session.value("/data/job") == "ค้าขาย", "hidden, and there if it is asked again")
    #expect(move.added == ["/data/nick", "/data/income"])
  }

  @Test func `an answer follows its question into another group`() throws {
    let move = try move(
      to: """
        | type         | name    | relevant | count |
        | begin group  | about   |          |       |
        | text         | name    |          |       |
        | text         | age     |          |       |
        | end group    | about   |          |       |
        """)
    #expect(short(move.changed) == ["name": .otherPlace, "age": .otherPlace])
    #expect(move.session.value("/data/about/name") == "กิ่งแก้ว")
    #expect(move.session.value("/data/about/age") == "47")
  }

  @Test func `a repeat that became one question keeps the first of its answers`() throws {
    let move = try move(
      to: """
        | type        | name   | relevant | count |
        | begin group | person |          |       |
        | text        | nick   |          |       |
        | end group   | person |          |       |
        """)
    #expect(move.session.value("/data/person/nick") == "แก้ว")
    #expect(short(move.lost)["person[2]/nick"] == .some(.noInstance))
  }

  @Test func `a record of another form is not moved`() throws {
    let other = try #require(Forms.affectedPerson)
    #expect(throws: DraftProblem.self) { try filled().moved(to: other) }
  }

  /// Random versions of a form, random answers: whatever comes, nothing gets lost unsaid.
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `every answer is kept, changed or lost, exactly once, and none is made up`(
    seed: UInt64
  ) throws {
    var dice = Dice(seed: seed)
    var scenario = try Scenario(RandomTable(&dice).text)
    for item in scenario.session.sections().flatMap(\.items) where !item.question.isNote {
      // A question that an earlier answer hid, or that does not take this one, stays empty.
      _ = try? scenario.session.answer(item.path, RandomTable.answer(to: item.question, &dice))
    }
    let before = scenario.session
    let after = try Scenario(RandomTable(&dice).text).session.definition
    let move = try before.moved(to: after)

    let all = move.kept + move.changed + move.lost
    let answered = Set(all.map(\.path))
    #expect(answered.count == all.count)
    for item in before.sections().flatMap(\.items) where !before.value(item.path).isEmpty {
      #expect(answered.contains(item.path), "\(item.path)")
    }
    for answer in move.kept {
      #expect(move.session.value(answer.newPath ?? "") == before.value(answer.path))
    }
    #expect(
      move.lost.allSatisfy { $0.newPath == nil } && move.changed.allSatisfy { $0.newPath != nil })
    let places = Set((move.kept + move.changed).compactMap(\.newPath))
    for item in move.session.sections().flatMap(\.items)
    where !move.session.value(item.path).isEmpty {
      #expect(places.contains(item.path), "\(item.path) was answered by nobody")
    }
    #expect(before.draft() == scenario.session.draft(), "the old record stays as it was")
    let reopened = try FormSession(
      after, draft: move.session.draft(), environment: Forms.environment)
    #expect(reopened.draft() == move.session.draft(), "it is a draft of the new version")
  }
}

/// A sheet of some questions of the same few names, of any kind and in any group.
private struct RandomTable {
  var text = "| type | name | relevant | count |\n"

  init(_ dice: inout Dice) {
    var names = ["name", "age", "job", "right", "needs", "remark", "phone"].shuffled(using: &dice)
    func add(_ count: Int, _ dice: inout Dice) {
      for _ in 0..<count {
        guard let name = names.popLast() else { return }
        text += "| \(Self.types.randomElement(using: &dice) ?? "text") | \(name) | | |\n"
      }
    }
    add(2, &dice)
    let kind = Bool.random(using: &dice) ? "group" : "repeat"
    text += "| begin \(kind) | part | | |\n"
    add(2, &dice)
    text += "| text | always | | |\n| end \(kind) | part | | |\n"
    add(2, &dice)
  }

  private static let types = [
    "text", "integer", "decimal", "date", "select_one card sso none", "select_one card other",
    "select_multiple water rice cloth", "select_multiple water card",
  ]

  static func answer(to question: Question, _ dice: inout Dice) -> String {
    ["12", "3.5", "2020-04-10", "card", "sso", "water", "water rice", "กิ่งแก้ว"]
      .randomElement(using: &dice) ?? ""
  }
}

private struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
