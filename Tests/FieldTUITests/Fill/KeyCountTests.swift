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

    private let countsChoices: Bool

    init(countsChoices: Bool = true) throws {
      survey = try #require(Survey())
      self.countsChoices = countsChoices
    }

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
      if !countsChoices {
        extra -= text.unicodeScalars.count
        characters += text.unicodeScalars.count
      }
      if thenEnter { press(.enter) }
    }

    /// Types the numbers of the paper's boxes from top to bottom; their digits are the paper's own.
    mutating func rank(_ boxes: [Int?]) {
      expect("q6/needs")
      for (row, box) in boxes.enumerated() {
        guard let box else {
          press(.down)
          continue
        }
        characters += String(box).count
        for key in keys("\(box)") { survey.press(key) }
        // A 1 waits for a second digit.
        if box == 1, row < boxes.count - 1 { press(.down) }
      }
      press(.tab)
    }

    mutating func pass(_ path: String) {
      expect(path)
      press(.enter)
    }

    private func expect(_ path: String) { #expect(survey.place == "/data/" + path) }
  }

  /// Choices' digits and the letters of places stand on the paper as much as names do.
  @Test func `a paper with fifteen ranks and a correction costs at most 35 keys beyond it`() throws
  {
    var typist = try Typist(countsChoices: false)
    typist.extra = 1
    fill(&typist, ranks: [1, 3, 12, 2, 5, 4, 15, 14, 13, 6, 7, 8, 9, 10, 11], corrects: true)
    guard case .finish(let snapshot, let submission, _)? = typist.survey.effects.last else {
      Issue.record("it did not finish")
      return
    }
    #expect(snapshot.problems == 0)
    let record = String(decoding: submission, as: UTF8.self)
    #expect(record.contains("<needs>cash training goods debt_pause soft_loan plants "))
    #expect(record.contains("<age>34<"))
    #expect(typist.extra <= 35)
    #expect(typist.extra == 29, "the README states it")
  }

  /// A made-up person who came back from Bangkok and was laid off: every question that the paper asks
  /// is answered, the card's address is in another district, five needs are ranked.
  private func fullSurvey() throws -> Typist {
    var typist = try Typist()
    fill(&typist, ranks: [1, 2, nil, nil, nil, 3, nil, 4, nil, nil, nil, nil, nil, nil, 5])
    return typist
  }

  private func fill(_ typist: inout Typist, ranks: [Int?], corrects: Bool = false) {
    typist.choose("grp/affected_group", "1")
    typist.write("grp/thaiqm_ref", "TQ-0000123")
    typist.choose("q1/title", "3")
    typist.write("q1/first_name", "สมหญิง")
    typist.write("q1/last_name", "รักเรียน")
    typist.write("q1/phone", "0800000001")
    typist.pass("q1/has_citizen_id")
    typist.write("q1/citizen_id", "1000000001021")
    if corrects {
      typist.write("q1/age", "43")
      typist.press(.backTab)
    }
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
    typist.rank(ranks)
    typist.write("q6/needs_other_text", "นมผงเด็ก")
    typist.write("income/income_day", "450")
    typist.write("income/income_month", "11700")
    typist.choose("certify/certified", "1")
    typist.choose("certify/informant_self", "2")
    typist.write("certify/informant_name", "สมศรี รักเรียน")
    typist.write("certify/survey_date", "20/4/2563")
    typist.choose("certify/paper_signed", "1")
    typist.press(.enter, .enter)
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
    #expect(typist.extra == 54, "the README states it")
  }
}
