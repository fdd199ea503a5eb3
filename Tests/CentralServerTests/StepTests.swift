import Compression
import SQLiteKit
import Sealing
import SyncProtocol
import Testing

@testable import CentralServer

/// What a village does with its records at the centre: it takes them back, and reads them again.
struct StepTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  private func handedIn(
    _ laptop: inout Laptop, _ name: String = "นางสาวมะลิ สุขใจ", _ nationalID: String = ""
  ) throws -> Revision {
    let survey = try laptop.survey(name, nationalID: nationalID)
    #expect(try laptop.sync([.revision(survey)], with: test).refusals == [])
    return survey
  }

  private func audit() throws -> [AuditEntry.Action] {
    let path = test.folder.path + "/centre/centre.sqlite"
    let entries = try Connection(path: path, settings: .centre).rows(
      "SELECT entry FROM audit ORDER BY number"
    ) { WireJSON.decode(AuditEntry.self, from: try $0.blob(0)) }
    return entries.compactMap { $0?.action }
  }

  private let double = DecisionBody(reasons: [.duplicate], note: "ซ้ำ")

  @Test func `a village retracts, everybody hears it, and an officer brings it back`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try handedIn(&village)
    try officer.sync(with: test)
    let answer = try village.sync(
      [.step(village.step(.retract, on: survey, body: double))], with: test)
    #expect(answer.refusals == [] && answer.news.last == "2 retracted")
    #expect(try village.open(#require(answer.events.last)).decision == double)
    #expect(try test.status() == ["47120601 retracted 1"])
    #expect(try audit().last == .retract)
    let heard = try officer.sync(with: test)
    #expect(heard.news == ["2 retracted"])
    #expect(try officer.open(#require(heard.events.last)).decision == double)
    #expect(
      try officer.sync([.decision(officer.decision(.verify, on: survey))], with: test).refusals
        == ["0 decision.forbidden"])
    let why = DecisionBody(note: "ตรวจแล้วไม่ซ้ำ")
    #expect(
      try officer.sync(
        [.decision(officer.decision(.restore, on: survey, body: why))], with: test
      ).refusals == [])
    #expect(try village.sync(with: test).news == ["3 received"])
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `whichever comes first wins, and the other hears why`() throws {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let (first, second) = (try handedIn(&village), try handedIn(&village))
    try officer.sync(with: test)
    try officer.sync([.decision(officer.decision(.verify, on: first))], with: test)
    let refused = try village.sync(
      [.step(village.step(.retract, on: first, body: double))], with: test)
    #expect(refused.refusals == ["0 decision.forbidden"])
    #expect(refused.news.last == "3 verified")
    try village.sync([.step(village.step(.retract, on: second, body: double))], with: test)
    #expect(
      try officer.sync([.decision(officer.decision(.verify, on: second))], with: test).refusals
        == ["0 decision.forbidden"])
    #expect(
      try test.status() == ["47120601 retracted 1", "47120601 verified 1"])
  }

  @Test func `what is sent twice happens once`() throws {
    var village = try Laptop.enrolled(at: test)
    let step = SyncItem.step(
      try village.step(.retract, on: handedIn(&village), body: double))
    #expect(try village.sync([step], with: test).refusals == [])
    let again = try village.sync([step, step], with: test)
    #expect(again.refusals == [] && again.events.isEmpty)
    #expect(try audit().count { $0 == .retract } == 1)
  }

  @Test func `a retraction names the newest revision, a reason, and a record of the village`()
    throws
  {
    var village = try Laptop.enrolled(at: test)
    var neighbour = try Laptop.enrolled(at: test, in: "47120602")
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let first = try handedIn(&village)
    let second = try village.survey(id: first.header.id, parents: [first.identity])
    try village.sync([.revision(second)], with: test)
    let items: [(inout Laptop) throws -> SyncResponse] = [
      { try $0.sync([.step($0.step(.retract, on: first, body: double))], with: test) },
      { try $0.sync([.step($0.step(.retract, on: second))], with: test) },
      {
        let empty = DecisionBody(reasons: [.other], note: " ")
        return try $0.sync([.step($0.step(.retract, on: second, body: empty))], with: test)
      },
      {
        let foreign = DecisionBody(reasons: [.outOfArea])
        return try $0.sync([.step($0.step(.retract, on: second, body: foreign))], with: test)
      },
      { try $0.sync([.step($0.step(.retract, on: $0.survey(), body: double))], with: test) },
    ]
    let refusals = try items.map { try $0(&village).refusals }
    #expect(
      refusals == [
        ["0 decision.stale"], ["0 decision.missing-reason"], ["0 decision.missing-reason"],
        ["0 decision.missing-reason"], ["0 decision.unknown-record"],
      ])
    let step = try neighbour.step(.retract, on: second, body: double)
    #expect(try neighbour.sync([.step(step)], with: test).refusals == ["0 item.out-of-area"])
    let officers = try officer.step(.retract, on: second, body: double)
    #expect(try officer.sync([.step(officers)], with: test).refusals == ["0 item.not-allowed"])
    #expect(try test.status() == ["47120601 resubmitted 1"])
  }

  @Test func `a retracted record is nobody's double, and comes back as one`() throws {
    var village = try Laptop.enrolled(at: test)
    var other = try Laptop.enrolled(at: test, in: "47120602")
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try handedIn(&village, "ก", "0000000000019")
    _ = try handedIn(&other, "ข", "0000000000019")
    try officer.sync(with: test)
    try village.sync([.step(village.step(.retract, on: survey, body: double))], with: test)
    let news = try officer.sync(with: test).events
    let others = try news.filter { $0.record != survey.header.id }.map { try officer.open($0) }
    #expect(others.count == 1 && others.first?.duplicateOf == nil)
    let why = DecisionBody(note: "ใช้รายนี้")
    try officer.sync([.decision(officer.decision(.restore, on: survey, body: why))], with: test)
    let back = try officer.sync(with: test).events + news
    #expect(!back.isEmpty)
  }

  @Test func `a step that a later version adds is unknown, and holds up no other item`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try handedIn(&village)
    let step = try village.step(.retract, on: survey, body: double)
    let text = String(decoding: try #require(SyncItem.step(step).frame).bytes, as: UTF8.self)
    #expect(text.contains("\"retract\""))
    let request = SyncRequest.bytes(village.hello(), items: [])
    var line = try #require(SyncItem.step(step).frame).bytes
    let word = Array("\"retract\"".utf8)
    let range = try #require(line.firstRange(of: word))
    line.replaceSubrange(range, with: Array("\"transfr\"".utf8))
    let read = try SyncRequest(reading: request + line)
    #expect(read.items == [.unreadable(.unknownKind)])
  }

  @Test func `a laptop of before reads a retraction as a rejection, and a new one as what it is`()
    throws
  {
    var village = try Laptop.enrolled(at: test)
    let survey = try handedIn(&village)
    let answer = try village.sync(
      [.step(village.step(.retract, on: survey, body: double))], with: test)
    let event = try #require(answer.events.last)
    struct OldLine: Codable { var state: String }
    #expect(event.frame.decode(OldLine.self)?.state == "rejected")
    #expect(event.state == .retracted)
  }
}

