import TerminalKit
import Testing

@testable import FieldTUI

@Suite struct NumberTests {
  @Test(arguments: [
    "30000", "๓๐,๐๐๐", "30,000", "0030000", "-จจจจ", "30 000", "๓๐ ๐๐๐", "-จมจจจ", "+30,000",
    " 30 000 ",
  ])
  func `a number is read in any script and on the Thai number row`(typed: String) throws {
    #expect(try TypedNumber.read(typed, takesFractions: false) == "30000")
  }

  @Test(arguments: [
    ("1,234,567.8", "1234567.8"), (".5", "0.5"), ("๐.๗๕", "0.75"), ("-.5", "-0.5"), ("-0", "0"),
    ("-0.0", "0.0"), ("3.50", "3.50"), ("-ใถ", "3.5"), ("1 234 567.25", "1234567.25"), ("0", "0"),
    ("100,000", "100000"), ("0.1", "0.1"), ("12345678.9", "12345678.9"), ("\u{2212}7", "-7"),
  ])
  func `a decimal is read digit for digit`(typed: String, meant: String) throws {
    #expect(try TypedNumber.read(typed, takesFractions: true) == meant)
  }

  @Test(arguments: [
    "3,5", "0,75", "1,2345", "12,34,567", ",5", "5,", "1,,000", "1234,567", "0,123", "๓,๕", "-ม/",
    "1,5.5", "1 5", "12 34", "1,234 567", "5.", ".", "1.2.3", "1.234,5", "1.5 5", "1e3", "5E2",
    "0x10", "--5", "5-", "1_000", "3.5kg", "", "-", "0.1234567890123456789",
    "99999999999999999999",
  ])
  func `what may mean two things is refused and stays in the field`(typed: String) {
    #expect(throws: FillPhrase.self) { try TypedNumber.read(typed, takesFractions: true) }
    #expect(throws: FillPhrase.self) { try TypedNumber.read(typed, takesFractions: false) }
  }

  @Test func `a comma for a point is answered by what to type`() {
    func why(_ typed: String, takesFractions: Bool) -> String? {
      do throws(FillPhrase) {
        _ = try TypedNumber.read(typed, takesFractions: takesFractions)
        return nil
      } catch {
        return error.text(in: .english)
      }
    }
    #expect(why("3,5", takesFractions: true)?.hasPrefix("Type 3.5, not 3,5") == true)
    #expect(why("๐,๗๕", takesFractions: true)?.hasPrefix("Type 0.75, not 0,75") == true)
    // A point would not be taken there either.
    #expect(why("1,5", takesFractions: false)?.contains("1.5") == false)
    #expect(why("30 00", takesFractions: false)?.hasPrefix("A space") == true)
    #expect(why("5.", takesFractions: true)?.contains("after the point") == true)
  }

  private func form(_ type: String) throws -> Survey {
    try SmallForm.survey(
      record: "<n/>", binds: #"<bind nodeset="/data/n" type="\#(type)"/>"#,
      body: #"<input ref="/data/n"><label>จำนวน</label></input>"#)
  }

  @Test(arguments: ["2147483648", "-2147483649", "99,999,999,999"])
  func `what a whole number has no room for is refused with the reason`(typed: String) throws {
    var survey = try form("int")
    survey.answer(typed)
    #expect(survey.value("n") == "")
    #expect(survey.text.contains("2,147,483,647"))
    #expect(survey.model.editor.typed?.field.text == typed)
  }

  @Test(arguments: [
    ("3.5", "3.5"), ("12,345,678", "12345678"), ("0.0001", "0.0001"), ("5", "5"),
    ("-1234567.5", "-1234567.5"), ("100000000000", "100000000000"),
  ])
  func `a decimal reads back as the text that was typed`(typed: String, shown: String) throws {
    var survey = try form("decimal")
    survey.answer(typed)
    let kept = survey.value("n")
    survey.press(.escape)
    survey.model.jump(to: "/data/n")
    #expect(survey.model.editor.typed?.field.text == shown)
    survey.press(.enter)
    #expect(survey.value("n") == kept, "passing by changes nothing")
  }

  @Test func `a range refuses a comma for a point too`() throws {
    var survey = try SmallForm.survey(
      record: "<n/>", binds: #"<bind nodeset="/data/n" type="decimal"/>"#,
      body: #"<range ref="/data/n" start="0" end="50" step="0.5"><label>ปวด</label></range>"#)
    survey.answer("3,5")
    #expect(survey.value("n") == "")
    #expect(survey.text.contains("3.5 ไม่ใช่ 3,5"))
  }

  @Test(arguments: [
    ("1.2345678E7", "12345678"), ("1.0E-4", "0.0001"), ("10.0", "10"), ("-2.5E-3", "-0.0025"),
    ("3.25", "3.25"), ("12", "12"), ("Eden", "Eden"), ("1E999999", "1E999999"), ("0.0", "0"),
  ])
  func `a number of a record is shown as people write it`(value: String, shown: String) {
    #expect(PlainNumber.text(value) == shown)
  }
}
