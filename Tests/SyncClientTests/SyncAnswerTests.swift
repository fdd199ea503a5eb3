import Compression
import Sealing
import SyncProtocol
import Testing

@testable import SyncClient

struct SyncAnswerTests {
  private let keys = SigningKeys()
  private let batch = "00ff"

  private func reply(batch: String? = nil, by keys: SigningKeys? = nil) throws -> SyncReply {
    var reply = SyncReply(
      epoch: try #require(Epoch(bytes: 0..<16)), batch: batch ?? self.batch, stored: 1, at: 1,
      archived: 0, now: Timestamp(milliseconds: 1_586_484_000_000))
    reply.signature = Base64Bytes((keys ?? self.keys).sign(reply.signedBytes))
    return reply
  }

  private func response(
    _ body: [UInt8], status: Int = 200, type: String = WireType.frames,
    _ headers: [String: String] = ["content-encoding": "zstd"]
  ) -> HTTPResponse {
    var all = headers
    all["content-type"] = type
    return HTTPResponse(status: status, headers: all, body: body)
  }

  private func read(_ response: HTTPResponse) -> SyncAnswer {
    SyncAnswer(response, batch: batch, key: keys.publicKey)
  }

  @Test func `a signed reply to our batch is accepted, compressed or not`() throws {
    let answer = SyncResponse(reply: try reply(), events: [])
    #expect(read(response(try Zstandard.compress(answer.bytes))) == .accepted(answer))
    #expect(read(response(answer.bytes, [:])) == .accepted(answer))
    #expect(
      read(response(answer.bytes, type: WireType.frames + "; charset=utf-8", [:]))
        == .accepted(answer))
  }

  @Test func `a reply to another batch, as a late one is, acknowledges nothing`() throws {
    let late = SyncResponse(reply: try reply(batch: "00fe"), events: [])
    #expect(read(response(late.bytes, [:])) == .failed(.garbled))
  }

  @Test func `a reply signed by anybody else, or changed on its way, is not the centre's`() throws {
    let forged = SyncResponse(reply: try reply(by: SigningKeys()), events: [])
    #expect(read(response(forged.bytes, [:])) == .failed(.wrongCentre))
    var changed = try reply()
    changed.stored = 2
    let answer = SyncResponse(reply: changed, events: [])
    #expect(read(response(answer.bytes, [:])) == .failed(.wrongCentre))
    changed = try reply()
    changed.signature = nil
    let unsigned = SyncResponse(reply: changed, events: [])
    #expect(read(response(unsigned.bytes, [:])) == .failed(.wrongCentre))
  }

  @Test func `a web page is not a centre, whatever its status`() {
    let page = Array("<html>กรุณาลงชื่อเข้าใช้</html>".utf8)
    for status in [200, 204, 302, 404, 502, 503] {
      let answer = read(response(page, status: status, type: "text/html; charset=utf-8", [:]))
      #expect(answer == .failed(.notACentre(status: status)))
    }
    #expect(
      SyncAnswer(HTTPResponse(status: 200, headers: [:], body: []), batch: batch, key: [])
        == .failed(.notACentre(status: 200)))
  }

  @Test func `an answer cut or damaged anywhere is garbled`() throws {
    let whole = try Zstandard.compress(SyncResponse(reply: try reply(), events: []).bytes)
    for length in whole.indices {
      #expect(read(response(Array(whole.prefix(length)))) == .failed(.garbled))
    }
  }

  @Test func `a refusal says its problem, when to come back and what time it is`() {
    let report = ProblemReport(
      .busy, thai: "ศูนย์ไม่ว่าง", english: "The centre is busy.",
      now: Timestamp(milliseconds: 5))
    let body = WireJSON.encode(report)
    let busy = response(body, status: 503, type: WireType.json, ["retry-after": "30"])
    #expect(
      read(busy) == .refused(.busy, asked: 30_000, now: Timestamp(milliseconds: 5)))
    let dated = response(
      body, status: 503, type: WireType.json,
      ["retry-after": "Fri, 10 Apr 2020 02:00:00 GMT"])
    #expect(read(dated) == .refused(.busy, asked: nil, now: Timestamp(milliseconds: 5)))
    let endless = response(
      body, status: 503, type: WireType.json, ["retry-after": "9223372036854775807"])
    #expect(
      read(endless) == .refused(.busy, asked: 86_400_000, now: Timestamp(milliseconds: 5)))
  }

  @Test func `somebody else's JSON is not a refusal`() {
    let body = Array("{\"error\":\"not found\"}".utf8)
    #expect(
      read(response(body, status: 404, type: WireType.json, [:]))
        == .failed(.notACentre(status: 404)))
  }
}
