import SurveyForms
import Testing

/// Questions that are asked for every person of a house.
@Suite struct RepeatTests {
  private static let household = """
    | type         | name   | relevant     | calculate           |
    | begin repeat | person |              |                     |
    | text         | name   |              |                     |
    | integer      | age    |              |                     |
    | text         | job    | ${age} >= 15 |                     |
    | end repeat   |        |              |                     |
    | calculate    | eldest |              | max(${age})         |
    | calculate    | count  |              | count(${person})    |
    """

  @Test func `every instance follows its own answers`() throws {
    var survey = try Scenario(RepeatTests.household)
    try survey.session.addRepeat("/data/person")
    try survey.answer("person[1]/age", "61")
    try survey.answer("person[2]/age", "9")
    #expect(
      survey.visible == [
        "person[1]/name", "person[1]/age", "person[1]/job", "person[2]/name", "person[2]/age",
      ])
    #expect(survey.value("eldest") == "61")
    #expect(survey.value("count") == "2")
  }

  @Test func `removing an instance moves the later ones up and counts again`() throws {
    var survey = try Scenario(RepeatTests.household)
    try survey.session.addRepeat("/data/person")
    try survey.answer("person[1]/age", "61")
    try survey.answer("person[2]/age", "9")
    try survey.session.removeRepeat("/data/person[1]")
    #expect(survey.value("person[1]/age") == "9")
    #expect(survey.value("eldest") == "9")
    #expect(throws: AnswerProblem.noSuchQuestion) { try survey.answer("person[2]/age", "1") }
  }

  @Test func `a count makes its instances at once, and keeps what it hides`() throws {
    var survey = try Scenario(
      """
      | type         | name   | count    |
      | integer      | people |          |
      | begin repeat | person | ${people} |
      | text         | name   |          |
      | end repeat   |        |          |
      """)
    try survey.answer("people", "2")
    try survey.answer("person[2]/name", "มาลี")
    try survey.answer("people", "1")
    #expect(survey.visible == ["people", "person[1]/name"])
    try survey.answer("people", "2")
    #expect(survey.value("person[2]/name") == "มาลี")
    #expect(throws: AnswerProblem.notOpen) { try survey.session.addRepeat("/data/person") }
  }

  @Test func `a page says where people can be added`() throws {
    let survey = try Scenario(RepeatTests.household)
    let prompt = try #require(survey.session.sections().first?.repeats.first)
    #expect(prompt == survey.session.sections()[0].repeats[0])
    #expect(prompt.path == "/data/person")
    #expect(prompt.count == 1)
    #expect(prompt.isOpen)
  }
}
