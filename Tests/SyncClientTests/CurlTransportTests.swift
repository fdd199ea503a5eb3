import Glibc
import SyncClient
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CurlTransportTests {
  private let page = "<html>ลงชื่อเข้าใช้ Wi-Fi</html>"

  private func transport() -> CurlTransport {
    var patience = CurlTransport.Patience()
    patience.connecting = 2_000
    patience.seconds = 1
    return CurlTransport(patience: patience)
  }

  private func answer(_ status: String, _ headers: String = "", body: String) -> String {
    "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
  }

  private func get(
    _ answers: [LoopbackServer.Answer], limit: Int = 1_000
  ) async throws -> HTTPResponse {
    let server = try LoopbackServer(answers)
    defer { server.stop() }
    return try await transport().send(HTTPRequest(url: server.url, answerLimit: limit)) { _, _ in }
  }

  @Test func `a web page comes back as what it is`() async throws {
    let text = answer("200 OK", "Content-Type: text/html\r\nX-Ray:  a: b \r\n", body: page)
    let response = try await get([.close(after: text)])
    #expect(response.status == 200)
    #expect(response.headers["content-type"] == "text/html")
    #expect(response.headers["x-ray"] == "a: b")
    #expect(String(decoding: response.body, as: UTF8.self) == page)
  }

  @Test func `a centre that hangs up while it is written to does not end the program`() async throws
  {
    _ = try await get([.close(after: answer("200 OK", body: page))])
    #expect(raise(SIGPIPE) == 0, "the tests themselves would end here")
  }

  @Test func `a redirect is not followed`() async throws {
    let server = try LoopbackServer([.keep(after: answer("200 OK", body: page))])
    defer { server.stop() }
    let response = try await get([
      .close(after: answer("302 Found", "Location: \(server.url)/login\r\n", body: ""))
    ])
    #expect(response.status == 302)
    #expect(server.requests == [])
  }

  @Test func `a body is sent with its headers, over the connection that is open already`()
    async throws
  {
    let server = try LoopbackServer([
      .keep(after: answer("200 OK", body: "1")), .keep(after: answer("200 OK", body: "2")),
    ])
    defer { server.stop() }
    let transport = transport()
    for expected in ["1", "2"] {
      let request = HTTPRequest(
        url: server.url + "/v1/sync", headers: [.init("X-FieldTUI-Device", "7")],
        body: Array("แบบสำรวจ".utf8), answerLimit: 10)
      let response = try await transport.send(request) { _, _ in }
      #expect(response.body == Array(expected.utf8))
    }
    #expect(server.requests.count == 2)
    for request in server.requests {
      #expect(request.hasPrefix("POST /v1/sync HTTP/1.1\r\n"))
      #expect(request.contains("X-FieldTUI-Device: 7\r\n"))
      #expect(request.hasSuffix("\r\n\r\nแบบสำรวจ"))
      #expect(!request.contains("Expect"))
    }
  }

  @Test func `an answer cut in the middle is no answer`() async throws {
    let whole = answer("200 OK", body: page)
    for length in [0, 5, 30, whole.utf8.count - 1] {
      let part = String(decoding: Array(whole.utf8).prefix(length), as: UTF8.self)
      // Half a UTF-8 sequence would become a longer one; cut where it cannot.
      await #expect(throws: LinkFailure.cutOff, "\(length)") {
        _ = try await get([.close(after: part.replacing("\u{FFFD}", with: ""))])
      }
    }
  }

  @Test func `an answer that stops coming is given up`() async throws {
    for said in ["", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc"] {
      await #expect(throws: LinkFailure.timedOut) { _ = try await get([.hold(after: said)]) }
    }
  }

  @Test func `a closed port is said to be one`() async throws {
    let server = try LoopbackServer([])
    let url = server.url
    server.stop()
    await #expect(throws: LinkFailure.cannotConnect) {
      _ = try await transport().send(HTTPRequest(url: url, answerLimit: 10)) { _, _ in }
    }
  }

  @Test func `something that does not speak HTTP is said to be that`() async throws {
    await #expect(throws: LinkFailure.notHTTP) {
      _ = try await get([.close(after: "220 mail.example ESMTP\r\n")])
    }
  }

  @Test func `an answer longer than asked for is not taken`() async throws {
    let text = answer("200 OK", body: page)
    #expect(try await get([.close(after: text)], limit: page.utf8.count).status == 200)
    await #expect(throws: LinkFailure.answerTooLong) {
      _ = try await get([.close(after: text)], limit: page.utf8.count - 1)
    }
  }

  @Test func `an encrypted connection to a server without one does not come about`() async throws {
    let server = try LoopbackServer([.close(after: answer("400 Bad Request", body: ""))])
    defer { server.stop() }
    let url = "https://127.0.0.1:\(server.port)"
    await #expect(throws: LinkFailure.self) {
      _ = try await transport().send(HTTPRequest(url: url, answerLimit: 10)) { _, _ in }
    }
    #expect(server.requests == [], "nothing readable was sent")
  }

  @Test(arguments: [
    "http://centre.example/v1/sync", "ftp://127.0.0.1/", "file:///etc/passwd", "", "https://",
    "http://127.0.0.1.example.com/", "http://user:secret@127.0.0.1/",
  ])
  func `an address that would send records in the clear is refused`(url: String) async {
    await #expect(throws: LinkFailure.badAddress) {
      _ = try await transport().send(HTTPRequest(url: url, answerLimit: 10)) { _, _ in }
    }
  }

  @Test func `a cancelled task gets its thread back at once`() async throws {
    let server = try LoopbackServer([.hold(after: "")])
    defer { server.stop() }
    let request = HTTPRequest(url: server.url, answerLimit: 10)
    var patience = CurlTransport.Patience()
    patience.seconds = 3_600
    let transport = CurlTransport(patience: patience)
    let task = Task { try await transport.send(request) { _, _ in } }
    while server.requests.isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: LinkFailure.cancelled) { _ = try await task.value }
  }

  @Test func `bytes are told as they go and come`() async throws {
    let server = try LoopbackServer([.close(after: answer("200 OK", body: page))])
    defer { server.stop() }
    let seen = Seen()
    let body = [UInt8](repeating: 7, count: 300)
    _ = try await transport().send(
      HTTPRequest(url: server.url, body: body, answerLimit: 1_000)
    ) { seen.note($0, $1) }
    #expect(seen.most == [300, page.utf8.count])
  }
}

struct ServerAddressTests {
  @Test func `a bare host is spoken to over TLS`() {
    #expect(ServerAddress("survey.example.go.th")?.description == "https://survey.example.go.th")
    #expect(
      ServerAddress("https://Survey.example/x/")?.description == "https://survey.example/x"
        || ServerAddress("https://Survey.example/x/")?.description == "https://Survey.example/x")
  }

  @Test(arguments: ["http://127.0.0.1:8080", "http://[::1]:8080", "http://localhost:1"])
  func `this very machine may be spoken to in the clear`(text: String) {
    #expect(ServerAddress(text)?.description == text)
  }

  @Test(arguments: [
    "http://10.0.0.1", "", "https://a/?q=1", "https://a/#x", "https://u@a/", "gopher://a/",
    "a b", "http://127.0.0.1@evil.example/",
  ])
  func `other addresses are none`(text: String) {
    #expect(ServerAddress(text) == nil)
  }
}
