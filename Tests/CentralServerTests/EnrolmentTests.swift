import SyncProtocol
import Testing

@testable import CentralServer

/// The life of a one-time code.
struct EnrolmentTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  private func problem(_ code: String, _ person: Laptop.Neighbour = Laptop.Neighbour())
    throws -> Problem?
  {
    let request = try Laptop(test).enrolment(code, person)
    let response = test.router.response(to: request)
    return WireJSON.decode(ProblemReport.self, from: response.body)?.problem
  }

  /// The same code with another last character before the check, which fits again.
  private func neighbour(of code: String, _ step: Int) throws -> String {
    let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    let body = code.filter { $0 != "-" }.prefix(9)
    let last = code.dropLast().last
    let others = letters.filter { $0 != last }
    let fitting = letters.compactMap { EnrolmentCode("\(body)\(others[step])\($0)") }
    return try #require(fitting.first).description
  }

  @Test func `a code is good for 72 hours and not a moment longer`() throws {
    let codes = [try test.code(), try test.code()]
    test.clock.advance(hours: 71)
    #expect(try problem(codes[0]) == nil)
    test.clock.advance(hours: 1)
    #expect(try problem(codes[1]) == .expiredCode)
  }

  @Test func `a code is used once`() throws {
    let code = try test.code()
    #expect(try problem(code) == nil)
    #expect(try problem(code) == .usedCode)
  }

  @Test func `who lost the answer on the way asks again and gets the same`() throws {
    let laptop = Laptop(test)
    let request = try laptop.enrolment(test.code(), Laptop.Neighbour())
    let first = test.router.response(to: request)
    #expect(first.status == 200)
    #expect(test.router.response(to: request) == first)
  }

  @Test func `five wrong tries void a code`() throws {
    let code = try test.code()
    for step in 0..<5 {
      #expect(try problem(try neighbour(of: code, step)) == .unknownCode)
    }
    #expect(try problem(code) == .tooManyTries)
  }

  @Test func `four wrong tries do not`() throws {
    let code = try test.code()
    for step in 0..<4 {
      #expect(try problem(try neighbour(of: code, step)) == .unknownCode)
    }
    #expect(try problem(code) == nil)
  }

  @Test func `a code that was never given is unknown, whatever its first letters`() throws {
    #expect(try problem(EnrolmentCode(test.clock.ambient).description) == .unknownCode)
  }

  @Test func `a person on a second code joins the laptop that proves its number`() throws {
    var laptop = try Laptop.enrolled(at: test)
    let number = laptop.number
    try laptop.enrol(at: test, code: test.code(name: "นางคำ"))
    #expect(laptop.number == number)
    #expect(laptop.people.map(\.number.value) == [1, 2])

    var thief = Laptop(test)
    thief.people = laptop.people
    thief.number = number
    let request = try thief.enrolment(test.code(), Laptop.Neighbour())
    let response = test.router.response(to: request)
    #expect(
      WireJSON.decode(ProblemReport.self, from: response.body)?.problem == .unknownDevice)
  }

  @Test(arguments: [
    (Role.village, "471206"), (.village, "4712"), (.district, "47120601"), (.district, "47"),
    (.province, "4712"), (.auditor, "4712"),
  ])
  func `an area that is none for the role is refused`(role: Role, area: String) throws {
    #expect(
      EnrolmentOrder(role: role, area: try #require(AreaCode(area)), name: "นายสมชาย") == nil)
  }

  @Test func `keys that nothing could be sealed to are refused at the door`() throws {
    let laptop = Laptop(test)
    let good = Laptop.Neighbour()
    let asked = EnrolmentRequest(
      code: try #require(EnrolmentCode(test.code())),
      device: EnrolmentRequest.Device(number: nil, sign: laptop.device.publicKey),
      person: EnrolmentRequest.Person(
        name: "สมชาย", sign: good.sign.publicKey, box: [UInt8](repeating: 0, count: 32)))
    let request = Request(
      method: "POST", path: WirePath.enrol,
      headers: Headers([("Content-Type", "application/json")]), body: WireJSON.encode(asked))
    #expect(test.router.response(to: request).status == 400)
  }
}
