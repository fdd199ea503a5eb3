import TerminalKit
import Testing

@testable import FieldTUI

/// How many keys a whole survey costs beyond the characters of its answers.
///
/// Everything from the menu to the finished record counts: choosing, going on, looking for places.
/// Only what stands in the record as it was typed does not.
@Suite struct KeyCountTests {
  private struct Typist {
    var survey: Survey
    /// The key that chose "new survey" on the menu.
    var extra = 1
    var characters = 0

    init() throws { survey = try #require(Survey()) }

    /// Types an answer and goes on.
    mutating func write(_ path: String, _ text: String) {
      expect(path)
      characters += text.unicodeScalars.count
      for key in keys(text) { survey.press(key) }
      press(.enter)
    }

    /// Presses keys that are no part of an answer.
    mutating func press(_ keys: Key...) {
      extra += keys.count
      for key in keys { survey.press(key) }
    }

    /// Chooses by a digit, or looks for a place and takes it.
    mutating func choose(_ path: String, _ text: String, thenEnter: Bool = false) {
      expect(path)
      for key in keys(text) { press(key) }
      if thenEnter { press(.enter) }
    }

    mutating func pass(_ path: String) {
      expect(path)
      press(.enter)
    }

    private func expect(_ path: String) { #expect(survey.place == "/data/" + path) }
  }

  /// A made-up person who came back from Bangkok and was laid off: every question that the paper asks
  /// is answered, the card's address is in another district, five needs are ranked.
  private func fullSurvey() throws -> Typist {
    var typist = try Typist()
    typist.choose("grp/affected_group", "1")
    typist.write("grp/thaiqm_ref", "TQ-0000123")
    typist.choose("q1/title", "3")
    typist.write("q1/first_name", "สมหญิง")
    typist.write("q1/last_name", "รักเรียน")
    typist.write("q1/phone", "0800000001")
    typist.pass("q1/has_citizen_id")
    typist.write("q1/citizen_id", "1000000001021")
    typist.write("q1/age", "34")
    typist.write("q1/house_no", "45/2")
    typist.write("q1/road", "นิตโย")
    typist.write("q1/soi", "3")
    typist.choose("q1/addr_here", "2")
    typist.write("q1/moo", "7")
    typist.choose("q1/addr_province", "วาริ", thenEnter: true)
    typist.pass("q1/postcode")
    typist.choose("q2/rights", "1")
    typist.write("q3/employer", "บริษัท ตัวอย่าง จำกัด")
    typist.write("q3/workplace", "บางนา")
    typist.choose("q3/work_province", "กรุง", thenEnter: true)
    typist.choose("q3/impact", "1")
    typist.choose("q5/registered", "1")
    typist.write("q5/registered_on", "10/4/2563")
    // Living allowance, relief pack, debt pause, lower bills, other.
    typist.press(.character(" "), .character(" "), .down, .down, .down, .character(" "))
    typist.press(.down, .character(" "), .end, .character(" "), .enter)
    typist.write("q6/needs_other_text", "นมผงเด็ก")
    typist.write("income/income_day", "450")
    typist.write("income/income_month", "11700")
    typist.choose("certify/certified", "1")
    typist.choose("certify/informant_self", "2")
    typist.write("certify/informant_name", "สมศรี รักเรียน")
    typist.write("certify/survey_date", "20/4/2563")
    typist.choose("certify/paper_signed", "1")
    typist.press(.enter, .enter)
    return typist
  }

  @Test func `a survey with every question answered costs at most 70 keys`() throws {
    let typist = try fullSurvey()
    guard case .finish(let snapshot, let submission, _)? = typist.survey.effects.last else {
      Issue.record("it did not finish")
      return
    }
    #expect(snapshot.problems == 0)
    let record = String(decoding: submission, as: UTF8.self)
    for answer in ["<addr_subdistrict>470601<", "<work_province>10<", "<needs_count>5<"] {
      #expect(record.contains(answer))
    }
    #expect(record.contains("<needs>cash goods debt_pause utility_cut other "))
    #expect(typist.characters > 100)
    #expect(typist.extra <= 70)
    #expect(typist.extra == 53, "the README states it")
  }
}
