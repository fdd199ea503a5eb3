import OfflineStore
import SurveyForms
import SyncProtocol
import TerminalKit
import Testing

@testable import FieldTUI

struct OfficerReadingTests {
  private let xform = """
    <h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
    <h:head><h:title>ทดลอง</h:title><model>
    <instance><data id="trial" version="1">
    <q1><citizen_id/><no_id_reason/><warn_no_id/><age/><day/></q1><job/><warn_young/>
    </data></instance>
    <bind nodeset="/data/q1/citizen_id" type="string"/>
    <bind nodeset="/data/q1/no_id_reason" type="string"
      relevant="/data/q1/citizen_id = ''"/>
    <bind nodeset="/data/q1/warn_no_id" type="string" readonly="true()"
      relevant="/data/q1/citizen_id = ''"/>
    <bind nodeset="/data/q1/age" type="int"/>
    <bind nodeset="/data/q1/day" type="date"/>
    <bind nodeset="/data/job" type="string" relevant="/data/q1/age &gt;= 15"/>
    <bind nodeset="/data/warn_young" type="string" readonly="true()"
      relevant="/data/q1/age &lt; 15"/>
    </model></h:head><h:body>
    <group ref="/data/q1"><label>ข้อมูลส่วนตัว</label>
    <input ref="/data/q1/citizen_id"><label>เลขบัตร</label></input>
    <select1 ref="/data/q1/no_id_reason"><label>เหตุที่ไม่มีเลข</label>
    <item><label>บัตรหาย</label><value>lost</value></item></select1>
    <input ref="/data/q1/warn_no_id"><label>คำเตือน: ไม่มีเลขบัตร</label></input>
    <input ref="/data/q1/age"><label>อายุ</label></input>
    <input ref="/data/q1/day"><label>วันที่</label></input></group>
    <select1 ref="/data/job"><label>อาชีพ</label>
    <item><label>ทำนา</label><value>rice</value></item></select1>
    <input ref="/data/warn_young"><label>คำเตือน: อายุต่ำกว่า 15 ปี</label></input>
    </h:body></h:html>
    """

  private let environment = SessionEnvironment(
    now: { 1_586_908_800_000 }, random: { [UInt8](repeating: 7, count: 16) })

  private func submission(
    age: Int, job: String?, number: String = "<citizen_id>1000000001013</citizen_id>"
  ) -> [UInt8] {
    let work = job.map { "<job>\($0)</job>" } ?? ""
    return Array(
      """
      <data id="trial" version="1"><q1>\(number)<age>\(age)</age>\
      <day>2020-04-10</day></q1>\(work)</data>
      """.utf8)
  }

  private func reading(_ now: [UInt8], previous: [UInt8]? = nil) throws -> RecordReading {
    let form = try #require(FormReader.read(Array(xform.utf8)) { _ in nil }.definition)
    let entry = QueueEntry(
      id: OfficerSamples.id(1), village: try #require(AreaCode("47120103")), state: .resubmitted,
      revision: OfficerSamples.revision(1), title: "สมชาย ใจดี", author: "ประเสริฐ มั่นคง",
      changed: OfficerSamples.time(0), warnings: [], hasPrevious: previous != nil,
      mayUndo: false)
    let review = OfflineStore.RecordUnderReview(
      entry: entry, submission: now, previous: previous, verdict: nil)
    return try RecordReading(review, form: form, environment: environment, areas: nil)
  }

