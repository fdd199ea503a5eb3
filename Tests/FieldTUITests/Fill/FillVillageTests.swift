import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

@testable import FieldTUI

/// What other records on this laptop have to do with the one being filled in.
@Suite struct FillVillageTests {
  private let id = "1000000001013"

  /// A survey whose person has name and house already.
  private func survey() throws -> Survey {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/first_name")
    survey.answer("สมชาย")
    survey.answer("ใจดี")
    survey.model.jump(to: "/data/q1/house_no")
    survey.answer("99/7")
    survey.model.jump(to: "/data/q1/has_citizen_id")
    survey.press(.character("1"))
    survey.model.jump(to: "/data/q1/citizen_id")
    return survey
  }

  private func other(_ state: LocalState, hasSameID: Bool) throws -> SimilarRecord {
    let record = try #require(RecordID("019da000-0000-7000-8000-000000000002"))
    return SimilarRecord(
      record: record, title: "นายสมชาย ใจดี (99/7)", state: state, hasSameID: hasSameID)
  }

  private func lookups(_ survey: Survey) -> [PersonLookup] {
    survey.effects.compactMap { effect in
      if case .lookForSimilar(let lookup) = effect { lookup } else { nil }
    }
  }

  @Test func `a number is looked for at its thirteenth digit, before it is an answer`() throws {
    var survey = try survey()
    for digit in id.dropLast().unicodeScalars { survey.press(.character(digit)) }
    #expect(!lookups(survey).contains { $0.nationalID == id })
    survey.press(.character("3"))
    #expect(survey.value("q1/citizen_id").isEmpty)
    #expect(lookups(survey).last?.nationalID == id)
  }

  @Test func `a number whose check digit is wrong is nobody's`() throws {
    var survey = try survey()
    for digit in "1000000001012".unicodeScalars { survey.press(.character(digit)) }
    #expect(lookups(survey).allSatisfy { $0.nationalID.isEmpty })
  }

