import SurveyForms
import Testing

/// The survey of 2020, filled in as a village head does.
@Suite struct AffectedPersonTests {
  @Test func `the form has nothing wrong and speaks two languages`() throws {
    #expect(Forms.read("affected-person").findings == [])
    let form = try #require(Forms.affectedPerson)
    #expect(form.id == "affected_person")
    #expect(form.languages == ["ไทย (th)", "English (en)"])
    #expect(form.questions.count { !$0.isNote } == 48)
    #expect(form.questions.count { $0.isWarning } == 30)
  }

  @Test func `choosing the subdistrict fills in its postcode`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.choosePhangKhon()
    #expect(survey.value("q1/postcode") == "47160")
    try survey.answer("q1/postcode", "10200")
    #expect(survey.warnings == ["q1/warn_postcode"])
    #expect(survey.session.problem(at: "/data/q1/postcode") == nil, "a warning never blocks")
  }

  @Test func `the places of the card are in words while they are taken from the survey area`()
    throws
  {
    var survey = try Scenario.affectedPerson()
    #expect(!survey.visible.contains("q1/card_place"))
    try survey.choosePhangKhon()
    let label = survey.session.label("/data/q1/card_place")
    #expect(label.contains("ต.พังโคน อ.พังโคน จ.สกลนคร"))
    survey.session.language = "English (en)"
    #expect(survey.session.label("/data/q1/card_place").contains("Phang Khon, Phang Khon, Sakon"))
    try survey.answer("q1/addr_here", "no")
    #expect(!survey.visible.contains("q1/card_place"), "then the places are answers of their own")
    try survey.answer("q1/addr_province", "10")
    try survey.answer("q1/addr_district", "1001")
    try survey.answer("q1/addr_subdistrict", "100101")
    #expect(survey.value("q1/card_place_th") == "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร")
  }

  @Test func `the village number is offered with the house number, and never over an answer`()
    throws
  {
    var survey = try Scenario.affectedPerson()
    try survey.choosePhangKhon()
    try survey.answer("site/site_moo", "3")
    #expect(survey.value("q1/moo") == "", "nothing is said of the card yet")
    try survey.answer("q1/house_no", "12/3")
    #expect(survey.value("q1/moo") == "3")
    try survey.answer("q1/moo", "7")
    try survey.answer("q1/house_no", "12/4")
    #expect(survey.value("q1/moo") == "7")
    try survey.answer("q1/addr_here", "no")
    #expect(survey.value("q1/moo") == "7", "what a person typed stays")
    try survey.answer("q1/moo", "")
    try survey.answer("q1/house_no", "12/5")
    #expect(survey.value("q1/moo") == "", "none is offered for another subdistrict")
  }

  @Test func `an offered village number goes with the subdistrict that it is of`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.choosePhangKhon()
    try survey.answer("site/site_moo", "3")
    try survey.answer("q1/house_no", "12/3")
    try survey.answer("q1/addr_here", "no")
    #expect(survey.value("q1/moo") == "")
    try survey.answer("q1/addr_here", "yes")
    #expect(survey.value("q1/moo") == "3")
    try survey.answer("q1/moo", "")
    try survey.answer("q1/house_no", "12/4")
    #expect(survey.value("q1/moo") == "", "who takes the offer away is not asked again")
  }

  @Test func `a number typed before the house stays when the card is of another place`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.choosePhangKhon()
    try survey.answer("site/site_moo", "3")
    try survey.answer("q1/moo", "5")
    try survey.answer("q1/house_no", "12/3")
    try survey.answer("q1/addr_here", "no")
    #expect(survey.value("q1/moo") == "5")
  }

  @Test func `the day of the survey is nobody's guess`() throws {
    let survey = try Scenario.affectedPerson()
    #expect(survey.value("certify/survey_date") == "")
    #expect(survey.problems["certify/survey_date"] != nil)
  }

  @Test func `what a program needs to know of the questions is written on them`() throws {
    let form = try #require(Forms.affectedPerson)
    let missing = QuestionRole.allCases.filter { form.question(of: $0) == nil }
    #expect(missing == [])
    #expect(form.question(of: .nationalID)?.path == "/data/q1/citizen_id")
    #expect(form.questions(of: .noIDReason).map(\.name) == ["no_id_reason", "no_id_reason_text"])
    #expect(form.questions(of: .graveWarning).map(\.name) == ["warn_no_id"])
  }

  @Test func `another province clears the district and the subdistrict at once`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.choosePhangKhon()
    let changes = try survey.session.answer("/data/site/site_province", "10")
    #expect(changes.cleared == ["/data/site/site_district", "/data/site/site_subdistrict"])
    #expect(survey.value("site/site_subdistrict") == "")
    #expect(survey.value("q1/postcode_known") == "")
  }

  @Test func `a district is offered only in its province`() throws {
    var survey = try Scenario.affectedPerson()
    #expect(survey.session.choices("/data/site/site_district") == [])
    try survey.answer("site/site_province", "47")
    #expect(survey.session.choices("/data/site/site_district").count == 18)
    #expect(throws: AnswerProblem.notOffered) { try survey.answer("site/site_district", "1001") }
  }

  @Test func `question 4 is asked only while question 3 is empty`() throws {
    var survey = try Scenario.affectedPerson()
    #expect(survey.problems["q4/other_impact"] != nil)
    try survey.answer("q3/impact", "hours_cut")
    #expect(survey.problems["q4/other_impact"] == nil)
    #expect(!survey.session.isRelevant("/data/q4/other_impact"))
    try survey.answer("q3/impact", "")
    #expect(survey.session.isRelevant("/data/q4/other_impact"))
  }

  @Test func `the ranking is kept in the order of the wishes`() throws {
    var survey = try Scenario.affectedPerson()
    var names = survey.session.choices("/data/q6/needs").map(\.name)
    names.reverse()
    try survey.answer("q6/needs", names.joined(separator: " "))
    #expect(survey.value("q6/needs") == names.joined(separator: " "))
    #expect(survey.problems["q6/needs"] == nil)
    try survey.answer("q6/needs", names.dropLast().joined(separator: " "))
    guard case .constraint(let message) = survey.problems["q6/needs"] else {
      Issue.record("fourteen of fifteen were taken for an order of all")
      return
    }
    #expect(message?.isEmpty == false)
  }

  @Test func `every word changes with the language, in the middle of a record`() throws {
    var survey = try Scenario.affectedPerson()
    #expect(survey.session.label("/data/q1/age") == "อายุ (ปี)")
    #expect(survey.session.choices("/data/q2/rights").first?.label == "ประกันสังคม ม.33")
    survey.session.language = "English (en)"
    #expect(survey.session.label("/data/q1/age") == "Age in years")
    #expect(survey.session.sections().count > 8)
  }

  @Test func `a wrong check digit is kept, and said in the form's words`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.answer("q1/citizen_id", "1000000001014")
    #expect(survey.value("q1/citizen_id") == "1000000001014")
    guard case .constraint(let message) = survey.problems["q1/citizen_id"] else {
      Issue.record("the check digit was not checked")
      return
    }
    #expect(message?.contains("13") == true)
    try survey.answer("q1/citizen_id", "๑-๐๐๐๐-๐๐๐๐๑-๐๑-๓")
    #expect(survey.problems["q1/citizen_id"] == nil)
  }

  @Test func `letters are not an age, and the old one stays`() throws {
    var survey = try Scenario.affectedPerson()
    try survey.answer("q1/age", "61")
    #expect(throws: AnswerProblem.wrongType(.int)) { try survey.answer("q1/age", "หกสิบ") }
    #expect(survey.value("q1/age") == "61")
  }
}

extension Scenario {
  /// Chooses ตำบลพังโคน อำเภอพังโคน จังหวัดสกลนคร.
  fileprivate mutating func choosePhangKhon() throws {
    try answer("site/site_province", "47")
    try answer("site/site_district", "4705")
    try answer("site/site_subdistrict", "470501")
  }
}

extension FormDefinition {
  /// Every question, in the order of the paper.
  var questions: [Question] { body.flatMap(\.questions) }
}

extension FormElement {
  fileprivate var questions: [Question] {
    switch self {
    case .question(let question): [question]
    case .group(let group): group.children.flatMap(\.questions)
    case .repeating(let group): group.children.flatMap(\.questions)
    }
  }
}
