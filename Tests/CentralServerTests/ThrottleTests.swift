import SyncProtocol
import Testing

@testable import CentralServer

/// Wrong codes and wrong signatures, again and again.
struct ThrottleTests {
  private let test: TestCentre

  init() throws { test = try TestCentre() }

  private func enrol(_ code: String, from peer: UInt32) throws -> Response {
    var request = try Laptop(test).enrolment(code, Laptop.Neighbour())
    request.peer = peer
    return test.router.response(to: request)
  }

  private func wrongCode() -> String { EnrolmentCode(test.clock.ambient).description }

  @Test func `after ten wrong codes each doubles the pause, for one address`() throws {
    let code = try test.code()
    for _ in 0..<10 { #expect(try enrol(wrongCode(), from: 1).status == 404) }
    for pause in ["1", "2", "4"] {
      let refused = try enrol(code, from: 1)
      #expect(refused.status == 429 && refused.headers["Retry-After"] == pause)
      let report = WireJSON.decode(ProblemReport.self, from: refused.body)
      #expect(report?.problem == .tooSoon && report?.problem.isWorthRetrying == true)
      test.clock.advance(seconds: Int64(pause) ?? 0)
      #expect(try enrol(wrongCode(), from: 1).status == 404)
    }
    #expect(try enrol(code, from: 2).status == 200, "the neighbour's address is another")
  }

  @Test func `an hour without a mistake is an end of it`() throws {
    for _ in 0..<15 {
      _ = try enrol(wrongCode(), from: 1)
      test.clock.advance(seconds: 60)
    }
    test.clock.advance(hours: 1)
    #expect(try enrol(wrongCode(), from: 1).status == 404)
    #expect(try enrol(try test.code(), from: 1).status == 200)
  }

  @Test func `wrong signatures in a laptop's name slow that name and no other`() throws {
    let village = try Laptop.enrolled(at: test)
    var other = try Laptop.enrolled(at: test, in: "47120602", name: "นางคำ")
    var thief = village
    thief.device = Laptop(test).device
    for _ in 0..<10 { #expect(test.router.response(to: try thief.request([])).status == 401) }
    let refused = test.router.response(to: try village.request([]))
    #expect(refused.status == 429 && refused.headers["Retry-After"] == "1")
    #expect(try other.sync(with: test).reply.stored == 0)
    test.clock.advance(seconds: 1)
    #expect(test.router.response(to: try village.request([])).status == 200)
  }

  @Test func `a proxy on this machine is believed, and nobody else`() {
    var request = Request(method: "GET", path: "/")
    request.headers.add("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
    request.peer = 127 << 24 | 1
    #expect(request.origin == "198.51.100.7")
    request.peer = 192 << 24 | 2 << 8 | 1
    #expect(request.origin == "192.0.2.1")
  }
}
