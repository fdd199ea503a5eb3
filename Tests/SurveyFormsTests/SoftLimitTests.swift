import SurveyForms
import Testing

/// What the survey warns of and never blocks: each warning on both sides of its limit.
///
/// Noon of 24 April 2020; the person is of Phang Khon and there is nothing odd about him.
@Suite struct SoftLimitTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let answers: [String]
    /// The warnings that come of them, by their last names.
    let warnings: Set<String>

    init(_ answers: String..., warns warnings: String...) {
      (self.answers, self.warnings) = (answers, Set(warnings))
    }

    var testDescription: String { answers.joined(separator: " ") }
  }

  private static let person = [
    "site/site_kind=village", "site/site_province=47", "site/site_district=4705",
    "site/site_subdistrict=470501", "site/site_moo=3", "grp/affected_group=g2", "q1/title=mr",
    "q1/first_name=สมชาย", "q1/last_name=ใจดี", "q1/phone=0812345678",
    "q1/citizen_id=1000000001013", "q1/age=42", "q1/house_no=12/3", "q2/rights=none",
    "q3/impact=income_down", "q5/registered=no", "q6/needs_count=1", "income/income_day=300",
    "certify/certified=OK", "certify/survey_date=2020-04-24", "certify/paper_signed=yes",
    "surveyor/surveyor_name=สมหมาย ใจดี", "surveyor/surveyor_position=head",
  ]

  private static let cases = [
    Case(),
    // The group, the name.
    Case("grp/affected_group=g1", warns: "warn_no_thaiqm"),
    Case("grp/affected_group=g1", "grp/thaiqm_ref=TQ-1"),
    Case("q1/first_name=สมชาa", warns: "warn_latin_name"),
    Case("q1/last_name=Jaidee", warns: "warn_latin_name"),
    Case("q1/last_name=-"),
    Case("q1/title=other", "q1/title_other=Dr.", warns: "warn_latin_name"),
    Case("q1/title=other", "q1/title_other=พระครู"),
    // The number.
    Case("q1/citizen_id=0000000001015", warns: "warn_alien_id"),
    Case("q1/citizen_id=6000000001014", warns: "warn_alien_id"),
    Case("q1/citizen_id=๗-๐๐๐๐-๐๐๐๐๑-๐๑-๒", warns: "warn_alien_id"),
    Case("q1/citizen_id=8000000001011"),
    Case("q1/citizen_id=1111111111119", warns: "warn_id_filler"),
    Case("q1/citizen_id=1234567890121", warns: "warn_id_filler"),
    Case("q1/citizen_id=1234567890139"),
    Case("q1/citizen_id=1980000001015", warns: "warn_id_province"),
    Case("q1/citizen_id=1470000001010"),
    Case("q1/citizen_id=8980000001012"),
    Case(
      "q1/has_citizen_id=no", "q1/no_id_reason=refused", warns: "warn_no_id"),
    // Age, title, rights.
    Case("q1/age=100"),
    Case("q1/age=101", warns: "warn_old"),
    Case("q1/age=15"),
    Case("q1/age=14", warns: "warn_young", "warn_title_young"),
    Case("q1/title=boy", "q1/age=14", warns: "warn_young"),
    Case("q1/title=girl", "q1/age=15", warns: "warn_title_age"),
    Case("q1/title=other", "q1/title_other=สามเณร", "q1/age=14", warns: "warn_young"),
    Case("q2/rights=sso33", "q1/age=15"),
    Case(
      "q2/rights=sso33", "q1/title=boy", "q1/age=14", warns: "warn_young", "warn_rights_age"),
    Case(
      "q2/rights=sso39_40", "q1/title=boy", "q1/age=14", warns: "warn_young", "warn_rights_age"),
    Case("q2/rights=welfare_card", "q1/age=18"),
    Case("q2/rights=welfare_card", "q1/age=17", warns: "warn_rights_age"),
    Case("q5/registered=yes", "q1/age=18"),
    Case("q5/registered=yes", "q1/age=17", warns: "warn_registered_age"),
    // The postcode.
    Case("q1/postcode=10200", warns: "warn_postcode"),
    Case("q1/postcode="),
    // Work.
    Case("q3/impact=business_closed"),
    Case("q3/impact=business_closed", "q3/employer=ร้าน", warns: "warn_own_business"),
    Case("q3/impact=hours_cut", warns: "warn_no_employer"),
    Case("q3/impact=laid_off_no33", warns: "warn_no_employer"),
    Case("q3/impact=laid_off_no33", "q3/employer=ร้าน"),
    Case(
      "q3/impact=laid_off_no33", "q3/employer=ร้าน", "q2/rights=sso33", warns: "warn_sso33"),
    Case("q3/impact=laid_off_33", "q3/employer=ร้าน", "q2/rights=sso33"),
    Case("q3/impact=laid_off_33", "q3/employer=ร้าน", warns: "warn_no_sso33"),
    // Days.
    Case("q5/registered=yes", "q5/registered_on=2020-03-28"),
    Case(
      "q5/registered=yes", "q5/registered_on=2020-03-27", warns: "warn_registered_early"),
    Case(
      "q5/registered=yes", "q5/registered_on=2007-01-01", warns: "warn_registered_early"),
    Case(
      "q5/registered=yes", "q5/registered_on=2020-04-24"),
    Case(
      "q5/registered=yes", "q5/registered_on=2020-04-24", "certify/survey_date=2020-04-23",
      warns: "warn_registered_late"),
    Case("certify/survey_date=2020-04-10"),
    Case("certify/survey_date=2020-04-09", warns: "warn_before_start"),
    Case("certify/survey_date=2020-02-24", warns: "warn_before_start"),
    Case("certify/survey_date=2020-02-23", warns: "warn_before_start", "warn_old_survey"),
    Case("certify/survey_date=1900-04-24", warns: "warn_before_start", "warn_old_survey"),
    // Income.
    Case("income/income_day=5000"),
    Case("income/income_day=5001", warns: "warn_day_high"),
    Case("income/income_day=50"),
    Case("income/income_day=49", warns: "warn_day_low"),
    Case("income/income_day=1", warns: "warn_day_low"),
    Case("income/income_day=0"),
    Case("income/income_day=", "income/income_month=500"),
    Case("income/income_day=", "income/income_month=499", warns: "warn_month_low"),
    Case("income/income_day=", "income/income_month=4", warns: "warn_month_low"),
    Case("income/income_day=", "income/income_month=0"),
    Case("income/income_day=", "income/income_month=150000"),
    Case("income/income_day=", "income/income_month=150001", warns: "warn_month_high"),
    Case("income/income_day=0", "income/income_month=9000", warns: "warn_unused_zero"),
    Case("income/income_day=300", "income/income_month=0", warns: "warn_unused_zero"),
    Case("income/income_day=0", "income/income_month=0"),
    Case("income/income_day=1000", "income/income_month=31000"),
    Case("income/income_day=1000", "income/income_month=31001", warns: "warn_income"),
    Case("income/income_day=1000", "income/income_month=999", warns: "warn_income"),
    Case("income/income_day=1000", "income/income_month=1000"),
    // Who signed.
    Case("certify/paper_signed=no", warns: "warn_not_signed"),
    Case(
      "certify/informant_self=no", "certify/informant_name=Anna", warns: "warn_latin_informant"),
    Case("certify/informant_self=no", "certify/informant_name=สมศรี ใจดี"),
    Case("surveyor/surveyor_name=Sommai", warns: "warn_latin_surveyor"),
  ]

  private static func answered(_ answers: [String]) throws -> Scenario {
    var survey = try Scenario.affectedPerson()
    let needs = survey.session.choices("/data/q6/needs").map(\.name).joined(separator: " ")
    try survey.answer("q6/needs", needs)
    for answer in person + answers {
      let parts = answer.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      try survey.answer(String(parts[0]), String(parts[1]))
    }
    return survey
  }

  @Test(arguments: cases)
  func `a warning comes where it should, blocks nothing and brings no other`(limit: Case) throws {
    let survey = try Self.answered(limit.answers)
    let names = survey.warnings.compactMap { $0.split(separator: "/").last.map(String.init) }
    #expect(Set(names) == limit.warnings)
    #expect(survey.session.problems().map(\.path) == [])
  }

  @Test func `every warning of the form is made to come`() throws {
    let form = try #require(Forms.affectedPerson)
    let notes = form.questions.filter(\.isWarning).map(\.name)
    #expect(notes.allSatisfy { $0.hasPrefix("warn_") })
    #expect(notes.count == 30)
    #expect(Set(notes) == Set(Self.cases.flatMap(\.warnings)))
  }

  @Test func `a warning says what is odd and what to do, in both languages`() throws {
    var survey = try Self.answered(["q1/age=101", "certify/paper_signed=no"])
    let thai = survey.session.warnings().map(\.text)
    #expect(thai.allSatisfy { $0.hasPrefix("คำเตือน: ") && $0.contains("โปรด") })
    survey.session.language = "English (en)"
    #expect(survey.session.warnings().allSatisfy { $0.text.hasPrefix("Warning: ") })
  }

  @Test(arguments: [
    ("0812345678", "0812345678", ""), ("+66812345678", "0812345678", ""),
    ("+66 (0)81-234-5678", "0812345678", ""), ("66812345678", "0812345678", ""),
    ("(042) 711-461", "042711461", ""), ("๐ ๔๒๗๑ ๑๔๖๑", "042711461", ""),
    ("042-711-461 ต่อ 12", "042711461", "12"), ("042711461 ext. 12", "042711461", "12"),
    ("042711461#๑๒", "042711461", "12"), ("+6642711461 ต่อ 5325", "042711461", "5325"),
  ])
  func `a telephone number is taken as people write it, its extension apart`(
    typed: String, number: String, extension: String
  ) throws {
    let survey = try Self.answered(["q1/phone=" + typed])
    #expect(survey.session.problems().map(\.path) == [])
    #expect(survey.value("q1/phone_norm") == number)
    #expect(survey.value("q1/phone_ext") == `extension`)
  }

  @Test(arguments: [
    "1669", "081234567", "08123456789", "0112345678", "+6681234567", "042711461 ต่อ",
    "042711461 หรือ 0812345678", "ไม่มี",
  ])
  func `what is no telephone number is refused`(typed: String) throws {
    let survey = try Self.answered(["q1/phone=" + typed])
    #expect(survey.session.problems().map(\.path) == ["/data/q1/phone"])
  }
}