  @Test func `a record that may be a double names the others, and those it does not have`() throws {
    let form = try #require(FormReader.read(Array(xform.utf8)) { _ in nil }.definition)
    let village = try #require(AreaCode("47120103"))
    let other = QueueEntry(
      id: OfficerSamples.id(2), village: village, state: .verified,
      revision: OfficerSamples.revision(2), title: "สมชาย ใจดี (12)", author: "ประเสริฐ มั่นคง",
      changed: OfficerSamples.time(0), warnings: [], hasPrevious: false, mayUndo: false)
    var entry = other
    entry.id = OfficerSamples.id(1)
    entry.duplicateOf = [other.id, OfficerSamples.id(3)]
    let row = QueueRow(entry, areas: nil)
    #expect(row.mayBeDouble)
    let review = OfflineStore.RecordUnderReview(
      entry: entry, submission: submission(age: 20, job: "rice"), previous: nil, verdict: nil)
    let record = try RecordReading(
      review, form: form, environment: environment, areas: nil,
      queue: [QueueRow(other, areas: nil), row])
    #expect(
      record.doubles.map(\.thai) == [
        "สมชาย ใจดี (12) 47120103 ตรวจแล้ว", "ระเบียนที่เครื่องนี้ไม่มี",
      ])
  }

  @Test func `answers come in the words of the form, days in the Buddhist Era`() throws {
    let record = try reading(submission(age: 20, job: "rice"))
    #expect(record.answers.map { $0.label.thai } == ["เลขบัตร", "อายุ", "วันที่", "อาชีพ"])
    #expect(
      record.answers.map { $0.value.text(in: .thai, revealed: false) } == [
        "x-xxxx-xxxx1-01-3", "20", "วันศุกร์ที่ 10 เมษายน 2563", "ทำนา",
      ])
    #expect(record.answers[2].value.text(in: .english, revealed: false).contains("2563 BE"))
    #expect(record.changes == 0)
    #expect(record.warnings.isEmpty)
  }

  @Test func `what changed stands beside what it was, also what is no longer asked`() throws {
    let record = try reading(
      submission(age: 14, job: nil), previous: submission(age: 20, job: "rice"))
    let changed = record.answers.filter(\.isChanged)
    #expect(changed.map(\.path) == ["/data/q1/age", "/data/job"])
    #expect(changed.map { $0.former?.text(in: .thai, revealed: false) } == ["20", "ทำนา"])
    #expect(changed.last?.value == RecordReading.Value.none)
    #expect(record.warnings.map(\.text.thai) == ["คำเตือน: อายุต่ำกว่า 15 ปี"])
  }

  @Test func `why a person has no number is read before all other warnings`() throws {
    let record = try reading(
      submission(age: 14, job: nil, number: "<no_id_reason>lost</no_id_reason>"))
    #expect(
      record.warnings.map(\.text.thai) == ["คำเตือน: ไม่มีเลขบัตร", "คำเตือน: อายุต่ำกว่า 15 ปี"])
    #expect(record.warnings.map(\.isGrave) == [true, false])
    let lines = ChecksText.lines(record, .thai)
    #expect(lines[1].text == "! คำเตือน: ไม่มีเลขบัตร")
    #expect(lines[2].text == "  เหตุที่ไม่มีเลข: บัตรหาย")
    #expect(lines[2].style == .problem)
  }

  @Test func `the checks say why the centre refused, what to do, and which version this is`() throws
  {
    var record = try reading(submission(age: 20, job: "rice"))
    record.row = OfficerSamples.row(
      1, "สมชาย ใจดี", state: .verified, unsettled: .late, refusal: .staleDecision)
    let text = ChecksText.lines(record, .thai).map(\.text).joined(separator: "\n")
    #expect(text.contains("ศูนย์ไม่รับผลตรวจที่ส่งไป"))
    #expect(text.contains("เปิดแบบฉบับใหม่แล้วตรวจอีกครั้ง"))
    #expect(text.contains("ความเห็นที่เขียนไว้ยังอยู่ครบ"))
    #expect(text.contains("มาถึงหลังจากที่ตัดสินรายนี้แล้ว"))
    #expect(!text.contains("ไม่มีคำเตือน"))
  }

  @Test func `a record of another form is refused`() {
    #expect(throws: DraftProblem.self) {
      try reading(Array("<data id=\"other\" version=\"1\"/>".utf8))
    }
  }

  @Test func `a village is named by its number when the list of areas is missing`() throws {
    let record = try reading(submission(age: 20, job: nil))
    #expect(record.row.place.thai == "47120103")
  }
}
