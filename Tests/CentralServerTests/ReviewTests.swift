import SyncProtocol
import Testing

@testable import CentralServer

/// The life of a record between a village and its officer.
struct ReviewTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  private let unclear = DecisionBody(
    reasons: [.incomplete],
    comments: [QuestionComment(path: "/data/q1/age", text: "โปรดถามอายุอีกครั้ง")])

  @Test func `a record is returned, corrected and verified`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดแดง")
    let first = try village.survey("นายทอง")
    try village.sync([.revision(first)], with: test)
    let received = try officer.open(#require(officer.sync(with: test).events.first))
    #expect(received.title == "นายทอง")
    #expect(received.author == "นายสมชาย ใจดี")
    #expect(received.xml?.contains("นายทอง") == true)

    try officer.sync([.decision(officer.decision(.return, on: first, body: unclear))], with: test)
    let returned = try #require(village.sync(with: test).events.first)
    #expect(returned.state == .returned)
    #expect(returned.by == "ปลัดแดง")
    let body = try village.open(returned)
    #expect(body.decision == unclear)
    #expect(body.xml?.contains("นายทอง") == true)

    let second = try village.survey(
      "นายทอง", id: first.header.id, parents: [first.identity])
    let answer = try village.sync([.revision(second)], with: test)
    #expect(answer.news == ["3 resubmitted"])
    try officer.sync([.decision(officer.decision(.verify, on: second))], with: test)
    let news = try village.sync(with: test)
    #expect(news.news == ["4 verified"])
    #expect(news.events[0].payload == [], "the state alone is the news")
    #expect(try test.status() == ["47120601 verified 1"])
    #expect(try test.centre.storage.verifyAudit() == .whole(lines: 8))
  }

  @Test func `a decision on a revision that was replaced is refused`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let first = try village.survey()
    let second = try village.survey(id: first.header.id, parents: [first.identity])
    try village.sync([.revision(first), .revision(second)], with: test)
    let answer = try officer.sync([.decision(officer.decision(.verify, on: first))], with: test)
    #expect(answer.refusals == ["0 decision.stale"])
    #expect(try test.status() == ["47120601 resubmitted 1"])
  }

  @Test func `decisions need a record, an allowed arrow and a reason`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try village.survey()
    try village.sync([.revision(survey)], with: test)
    let answer = try officer.sync(
      [
        .decision(officer.decision(.verify, on: village.survey())),
        .decision(officer.decision(.unverify, on: survey, body: DecisionBody(note: "ผิดคน"))),
        .decision(officer.decision(.return, on: survey)),
        .decision(officer.decision(.reject, on: survey)),
      ], with: test)
    #expect(
      answer.refusals == [
        "0 decision.unknown-record", "1 decision.forbidden", "2 decision.missing-reason",
        "3 decision.missing-reason",
      ])
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `only the officers of the place decide`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try village.survey()
    try village.sync([.revision(survey)], with: test)
    let own = try village.sync([.decision(village.decision(.verify, on: survey))], with: test)
    #expect(own.refusals == ["0 item.not-allowed"])
    var elsewhere = try Laptop.enrolled(at: test, as: .district, in: "4701")
    let far = try elsewhere.sync([.decision(elsewhere.decision(.verify, on: survey))], with: test)
    #expect(far.refusals == ["0 item.out-of-area"])
    #expect(far.news == [], "nor do they hear of it")
    var province = try Laptop.enrolled(at: test, as: .province, in: "47")
    let above = try province.sync([.decision(province.decision(.verify, on: survey))], with: test)
    #expect(above.refusals == ["0 item.not-allowed"])
    #expect(above.news == ["1 received"])
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `a decision that comes again is taken once`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try village.survey()
    try village.sync([.revision(survey)], with: test)
    let verified = SyncItem.decision(try officer.decision(.verify, on: survey))
    try officer.sync([verified], with: test)
    let again = try officer.sync([verified, verified], with: test)
    #expect(again.reply.stored == 2)
    #expect(again.reply.at == 2)
    #expect(again.news == [])
  }

  @Test func `a revision that comes after verification waits for the officer`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let first = try village.survey("นายทอง")
    try village.sync([.revision(first)], with: test)
    try officer.sync([.decision(officer.decision(.verify, on: first))], with: test)

    let late = try village.survey("นายทองคำ", id: first.header.id, parents: [first.identity])
    #expect(try village.sync([.revision(late)], with: test).reply.stored == 1)
    #expect(try test.status() == ["47120601 verified 1"])
    let event = try #require(officer.sync(with: test).events.last)
    #expect(event.state == .verified)
    #expect(event.revision == (try late.identity))
    let body = try officer.open(event)
    #expect(body.standing == .late)
    #expect(body.xml?.contains("นายทองคำ") == true)

    try officer.sync([.decision(officer.decision(.verify, on: late))], with: test)
    let stale = try officer.sync(
      [.decision(officer.decision(.unverify, on: first, body: DecisionBody(note: "x")))],
      with: test)
    #expect(stale.refusals == ["0 decision.stale"], "the adopted revision took its place")
    #expect(try test.status() == ["47120601 verified 1"])
  }

  @Test func `a late version of a rejected record comes with its text and where it stands`() throws
  {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let first = try village.survey("นายทอง")
    try village.sync([.revision(first)], with: test)
    let duplicate = DecisionBody(reasons: [.duplicate])
    try officer.sync([.decision(officer.decision(.reject, on: first, body: duplicate))], with: test)
    let late = try village.survey("นายทองคำ", id: first.header.id, parents: [first.identity])
    try village.sync([.revision(late)], with: test)
    let event = try #require(officer.sync(with: test).events.last)
    #expect(event.state == .rejected && event.standing == .late)
    #expect(event.form == FormName(id: "affected_person", version: "2026112101"))
    #expect(try officer.open(event).xml?.contains("นายทองคำ") == true)
  }

  @Test func `two revisions of the same parent are both kept, and the officer chooses`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let first = try village.survey()
    try village.sync([.revision(first)], with: test)
    try officer.sync([.decision(officer.decision(.return, on: first, body: unclear))], with: test)
    let left = try village.survey("ซ้าย", id: first.header.id, parents: [first.identity])
    let right = try village.survey("ขวา", id: first.header.id, parents: [first.identity])
    try village.sync([.revision(left), .revision(right)], with: test)
    let fork = try officer.open(#require(officer.sync(with: test).events.last))
    #expect(fork.standing == .fork)
    #expect(fork.title == "ขวา")

    let dismissed = DecisionBody(reasons: [.duplicate])
    let answer = try officer.sync(
      [.decision(officer.decision(.reject, on: right, body: dismissed))], with: test)
    #expect(try test.status() == ["47120601 resubmitted 1"], "the other one goes on")
    let kept = try #require(answer.events.last)
    #expect(kept.revision == (try left.identity))
    #expect(try officer.open(kept).xml?.contains("ซ้าย") == true, "the officer reads it again")
    try officer.sync([.decision(officer.decision(.verify, on: left))], with: test)
    #expect(try test.status() == ["47120601 verified 1"])
  }

  @Test func `a parent that comes after its child changes nothing`() throws {
    var village = try Laptop.enrolled(at: test)
    let first = try village.survey()
    let second = try village.survey(id: first.header.id, parents: [first.identity])
    let answer = try village.sync([.revision(second), .revision(first)], with: test)
    #expect(answer.reply.stored == 2)
    #expect(answer.news == ["1 received"])
  }

  @Test func `two records with one national ID mark each other for the officers alone`() throws {
    var near = try Laptop.enrolled(at: test)
    var far = try Laptop.enrolled(at: test, in: "47120602", name: "นางคำ")
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let first = try near.survey("นายทอง", nationalID: "1000000001013")
    try near.sync([.revision(first)], with: test)
    #expect(try officer.open(#require(officer.sync(with: test).events.first)).duplicateOf == nil)

    let second = try far.survey("นายทอง", nationalID: "1000000001013")
    let other = try far.survey("นางแก้ว", nationalID: "1000000002028")
    try far.sync([.revision(second), .revision(other)], with: test)
    let events = try officer.sync(with: test).events
    let marks = try events.map { event in
      (event.record, event.state, try officer.open(event).duplicateOf)
    }
    #expect(marks.map(\.0) == [first.header.id, second.header.id, other.header.id])
    #expect(marks.map(\.1) == [.received, .received, .received])
    #expect(marks.map(\.2) == [[second.header.id], [first.header.id], nil])
    #expect(try near.sync(with: test).news == [], "a village hears nothing of another's records")

    let double = DecisionBody(reasons: [.duplicate])
    try officer.sync(
      [.decision(officer.decision(.reject, on: second, body: double))], with: test)
    officer.cursors = [:]
    let now = try officer.sync(with: test).events.filter { $0.record == first.header.id }
    #expect(try officer.open(#require(now.last)).duplicateOf == nil, "a rejected double is none")
  }
}
