import Sealing
import SyncProtocol
import Testing

@testable import CentralServer

/// Certificates, and laptops that were lost.
struct LaptopsTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  /// Asks for the laptops of the officer's area as the laptop's first person.
  private func ask(
    _ laptop: Laptop, revoke: DeviceNumber? = nil, signedBy keys: SigningKeys? = nil
  ) throws -> (laptops: [LaptopsReply.Laptop]?, problem: Problem?) {
    let nonce = Hex.text(randomBytes(16))
    var asked = LaptopsRequest(person: laptop.people[0].number, revoke: revoke, nonce: nonce)
    asked.signature = Base64Bytes((keys ?? laptop.people[0].sign).sign(asked.signedBytes))
    let response = test.router.response(
      to: laptop.signed(WireJSON.encode(asked), path: WirePath.laptops, nonce: nonce))
    return (
      WireJSON.decode(LaptopsReply.self, from: response.body)?.laptops,
      WireJSON.decode(ProblemReport.self, from: response.body)?.problem
    )
  }

  @Test func `a laptop that is due gets certificates with its area, and no second one at once`()
    throws
  {
    var laptop = try Laptop.enrolled(at: test)
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    let certificate = try #require(try laptop.sync(with: test).certificates.first)
    #expect(certificate.area == AreaCode("47120601"))
    #expect(certificate.recovery.map(\.name) == ["ปลัดสุดา"])
    #expect(certificate.recovery.map(\.box.bytes) == [officer.people[0].box.publicKey])
    #expect(
      SigningKeys.verify(
        certificate.signature?.bytes ?? [], of: certificate.signedBytes, by: laptop.centreSign))
    laptop.certificates = ["1": certificate.mark(Digest.blake2b)]
    #expect(try laptop.sync(with: test).certificates == [])
    test.clock.advance(hours: 24 * 31)
    let renewed = try #require(try laptop.sync(with: test).certificates.first)
    #expect(renewed.expires > certificate.expires)
  }

  @Test func `another officer in the district is news`() throws {
    var laptop = try Laptop.enrolled(at: test)
    let first = try #require(try laptop.sync(with: test).certificates.first)
    laptop.certificates = ["1": first.mark(Digest.blake2b)]
    _ = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    _ = try Laptop.enrolled(at: test, as: .district, in: "4713", name: "ปลัดต่างอำเภอ")
    _ = try Laptop.enrolled(at: test, as: .province, in: "47", name: "จังหวัด")
    let second = try #require(try laptop.sync(with: test).certificates.first)
    #expect(second.recovery.map(\.name) == ["ปลัดสุดา", "จังหวัด"], "the nearest first")
  }

  @Test func `who was away for longer than the certificate hands in, and reads nothing`() throws {
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    var village = try Laptop.enrolled(at: test)
    try village.sync([.revision(village.survey())], with: test)
    #expect(try officer.sync(with: test).events.count == 1)
    let record = try village.survey("นายมี มาก")
    try village.sync([.revision(record)], with: test)
    test.clock.advance(hours: 24 * 401)
    let answer = try officer.sync([.decision(officer.decision(.verify, on: record))], with: test)
    #expect(answer.refusals == ["0 item.not-allowed"])
    #expect(answer.events.isEmpty && answer.certificates.isEmpty)
    #expect(try village.sync([.revision(village.survey())], with: test).reply.stored == 1)
  }

  @Test func `an officer lists the laptops of the area and revokes a lost one`() throws {
    var village = try Laptop.enrolled(at: test)
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    _ = try Laptop.enrolled(at: test, in: "47130101", name: "ต่างอำเภอ")
    let listed = try #require(try ask(officer).laptops)
    #expect(listed.map(\.number) == [village.number, officer.number])
    #expect(listed[0].people.map(\.name) == ["นายสมชาย ใจดี"])
    let after = try #require(try ask(officer, revoke: village.number).laptops)
    #expect(after[0].revoked == test.clock.now)

    let finished = try village.survey()
    let answer = try village.sync([.revision(finished)], with: test)
    #expect(answer.reply.stored == 1, "what was finished is not lost")
    let order = try #require(answer.revocation)
    #expect(order.device == village.number)
    #expect(
      SigningKeys.verify(
        order.signature?.bytes ?? [], of: order.signedBytes, by: village.centreSign))
    #expect(answer.events.isEmpty && answer.certificates.isEmpty)
    let request = try village.enrolment(test.code(), Laptop.Neighbour())
    #expect(
      WireJSON.decode(ProblemReport.self, from: test.router.response(to: request).body)?.problem
        == .revokedDevice)
  }

  @Test func `only an officer of the area revokes, with the officer's own key`() throws {
    let village = try Laptop.enrolled(at: test)
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    let colleague = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดวิชัย")
    let stranger = try Laptop.enrolled(at: test, as: .district, in: "4713", name: "ต่างอำเภอ")
    let province = try Laptop.enrolled(at: test, as: .province, in: "47", name: "จังหวัด")
    #expect(try ask(village, revoke: village.number).problem == .notAllowed)
    #expect(try ask(stranger, revoke: village.number).problem == .notAllowed)
    #expect(
      try ask(officer, revoke: village.number, signedBy: officer.device).problem
        == .badItemSignature, "the laptop's own key lies in clear")
    #expect(try ask(officer, revoke: DeviceNumber(99)).problem == .unknownDevice)
    #expect(try ask(province, revoke: colleague.number).problem == nil)
    #expect(try ask(officer, revoke: colleague.number).problem == nil, "the second of two")
    #expect(try ask(colleague, revoke: village.number).problem == .revokedDevice)
  }

  @Test func `officers see which records are from a revoked laptop, and when they were finished`()
    throws
  {
    var village = try Laptop.enrolled(at: test)
    var officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    let waiting = try village.survey("นายหนึ่ง")
    try village.sync([.revision(waiting)], with: test)
    #expect(try officer.sync(with: test).events.count == 1)
    let before = try village.survey("นายสอง")
    test.clock.advance(hours: 1)
    #expect(try ask(officer, revoke: village.number).problem == nil)
    test.clock.advance(hours: 1)
    let after = try village.survey("นายสาม")
    try village.sync([.revision(before), .revision(after)], with: test)
    let news = try officer.sync(with: test).events
    #expect(news.map(\.record) == [waiting, before, after].map(\.header.id))
    #expect(
      try news.map { try officer.open($0).revoked } == [
        .finishedBefore, .finishedBefore, .finishedAfter,
      ])
    #expect(try village.sync(with: test).events.isEmpty, "the lost laptop hears nothing of it")
  }

  @Test func `no single person revokes an officer's laptop`() throws {
    let lost = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    let others = try ["ปลัดแดง", "ปลัดดำ"].map {
      try Laptop.enrolled(at: test, as: .district, in: "4712", name: $0)
    }
    let province = try Laptop.enrolled(at: test, as: .province, in: "47", name: "จังหวัด")
    func state(_ laptops: [LaptopsReply.Laptop]?) -> (asked: [String]?, isRevoked: Bool) {
      let found = laptops?.first { $0.number == lost.number }
      return (found?.asked, found?.revoked != nil)
    }
    for _ in 0..<2 {
      let once = state(try ask(others[0], revoke: lost.number).laptops)
      #expect(once.asked == ["ปลัดแดง"] && !once.isRevoked, "twice is not two")
    }
    let equals = state(try ask(others[1], revoke: lost.number).laptops)
    #expect(equals.asked?.count == 2 && !equals.isRevoked, "one of two is from above the district")
    test.clock.advance(hours: 72)
    let late = state(try ask(province, revoke: lost.number).laptops)
    #expect(late.asked == ["จังหวัด"] && !late.isRevoked, "the first have waited too long")
    #expect(state(try ask(others[0], revoke: lost.number).laptops).isRevoked)
  }

  @Test func `the keeper of the centre is one of two, too`() throws {
    let lost = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    let other = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดแดง")
    for _ in 0..<2 {
      guard case .laptops(let laptops) = test.centre.answer(.revoke(lost.number)) else {
        Issue.record("the laptop is known")
        return
      }
      #expect(laptops.map(\.revoked) == [nil])
      #expect(LaptopLine.text(laptops[0]).contains("a second is waited for after the keeper"))
    }
    #expect(try ask(other, revoke: lost.number).laptops?.first?.revoked == test.clock.now)
  }

  @Test func `the list says until when each person is certified`() throws {
    _ = try Laptop.enrolled(at: test)
    let officer = try Laptop.enrolled(at: test, as: .district, in: "4712", name: "ปลัดสุดา")
    let people = try #require(try ask(officer).laptops).flatMap(\.people)
    let expires = Timestamp(milliseconds: test.clock.now.milliseconds + Certificate.lifetime)
    #expect(people.map(\.expires) == [expires, expires])
    let lines = try #require(try ask(officer).laptops).map(LaptopLine.text)
    #expect(lines.allSatisfy { $0.contains(" until 2021-05-") })
  }

  @Test func `the operator revokes with one command, and it is in the audit log`() throws {
    let village = try Laptop.enrolled(at: test)
    guard case .laptops(let laptops) = test.centre.answer(.revoke(village.number)) else {
      Issue.record("the laptop is known")
      return
    }
    #expect(laptops.map(\.revoked) == [test.clock.now])
    #expect(LaptopLine.text(laptops[0]).contains("revoked 20"))
    #expect(test.centre.answer(.revoke(DeviceNumber(99))) == .unknownLaptop)
    guard case .audit(.whole(let lines)) = test.centre.answer(.verifyAudit) else {
      Issue.record("the log is whole")
      return
    }
    #expect(lines == 3, "a code, an enrolment, a revocation")
  }
}