/// Texts that are given back to who wrote them.
extension StepTests {
  private func text(_ copy: RecordCopy?, for laptop: Laptop) throws -> CopyBody {
    let copy = try #require(copy)
    #expect(SigningKeys.verify(copy.signature, of: copy.signedBytes, by: laptop.centreSign))
    let person = try #require(laptop.people.first { $0.number == copy.recipient })
    let json = try Zstandard.decompress(person.box.open(copy.box), limit: 1 << 20)
    return try #require(WireJSON.decode(CopyBody.self, from: json))
  }

  @Test func `an author is given the text of a record back, sealed, and it is logged`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try handedIn(&village)
    let step = SyncItem.step(try village.step(.copy, on: survey))
    let answer = try village.sync([step], with: test)
    #expect(answer.refusals == [] && answer.copies.count == 1)
    let body = try text(answer.copies.first, for: village)
    #expect(body.xml.contains("นางสาวมะลิ สุขใจ") && body.title == "นางสาวมะลิ สุขใจ")
    #expect(body.form == FormName(id: "affected_person", version: "2026112101"))
    #expect(try audit().last == .giveCopy)
    // The answer got lost.
    #expect(try village.sync([step], with: test).copies.count == 1)
    #expect(try audit().count { $0 == .giveCopy } == 1)
    #expect(try test.status() == ["47120601 received 1"])
  }

  @Test func `a neighbour reads it only once its author has no laptop left`() throws {
    var author = try Laptop.enrolled(at: test)
    var successor = try Laptop.enrolled(at: test, name: "นางมาลี")
    var stranger = try Laptop.enrolled(at: test, in: "47120602")
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    let survey = try handedIn(&author)
    func ask(_ laptop: inout Laptop) throws -> SyncResponse {
      try laptop.sync([.step(laptop.step(.copy, on: survey))], with: test)
    }
    #expect(try ask(&successor).refusals == ["0 item.not-allowed"])
    #expect(try ask(&stranger).refusals == ["0 item.out-of-area"])
    #expect(try ask(&officer).refusals == ["0 item.not-allowed"])
    try test.centre.storage.revoke(
      author.number, asked: .keeper, at: test.centre.ambient.now())
    let refused = try ask(&author)
    #expect(refused.refusals == ["0 item.not-allowed"] && refused.copies.isEmpty)
    let answer = try ask(&successor)
    #expect(answer.refusals == [])
    #expect(try text(answer.copies.first, for: successor).title == "นางสาวมะลิ สุขใจ")
  }

  @Test func `nobody is given more than sixty texts in a day`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try handedIn(&village)
    let steps = try (0...Intake.mostCopies).map { _ in
      test.clock.advance(seconds: 1)
      return SyncItem.step(try village.step(.copy, on: survey))
    }
    let answer = try village.sync(steps, with: test)
    #expect(answer.copies.count == Intake.mostCopies)
    #expect(answer.refusals == ["\(Intake.mostCopies) request.too-soon"])
    test.clock.advance(hours: 25)
    #expect(try village.sync([#require(steps.last)], with: test).copies.count == 1)
  }

  @Test func `a laptop is told which of its items are not here`() throws {
    var village = try Laptop.enrolled(at: test)
    let survey = try handedIn(&village)
    let here = try #require(ItemHash(bytes: survey.identity.bytes))
    let missing = try #require(ItemHash(bytes: [UInt8](repeating: 3, count: 16)))
    var hello = village.hello()
    #expect(try village.sync(with: test).reply.lacks == nil)
    hello.asks = [here, missing]
    let request = village.signed(
      try Zstandard.compress(SyncRequest.bytes(hello, items: [])))
    let response = test.router.response(to: request)
    #expect(try village.accept(response.body, for: request).reply.lacks == [missing])
  }

  @Test func `who called it a double says of whom, and of another village only that there is one`()
    throws
  {
    var village = try Laptop.enrolled(at: test)
    var other = try Laptop.enrolled(at: test, in: "47120602")
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712")
    _ = try handedIn(&village, "นายเดิม", "0000000000019")
    _ = try handedIn(&other, "นายไกล", "0000000000019")
    let survey = try handedIn(&village, "นายซ้ำ", "0000000000019")
    try officer.sync(with: test)
    try officer.sync(
      [.decision(officer.decision(.return, on: survey, body: double))], with: test)
    let event = try #require(try village.sync(with: test).events.last)
    let body = try village.open(event)
    #expect(
      body.doubleOf == [
        DoubleHint(title: "นายเดิม", state: .received), DoubleHint(title: nil, state: nil),
      ])
    #expect(body.doubleOf?.map(\.isElsewhere) == [false, true])
    #expect(body.office == Mandate(role: .district, area: try #require(AreaCode("4712"))))
    #expect(body.duplicateOf == nil)
  }
}