  @Test
  func `a double is said beside the number, with whom and in which state, and blocks nothing`()
    throws
  {
    var survey = try survey()
    for digit in id.unicodeScalars { survey.press(.character(digit)) }
    let lookup = try #require(lookups(survey).last)
    let people = SimilarPeople(
      lookup: lookup, own: [try other(.sent, hasSameID: true)], coUsers: ["นางสาวผู้ช่วย ตัวอย่าง"])
    _ = FillScreen.update(&survey.model, .similar(people))
    #expect(survey.text.contains("เลขบัตรนี้มีแล้ว: นายสมชาย ใจดี (99/7) (ส่งถึงแล้ว)"))
    #expect(survey.text.contains("เลขบัตรนี้มีในเครื่องนี้แล้ว โดย นางสาวผู้ช่วย ตัวอย่าง"))
    #expect(try Talking(survey).opening.contains("! อาจซ้ำ เลขบัตรนี้มีแล้ว: นายสมชาย"))
    survey.press(.enter)
    #expect(survey.value("q1/citizen_id") == id, "it was only a warning")
    #expect(survey.model.notice?.text(in: .thai).hasPrefix("อาจซ้ำ") == true, "and is said again")
    survey.press(.function(9))
    #expect(
      survey.model.similarWarnings.map(\.path) == Array(repeating: "/data/q1/citizen_id", count: 2))
    guard case .review(let review) = survey.model.overlay else {
      Issue.record("not the review")
      return
    }
    #expect(review.rows.contains { $0.text.contains("นายสมชาย") && $0.target != nil })
  }

  @Test func `the same name in the same house is said at the house number`() throws {
    var survey = try survey()
    let lookup = try #require(lookups(survey).last)
    #expect(lookup.house == "99/7" && lookup.title.contains("สมชาย"))
    _ = FillScreen.update(
      &survey.model,
      .similar(SimilarPeople(lookup: lookup, own: [try other(.draft, hasSameID: false)])))
    survey.model.jump(to: "/data/q1/house_no")
    #expect(survey.text.contains("ชื่อและบ้านนี้มีแล้ว"))
  }

  @Test func `what was looked for before says nothing about the number that stands there now`()
    throws
  {
    var survey = try survey()
    for digit in id.unicodeScalars { survey.press(.character(digit)) }
    let lookup = try #require(lookups(survey).last)
    survey.press(.backspace)
    _ = FillScreen.update(
      &survey.model,
      .similar(SimilarPeople(lookup: lookup, own: [try other(.sent, hasSameID: true)])))
    #expect(!survey.text.contains("อาจซ้ำ"))
  }

  private let address: HouseAddress = [
    "house-number": "12/3", "road": "ถนนสายตัวอย่าง", "card-moo": "7", "card-is-here": "no",
    "card-province": "47", "card-district": "4701", "card-subdistrict": "470101",
    "postcode": "47000",
  ]

  @Test func `the address of the last record is filled in as one step, which one undo takes back`()
    throws
  {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/house_no")
    let before = survey.model.session.draft()
    survey.press(.function(5))
    #expect(survey.effects.contains(.lastAddress))
    _ = FillScreen.update(&survey.model, .address(address))
    #expect(survey.value("q1/house_no") == "12/3" && survey.value("q1/moo") == "7")
    #expect(survey.value("q1/addr_subdistrict") == "470101")
    #expect(survey.value("q1/postcode") == "47000")
    #expect(survey.model.notice?.text(in: .thai).contains("12/3 · ถนนสายตัวอย่าง") == true)
    survey.press(.function(4))
    #expect(survey.model.session.draft() == before)
  }

  @Test(arguments: [("house_no", "1"), ("road", "ถนนอื่น"), ("moo", "3")])
  func `nothing that stands in an address is overwritten`(question: String, answer: String) throws {
    var survey = try #require(Survey())
    survey.model.jump(to: "/data/q1/\(question)")
    survey.answer(answer)
    let before = survey.model.session.draft()
    _ = FillScreen.update(&survey.model, .address(address))
    #expect(survey.model.session.draft() == before)
    #expect(survey.model.notice?.text(in: .thai) == FillVillagePhrase.addressStands.label.thai)
  }

  @Test func `the key is named only where an address is asked and none stands`() throws {
    var survey = try #require(Survey())
    #expect(!survey.model.mayTakeAddress)
    survey.model.jump(to: "/data/q1/house_no")
    #expect(survey.model.mayTakeAddress)
    survey.answer("5")
    #expect(!survey.model.mayTakeAddress)
    survey.press(.function(5))
    #expect(!survey.effects.contains(.lastAddress))
  }

  @Test func `the next person of a house begins with the address and at the first question`()
    throws
  {
    var survey = try #require(Survey())
    let place = survey.place
    survey.model.beginBeside(address)
    #expect(survey.place == place && survey.value("q1/house_no") == "12/3")
    #expect(survey.model.session.houseAddress == address)
    #expect(survey.model.session.card.house == "12/3")
  }

  @Test func `a card holds what a list may know, in plain digits`() throws {
    var survey = try survey()
    survey.answer(id)
    survey.model.jump(to: "/data/q1/phone")
    survey.answer("๐๘๑-๒๓๔-๕๖๗๘")
    let snapshot = FillScreen.snapshot(of: &survey.model)
    #expect(snapshot.card.nationalID == id && snapshot.card.house == "99/7")
    #expect(snapshot.card.phone == "0812345678")
  }

  @Test func `a form without names calls its records by the first answers, or by its own name`()
    throws
  {
    var survey = try SmallForm.survey(
      record: "<what/><secret/><where/>",
      body: """
        <input ref="/data/what"><label>แหล่งน้ำ</label></input>
        <input ref="/data/secret" appearance="masked"><label>ลับ</label></input>
        <input ref="/data/where"><label>ที่ตั้ง</label></input>
        """)
    #expect(FillScreen.snapshot(of: &survey.model).title == "ครัวเรือน")
    survey.answer("บ่อบาดาล")
    survey.answer("1234")
    survey.answer("หน้าวัด")
    #expect(FillScreen.snapshot(of: &survey.model).title == "บ่อบาดาล · หน้าวัด")
  }
}
