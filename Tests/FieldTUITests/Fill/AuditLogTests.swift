import SurveyForms
import Synchronization
import TerminalKit
import Testing

@testable import FieldTUI

/// The log of how a record is filled in, as ODK Collect's `audit.csv`.
@Suite struct AuditLogTests {
  private static let bind = """
    <bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true" \
    odk:identify-user="true" odk:track-changes-reasons="on-form-edit"/>\
    <bind nodeset="/data/age" type="int" constraint=". &lt; 120"/>
    """

  /// A clock that goes on by one millisecond whenever somebody looks.
  private final class Clock: Sendable {
    private let time = Mutex<Int64>(1_000)
    func tick() -> Int64 {
      time.withLock { time in
        time += 1
        return time
      }
    }
  }

  private func survey(isEdit: Bool = false, bind: String = Self.bind) throws -> Survey {
    var survey = try SmallForm.survey(
      record: "<name/><age/><child><nick/></child><meta><audit/></meta>", binds: bind,
      body: """
        <input ref="/data/name"><label>ชื่อ</label></input>
        <input ref="/data/age"><label>อายุ</label></input>
        <group ref="/data/child"><label>ลูก</label><repeat nodeset="/data/child">
        <input ref="/data/child/nick"><label>ชื่อเล่น</label></input></repeat></group>
        """)
    let clock = Clock()
    let plan = try #require(survey.model.session.definition.audit)
    survey.model.audit = AuditLog(plan, user: "นายสมหมาย ใจดี", isEdit: isEdit) { clock.tick() }
    return survey
  }

  private func file(_ survey: Survey) -> [String] {
    let bytes = survey.model.audit?.file ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The event, the node and the values of every line, without the times.
  private func events(_ survey: Survey) -> [String] {
    file(survey).dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      return ([fields[0], fields[1]] + fields[4...5]).filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  @Test func `questions, repeats, jumps and the end are written as Collect writes them`() throws {
    var survey = try survey()
    survey.press(.home)
    survey.answer("กิ่งแก้ว")
    survey.answer("470")
    survey.press(.control("u"))
    survey.answer("47")
    survey.answer("แก้ว")
    survey.press(.character("1"))
    survey.press(.function(8), .character("2"))
    survey.press(.function(6), .escape)
    survey.press(.function(9))
    survey.press(.enter, .enter)
    #expect(
      events(survey) == [
        "form start", "question /data/name กิ่งแก้ว", "constraint error /data/age",
        "question /data/age 47", "question /data/child[1]/nick แก้ว", "add repeat /data/child",
        "delete repeat /data/child[2]", "question /data/child[2]/nick", "question /data/name",
        "jump", "question /data/name", "end screen", "form save", "form exit", "form finalize",
      ])
    #expect(file(survey)[0] == "event,node,start,end,old-value,new-value,user,change-reason")
    #expect(file(survey)[1] == "form start,,1001,,,,นายสมหมาย ใจดี,")
    guard case .finish(_, let submission, let kept)? = survey.effects.last else {
      Issue.record("the record is not finished")
      return
    }
    #expect(kept == survey.model.audit?.file)
    #expect(String(decoding: submission, as: UTF8.self).contains("<audit>audit.csv</audit>"))
  }

  @Test func `a change of a saved record asks why before it is left, and the reason is written`()
    throws
  {
    var survey = try survey(isEdit: true)
    survey.answer("กิ่ง, \"แก้ว\"")
    survey.press(.escape)
    #expect(survey.text.contains("เหตุผลที่แก้ไข"))
    #expect(!survey.effects.contains(.leave))
    survey.press(.enter)
    #expect(survey.text.contains("พิมพ์เหตุผลก่อน"))
    survey.answer("สะกดผิด")
    #expect(survey.effects.last == .leave)
    let file = file(survey)
    #expect(file[1].hasPrefix("form resume,"))
    #expect(
      file.contains { $0.hasPrefix("question,/data/name,") && $0.contains(#""กิ่ง, ""แก้ว""""#) })
    #expect(file.contains { $0.hasPrefix("change reason,") && $0.hasSuffix(",สะกดผิด") })
    guard case .save(let snapshot)? = survey.effects.dropLast().last else {
      Issue.record("the end of the log is not saved")
      return
    }
    #expect(snapshot.audit.hasSuffix("form exit,,\(snapshot.audit.lastTime),,,,นายสมหมาย ใจดี,\n"))
  }

  @Test func `an answer that was taken back is written as a change`() throws {
    var survey = try survey()
    survey.answer("กิ่งแก้ว")
    survey.press(.function(4))
    #expect(
      file(survey).contains { $0.hasPrefix("question,/data/name,") && $0.contains(",กิ่งแก้ว,,") })
  }

  @Test func `a form that wants no more than the log gets four columns, and places are left out`()
    throws
  {
    let bind =
      #"<bind nodeset="/data/meta/audit" type="binary" odk:location-priority="balanced" "#
      + #"odk:location-min-interval="60" odk:location-max-age="300"/>"#
    let survey = try survey(bind: bind)
    #expect(file(survey)[0] == "event,node,start,end")
    #expect(survey.model.session.definition.audit?.wantsPlaces == true)
  }

  @Test func `a form without an audit is not written down`() throws {
    #expect(try SmallForm.household().model.session.definition.audit == nil)
  }
}

extension String {
  /// The time of the last line.
  fileprivate var lastTime: Substring {
    let fields = split(separator: "\n").last?.split(
      separator: ",", omittingEmptySubsequences: false)
    return fields?[2] ?? ""
  }
}
