import SurveyForms
import Testing

/// What is asked when.
@Suite struct RelevanceTests {
  @Test func `a question appears when the answer it waits for is given`() throws {
    var survey = try Scenario(
      """
      | type    | name | relevant     |
      | integer | age  |              |
      | text    | job  | ${age} >= 15 |
      """)
    #expect(survey.visible == ["age"])
    try survey.answer("age", "20")
    #expect(survey.visible == ["age", "job"])
    try survey.answer("job", "ค้าขาย")
    try survey.answer("age", "9")
    #expect(try survey.written["job"] == nil, "what is not relevant is not sent")
    #expect(survey.value("job") == "ค้าขาย", "but kept, for the age may have been a slip")
    try survey.answer("age", "19")
    #expect(try survey.written["job"] == "ค้าขาย")
  }

  @Test func `what is hidden reads as empty everywhere else`() throws {
    var survey = try Scenario(
      """
      | type      | name   | relevant          | calculate                 |
      | text      | landed |                   |                           |
      | integer   | rai    | ${landed} = 'yes' |                           |
      | calculate | ngan   |                   | coalesce(${rai}, 0) * 4   |
      """)
    try survey.answer("landed", "yes")
    try survey.answer("rai", "12")
    #expect(survey.value("ngan") == "48")
    try survey.answer("landed", "no")
    #expect(survey.value("ngan") == "0")
  }

  @Test func `a group hides all that stands in it`() throws {
    var survey = try Scenario(
      """
      | type        | name   | relevant         | required |
      | text        | farms  |                  |          |
      | begin group | farm   | ${farms} = 'yes' |          |
      | integer     | rai    |                  | true()   |
      | end group   |        |                  |          |
      """)
    #expect(survey.problems == [:])
    try survey.answer("farms", "yes")
    #expect(survey.problems == ["farm/rai": .required(message: nil)])
  }

  @Test func `rules are worked out in the order of what they read, not of the sheet`() throws {
    var survey = try Scenario(
      """
      | type      | name   | calculate        |
      | calculate | total  | ${half} * 2      |
      | calculate | half   | ${amount} div 2  |
      | decimal   | amount |                  |
      """)
    try survey.answer("amount", "300")
    #expect(survey.value("half") == "150")
    #expect(survey.value("total") == "300")
  }
}
